// args: -std=c++17 -isystem {fixtures}/include
// What is written by a function that another function is given.
#include "visit.h"
#include <httplib.h>

static Numbers VisitedBad; // expect: stateless-mutable-global "VisitedBad" "'GET /visit'"
static Numbers AllBad; // expect: stateless-mutable-global "AllBad" "'GET /visit'"
static int LockedBad; // expect: stateless-mutable-global "LockedBad" "'GET /visit'"
static int AppliedBad; // expect: stateless-mutable-global "AppliedBad" "'GET /visit'"
static int LaterBad; // expect: stateless-mutable-global "LaterBad"
static int BoundBad; // expect: stateless-mutable-global "BoundBad" "'GET /visit'"
static Words WalkedOk; // expect-benign: stateless-mutable-global "never written"
static Numbers ReadOk; // expect-benign: stateless-mutable-global "never written"

static void raise(int *N) { *N += 1; }
static void set(int &Target, int To) { Target = To; }

static void visit(const httplib::Request &Req, httplib::Response &Res) {
  int Sum = 0;
  VisitedBad.each([](int &N) { ++N; });
  AllBad.all([&Sum](int &N) { N += Sum; });
  WalkedOk.each([&Sum](const int &N) { Sum += N; });
  locked([] { ++LockedBad; });
  locked([&Sum] { ++Sum; });
  apply(raise, &AppliedBad);
  apply([](int *N) { *N = 0; }, &Sum);
  later([] { ++LaterBad; });
  auto Set = std::bind(set, std::ref(BoundBad), int(Req.body.size()));
  Set();
  Res.status = Sum + ReadOk.last();
}

int main() {
  httplib::Server App;
  App.Get("/visit", visit);
  App.Get("/run", [](const httplib::Request &, httplib::Response &) { runLater(); });
  return !App.listen("0.0.0.0", 8080);
}
