// Constants, deep: nothing of them can change.
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

const int LimitOk = 5; // expect-benign: stateless-mutable-global "constant"
constexpr double PiOk = 3.14; // expect-benign: stateless-mutable-global "constant"
inline constexpr int InlineOk = 1; // expect-benign: stateless-mutable-global "constant"
extern const int ExportedOk;
const int ExportedOk = 9; // expect-benign: stateless-mutable-global "constant"
int compute();
const int ComputedOk = compute(); // expect-benign: stateless-mutable-global "constant"
const std::string TextOk = "text"; // expect-benign: stateless-mutable-global "constant"
constexpr std::string_view ViewOk = "view"; // expect-benign: stateless-mutable-global "constant"
const char *const LiteralOk = "literal"; // expect-benign: stateless-mutable-global "constant"
constexpr const char *PlainLiteralOk = "plain"; // expect-benign: stateless-mutable-global "constant"
const char ArrayOk[] = "array"; // expect-benign: stateless-mutable-global "constant"
static const char *const NamesOk[] = {"one", "two"}; // expect-benign: stateless-mutable-global "constant"
const std::vector<int> PrimesOk{2, 3, 5}; // expect-benign: stateless-mutable-global "constant"
const std::map<int, std::string> CodesOk{{200, "OK"}}; // expect-benign: stateless-mutable-global "constant"
const std::array<std::pair<int, const char *>, 1> PairsOk{{{1, "one"}}}; // expect-benign: stateless-mutable-global "constant"
const std::optional<int> MaybeOk = 3; // expect-benign: stateless-mutable-global "constant"
const std::tuple<int, std::string> TupleOk{1, "a"}; // expect-benign: stateless-mutable-global "constant"
const std::unique_ptr<const int> SharedNumberOk = std::make_unique<int>(3); // expect-benign: stateless-mutable-global "constant"

// Constants by an alias, a typedef and an array type.
using Fixed = const int;
typedef const std::string Label;
using Row = int[3];
Fixed AliasOk = 4; // expect-benign: stateless-mutable-global "constant"
Label TypedefOk = "label"; // expect-benign: stateless-mutable-global "constant"
const Row RowOk = {1, 2, 3}; // expect-benign: stateless-mutable-global "constant"

// An alias that hides a pointer: const is on the pointer's target only.
using Text = const char *;
static Text HiddenPointerBad = "a"; // expect: stateless-mutable-global "written by 'replace' (assignment)"
static const Text HiddenConstOk = "b"; // expect-benign: stateless-mutable-global "constant"

struct Point {
  int X = 0, Y = 0;
};
struct Shape {
  Point Corners[2];
  std::string Name;
};
constexpr Point OriginOk{}; // expect-benign: stateless-mutable-global "constant"
const Shape SquareOk{{{0, 0}, {1, 1}}, "square"}; // expect-benign: stateless-mutable-global "constant"

enum class Level { Low, High };
const Level FloorOk = Level::Low; // expect-benign: stateless-mutable-global "constant"
enum { EnumeratorOk = 3 };

const auto DeducedOk = 42; // expect-benign: stateless-mutable-global "constant"
constexpr auto TwiceOk = [](int N) { return 2 * N; }; // expect-benign: stateless-mutable-global "constant"
const int &ReferenceOk = LimitOk; // expect-benign: stateless-mutable-global "constant"
int (*const FunctionOk)() = compute; // expect-benign: stateless-mutable-global "constant"

// `const char *` is a pointer that can be pointed elsewhere.
const char *GreetingBad = "hello"; // expect-unsettled: stateless-mutable-global "may be written by another translation unit" confidence possible
const char *MoodBad = "calm"; // expect: stateless-mutable-global "written by 'replace' (assignment)" confidence likely
static const char *StaticTextOk = "fixed"; // expect-benign: stateless-mutable-global "never written"
static const char *ListBad[] = {"a", "b"}; // expect: stateless-mutable-global "written by 'replace' (assignment)"

void replace() {
  HiddenPointerBad = HiddenConstOk; // expect-fact: write HiddenPointerBad
  MoodBad = StaticTextOk;           // expect-fact: write MoodBad
  ListBad[1] = "c";                 // expect-fact: write ListBad
}
int use() {
  static constexpr int StepOk = 2; // expect-benign: stateless-mutable-global "constant"
  static const std::string LocalOk = "local"; // expect-benign: stateless-mutable-global "constant"
  return StepOk + int(LocalOk.size()) + CodesOk.begin()->first + SquareOk.Corners[1].X + EnumeratorOk;
}
