#include "boot.h"

int BootedOk; // expect-benign: stateless-mutable-global "start-up"
int SeededOk; // expect-benign: stateless-mutable-global "start-up"
int EarlyOk; // expect-benign: stateless-mutable-global "start-up"
int OrderOk; // expect-benign: stateless-mutable-global "start-up"
// Written when the process ends and no request can see it; that the destructor
// of an object of static storage runs then is not modelled.
int FP_Closed; // expect: stateless-mutable-global "written after start-up by 'Closer::~Closer'" confidence likely
std::vector<std::string> StagesOk; // expect-benign: stateless-mutable-global "start-up"
static int ObjectsBad; // expect: stateless-mutable-global "written after start-up by 'Boot::Boot'" "'GET /sum'" confidence proven

Boot::Boot(const std::string &Stage) {
  Level = int(Stage.size());
  ++ObjectsBad; // expect-fact: write ObjectsBad
}
Closer::~Closer() { FP_Closed = 1; }
int seed(int N) {
  SeededOk += N;
  return SeededOk;
}
int sum() { return BootedOk + SeededOk + EarlyOk + OrderOk + FP_Closed + ObjectsBad + int(StagesOk.size()); }
