// args: -std=c++11
// C++11: the same state without inline variables, concepts and deduction.
#include <map>
#include <memory>
#include <string>
#include <vector>

int CounterBad; // expect: stateless-mutable-global "written by 'hit' (increment)" confidence likely
static std::vector<int> ListBad; // expect: stateless-mutable-global "written by 'hit' (call of '" "push_back'"
static thread_local int DepthBad; // expect: stateless-mutable-global "written by 'hit' (compound assignment)"
static std::map<int, std::string> TableOk = {{1, "one"}}; // expect-benign: stateless-mutable-global "never written"
constexpr int LimitOk = 3; // expect-benign: stateless-mutable-global "constant"
static const std::unique_ptr<int> CellBad(new int(1)); // expect: stateless-mutable-global "written by 'hit' (assignment)"

template <typename T> struct Tally {
  T Own;
  static int HitsBad;
  void hit() { ++HitsBad; } // expect-fact: write HitsBad
};
template <typename T> int Tally<T>::HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "(increment)"
template struct Tally<int>;

enum class Mode { Slow, Fast };
static Mode ModeBad = Mode::Slow; // expect: stateless-mutable-global "written by 'hit' (assignment)"
static auto DeducedBad = 1u; // expect: stateless-mutable-global "written by 'hit' (assignment)"

int hit() {
  ++CounterBad;            // expect-fact: write CounterBad
  ListBad.push_back(1);    // expect-fact: write ListBad
  DepthBad += LimitOk;     // expect-fact: write DepthBad
  *CellBad = 2;            // expect-fact: write CellBad
  ModeBad = Mode::Fast;    // expect-fact: write ModeBad
  DeducedBad = 4;          // expect-fact: write DeducedBad
  static int LocalBad = 0; // expect: stateless-mutable-global "LocalBad" "lambda in 'hit'"
  auto Add = []() { LocalBad++; }; // expect-fact: write LocalBad
  Add();
  return TableOk.find(1) == TableOk.end();
}
