// args: -std=c++20 -isystem {fixtures}/include
// What is done to an object that holds a text, in ways that are harder to see: by
// a pointer or a reference that somebody has, by an operator, a library, a pointer
// to member. No such object may pass for what it was made as.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>
struct Cfg { std::string Dir = "/tmp"; void set(const std::string &D) { Dir = D; } virtual void vset(const std::string &D) { Dir = D; } std::string &ref() { return Dir; } Cfg &self() { return *this; } virtual ~Cfg() = default; };
struct Pod { const char *P; };
struct Derived : Cfg { void vset(const std::string &D) override { Dir = D + "/derived"; } void own(const std::string &D) { Dir = D; } };
static void fill(std::string &S) { S = "/var/lib/f14"; }
static void out(Cfg *C) { C->Dir = "/var/lib/f24"; }
static void outTwice(Cfg &C) { out(&C); }
static Cfg &operator<<(Cfg &C, const char *P) { C.Dir = P; return C; }
static std::vector<Cfg *> Kept; // expect: stateless-mutable-global "Kept"
static Cfg &single() { static Cfg C; return C; }
static Cfg Global, Global2, Global3;
static Cfg *Alias = &Global3;
struct Registry { Cfg *Last = nullptr; void add(Cfg *C) { Last = C; } };
static Registry Reg; // expect-benign: stateless-mutable-global "only at start-up"
struct SelfReg : Cfg { SelfReg() { Reg.add(this); } };
struct Lazy { mutable std::string P = "/tmp/l"; void prep() const { P = "/var/lib/f23"; } };
static void w1(const Lazy &L) { L.prep(); std::ofstream(L.P) << 1; }
struct Outer { Cfg In; Cfg &in() { return In; } };
static Outer TheOuter;
static void each(const std::function<void(Cfg &)> &F) { F(Global); }
int main() {
  httplib::Server S;
  Global2.set("/var/lib/f20"); single().Dir = "/var/lib/f18"; Alias->Dir = "/var/lib/f19"; TheOuter.in().set("/var/lib/f21");
  each([](Cfg &C) { C.Dir = "/var/lib/f5"; });
  SelfReg Self; Reg.Last->Dir = "/var/lib/f17";
  S.Post("/bad", [&](const httplib::Request &Q, httplib::Response &) {
    { Cfg C; Kept.push_back(&C); Kept[0]->set("/var/lib/f2"); std::ofstream(C.Dir) << 2; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; C.ref() = "/var/lib/f3"; std::ofstream(C.Dir) << 3; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; C.self().Dir = "/var/lib/f3b"; std::ofstream(C.Dir) << 3; } // expect: stateless-local-file-write "'/var/lib/f3b'" confidence proven
    { Derived D; Cfg &C = D; C.vset("/var/lib/f4"); std::ofstream(D.Dir) << 4; } // expect: stateless-local-file-write "'/var/lib/f4/derived'" confidence proven
    { Cfg C; auto L = [&C](const char *P) { C.Dir = P; }; L("/var/lib/f5b"); std::ofstream(C.Dir) << 5; } // expect: stateless-local-file-write "'/var/lib/f5b'" confidence proven
    { Cfg C, D; D.Dir = "/var/lib/f6"; std::swap(C, D); std::ofstream(C.Dir) << 6; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; int I; std::tie(C.Dir, I) = std::make_tuple(std::string("/var/lib/f7"), 1); std::ofstream(C.Dir) << 7; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Pod C{"/tmp/p"}; auto &[P] = C; P = "/var/lib/f7b"; fclose(fopen(C.P, "w")); } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Pod C{"/tmp/p"}, D{"/var/lib/f8"}; memcpy(&C, &D, sizeof C); fclose(fopen(C.P, "w")); } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Pod C{"/tmp/p"}, D{"/var/lib/f8b"}; C = D; fclose(fopen(C.P, "w")); } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Pod C{"/tmp/p"}, D{"/var/lib/f8c"}; Pod *P = &C; *P = D; fclose(fopen(C.P, "w")); } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg A[2]; for (Cfg &C : A) C.Dir = "/var/lib/f9"; std::ofstream(A[1].Dir) << 9; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::string &R = C.Dir; R = "/var/lib/f10"; std::ofstream(C.Dir) << 10; } // expect: stateless-local-file-write "'/var/lib/f10'" confidence proven
    { Cfg C; std::string *R = &C.Dir; *R = "/var/lib/f11"; std::ofstream(C.Dir) << 11; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::istringstream In(Q.body); In >> C.Dir; std::ofstream(C.Dir) << 12; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::istringstream In(Q.body); std::getline(In, C.Dir); std::ofstream(C.Dir) << 12; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; auto M = &Cfg::set; (C.*M)("/var/lib/f13"); std::ofstream(C.Dir) << 13; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; fill(C.Dir); std::ofstream(C.Dir) << 14; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; C << "/var/lib/f15"; std::ofstream(C.Dir) << 15; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    std::ofstream(Self.Dir) << 17; // expect: stateless-local-file-write "'POST /bad'" confidence possible
    std::ofstream(single().Dir) << 18; // expect: stateless-local-file-write "'/var/lib/f18'" confidence proven
    std::ofstream(Global3.Dir) << 19; // expect: stateless-local-file-write "'POST /bad'" confidence possible
    std::ofstream(Global2.Dir) << 20; // expect: stateless-local-file-write "'/var/lib/f20'" confidence proven
    std::ofstream(TheOuter.In.Dir) << 21; // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Derived D; D.own("/var/lib/f22"); std::ofstream(D.Dir) << 22; } // expect: stateless-local-file-write "'/var/lib/f22'" confidence proven
    w1(Lazy()); // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; outTwice(C); std::ofstream(C.Dir) << 24; } // expect: stateless-local-file-write "'/var/lib/f24'" confidence proven
    std::ofstream(Global.Dir) << 5; // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { auto P = std::make_shared<Cfg>(); auto P2 = P; P2->set("/var/lib/f25"); std::ofstream(P->Dir) << 25; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::string Cfg::*F = &Cfg::Dir; C.*F = "/var/lib/f26"; std::ofstream(C.Dir) << 26; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::vector<std::reference_wrapper<Cfg>> V{C}; V[0].get().Dir = "/var/lib/f27"; std::ofstream(C.Dir) << 27; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Outer O; O.In.set("/var/lib/f28"); std::ofstream(O.In.Dir) << 28; } // expect: stateless-local-file-write "'/var/lib/f28'" confidence proven
    { Outer O; Cfg &C = O.in(); C.set("/var/lib/f29"); std::ofstream(O.In.Dir) << 29; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; C.Dir.assign("/var/lib/f30"); std::ofstream(C.Dir) << 30; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; C.Dir.insert(0, "/var/lib/f31"); std::ofstream(C.Dir) << 31; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::function<void()> F = [&C] { C.set("/var/lib/f32"); }; F(); std::ofstream(C.Dir) << 32; } // expect: stateless-local-file-write "'/var/lib/f32'" confidence proven
    { Cfg C; auto B = std::bind(&Cfg::set, &C, "/var/lib/f33"); B(); std::ofstream(C.Dir) << 33; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; std::invoke(&Cfg::set, C, "/var/lib/f34"); std::ofstream(C.Dir) << 34; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; Cfg *P = std::addressof(C); P->set("/var/lib/f35"); std::ofstream(C.Dir) << 35; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { std::map<int, Cfg> M; M[1].set("/var/lib/f36"); std::ofstream(M[1].Dir) << 36; } // expect: stateless-local-file-write "'POST /bad'" confidence possible
    { Cfg C; for (int I = 0; I < 3; ++I) { std::ofstream(C.Dir) << 37; C.Dir = "/var/lib/f37"; } } // expect: stateless-local-file-write "'/var/lib/f37'" confidence proven
    { Cfg C; std::ofstream(C.Dir) << 38; C.Dir = "/var/lib/f38"; } // expect: stateless-local-file-write "'/var/lib/f38'" confidence proven
  });
  S.listen("0.0.0.0", 80);
}
