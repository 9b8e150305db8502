// args: -std=c++17 -isystem {fixtures}/include
#include "values.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Post("/change", [](const httplib::Request &Req, httplib::Response &) { change(Req.body); });
  App.Get("/look", [](const httplib::Request &, httplib::Response &Res) { Res.status = 200 + look(); });
  return !App.listen("0.0.0.0", 8080);
}
