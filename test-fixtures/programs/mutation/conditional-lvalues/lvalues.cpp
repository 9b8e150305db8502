// Lvalues that an expression picks: conditional, comma, assignment, parentheses.
#include "lvalues.h"

#include <algorithm>
#include <string>

struct Pair {
  int First = 0, Second = 0;
};

static int LeftBad, RightBad; // expect: stateless-mutable-global "LeftBad" "written by 'choose'" confidence proven expect: stateless-mutable-global "RightBad" "written by 'choose'" confidence proven
static int CommaBad; // expect: stateless-mutable-global "CommaBad" "'GET /choose'" confidence proven
static int ChainBad; // expect: stateless-mutable-global "ChainBad" "'GET /choose'" confidence proven
static int GroupedBad; // expect: stateless-mutable-global "GroupedBad" "'GET /choose'" confidence proven
static Pair EitherBad; // expect: stateless-mutable-global "EitherBad" "'GET /choose'" confidence proven
static Pair OtherBad; // expect: stateless-mutable-global "OtherBad" "'GET /choose'" confidence proven
static std::string LongBad, ShortBad; // expect: stateless-mutable-global "LongBad" "'GET /choose'" confidence proven expect: stateless-mutable-global "ShortBad" "'GET /choose'" confidence proven
static int PreBad; // expect: stateless-mutable-global "PreBad" "'GET /choose'" confidence proven
static int NestedBad; // expect: stateless-mutable-global "NestedBad" "'GET /choose'" confidence proven
static int ConditionBad; // expect: stateless-mutable-global "ConditionBad" "'GET /choose'" confidence proven
static int ByMemberBad[3]; // expect: stateless-mutable-global "ByMemberBad" "'GET /choose'" confidence proven
static int SmallBad = 1, LargeBad = 2; // expect: stateless-mutable-global "SmallBad" expect: stateless-mutable-global "LargeBad"

// Picked to be read, or evaluated and dropped.
static int ReadLeftOk = 1, ReadRightOk = 2; // expect-benign: stateless-mutable-global "never written" expect-benign: stateless-mutable-global "never written"
static int DroppedOk = 3; // expect-benign: stateless-mutable-global "never written"
static int BoundOk = 4; // expect-benign: stateless-mutable-global "never written"

void choose(bool Flag, int N) {
  (Flag ? LeftBad : RightBad) = N; // expect-fact: write LeftBad expect-fact: write RightBad
  ((void)DroppedOk, CommaBad) = N; // expect-fact: write CommaBad
  (ChainBad = N) += 2;             // expect-fact: write ChainBad
  ((GroupedBad)) -= 1;             // expect-fact: write GroupedBad
  (Flag ? EitherBad : OtherBad).Second++; // expect-fact: write EitherBad expect-fact: write OtherBad
  (Flag ? LongBad : ShortBad).append("x"); // expect-fact: write LongBad expect-fact: write ShortBad
  ++(++PreBad);                    // expect-fact: write PreBad
  int Local = 0;
  (Flag ? (N ? Local : NestedBad) : Local) = 1; // expect-fact: write NestedBad
  if (Flag && (ConditionBad = N)) // expect-fact: write ConditionBad
    Local = 2;
  (N > 1 ? ByMemberBad[0] : ByMemberBad[Local % 3]) = 3; // expect-fact: write ByMemberBad
  // std::max takes and gives const references; the cast makes it a write.
  const_cast<int &>(std::max(SmallBad, LargeBad)) = N;
}

int look(bool Flag) {
  int Local = Flag ? ReadLeftOk : ReadRightOk;
  const int &View = Flag ? BoundOk : Local;
  (Flag ? Local : Local) = View;
  return Local + (Flag ? BoundOk : DroppedOk);
}
