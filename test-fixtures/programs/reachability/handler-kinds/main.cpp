// args: -std=c++17 -isystem {fixtures}/include
// One route for each kind of callable that a handler can be.
#include "api.h"

static int RoutesOk; // expect-benign: stateless-mutable-global "start-up"

int main() {
  httplib::Server App;
  Api TheApi(App);
  RoutesOk = 8;
  App.Get("/lambda", [](const httplib::Request &, httplib::Response &Res) {
    Res.status = ++LambdaBad; // expect-fact: write LambdaBad
  });
  App.Get("/function", function);
  App.Delete("/functor", Functor());
  App.Get("/generic", [](const auto &, auto &Res) { Res.status = ++GenericBad; });
  App.Get("/pointer", +[](const httplib::Request &, httplib::Response &Res) { Res.status = ++PointerBad + RoutesOk; });
  return !App.listen("0.0.0.0", 8080);
}
