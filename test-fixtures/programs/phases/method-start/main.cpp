#include "service.h"

static int ReadyOk; // expect-benign: stateless-mutable-global "start-up"
static int DoneOk; // expect-benign: stateless-mutable-global "written only when serving is over"

int main(int, char **Argv) {
  std::unique_ptr<Service> TheServiceOk = makeService();
  TheServiceOk->configure(Argv[0]);
  ReadyOk = 1;
  DoneOk = TheServiceOk->start();
  return !(DoneOk && ReadyOk);
}
