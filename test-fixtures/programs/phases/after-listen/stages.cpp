#include "stages.h"

int BeforeOk; // expect-benign: stateless-mutable-global "start-up"
int AfterOk; // expect-benign: stateless-mutable-global "written only when serving is over"
int BothOk; // expect-benign: stateless-mutable-global "written only at start-up and when serving is over"
// In the loop that serves again and again, even what stands before the call
// comes after the first round of requests.
int AttemptsBad; // expect: stateless-mutable-global "written after start-up by 'main'"
int RestartsBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely
static int ClosedOk; // expect-benign: stateless-mutable-global "written only when serving is over"

void closeDown() { ClosedOk = 1; }
int ask() { return BeforeOk + AfterOk + BothOk + AttemptsBad + RestartsBad + ClosedOk; }
