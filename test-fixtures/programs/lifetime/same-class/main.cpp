// args: -std=c++17 -isystem {fixtures}/include
// Two objects of one class, of which only one lives long.
#include "table.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  Table TheTable;
  Tally StartOk;
  Tally TotalBad; // expect: stateless-mutable-global "TotalBad" "'PUT /total'" confidence proven
  StartOk.add(1);
  TheTable.add("admin");
  App.Get("/list", [&](const httplib::Request &Req, httplib::Response &Res) { Res.status = list(Req.body, TheTable); });
  App.Get("/count", [&](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = count(Req.body, StartOk) + StartOk.sum();
  });
  App.Put("/total", [&](const httplib::Request &Req, httplib::Response &) { TotalBad.add(int(Req.body.size())); });
  return !App.listen("0.0.0.0", 8080);
}
