// args: -std=c++17 -isystem {fixtures}/include
// One state object, one finding; two kinds of state in it, two findings.
#include "store.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  Store TheStoreBad; // expect: stateless-mutable-global "TheStoreBad" "Lines" "'POST /line'" confidence proven
  Baskets TheBaskets;
  App.Put("/cart", [&](const httplib::Request &Req, httplib::Response &) { TheStoreBad.put(Req.path, 1); });
  App.Put("/basket", [&](const httplib::Request &Req, httplib::Response &) { TheBaskets.put(Req.path, 1); });
  App.Post("/line", [&](const httplib::Request &Req, httplib::Response &) { record(TheStoreBad, Req.body); });
  return !App.listen("0.0.0.0", 8080);
}
