// args: -std=c++17 -isystem {fixtures}/include
// Routes that macros register.
#include "routes.h"

static int MacroBad; // expect: stateless-mutable-global "written after start-up by 'macro'" "'GET /macro'" confidence proven

HANDLER(macro) { Res.status = ++MacroBad; } // expect-fact: write MacroBad

int main() {
  httplib::Server App;
  GET(App, "/macro", macro);
  installRegistered(App);
  return !App.listen("0.0.0.0", 8080);
}
