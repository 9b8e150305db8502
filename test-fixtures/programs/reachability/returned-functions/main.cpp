// args: -std=c++17 -isystem {fixtures}/include
// Pointers to functions and to members that other functions return.
#include "actions.h"
#include <httplib.h>

static int FixedBad; // expect: stateless-mutable-global "written after start-up by 'Fixed::count'" "'GET /fixed'"

struct Fixed {
  void count() { ++FixedBad; } // expect-fact: write FixedBad
};

int main() {
  httplib::Server App;
  App.Get("/pick", [](const httplib::Request &Req, httplib::Response &Res) {
    Action Do = pick(Req.path);
    Res.status = Do ? Do(Req.body) : 404;
  });
  App.Get("/only", [](const httplib::Request &Req, httplib::Response &Res) { Res.status = only()(Req.body); });
  App.Get("/turn", [](const httplib::Request &Req, httplib::Response &Res) {
    Meter M;
    Res.status = apply(M, turn(Req.has_param("up")), 2);
  });
  App.Get("/fixed", [](const httplib::Request &, httplib::Response &) {
    Fixed F;
    void (Fixed::*Count)() = &Fixed::count;
    (F.*Count)();
  });
  return !App.listen("0.0.0.0", 8080);
}
