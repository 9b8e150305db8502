#include "stages.h"

int BeforeOk; // expect-benign: stateless-mutable-global "start-up"
int AfterBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely
int BothBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely
// In the loop that serves again and again, even what stands before the call
// comes after the first round of requests.
int AttemptsBad; // expect: stateless-mutable-global "written after start-up by 'main'"
int RestartsBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely
static int ClosedBad; // expect: stateless-mutable-global "written after start-up by 'closeDown'" confidence likely

void closeDown() { ClosedBad = 1; } // expect-fact: write ClosedBad
int ask() { return BeforeOk + AfterBad + BothBad + AttemptsBad + RestartsBad + ClosedBad; }
