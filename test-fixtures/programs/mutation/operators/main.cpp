// args: -std=c++17 -isystem {fixtures}/include
#include "odometer.h"
#include <httplib.h>
#include <sstream>

static Odometer PreBad; // expect: stateless-mutable-global "PreBad" "'GET /drive'" confidence proven
static Odometer PostBad; // expect: stateless-mutable-global "PostBad" "'GET /drive'" confidence proven
static Odometer AddBad; // expect: stateless-mutable-global "AddBad" "'GET /drive'" confidence proven
static Odometer IndexBad; // expect: stateless-mutable-global "IndexBad" "'GET /drive'" confidence proven
static Odometer CallBad; // expect: stateless-mutable-global "CallBad" "'GET /drive'" confidence proven
static Odometer ArrowBad; // expect: stateless-mutable-global "ArrowBad" "'GET /drive'" confidence proven
static Odometer ShiftBad; // expect: stateless-mutable-global "ShiftBad" "'GET /drive'" confidence proven
static Odometer InputBad; // expect: stateless-mutable-global "InputBad" "'GET /drive'" confidence proven
static Odometer ChainBad; // expect: stateless-mutable-global "ChainBad" "'GET /drive'" confidence proven

static Odometer SumOk; // expect-benign: stateless-mutable-global "never written"
static Odometer ReadOk; // expect-benign: stateless-mutable-global "never written"
static Odometer ComparedOk; // expect-benign: stateless-mutable-global "never written"

static int drive(int N) {
  ++PreBad;
  PostBad++;
  AddBad += N;
  IndexBad[1] = N;
  CallBad(N);
  ArrowBad->Trips = N;
  ShiftBad << N;
  std::istringstream("4") >> InputBad;
  (ChainBad += 1) << 2 << 3;
  Odometer Mine = SumOk + N;
  ++Mine << 4;
  return *ReadOk + int(ReadOk[0]) + (ComparedOk == ReadOk) + bool(ReadOk) + Mine.Trips;
}

int main() {
  httplib::Server App;
  App.Get("/drive", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.set_content(std::to_string(drive(int(Req.body.size()))), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
