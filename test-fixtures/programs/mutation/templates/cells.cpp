#include "cells.h"

Cell<int> NumberBad; // expect: stateless-mutable-global "NumberBad" "'GET /cells'" confidence proven
Cell<int> StillOk; // expect-benign: stateless-mutable-global "never written"
Cell<std::string> TextOk; // expect-benign: stateless-mutable-global "never written"
static int FirstBad, SecondBad; // expect: stateless-mutable-global "FirstBad" "'GET /cells'" expect: stateless-mutable-global "SecondBad" "'GET /cells'"
static int SummedOk = 1; // expect-benign: stateless-mutable-global "never written"
static std::string AnyBad; // expect: stateless-mutable-global "AnyBad" "'GET /cells'" confidence proven
static Walker WalkerBad; // expect: stateless-mutable-global "WalkerBad" "'GET /cells'"
// What another instantiation of its base writes does not count.
static Stander StanderOk; // expect-benign: stateless-mutable-global "never written"
static Cell<long> VisitedBad; // expect: stateless-mutable-global "VisitedBad" "'GET /cells'"
static int GenericBad; // expect: stateless-mutable-global "GenericBad" "'GET /cells'"

struct Part : Counted<Part> {
  int N = 1;
};

int useCells(int N) {
  Part P;
  remember(N);
  remember(std::string("x"));
  NumberBad.set(N);
  bumpAll(FirstBad, SecondBad);
  setAny(AnyBad, TextOk.get());
  WalkerBad.step();
  StanderOk.step();
  VisitedBad.with([N](long &Value) { return Value += N; });
  auto Assign = [](auto &Target, auto Value) { Target = Value; };
  Assign(GenericBad, N);
  Cell<std::string> Mine;
  Mine.set(TextOk.get());
  int Copy = StillOk.get();
  bumpAll(Copy, P.N);
  setAny(Copy, sumAll(SummedOk, Copy));
  return Copy + DefaultOk<int>;
}
