// Order of evaluation: arguments before the call, the right side of && behind
// the left one.
#include <sys/socket.h>

static int ArgumentOk; // expect-benign: stateless-mutable-global "start-up"
static int LeftOk;     // expect-benign: stateless-mutable-global "start-up"
static int TurnsBad;   // expect: stateless-mutable-global "TurnsBad" "request loop"

static int prepare() { return ++ArgumentOk; }
static bool left() { return ++LeftOk > 0; }
static int serve(int Port) {
  for (;;) {
    int C = accept(Port, nullptr, nullptr);
    if (C < 0)
      return Port;
    ++TurnsBad;
  }
}

int main() { return left() && serve(prepare()) ? TurnsBad + ArgumentOk : LeftOk; }
