// args: -std=c++17 -isystem {fixtures}/include
// To bind is not yet to serve.
#include "port.h"

static int LastBad; // expect: stateless-mutable-global "lambda in 'main'" "'PUT /last'" confidence proven

int main() {
  httplib::Server App;
  App.Put("/last", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.status = LastBad + BoundOk;
    LastBad = int(Req.body.size()); // expect-fact: write LastBad
  });
  if (!bindSomewhere(App))
    return 1;
  BoundOk = 1;
  reportPort();
  return !App.listen_after_bind();
}
