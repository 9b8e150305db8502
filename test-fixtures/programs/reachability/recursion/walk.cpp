#include "tree.h"

static int WalkedBad; // expect: stateless-mutable-global "written after start-up by 'walk'" "'GET /walk'" confidence proven
static int ParsedOk; // expect-benign: stateless-mutable-global "start-up"
static int OddBad; // expect: stateless-mutable-global "written after start-up by 'odd'" "'GET /even'" confidence proven

Node parse(int Depth) {
  Node N;
  ++ParsedOk;
  while (Depth-- > 0)
    N.Children.push_back(parse(Depth));
  return N;
}
int walk(const Node &N) {
  int Sum = N.Value;
  for (const Node &Child : N.Children)
    Sum += visit(Child);
  ++WalkedBad; // expect-fact: write WalkedBad
  return Sum + ParsedOk;
}
int odd(int N) {
  OddBad = N; // expect-fact: write OddBad
  return N == 0 ? 0 : even(N - 1);
}
