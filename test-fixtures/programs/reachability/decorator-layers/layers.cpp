// args: -std=c++17 -isystem {fixtures}/include
#include "layers.h"

static int LinesBad; // expect: stateless-mutable-global "LinesBad" "'GET /one'" "'GET /open'" "'GET /two'" confidence proven
static int DeniedBad; // expect: stateless-mutable-global "DeniedBad" "on 'GET /one' and 'GET /two'" confidence proven

void logged(httplib::Server &App, const std::string &Path, Handler Fn) {
  App.Get(Path, [Fn](const httplib::Request &Req, httplib::Response &Res) {
    ++LinesBad; // expect-fact: write LinesBad
    Fn(Req, Res);
  });
}
void secured(httplib::Server &App, const std::string &Path, Handler Fn) {
  logged(App, Path, [Fn](const httplib::Request &Req, httplib::Response &Res) {
    if (Req.has_header("Authorization"))
      Fn(Req, Res);
    else
      Res.status = ++DeniedBad; // expect-fact: write DeniedBad
  });
}
