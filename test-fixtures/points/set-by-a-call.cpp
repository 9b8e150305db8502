// A call that sets its argument whenever it is called.
#include <sys/socket.h>

static int TurnsBad; // expect: stateless-mutable-global "TurnsBad"

static bool next(int &C) {
  C = accept(3, nullptr, nullptr);
  return C >= 0;
}

int main() {
  // expect-benign@+1: stateless-mutable-global "scratch"
  for (int Connection = 0; next(Connection);)
    ++TurnsBad;
  return TurnsBad;
}
