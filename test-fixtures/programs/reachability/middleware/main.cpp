// args: -std=c++17 -isystem {fixtures}/include
// The handler is wrapped in another one, which calls it.
#include "middleware.h"

using httplib::Request;
using httplib::Response;

// Two closures of one type: each runs its own.
static int OneBad; // expect: stateless-mutable-global "by 'one', on 'GET /one'" confidence proven
static int TwoBad; // expect: stateless-mutable-global "by 'two', on 'GET /two'" confidence proven
static int DeepBad; // expect: stateless-mutable-global "DeepBad" "'POST /guarded'" confidence proven
static int ClockBad; // expect: stateless-mutable-global "ClockBad" "'GET /timed'" confidence proven
static int RoutedBad; // expect: stateless-mutable-global "RoutedBad" "handler registered by 'httplib::Server::set_pre_routing_handler'" confidence proven

static void one(const Request &, Response &Res) { Res.status = ++OneBad; } // expect-fact: write OneBad
static void two(const Request &, Response &Res) { Res.status = ++TwoBad; } // expect-fact: write TwoBad

int main() {
  httplib::Server App;
  App.Get("/one", logged(one));
  App.Get("/two", logged(two));
  App.Post("/guarded", guarded([](const Request &, Response &Res) { Res.status = ++DeepBad; }));
  App.Get("/timed", timed([](const Request &, Response &Res) { Res.status = ++ClockBad; }));
  App.set_pre_routing_handler([](const Request &, Response &) {
    ++RoutedBad; // expect-fact: write RoutedBad
    return httplib::Server::HandlerResponse::Unhandled;
  });
  return !App.listen("0.0.0.0", 8080);
}
