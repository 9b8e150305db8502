// args: -std=c++17 -isystem {fixtures}/include
// Wrappers that put their own handler around the one they are given, on top of
// each other: each route still runs its own.
#include "layers.h"

using httplib::Request;
using httplib::Response;

static int OneBad; // expect: stateless-mutable-global "by 'one', on 'GET /one'" confidence proven
static int TwoBad; // expect: stateless-mutable-global "by 'two', on 'GET /two'" confidence proven
static int OpenBad; // expect: stateless-mutable-global "by 'open', on 'GET /open'" confidence proven
static int GivenBad; // expect: stateless-mutable-global "by 'given', on 'GET /given'" confidence likely
static int MissingBad; // expect: stateless-mutable-global "by 'missing', on 'GET /given'" confidence likely

static void one(const Request &, Response &Res) { Res.status = ++OneBad; } // expect-fact: write OneBad
static void two(const Request &, Response &Res) { Res.status = ++TwoBad; } // expect-fact: write TwoBad
static void open(const Request &, Response &Res) { Res.status = ++OpenBad; } // expect-fact: write OpenBad
static void given(const Request &, Response &Res) { Res.status = ++GivenBad; } // expect-fact: write GivenBad
static void missing(const Request &, Response &Res) { Res.status = ++MissingBad; } // expect-fact: write MissingBad

// One of the two runs.
static void orMissing(httplib::Server &App, const char *Path, Handler Fn) {
  App.Get(Path, [Fn](const Request &Req, Response &Res) { (Fn ? Fn : Handler(missing))(Req, Res); });
}

int main() {
  httplib::Server App;
  secured(App, "/one", one);
  secured(App, "/two", two);
  logged(App, "/open", open);
  orMissing(App, "/given", given);
  return !App.listen("0.0.0.0", 8080);
}
