// Plain variables at namespace scope: who writes them decides.
#include <string>
#include <vector>

int CounterBad; // expect: stateless-mutable-global "CounterBad" "written by 'hit' (increment)" confidence likely
static int TotalBad = 3; // expect: stateless-mutable-global "written by 'add' (compound assignment)" confidence likely
static std::string LastBad; // expect: stateless-mutable-global "written by 'remember' (assignment)" confidence likely
static std::vector<int> SeenBad; // expect: stateless-mutable-global "written by 'remember' (call of '" "push_back'" confidence likely
bool ReadyBad = false; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
double RatioBad; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible

static int LimitOk = 7;              // expect-benign: stateless-mutable-global "never written"
static std::string NameOk = "name";  // expect-benign: stateless-mutable-global "never written"
static std::vector<int> TableOk{1};  // expect-benign: stateless-mutable-global "never written"

void hit() { ++CounterBad; } // expect-fact: write CounterBad
void add(int N) {
  TotalBad += N; // expect-fact: write TotalBad
}
void remember(int N, const std::string &Text) {
  LastBad = Text;       // expect-fact: write LastBad
  SeenBad.push_back(N); // expect-fact: write SeenBad
}
int sum() {
  return LimitOk + int(NameOk.size()) + TableOk.front() + (ReadyBad ? 1 : 0);
}

// Two variables in one declaration are two state objects.
static int FirstOk = 1, SecondBad = 2; // expect-benign: stateless-mutable-global "never written" expect: stateless-mutable-global "SecondBad" "written by 'second' (assignment)"
static int *LinkBad, PlainOk; // expect: stateless-mutable-global "LinkBad" expect-benign: stateless-mutable-global "never written"
void second() {
  SecondBad = FirstOk + PlainOk;
  LinkBad = nullptr; // expect-fact: write LinkBad
}

// Several writers: each is named.
static long ClockBad; // expect: stateless-mutable-global "written by 'tick' (increment)" "written by 'rewind' (assignment)" "written by 'tock' (increment)"
void tick() { ClockBad++; }
void tock() { --ClockBad; }
void rewind() { ClockBad = 0; }

// constinit says when it is initialised, not that it is constant.
constinit int StartedBad = 1; // expect: stateless-mutable-global "written by 'start' (assignment)" confidence likely
constinit static int FixedOk = 2; // expect-benign: stateless-mutable-global "never written"
void start() { StartedBad = FixedOk; }

// A local of the same name is another variable.
static int ShadowOk = 0; // expect-benign: stateless-mutable-global "never written"
int shadow() {
  int ShadowOk = 1;
  ++ShadowOk;
  return ShadowOk + ::ShadowOk;
}
void parameterShadow(int ShadowOk) { ShadowOk = 2; }
