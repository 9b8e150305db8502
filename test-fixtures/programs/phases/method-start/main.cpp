#include "service.h"

static int ReadyOk; // expect-benign: stateless-mutable-global "start-up"
static int DoneBad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence likely

int main(int, char **Argv) {
  std::unique_ptr<Service> TheServiceOk = makeService();
  TheServiceOk->configure(Argv[0]);
  ReadyOk = 1;
  DoneBad = TheServiceOk->start(); // expect-fact: write DoneBad
  return !(DoneBad && ReadyOk);
}
