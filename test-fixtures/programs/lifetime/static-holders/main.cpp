// args: -std=c++17 -isystem {fixtures}/include
// Objects of static storage behind a smart pointer, in arrays and in functions.
#include "tables.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Get("/unique", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = unique(Req.path); });
  App.Get("/shard", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = shard(Req.path); });
  App.Get("/local", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = local(Req.path); });
  App.Get("/slot", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = slot(Req.path); });
  return !App.listen("0.0.0.0", 8080);
}
