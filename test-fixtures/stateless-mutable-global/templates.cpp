// Variable templates, constrained templates, if constexpr.
#include <concepts>
#include <string>
#include <type_traits>
#include <vector>

template <typename T> T SlotBad{}; // expect: stateless-mutable-global "SlotBad" "written by 'fillSlot' (assignment)"
void fillSlot() {
  SlotBad<int> = 3;    // expect-fact: write SlotBad
  SlotBad<long> = 4;   // expect-fact: write SlotBad
}

template <typename T> static T LocalSlotBad{}; // expect: stateless-mutable-global "LocalSlotBad" "written by 'fillLocal' (increment)"
template <typename T> void fillLocal() { ++LocalSlotBad<T>; } // expect-fact: write LocalSlotBad
void instantiateFill() { fillLocal<int>(); }

template <typename T> inline std::vector<T> LogBad; // expect: stateless-mutable-global "LogBad" "written by 'append'"
void append() { LogBad<int>.push_back(1); } // expect-fact: write LogBad

template <typename T> constexpr T PiOk = T(3.14159); // expect-benign: stateless-mutable-global "constant"
template <typename T> const std::string NameOk = "name"; // expect-benign: stateless-mutable-global "constant"
template <typename T> inline constexpr bool IsSmallOk = sizeof(T) < 4; // expect-benign: stateless-mutable-global "constant"
template <int N> constexpr int SquareOk = N * N; // expect-benign: stateless-mutable-global "constant"
double area() { return PiOk<double> * SquareOk<3> + double(NameOk<int>.size()) + IsSmallOk<char>; }

template <typename T> T ElsewhereBad{}; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
int readElsewhere() { return ElsewhereBad<int>; }

// A full specialisation is an entity of its own.
template <typename T> T WeightBad{}; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
template <> int WeightBad<void *> = 0; // expect: stateless-mutable-global "written by 'weigh' (assignment)" confidence likely
void weigh() { WeightBad<void *> = 1; } // expect-fact: write WeightBad

// A constrained template and an abbreviated one.
static int NumbersBad; // expect: stateless-mutable-global "written by 'count' (compound assignment)"
static std::string ConceptsBad; // expect: stateless-mutable-global "written by 'note' (assignment)"
template <typename T>
  requires std::integral<T>
void count(T Value) {
  NumbersBad += static_cast<int>(Value); // expect-fact: write NumbersBad
}
void note(const std::convertible_to<std::string> auto &Value) {
  ConceptsBad = Value; // expect-fact: write ConceptsBad
}

// Both branches of an if constexpr in a template count.
static int IntegralBad; // expect: stateless-mutable-global "written by 'branch' (increment)"
static int OtherBad; // expect: stateless-mutable-global "written by 'branch' (increment)"
static int NeitherOk; // expect-benign: stateless-mutable-global "never written"
template <typename T> int branch(T) {
  if constexpr (std::is_integral_v<T>)
    ++IntegralBad; // expect-fact: write IntegralBad
  else
    ++OtherBad; // expect-fact: write OtherBad
  return NeitherOk;
}
int runBranches() {
  count(3);
  note("text");
  return branch(1) + branch(2.5);
}

// What is written depends on the argument.
static std::vector<int> FilledBad; // expect: stateless-mutable-global "FilledBad" "passed to"
static std::vector<int> MeasuredOk; // expect-benign: stateless-mutable-global "never written"
template <typename C> void fill(C &Out) { Out.push_back(1); }
template <typename C> auto measure(const C &In) { return In.size(); }
void dependent() {
  fill(FilledBad); // expect-fact: write FilledBad
  (void)measure(MeasuredOk);
}

// A non-type template argument names a variable; the template writes it.
static int TargetBad; // expect: stateless-mutable-global "TargetBad"
template <int *Where> void storeAt(int N) { *Where = N; }
void nonType() { storeAt<&TargetBad>(4); }

// Packs: every element of a fold writes.
static int FoldedBad; // expect: stateless-mutable-global "written by 'fold' (compound assignment)"
template <typename... Ts> void fold(Ts... Values) { ((FoldedBad += Values), ...); } // expect-fact: write FoldedBad
void runFold() { fold(1, 2, 3); }
