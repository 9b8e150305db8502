// A macro is one place in the text: what it expands to still has an order.
#include <sys/socket.h>

#define SERVE(Body)                                                            \
  for (;;) {                                                                   \
    int C = accept(3, nullptr, nullptr);                                       \
    if (C < 0)                                                                 \
      break;                                                                   \
    Body;                                                                      \
  }

static int CountBad; // expect: stateless-mutable-global "CountBad" "request loop"
static int FirstOk;  // expect-benign: stateless-mutable-global "start-up"
static int LastOk;   // expect-benign: stateless-mutable-global "when serving is over"

// clang-format off
int main() { FirstOk = 1; SERVE(++CountBad) LastOk = 1; return CountBad + FirstOk + LastOk; }
