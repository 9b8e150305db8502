// args: -std=c++17 -isystem {fixtures}/include
#include "meter.h"
#include <httplib.h>

void drain(Meter &M);

static Meter RecordedBad; // expect: stateless-mutable-global "RecordedBad" "'GET /use'" confidence proven
static Meter ClearedBad; // expect: stateless-mutable-global "ClearedBad" "'GET /use'" confidence proven
static Meter RenamedBad; // expect: stateless-mutable-global "RenamedBad" "'GET /use'" confidence proven
static Meter ChainedBad; // expect: stateless-mutable-global "ChainedBad" "'GET /use'" confidence proven
static Meter DrainedBad; // expect: stateless-mutable-global "DrainedBad" "'GET /use'" confidence proven
static Meter ReplacedBad; // expect: stateless-mutable-global "ReplacedBad" "'GET /use'" confidence proven
static const Meter LookedBad; // expect: stateless-mutable-global "LookedBad" "'GET /use'" confidence proven

static Meter PeekedOk; // expect-benign: stateless-mutable-global "never written"
static Meter CopiedOk; // expect-benign: stateless-mutable-global "never written"
static const Meter SizedOk; // expect-benign: stateless-mutable-global "never written"

static int use(const std::string &Text) {
  RecordedBad.record(1);
  ClearedBad.clear();
  RenamedBad.rename(Text);
  ChainedBad.add(1).twice().Named::rename(Text);
  drain(DrainedBad);
  ReplacedBad = Meter(); // expect-fact: write ReplacedBad
  Meter Mine = CopiedOk;
  Mine.add(2).twice().clear();
  drain(Mine);
  CopiedOk.self().record(3); // a copy is recorded
  return LookedBad.look() + PeekedOk.last() + int(SizedOk.size());
}

int main() {
  httplib::Server App;
  App.Get("/use", [](const httplib::Request &Req, httplib::Response &Res) {
    Res.set_content(std::to_string(use(Req.body)), "text/plain");
  });
  return !App.listen("0.0.0.0", 8080);
}
