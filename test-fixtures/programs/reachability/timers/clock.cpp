#include "clock.h"

static int TicksBad; // expect: stateless-mutable-global "written after start-up by 'tick'" "the timer of 'g_timeout_add'" confidence proven
static int MinutesBad; // expect: stateless-mutable-global "written after start-up by 'advance'" "the timer of 'g_timeout_add_seconds'" confidence proven
static int RewoundOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static int StepOk = 1; // expect-benign: stateless-mutable-global "never written"

int tick(void *) {
  TicksBad += StepOk; // expect-fact: write TicksBad
  return 1;
}
// The state is where the timer's data points.
int count(void *Data) {
  ++*static_cast<int *>(Data);
  return 1;
}
void advance(int Minutes) { MinutesBad += Minutes; } // expect-fact: write MinutesBad
void rewindAll() { RewoundOk = 1; }
