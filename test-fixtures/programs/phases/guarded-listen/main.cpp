// args: -std=c++17 -isystem {fixtures}/include
// The server listens in a lambda that main hands to a function of its own,
// which hands other work out too.
#include "guarded.h"
#include <httplib.h>

static int BootedOk; // expect-benign: stateless-mutable-global "start-up"
static int PreparedOk; // expect-benign: stateless-mutable-global "start-up"
static int EndedOk; // expect-benign: stateless-mutable-global "written only when serving is over"
static int KeptBad; // expect: stateless-mutable-global "'GET /hit'" confidence proven

static void prepare() { PreparedOk = 2; }
static void finish() { ++EndedOk; }

int main() {
  httplib::Server App;
  BootedOk = 1;
  guarded([] { prepare(); });
  int HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "'GET /hit'" confidence proven
  App.Get("/hit", [&](const httplib::Request &, httplib::Response &Res) {
    Res.status = ++HitsBad + ++KeptBad + BootedOk + PreparedOk; // expect-fact: write KeptBad
  });
  guarded([&] { App.listen("0.0.0.0", 8080); });
  finish();
  return EndedOk;
}
