// args: -std=c++17 -isystem {fixtures}/include
#include "decorators.h"

static int LinesBad; // expect: stateless-mutable-global "on 'GET /both', 'GET /one' and 'GET /two'" confidence proven
static int DeniedBad; // expect: stateless-mutable-global "on 'GET /both' and 'GET /only'" confidence proven

Handler logged(Handler Fn) {
  return [Fn](const httplib::Request &Req, httplib::Response &Res) {
    ++LinesBad; // expect-fact: write LinesBad
    Fn(Req, Res);
  };
}
Handler guarded(Handler Fn) {
  return [Fn = std::move(Fn)](const httplib::Request &Req, httplib::Response &Res) {
    if (Req.has_header("Authorization"))
      Fn(Req, Res);
    else
      Res.status = ++DeniedBad; // expect-fact: write DeniedBad
  };
}
