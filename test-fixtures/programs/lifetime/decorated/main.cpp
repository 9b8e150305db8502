// args: -std=c++17 -isystem {fixtures}/include
// What a handler captures stays, though another handler is put around it.
#include "decorators.h"

using httplib::Request;
using httplib::Response;

static void install(httplib::Server &App, int Version) {
  auto RoutedBad = std::make_shared<int>(Version); // expect: stateless-mutable-global "RoutedBad" "'GET /routed'"
  auto WrappedBad = std::make_shared<int>(0); // expect: stateless-mutable-global "WrappedBad" "'GET /wrapped'"
  auto TypedBad = std::make_shared<int>(0); // expect: stateless-mutable-global "TypedBad" "'GET /typed'"
  auto GoneOk = std::make_shared<int>(0);
  route(App, "/routed", [RoutedBad](const Request &, Response &Res) { Res.status = ++*RoutedBad; });
  App.Get("/wrapped", logged([WrappedBad](const Request &, Response &Res) { Res.status = ++*WrappedBad; }));
  App.Get("/typed", timed([TypedBad](const Request &, Response &Res) { Res.status = ++*TypedBad; }));
  now([GoneOk] { ++*GoneOk; });
}

int main(int Argc, char **) {
  httplib::Server App;
  install(App, Argc);
  return !App.listen("0.0.0.0", 8080);
}
