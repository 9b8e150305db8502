// args: -std=c++17 -isystem {fixtures}/include
#include "service.h"

int BootedOk; // expect-benign: stateless-mutable-global "start-up"
static int ResultBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely

int main(int Argc, char **) {
  BootedOk = 1;
  ResultBad = run(Argc); // expect-fact: write ResultBad
  return ResultBad + AfterServeBad;
}
