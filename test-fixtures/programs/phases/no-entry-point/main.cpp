#include "jobs.h"

static int StartedOk; // expect-benign: stateless-mutable-global "start-up"

int main(int Argc, char **Argv) {
  StartedOk = Argc;
  setUp(Argv[0]);
  while (true) {
    std::string Job;
    if (!nextJob(Job))
      break;
    handle(Job);
  }
  return StartedOk;
}
