// args: -std=c++17 -isystem {fixtures}/include
// Methods of several objects of one class, bound as handlers: each does what its
// own object has.
#include "counter.h"

using httplib::Request;
using httplib::Response;

static int BoundBad; // expect: stateless-mutable-global "by 'bound', on 'GET /bound'" confidence proven
static int MemberBad; // expect: stateless-mutable-global "by 'member', on 'GET /member'" confidence proven
static int CapturedBad; // expect: stateless-mutable-global "by 'captured', on 'GET /captured'" confidence proven

static int bound() { return ++BoundBad; } // expect-fact: write BoundBad
static int member() { return ++MemberBad; } // expect-fact: write MemberBad
static int captured() { return ++CapturedBad; } // expect-fact: write CapturedBad

int main() {
  using namespace std::placeholders;
  httplib::Server App;
  Controller Bound(bound), Member(member), Captured(captured);
  App.Get("/bound", std::bind(&Controller::handle, &Bound, _1, _2));
  App.Get("/member", std::bind(&Controller::handle, &Member, _1, _2));
  App.Get("/captured", [&Captured](const Request &Req, Response &Res) { Captured.handle(Req, Res); });
  return !App.listen("0.0.0.0", 8080);
}
