// Variables of one file that nothing writes, and reads of every harmless kind.
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

enum class Mode { Fast, Slow };
struct Point {
  int X = 1, Y = 2;
  int sum() const { return X + Y; }
};
struct Base {
  int Id = 7;
  int id() const { return Id; }
};
struct Derived : Base {};
struct Tariff {
  int Steps[3];
  Point Where;
  const char *Name;
};
typedef char *Text;
typedef int (*Handler)(int);
using Row = int[2];

static int twice(int N) { return 2 * N; }
static constexpr int square(int N) { return N * N; }
static int later();

static int Limit = 5; // fix: static constexpr int Limit
int Port = 8000 + 80; // fix: constexpr int Port
static const char *Banner = "welcome"; // fix: static const char *const Banner
static const char* Left = "left"; // fix: static const char* const Left
static char Buffer[] = "buffer"; // fix: static const char Buffer[]
static double Rate = 0.5; // fix: static constexpr double Rate
static unsigned long int Mask = 0xff; // fix: static constexpr unsigned long int Mask
static Mode How = Mode::Slow; // fix: static constexpr Mode How
static bool Verbose = sizeof(int) == 4; // fix: static constexpr bool Verbose
static int Computed = twice(4); // fix: static const int Computed
static int Squared = square(3); // fix: static const int Squared
static int Late = later(); // fix: static const int Late
static auto Deduced = 3L; // fix: static constexpr auto Deduced
static auto DeducedText = "deduced"; // fix: static const auto DeducedText
static int *Pointer = new int(4); // fix: static int *const Pointer
static Text Alias = new char[2]{'a', 0}; // fix: static const Text Alias
static int (*Function)(int) = &twice; // fix: static int (*const Function)(int)
static Handler Handled = &twice; // fix: static const Handler Handled
static Handler Handlers[] = {twice, twice}; // fix: static const Handler Handlers[]
static int (*Table[2])(int) = {twice, twice}; // fix: static int (*const Table[2])(int)
static const char *Names[] = {"a", "b"}; // fix: static const char *const Names[]
static int Grid[2][3] = {{1, 2, 3}, {4, 5, 6}}; // fix: static const int Grid[2][3]
static Row Pair = {1, 2}; // fix: static const Row Pair
static int Point::*Member = &Point::Y; // fix: static int Point::*const Member
static std::string Host = "0.0.0.0"; // fix: static const std::string Host
static std::string Empty; // fix: static const std::string Empty
static std::vector<int> Numbers{1, 2, 3}; // fix: static const std::vector<int> Numbers
static std::map<std::string, int> Codes = {{"ok", 200}}; // fix: static const std::map<std::string, int> Codes
static std::function<int(int)> Callback = twice; // fix: static const std::function<int(int)> Callback
static std::optional<Point> Maybe = Point(); // fix: static const std::optional<Point> Maybe
static std::unique_ptr<Point> Owned = std::make_unique<Point>(); // fix: static const std::unique_ptr<Point> Owned
static auto Lambda = [](int N) { return N + 1; }; // fix: static const auto Lambda
static Point Origin; // fix: static const Point Origin
static Point Corner{3, 4}; // fix: static const Point Corner
static Derived Child; // fix: static const Derived Child
static Tariff Price = {{1, 2, 3}, {4, 5}, "price"}; // fix: static const Tariff Price
static std::vector Guided{1.5, 2.5}; // fix: static const std::vector Guided
int static Backwards = 2; // fix: constexpr int static Backwards
[[maybe_unused]] static int Marked = 2; // fix: [[maybe_unused]] static constexpr int Marked
namespace app {
namespace {
int Hidden = 11; // fix: constexpr int Hidden
}
int Scoped = 12; // fix: constexpr int Scoped
int hidden() { return Hidden + Scoped; }
} // namespace app
struct Settings {
  static inline int Level = 3; // fix: static inline const int Level
  static int Depth; // fix: static const int Depth
  static const char *Label; // fix: static const char *const Label
};
int Settings::Depth = 4; // fix: const int Settings::Depth
const char *Settings::Label = "label"; // fix: const char *const Settings::Label

static int later() { return 6; }
static int byValue(int N, int M = Limit) { return N + M; }
static std::size_t byReference(const std::string &S) { return S.size(); }
static int ofBase(const Base &B) { return B.Id; }
static int sumOf(const int *First, int Count) {
  int Sum = 0;
  for (int I = 0; I != Count; ++I)
    Sum += First[I];
  return Sum;
}
template <typename T> static T same(const T &V) { return V; }

static int locals() {
  static int Start = 10; // fix: static constexpr int Start
  static std::string Prefix = "p"; // fix: static const std::string Prefix
  auto Inner = [&] {
    static int Nested = 1; // fix: static constexpr int Nested
    return Nested + Start;
  };
  return Inner() + static_cast<int>(Prefix.size());
}

int main() {
  int Sum = Limit + byValue(Port) + (Verbose ? Computed : Squared) + Late + Marked;
  Sum += static_cast<int>(Mask) + Backwards + locals() + app::hidden();
  Sum += static_cast<int>(Rate * 10) + static_cast<int>(Deduced);
  Sum += *Pointer + Function(1) + Handled(2) + Handlers[1](3) + Table[0](4);
  Sum += Grid[1][2] + sumOf(Grid[0], 3) + Pair[1] + Point{}.*Member;
  std::puts(Banner);
  std::puts(Left);
  std::puts(Buffer);
  std::puts(DeducedText);
  std::puts(Alias);
  for (const char *Name : Names)
    std::puts(Name);
  std::printf("%d %zu\n", static_cast<int>(sizeof(Grid) / sizeof(Grid[0])), sizeof Buffer);
  switch (How) {
  case Mode::Fast:
    return 1;
  case Mode::Slow:
    break;
  }
  std::string Copy = Host + Empty;
  Sum += static_cast<int>(byReference(Host) + Copy.size() + std::strlen(Buffer));
  for (int N : Numbers)
    Sum += N;
  for (const auto &[Key, Code] : Codes)
    Sum += Code + static_cast<int>(Key.size());
  Sum += Numbers[1] + Numbers.front() + static_cast<int>(Codes.count("ok") + Guided[1]);
  Sum += Callback(1) + (*Maybe).sum() + Maybe.value().X + Owned->sum() + Lambda(2);
  Sum += Origin.sum() + Child.id() + ofBase(Child) + same(Limit);
  Sum += Price.Steps[1] + Price.Where.Y + static_cast<int>(std::strlen(Price.Name));
  const Point &Seen = Sum ? Corner : Origin;
  const int *Where = &Limit;
  Sum += Seen.X + *Where + Settings::Level + Settings::Depth;
  std::puts(Settings::Label);
  (void)Port;
  std::printf("%d\n", Sum);
  return 0;
}
