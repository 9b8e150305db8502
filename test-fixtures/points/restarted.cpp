// A loop around what serves: nothing in it is over.
#include <sys/socket.h>

static int RestartsBad; // expect: stateless-mutable-global "RestartsBad"
static int CountBad;    // expect: stateless-mutable-global "CountBad" "request loop"
static int OnceOk;      // expect-benign: stateless-mutable-global "start-up"
static int DoneOk;      // expect-benign: stateless-mutable-global "when serving is over"

static bool stopped();
static void serve() {
  for (;;) {
    int C = accept(3, nullptr, nullptr);
    if (C < 0)
      return;
    ++CountBad;
  }
}

int main() {
  OnceOk = 1;
  while (!stopped()) {
    serve();
    ++RestartsBad;
  }
  DoneOk = 1;
  return CountBad + RestartsBad + OnceOk + DoneOk;
}

static bool stopped() { return RestartsBad > 3; }
