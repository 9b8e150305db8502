#include "tree.h"

static int VisitedBad; // expect: stateless-mutable-global "written after start-up by 'visit'" "'GET /walk'" confidence proven
static int EvenBad; // expect: stateless-mutable-global "written after start-up by 'even'" "'GET /even'" confidence proven
static int SpunOk; // expect-benign: stateless-mutable-global "written only by code that nothing calls"

int visit(const Node &N) {
  ++VisitedBad; // expect-fact: write VisitedBad
  return N.Value + walk(N);
}
int even(int N) {
  EvenBad += N; // expect-fact: write EvenBad
  return N == 0 ? 1 : odd(N - 1);
}
// It calls itself, and nobody else does.
void spin(int N) {
  ++SpunOk;
  if (N > 0)
    spin(N - 1);
}
