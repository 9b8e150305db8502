// args: -std=c++17 -isystem {fixtures}/include
// Paths are put together from constants that other units define.
#include "places.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  moveData("/srv/changed");
  App.Put("/all", [](const httplib::Request &Req, httplib::Response &) { writeAll(Req.body); });
  App.Put("/changed", [](const httplib::Request &Req, httplib::Response &) { writeChanged(Req.body); });
  return !App.listen("0.0.0.0", 8080);
}
