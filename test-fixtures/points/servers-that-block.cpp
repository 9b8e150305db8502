// args: -std=c++17 -isystem {fixtures}/include
// A call that serves until it is stopped: what stands behind it, on its paths
// alone, is done when serving is over. Nothing compares lines.
#include <httplib.h>

static int BeforeOk;   // expect-benign: stateless-mutable-global "written only at start-up"
static int AfterOk;    // expect-benign: stateless-mutable-global "when serving is over"
static int ElsewhereOk; // expect-benign: stateless-mutable-global "written only at start-up"
static int BothOk;     // expect-benign: stateless-mutable-global "start-up and when serving is over"
static int HandlerBad; // expect: stateless-mutable-global "HandlerBad" confidence proven
static int BetweenBad; // expect: stateless-mutable-global "BetweenBad" "after start-up"
static int AgainBad;   // expect: stateless-mutable-global "AgainBad" "after start-up"
static int LeavingOk;  // expect-benign: stateless-mutable-global "when serving is over"
static int EarlyBad;   // expect: stateless-mutable-global "EarlyBad" "after start-up"

static void again() {
  httplib::Server Third;
  for (;;) { if (Third.listen("::", 83)) return; ++AgainBad; }
}

// Behind the first server of its own, but not behind the last of the program.
static void early() {
  httplib::Server Zeroth; Zeroth.listen("::", 80); EarlyBad = 1;
}

int main(int Count, char **) {
  httplib::Server First, Second;
  First.Get("/", [](const httplib::Request &, httplib::Response &Answer) { Answer.status = ++HandlerBad; });
  BeforeOk = Count; BothOk = 1;
  if (Count > 2) { ElsewhereOk = 2; } else { early(); First.listen("::", 81); ++BetweenBad; Second.listen("::", 82); again(); }
  for (;;) { if (First.listen("::", 84)) { LeavingOk = 1; break; } ++AgainBad; }
  AfterOk = 1; BothOk = 2;
  return BeforeOk + AfterOk + ElsewhereOk + BothOk + BetweenBad + AgainBad + LeavingOk + EarlyBad;
}
