// Where main's start-up ends: at the loop that serves, not at one that reads
// options or walks a list.
#include <cstdio>
#include <unistd.h>

static bool Running = true; // expect: stateless-mutable-global "written by 'stop' (assignment)"
static int VerboseOk;       // expect-benign: stateless-mutable-global "start-up"
static int PluginsOk;       // expect-benign: stateless-mutable-global "start-up"
static int ServedBad;       // expect: stateless-mutable-global "written by 'handle' (increment)" confidence likely
static int TurnsBad;        // expect: stateless-mutable-global "written by 'main' (increment)"

static void addPlugin(int N) { PluginsOk += N; }
static void handle(int Fd) {
  ServedBad += 0;
  ++ServedBad; // expect-fact: write ServedBad
  (void)Fd;
}
void stop() { Running = false; }

int main(int Argc, char **Argv) {
  int Option;
  while ((Option = getopt(Argc, Argv, "v")) != -1)
    VerboseOk = Option == 'v';
  for (int I = 0; I < 3; ++I)
    addPlugin(I);
  while (Running) {
    ++TurnsBad; // expect-fact: write TurnsBad
    handle(VerboseOk);
  }
  return PluginsOk;
}
