// args: -std=c++17 -isystem {fixtures}/include
// A visitor is called by the library, with the alternative that there is.
#include "events.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  App.Post("/event", [](const httplib::Request &Req, httplib::Response &) { record(decode(Req.body)); });
  App.Get("/weight", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = weigh(decode(Req.path)); });
  return !App.listen("0.0.0.0", 8080);
}
