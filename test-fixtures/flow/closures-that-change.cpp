// args: -std=c++17 -isystem {fixtures}/include
// What a `mutable` closure holds by copy is state where the closure stays.
#include <functional>
#include <httplib.h>
#include <string>

static auto NextIdBad = [N = 0]() mutable { return ++N; }; // expect: stateless-mutable-global "written after start-up"
static std::function<int()> NextFnBad = [N = 0]() mutable { return ++N; }; // expect: stateless-mutable-global "written after start-up"
struct Service {
  std::function<int()> Next = [N = 0]() mutable { return ++N; };
};
static Service SvcBad; // expect: stateless-mutable-global "written after start-up"
static int ticket() {
  static auto GenBad = [N = 100]() mutable { return N++; }; // expect: stateless-mutable-global "written after start-up"
  return GenBad();
}
struct Counter {
  int operator()() { return ++N; }

private:
  int N = 0;
};
static Counter FunctorBad; // expect: stateless-mutable-global "written after start-up"
static const auto ConstantOk = [P = 3] { return P; }; // expect-benign: stateless-mutable-global "constant"
static std::function<int()> ReaderOk = [N = 4] { return N; }; // expect-benign: stateless-mutable-global "never written"

int main() {
  httplib::Server S;
  S.Get("/ticket", [](const httplib::Request &, httplib::Response &W) {
    W.set_content(std::to_string(NextIdBad() + NextFnBad() + SvcBad.Next() + ticket() + FunctorBad() + ConstantOk() + ReaderOk()), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
