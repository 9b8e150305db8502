// args: -std=c++17 -isystem {fixtures}/include
// Callbacks that fields hold: with one candidate the step is sure, with two it
// is not, and one that is never called is reached from nowhere.
#include "till.h"
#include <httplib.h>

static Till TillOk(report); // expect-benign: stateless-mutable-global "start-up"
static int SoldBad; // expect: stateless-mutable-global "SoldBad" "'POST /sell'" confidence proven

int main(int Argc, char **) {
  httplib::Server App;
  TillOk.onSale([](int Amount) { SoldBad += Amount; }); // expect-fact: write SoldBad
  TillOk.onRefund(strict);
  if (Argc > 1)
    TillOk.onRefund(lenient);
  TillOk.onClose([] { ++ClosedBad; });
  App.Post("/sell", [](const httplib::Request &Req, httplib::Response &) { TillOk.sell(int(Req.body.size())); });
  App.Post("/refund", [](const httplib::Request &Req, httplib::Response &) { TillOk.refund(int(Req.body.size())); });
  return !App.listen("0.0.0.0", 8080);
}
