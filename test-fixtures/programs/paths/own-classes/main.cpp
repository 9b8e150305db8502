// args: -std=c++17 -isystem {fixtures}/include
// Objects of the project's own classes, made in one unit, held and changed in
// another, and used in a third.
#include "handle.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  Audit.reopen("/var/log/audit");
  App.Put("/ok", [](const httplib::Request &Req, httplib::Response &Res) {
    Handle("/tmp/handle").write(Req.body);
    Access.add(Req.body);
    Res.status = Handle("/etc/handle").any() && System.any() ? 200 : 404;
  });
  App.Put("/bad", [](const httplib::Request &Req, httplib::Response &) { Handle("/var/lib/handle").write(Req.body); });
  App.Put("/audit", [](const httplib::Request &Req, httplib::Response &) {
    Audit.add(Req.body);
    debugLog().add(Req.body);
  });
  return !App.listen("0.0.0.0", 8080);
}
