#include "actions.h"

static int RunsBad; // expect: stateless-mutable-global "written after start-up by 'twice'"
static int twice(int N) {
  ++RunsBad; // expect-fact: write RunsBad
  return 2 * N;
}
REGISTER(twice);
