// A call that sets its argument whenever it is called is not known to do so.
#include <sys/socket.h>

static int TurnsBad; // expect: stateless-mutable-global "TurnsBad"

static bool next(int &C) {
  C = accept(3, nullptr, nullptr);
  return C >= 0;
}

int main() {
  // expect@+1: stateless-mutable-global "local 'FP_Connection' of 'main'"
  for (int FP_Connection = 0; next(FP_Connection);)
    ++TurnsBad;
  return TurnsBad;
}
