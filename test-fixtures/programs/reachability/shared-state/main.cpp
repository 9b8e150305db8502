// args: -std=c++17 -isystem {fixtures}/include
// Several routes write one state: each is named, as far as there is room.
#include "hits.h"
#include <httplib.h>

using httplib::Request;
using httplib::Response;

static void raised(const Request &, Response &Res) { Res.status = raise(); }

int main() {
  httplib::Server App;
  App.Post("/hits", [](const Request &, Response &Res) { Res.status = hit(); });
  App.Delete("/hits", [](const Request &, Response &Res) { Res.status = reset(); });
  App.Get("/hits", [](const Request &, Response &Res) { Res.status = show(); });
  App.Put("/raise", raised);
  App.Post("/raise", raised);
  App.Patch("/raise", raised);
  App.Put("/lower", [](const Request &, Response &Res) { Res.status = lower(); });
  return !App.listen("0.0.0.0", 8080);
}
