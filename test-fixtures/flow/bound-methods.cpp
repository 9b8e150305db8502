// args: -std=c++20 -isystem {fixtures}/include
// Methods by pointer, in tables and handed to the library: the object is the
// one that they are called on.
#include <functional>
#include <httplib.h>
#include <string>

class Commands {
public:
  void dispatch(const std::string &Name, const std::string &Arg) {
    for (const Entry &E : Table)
      if (Name == E.Name)
        (this->*E.Run)(Arg);
  }
  std::string last() const { return Last; }

private:
  using Fn = void (Commands::*)(const std::string &);
  struct Entry {
    const char *Name;
    Fn Run;
  };
  static const Entry Table[2];
  void set(const std::string &A) {
    Last = A;
    ++Sets;
  }
  void clear(const std::string &) { Last.clear(); }
  std::string Last;
  int Sets = 0;
};
const Commands::Entry Commands::Table[2] = {{"set", &Commands::set},
                                           {"clear", &Commands::clear}};

class Votes {
public:
  void up(int N) { Sum += N; }
  int sum() const { return Sum; }

private:
  int Sum = 0;
};
static Commands GlobalBad; // expect: stateless-mutable-global "written after start-up"
static Votes DirectBad;    // expect: stateless-mutable-global "written after start-up"
static Votes InvokedBad;   // expect: stateless-mutable-global "written after start-up"
static Votes MemFnBad;     // expect: stateless-mutable-global "written after start-up"
static Votes BoundBad;     // expect: stateless-mutable-global "written after start-up"
static Votes ReadOk;       // expect-benign: stateless-mutable-global "never written"

int main() {
  auto Later = std::bind(&Votes::up, &BoundBad, std::placeholders::_1);
  httplib::Server S;
  S.Get("/cmd", [&](const httplib::Request &R, httplib::Response &W) {
    GlobalBad.dispatch(R.get_param_value("c"), R.body);
    void (Votes::*P)(int) = &Votes::up;
    (DirectBad.*P)(1);
    std::invoke(&Votes::up, InvokedBad, 1);
    std::mem_fn(&Votes::up)(MemFnBad, 1);
    Later(2);
    W.set_content(std::to_string(std::invoke(&Votes::sum, ReadOk)), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
