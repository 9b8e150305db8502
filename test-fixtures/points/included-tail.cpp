// The tail of the loop stands in another file.
#include <sys/socket.h>

static int LateBad;  // expect: stateless-mutable-global "LateBad" "request loop"
static int CallsBad; // expect: stateless-mutable-global "CallsBad" "request loop"
static int OnceOk;   // expect-benign: stateless-mutable-global "when serving is over"
static void later() { ++CallsBad; }

static void loop() {
  for (;;) {
    int C = accept(3, nullptr, nullptr);
    if (C < 0)
      break;
#include "included-tail.inc"
  }
#include "included-after.inc"
}

int main() {
  loop();
  return LateBad + CallsBad + OnceOk;
}
