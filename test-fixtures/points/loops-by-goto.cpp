// A loop that is made of a jump: what stands in front of the call that serves
// runs again behind it.
#include <sys/socket.h>

static int AgainBad;  // expect: stateless-mutable-global "AgainBad"
static int CountBad;  // expect: stateless-mutable-global "CountBad" "request loop"
static int BeforeOk;  // expect-benign: stateless-mutable-global "start-up"

static void serve() {
  for (;;) {
    int C = accept(3, nullptr, nullptr);
    if (C < 0)
      return;
    ++CountBad;
  }
}

int main() {
  int Tries = 0; // expect: stateless-mutable-global "Tries" "request loop in 'main'"
  BeforeOk = 1;
Again:
  AgainBad = AgainBad + 1;
  serve();
  if (++Tries < 10)
    goto Again;
  return CountBad + AgainBad + BeforeOk;
}
