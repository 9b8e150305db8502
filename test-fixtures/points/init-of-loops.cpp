// What initialises a loop is done once, before it.
#include <sys/socket.h>

static int StartedOk; // expect-benign: stateless-mutable-global "start-up"
static int StepsBad;  // expect: stateless-mutable-global "StepsBad"

static int start() { return ++StartedOk; }
static void step() { ++StepsBad; }

int main() {
  for (int C = start(); (C = accept(3, nullptr, nullptr)) >= 0; step()) {
  }
  return StartedOk + StepsBad;
}
