// args: -std=c++20 -isystem {fixtures}/include
// A default that the program replaces does not run in it; in the other program
// it does.
#include "hooks.h"
#include <httplib.h>

static int TurnsBad; // expect: stateless-mutable-global "written after start-up by 'onRequest'" "'GET /'" confidence proven
void onRequest() { ++TurnsBad; }

int main() {
  httplib::Server S;
  S.Get("/", [](const httplib::Request &, httplib::Response &R) { handle(); R.status = TurnsBad; });
  S.listen("0.0.0.0", 80);
}
