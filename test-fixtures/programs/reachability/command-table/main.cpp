// args: -std=c++17 -isystem {fixtures}/include
// Tables of C: arrays of a name and a function.
#include "commands.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Post("/command", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = dispatch(Req.path.c_str(), Req.body.c_str()); });
  App.Post("/admin", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = dispatch_admin(int(Req.body.size() % 2), "x"); });
  App.Get("/fixed", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = run_fixed(Req.body.c_str()); });
  return !App.listen("0.0.0.0", 8080);
}
