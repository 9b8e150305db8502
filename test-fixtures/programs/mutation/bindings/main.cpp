// args: -std=c++17 -isystem {fixtures}/include
#include "tables.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Put("/bind", [](const httplib::Request &Req, httplib::Response &) { bind(Req.body); });
  App.Get("/bind", [](const httplib::Request &, httplib::Response &Res) { Res.status = look(); });
  return !App.listen("0.0.0.0", 8080);
}
