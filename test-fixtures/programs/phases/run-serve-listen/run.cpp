// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

int StageOk; // expect-benign: stateless-mutable-global "start-up"
int AfterServeOk; // expect-benign: stateless-mutable-global "written only when serving is over"
static int AfterRunOk; // expect-benign: stateless-mutable-global "written only when serving is over"

// The object lives in this frame as long as the process serves.
int run(int Argc) {
  StageOk = Argc;
  Service TheServiceBad("shop"); // expect: stateless-mutable-global "TheServiceBad" "Served" "'GET /served'"
  TheServiceBad.routes();
  StageOk = 2;
  int Result = !TheServiceBad.serve();
  AfterRunOk = TheServiceBad.served();
  return Result + AfterRunOk;
}
