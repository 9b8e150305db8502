// args: -std=c++17 -isystem {fixtures}/include
// No chain leads from a route to most of this: never proven, and benign where
// nothing at all can run it.
#include "parts.h"
#include <httplib.h>

int main() {
  begin();
  httplib::Server App;
  App.Get("/used", [](const httplib::Request &, httplib::Response &) { used(); });
  return !App.listen("0.0.0.0", 8080);
}
