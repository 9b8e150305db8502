// args: -std=c++17 -isystem {fixtures}/include
#include "routes.h"

static int FirstBad; // expect: stateless-mutable-global "written after start-up by 'first'"
static int SecondBad; // expect: stateless-mutable-global "written after start-up by 'second'"
static int StatusOk = 200; // expect-benign: stateless-mutable-global "never written"

// Which route is whose goes through the list; that a request runs them is sure.
ROUTE(first, "/first") { Res.status = StatusOk + ++FirstBad; } // expect-fact: write FirstBad
ROUTE(second, "/second") {
  SecondBad = int(Req.body.size()); // expect-fact: write SecondBad
}
