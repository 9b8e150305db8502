// args: -std=c++17 -isystem {fixtures}/include
// Routes that the project registers through wrappers of its own.
#include "routing.h"

static int SeenBad; // expect: stateless-mutable-global "'GET /api/seen'" confidence proven
static int PostedBad; // expect: stateless-mutable-global "'POST /api/posted'" confidence proven
static int LoadedOk; // expect-benign: stateless-mutable-global "start-up"

int main() {
  httplib::Server App;
  Router Api(App, "/api");
  installStock(App);
  Api.get("/seen", [](const httplib::Request &, httplib::Response &Res) { Res.status = ++SeenBad; });
  Api.post("/posted", [](const httplib::Request &, httplib::Response &Res) { Res.status = ++PostedBad + LoadedOk; });
  LoadedOk = 1;
  return !App.listen("0.0.0.0", 8080);
}
