// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

int BootedOk; // expect-benign: stateless-mutable-global "start-up"
static int ResultOk; // expect-benign: stateless-mutable-global "written only when serving is over"

int main(int Argc, char **) {
  BootedOk = 1;
  ResultOk = run(Argc);
  return ResultOk + AfterServeOk;
}
