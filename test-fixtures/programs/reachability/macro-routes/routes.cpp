// args: -std=c++17 -isystem {fixtures}/include
#include "routes.h"

std::vector<Route> &routes() {
  static std::vector<Route> RoutesOk; // expect-benign: stateless-mutable-global "start-up"
  return RoutesOk;
}
void installRegistered(httplib::Server &App) {
  for (const Route &R : routes())
    App.Get(R.Path, R.Fn);
}
