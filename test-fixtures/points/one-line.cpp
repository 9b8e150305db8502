// All on one line: what stands before, inside and behind the loop.
#include <sys/socket.h>

static int BeforeOk; // expect-benign: stateless-mutable-global "start-up"
static int LateBad;  // expect: stateless-mutable-global "LateBad" "request loop"
static int CallsBad; // expect: stateless-mutable-global "CallsBad" "request loop"
static int OnceOk;   // expect-benign: stateless-mutable-global "when serving is over"
static void later() { ++CallsBad; }

int main() { BeforeOk = 1; for (;;) { int C = accept(3, nullptr, nullptr); if (C < 0) break; LateBad = C; later(); } OnceOk = 1; return LateBad + CallsBad + BeforeOk + OnceOk; }
