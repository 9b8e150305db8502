#include "config.h"

int PortOk = 80; // expect-benign: stateless-mutable-global "start-up"
std::string NameOk; // expect-benign: stateless-mutable-global "start-up"
std::map<std::string, std::string> TitlesOk; // expect-benign: stateless-mutable-global "start-up"
std::vector<std::string> ArgumentsOk; // expect-benign: stateless-mutable-global "start-up"
Limits LimitsOk; // expect-benign: stateless-mutable-global "start-up"
int DepthOk; // expect-benign: stateless-mutable-global "start-up"
int NeverOk = 2; // expect-benign: stateless-mutable-global "never written"
// Nobody calls its writer.
int DeadOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"

// Reached from main alone, by two calls and by recursion.
static void descend(int N) {
  ++DepthOk;
  if (N > 0)
    descend(N - 1);
}
void configure(int Argc, char **Argv) {
  ArgumentsOk.assign(Argv, Argv + Argc);
  PortOk = 8000 + Argc;
  setTitle("default", "Shop");
  LimitsOk.raise(Argc);
  descend(Argc);
}
void setDead(int N) { DeadOk = N; }
