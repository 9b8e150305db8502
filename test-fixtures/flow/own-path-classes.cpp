// args: -std=c++20 -isystem {fixtures}/include
// The project's own classes of texts: what one object holds is no text of another.
#include <cstdio>
#include <fstream>
#include <httplib.h>
#include <string>

// A std::string inside, with an accessor.
class Location {
public:
  explicit Location(std::string S) : Name(std::move(S)) {}
  const std::string &text() const { return Name; }

private:
  std::string Name;
};
// A plain structure.
struct Target {
  const char *Path;
};
// Made by a function of its own.
class Spot {
public:
  static Spot at(const char *P) {
    Spot S;
    S.P = P;
    return S;
  }
  const char *P = nullptr;
};
static void put(const Location &L) { std::ofstream(L.text()) << "x"; }
static std::string get(const Location &L) {
  std::ifstream In(L.text());
  std::string S;
  In >> S;
  return S;
}
static void put(const Target &T) {
  if (FILE *F = fopen(T.Path, "w"))
    fclose(F);
}
static bool get(const Target &T) {
  FILE *F = fopen(T.Path, "r");
  return F && fclose(F) == 0;
}
static void drop(const Spot &S) { std::remove(S.P); }
static bool has(const Spot &S) {
  FILE *F = fopen(S.P, "r");
  return F && fclose(F) == 0;
}

int main() {
  httplib::Server S;
  S.Post("/texts", [](const httplib::Request &, httplib::Response &R) {
    put(Location("/tmp/locations"));
    put(Target{"/tmp/targets"});
    drop(Spot::at("/tmp/spots"));
    R.set_content(get(Location("/etc/hostname")) + std::to_string(get(Target{"/etc/os-release"}) + has(Spot::at("/etc/fstab"))), "text/plain");
  });
  S.Post("/outside", [](const httplib::Request &, httplib::Response &) { put(Target{"/var/lib/outside"}); }); // expect: stateless-local-file-write "'/var/lib/outside'" confidence proven
  S.listen("0.0.0.0", 80);
}
