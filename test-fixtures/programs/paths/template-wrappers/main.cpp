// args: -std=c++17 -isystem {fixtures}/include
// Wrappers that are templates: one for every type, each call for itself.
#include "json.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  const Collection<Price> Prices("/var/lib/prices");
  App.Put("/price", [&Prices](const httplib::Request &Req, httplib::Response &) {
    savePrice(int(Req.body.size()));
    Prices.put(Req.path, Price{1});
  });
  App.Put("/all", [](const httplib::Request &Req, httplib::Response &) {
    saveAll("/var/lib/all", 1, Req.body); // expect: stateless-local-file-write "/var/lib/all" "'PUT /all'" confidence proven
    saveAll("/tmp/all", Req.body);
    saveAll(std::string("/tmp/") + Req.path);
  });
  return !App.listen("0.0.0.0", 8080);
}
