// args: -std=c++17 -isystem {fixtures}/include
// Functions that return a decorator, for several handlers and around each other:
// each route runs its own.
#include "decorators.h"

using httplib::Request;
using httplib::Response;

static int OneBad; // expect: stateless-mutable-global "by 'one', on 'GET /one'" confidence proven
static int TwoBad; // expect: stateless-mutable-global "by 'two', on 'GET /two'" confidence proven
static int BothBad; // expect: stateless-mutable-global "by lambda in 'main', on 'GET /both'" confidence proven
static int OnlyBad; // expect: stateless-mutable-global "by 'only', on 'GET /only'" confidence proven

static void one(const Request &, Response &Res) { Res.status = ++OneBad; } // expect-fact: write OneBad
static void two(const Request &, Response &Res) { Res.status = ++TwoBad; } // expect-fact: write TwoBad
static void only(const Request &, Response &Res) { Res.status = ++OnlyBad; } // expect-fact: write OnlyBad

int main() {
  httplib::Server App;
  App.Get("/one", logged(one));
  App.Get("/two", logged(two));
  Handler Both = [](const Request &, Response &Res) { Res.status = ++BothBad; }; // expect-fact: write BothBad
  App.Get("/both", guarded(logged(Both)));
  App.Get("/only", guarded(only));
  return !App.listen("0.0.0.0", 8080);
}
