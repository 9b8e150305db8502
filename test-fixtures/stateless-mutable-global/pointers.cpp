// Pointers and references to mutable data: the pointer, and what is behind it.
#include <vector>

struct Box {
  int N = 0;
  int Values[4] = {};
  void put(int V) { N = V; }
  int get() const { return N; }
};

// Constant pointers and references are judged by writes through them.
int *const CellBad = new int(0); // expect: stateless-mutable-global "written by 'through' (assignment)" confidence likely
static int *const BufferBad = new int[4]; // expect: stateless-mutable-global "written by 'through' (assignment)"
Box *const BoxBad = new Box; // expect: stateless-mutable-global "written by 'through' (assignment)"
static Box *const CalledBad = new Box; // expect: stateless-mutable-global "written by 'through' (call of '" "put'"
static Box &ReferredBad = *new Box; // expect: stateless-mutable-global "written by 'through' (increment)"
static auto &ListBad = *new std::vector<int>; // expect: stateless-mutable-global "written by 'through' (call of '" "push_back'"
int *const QuietOk = new int(0); // expect-benign: stateless-mutable-global "never written"
static Box *const QuietBoxOk = new Box; // expect-benign: stateless-mutable-global "never written"
static const Box &QuietReferenceOk = *new Box; // expect-benign: stateless-mutable-global "constant"
static const std::vector<int> *const ConstantListOk = new std::vector<int>{1}; // expect-benign: stateless-mutable-global "constant"

void through(int I) {
  *CellBad = 1;         // expect-fact: write CellBad
  BufferBad[I] = 2;     // expect-fact: write BufferBad
  BoxBad->N = 3;        // expect-fact: write BoxBad
  CalledBad->put(4);    // expect-fact: write CalledBad
  ++ReferredBad.N;      // expect-fact: write ReferredBad
  ListBad.push_back(I); // expect-fact: write ListBad
}
int reads() {
  return *QuietOk + QuietBoxOk->get() + QuietBoxOk->N + QuietReferenceOk.N +
         ConstantListOk->front();
}

// Pointers that are not constant: pointed elsewhere, or written through.
static Box *CurrentBad; // expect: stateless-mutable-global "written by 'repoint' (assignment)"
static const Box *ViewBad; // expect: stateless-mutable-global "written by 'repoint' (assignment)"
static const char *CursorBad = "text"; // expect: stateless-mutable-global "written by 'repoint' (increment)"
static int *BehindBad = new int(1); // expect: stateless-mutable-global "written by 'repoint' (compound assignment)"
static Box **ChainBad = new Box *(new Box); // expect: stateless-mutable-global "written by 'repoint' (assignment)"
static const Box *StillOk = new Box; // expect-benign: stateless-mutable-global "never written"
static Box *AlsoStillOk = new Box; // expect-benign: stateless-mutable-global "never written"
static int Box::*MemberBad = nullptr; // expect: stateless-mutable-global "written by 'repoint' (assignment)"
static int Box::*const MemberOk = &Box::N; // expect-benign: stateless-mutable-global "constant"
static int (*CallbackBad)(int); // expect: stateless-mutable-global "written by 'repoint' (assignment)"
static int (*CallbackOk)(int); // expect-benign: stateless-mutable-global "never written"
int repoint(Box &B, int (*F)(int)) {
  CurrentBad = &B;      // expect-fact: write CurrentBad
  ViewBad = &B;         // expect-fact: write ViewBad
  ++CursorBad;          // expect-fact: write CursorBad
  *BehindBad += 1;      // expect-fact: write BehindBad
  (*ChainBad)->N = 2;   // expect-fact: write ChainBad
  MemberBad = &Box::N;  // expect-fact: write MemberBad
  CallbackBad = F;      // expect-fact: write CallbackBad
  return StillOk->N + AlsoStillOk->get() + B.*MemberOk + (CallbackOk ? CallbackOk(1) : 0);
}
