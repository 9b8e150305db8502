// Every kind of write that one expression can do by itself.
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

struct Point {
  int X, Y;
};

static int AssignedBad; // expect: stateless-mutable-global "written by 'assign' (assignment)"
static int ChainedBad, ChainBad; // expect: stateless-mutable-global "ChainedBad" "written by 'assign' (assignment)" expect: stateless-mutable-global "ChainBad" "written by 'assign' (assignment)"
static unsigned ShiftedBad; // expect: stateless-mutable-global "written by 'assign' (compound assignment)"
static Point FieldBad; // expect: stateless-mutable-global "written by 'assign' (assignment)"
static Point WholeBad; // expect: stateless-mutable-global "written by 'assign' (assignment)"
static int ConditionBad; // expect: stateless-mutable-global "written by 'assign' (assignment)"
static int EitherBad, OrBad; // expect: stateless-mutable-global "EitherBad" "written by 'assign'" expect: stateless-mutable-global "OrBad" "written by 'assign'"
static int CommaBad; // expect: stateless-mutable-global "written by 'assign' (assignment)"
void assign(bool Flag) {
  AssignedBad = 1;             // expect-fact: write AssignedBad
  ChainedBad = ChainBad = 2;   // expect-fact: write ChainedBad expect-fact: write ChainBad
  ShiftedBad <<= 3;            // expect-fact: write ShiftedBad
  FieldBad.Y = 4;              // expect-fact: write FieldBad
  WholeBad = Point{1, 2};      // expect-fact: write WholeBad
  if ((ConditionBad = 5) != 0) // expect-fact: write ConditionBad
    (Flag ? EitherBad : OrBad) = 6; // expect-fact: write EitherBad expect-fact: write OrBad
  ((void)Flag, CommaBad) = 7; // expect-fact: write CommaBad
}

// By a name for it: references and pointers that the function holds.
static std::vector<int> ByReferenceBad; // expect: stateless-mutable-global "written by 'alias' (call of '" "push_back'"
static int ByPointerBad; // expect: stateless-mutable-global "written by 'alias' (assignment)"
static Point BySecondBad; // expect: stateless-mutable-global "written by 'alias' (increment)"
static int ByArrowBad; // expect: stateless-mutable-global "written by 'alias' (assignment)"
static std::vector<int> ByLoopBad; // expect: stateless-mutable-global "written by 'alias' (assignment)"
static std::map<int, int> ByLoopPairBad; // expect: stateless-mutable-global "ByLoopPairBad" "written by 'alias'"
static int ByCaptureBad; // expect: stateless-mutable-global "(increment)"
void alias() {
  auto &R = ByReferenceBad;
  R.push_back(1); // expect-fact: write ByReferenceBad
  int *P = &ByPointerBad;
  *P = 3; // expect-fact: write ByPointerBad
  Point &Outer = BySecondBad;
  int &Inner = Outer.X;
  Inner++; // expect-fact: write BySecondBad
  (&ByArrowBad)[0] = 4; // expect-fact: write ByArrowBad
  for (auto &E : ByLoopBad)
    E = 0; // expect-fact: write ByLoopBad
  for (auto &[Key, Value] : ByLoopPairBad)
    Value = Key; // expect-fact: write ByLoopPairBad
  auto Add = [&N = ByCaptureBad] { ++N; };
  Add();
}

// Structured bindings, std::get, tie, iterators.
static std::pair<int, int> BoundBad; // expect: stateless-mutable-global "BoundBad" "written by 'unpack'"
static Point BoundPointBad; // expect: stateless-mutable-global "BoundPointBad" "written by 'unpack'"
static std::tuple<int, std::string> GotBad; // expect: stateless-mutable-global "GotBad" "written by 'unpack'"
static int TiedBad; // expect: stateless-mutable-global "TiedBad" "written by 'unpack'"
static std::map<int, int> FoundBad; // expect: stateless-mutable-global "FoundBad" "written by 'unpack'"
static std::vector<int> IteratedBad; // expect: stateless-mutable-global "IteratedBad" "written by 'unpack'"
static std::optional<int> MaybeBad; // expect: stateless-mutable-global "MaybeBad" "written by 'unpack'"
static std::pair<int, int> CopiedOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
static std::tuple<int, int> ReadOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
int unpack() {
  auto &[A, B] = BoundBad;
  A = B; // expect-fact: write BoundBad
  auto &[X, Y] = BoundPointBad;
  X += Y; // expect-fact: write BoundPointBad
  std::get<0>(GotBad) = 1; // expect-fact: write GotBad
  std::tie(TiedBad, std::ignore) = std::pair(1, 2); // expect-fact: write TiedBad
  auto It = FoundBad.find(1);
  if (It != FoundBad.end())
    It->second = 1; // expect-fact: write FoundBad
  for (auto I = IteratedBad.begin(); I != IteratedBad.end(); ++I)
    *I = 2; // expect-fact: write IteratedBad
  *MaybeBad = 3; // expect-fact: write MaybeBad
  auto [C, D] = CopiedOk;
  C = D;
  return std::get<0>(ReadOk) + C;
}

// It leaves the function: its address, a reference, a result.
struct Watcher {
  int *Target = nullptr;
};
void publish(int *Target);
static int PublishedBad; // expect: stateless-mutable-global "PublishedBad" "written by 'leave'"
static int HeldBad; // expect: stateless-mutable-global "HeldBad" "written by 'leave' (address taken)"
static int ReturnedBad; // expect: stateless-mutable-global "ReturnedBad" "(returned by reference)"
static int ReturnedPointerBad; // expect: stateless-mutable-global "ReturnedPointerBad" "(returned by reference)"
static int LocalViewOk = 1; // expect-benign: stateless-mutable-global "never written"
static int ConstViewOk = 2; // expect-benign: stateless-mutable-global "never written"
static std::string ConstReturnedOk = "x"; // expect-benign: stateless-mutable-global "never written"
static int *KeptBad; // expect: stateless-mutable-global "written by 'leave' (assignment)"
void leave(Watcher &W) {
  publish(&PublishedBad); // expect-fact: write PublishedBad
  W.Target = &HeldBad;    // expect-fact: write HeldBad
  KeptBad = W.Target;     // expect-fact: write KeptBad
}
struct Holder {
  int &Bound;
  const int &Seen;
};
static int OutlivedBad; // expect: stateless-mutable-global "OutlivedBad" "(returned by reference)"
static int SeenOk = 3; // expect-benign: stateless-mutable-global "never written"
Holder hold() { return Holder{OutlivedBad, SeenOk}; } // expect-fact: write OutlivedBad
int &returned() { return ReturnedBad; } // expect-fact: write ReturnedBad
int *returnedPointer() { return &ReturnedPointerBad; } // expect-fact: write ReturnedPointerBad
const std::string &returnedConst() { return ConstReturnedOk; }
int views() {
  const int *P = &LocalViewOk;
  const int &R = ConstViewOk;
  return *P + R;
}
