// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

int StageOk; // expect-benign: stateless-mutable-global "start-up"
int AfterServeBad; // expect: stateless-mutable-global "written after start-up by 'Service::serve'" confidence likely
static int AfterRunBad; // expect: stateless-mutable-global "written after start-up by 'run'" confidence likely

// The object lives in this frame as long as the process serves.
int run(int Argc) {
  StageOk = Argc;
  Service TheServiceBad("shop"); // expect: stateless-mutable-global "TheServiceBad" "Served" "'GET /served'"
  TheServiceBad.routes();
  StageOk = 2;
  int Result = !TheServiceBad.serve();
  AfterRunBad = TheServiceBad.served(); // expect-fact: write AfterRunBad
  return Result + AfterRunBad;
}
