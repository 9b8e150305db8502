// State and writes that macros spell: a finding stands where the macro is used.
#include <string>

#define STATE(Type, Name) static Type Name
#define COUNTER(Name) static int Name = 0
#define EXPORTED(Name) int Name
#define BUMP(Name) (++(Name))
#define SET(Name, Value)                                                       \
  do {                                                                         \
    Name = Value;                                                              \
  } while (0)
#define CONSTANT(Name, Value) static const int Name = Value
#define PASTE(A, B) A##B
#define ONCE(Block)                                                            \
  do {                                                                         \
    static bool SeenBad = false;                                               \
    if (!SeenBad) {                                                            \
      SeenBad = true;                                                          \
      Block;                                                                   \
    }                                                                          \
  } while (0)
#define THREAD_STATE thread_local

STATE(int, FirstBad); // expect: stateless-mutable-global "FirstBad" "written by 'use'" confidence likely
STATE(std::string, TextBad) = "x"; // expect: stateless-mutable-global "TextBad" "written by 'use' (assignment)"
STATE(int, QuietOk) = 3; // expect-benign: stateless-mutable-global "never written"
COUNTER(HitsBad); // expect: stateless-mutable-global "HitsBad" "written by 'use' (increment)"
EXPORTED(SeenElsewhereBad); // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
CONSTANT(LimitOk, 4); // expect-benign: stateless-mutable-global "constant"
static int PASTE(Glued, Bad); // expect: stateless-mutable-global "GluedBad" "written by 'use' (assignment)"
static THREAD_STATE int ThreadBad; // expect: stateless-mutable-global "written by 'use' (increment)"
COUNTER(LeftBad); COUNTER(RightOk); // expect: stateless-mutable-global "LeftBad" "written by 'use'" expect-benign: stateless-mutable-global "never written"

int use() {
  BUMP(FirstBad);     // expect-fact: write FirstBad
  SET(TextBad, "y");  // expect-fact: write TextBad
  ++HitsBad;          // expect-fact: write HitsBad
  GluedBad = LimitOk; // expect-fact: write GluedBad
  ThreadBad++;        // expect-fact: write ThreadBad
  SET(LeftBad, 2);    // expect-fact: write LeftBad
  ONCE(BUMP(HitsBad)); // expect: stateless-mutable-global "SeenBad" "written by 'use' (assignment)"
  return QuietOk + RightOk + SeenElsewhereBad;
}

// The name stands in the argument, the whole declaration in a list macro.
#define EACH(X) X(One) X(Two)
#define DECLARE(Name) static int Name##Bad;
EACH(DECLARE) // expect: stateless-mutable-global "OneBad" expect: stateless-mutable-global "TwoBad"
#define WRITE(Name) Name##Bad = 1;
void writeEach() { EACH(WRITE) } // expect-fact: write OneBad expect-fact: write TwoBad
