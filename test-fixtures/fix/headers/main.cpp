// Declarations in a header, definitions in one unit, uses in two.
#include "config.h"
#include <cstdio>

static void take(int &N) { std::printf("%d\n", N); }

int main() {
  ++Counter;
  ++SharedCounter;
  ++Defaults::Changed;
  take(Lent);
  int Sum = total() + Port + Rows[0] + Shared + Copied + Written + written() + Defaults::Level + Defaults::Depth + Defaults::Steps[1];
  std::printf("%d %s %s %d\n", Sum, Host.c_str(), Banner, SharedCounter + Defaults::Changed);
  return 0;
}
