// args: -std=c++17 -isystem {fixtures}/include
#include "prices.h"
#include <httplib.h>

int main(int, char **Argv) {
  httplib::Server App;
  begin();
  reload(Argv[0]);
  App.Post("/reload", [](const httplib::Request &Req, httplib::Response &) { reload(Req.body); });
  App.Get("/price", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = price(remember(int(Req.body.size())));
  });
  bool Served = App.listen("0.0.0.0", 8080);
  finish();
  return !Served;
}
