// args: -std=c++17 -isystem {fixtures}/include
// Two executables in one database: each main has its own locals, and starts to
// serve at its own time. What one does before that, the other does on request.
#include "shared.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  int TurnsBad = 0; // expect: stateless-mutable-global "local 'TurnsBad' of 'main'" "'GET /turns'" confidence proven
  App.Get("/turns", [&](const httplib::Request &, httplib::Response &Res) { Res.status = ++TurnsBad; });
  App.Get("/refill", [](const httplib::Request &, httplib::Response &Res) { Res.status = refill(); });
  configure(8081);
  App.listen("0.0.0.0", port());
}
