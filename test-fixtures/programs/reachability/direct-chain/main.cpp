// args: -std=c++17 -isystem {fixtures}/include
// From the route to the write over three units, each call a direct one.
#include "orders.h"
#include <httplib.h>

static Order read(const httplib::Request &Req) { return {Req.body, int(Req.body.size())}; }
static void accept(const httplib::Request &Req, httplib::Response &Res) { Res.status = place(read(Req)) < 0 ? 400 : 201; }

int main(int Argc, char **) {
  httplib::Server App;
  countStock(Argc);
  App.Post("/order", accept);
  App.Get("/quote", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = quote(read(Req)); });
  return !App.listen("0.0.0.0", 8080);
}
