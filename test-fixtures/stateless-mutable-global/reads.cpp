// args: -Wno-unevaluated-expression
// Uses that only read: none of these is a write.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct Meter {
  int Level = 0;
  int peek() { return Level; } // not const, but changes nothing
  int level() const { return Level; }
  int &cell() { return Level; }
  const Meter &self() const { return *this; }
};

static std::vector<int> ListOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
static std::map<int, std::string> NamesOk{{1, "a"}}; // expect-benign: stateless-mutable-global "never written"
static std::string TextOk = "text"; // expect-benign: stateless-mutable-global "never written"
static std::set<int> SetOk{1}; // expect-benign: stateless-mutable-global "never written"
static Meter MeterOk; // expect-benign: stateless-mutable-global "never written"
static std::optional<int> MaybeOk = 1; // expect-benign: stateless-mutable-global "never written"
static std::variant<int, std::string> EitherOk = 1; // expect-benign: stateless-mutable-global "never written"
static std::unique_ptr<int> OwnedOk = std::make_unique<int>(1); // expect-benign: stateless-mutable-global "never written"
static std::pair<int, int> PairOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
static int NumberOk = 3; // expect-benign: stateless-mutable-global "never written"
static std::string_view ViewOk = "view"; // expect-benign: stateless-mutable-global "never written"

int containers(int K) {
  int Sum = ListOk[0] + ListOk.at(1) + int(ListOk.size()) + ListOk.front();
  for (int N : ListOk)
    Sum += N;
  for (const auto &[Key, Name] : NamesOk)
    Sum += Key + int(Name.size());
  for (auto It = NamesOk.begin(); It != NamesOk.end(); ++It)
    Sum += It->first;
  if (auto It = NamesOk.find(K); It != NamesOk.end())
    Sum += int(It->second.size());
  if (!ListOk.empty() && SetOk.count(K) && SetOk.contains(K))
    Sum += *ListOk.data();
  Sum += std::accumulate(ListOk.begin(), ListOk.end(), 0);
  if (std::find(ListOk.cbegin(), ListOk.cend(), K) != ListOk.cend())
    Sum += int(std::distance(ListOk.begin(), ListOk.end()));
  if (std::binary_search(ListOk.begin(), ListOk.end(), K))
    return Sum;
  return Sum + int(NamesOk.at(1).size()) + TextOk[0] + int(TextOk.find('x'));
}

int objects() {
  Meter Copy = MeterOk;
  Copy.Level = 4;
  ++Copy.cell();
  auto List = ListOk;
  List.push_back(3);
  return MeterOk.peek() + MeterOk.level() + MeterOk.self().Level + *MaybeOk +
         MaybeOk.value_or(2) + std::get<int>(EitherOk) + *OwnedOk +
         PairOk.first + std::max(NumberOk, 2) + int(ViewOk.size()) + Copy.Level +
         int(List.size());
}

void show(const std::string &Text, int Number);
int measure(const std::vector<int> *List);
int inspect(Meter &M) { return M.Level; }             // takes T&, never writes
int inspectPointer(Meter *M) { return M->level(); }   // takes T*, never writes
int forward(Meter &M) { return inspect(M) + inspectPointer(&M); }
template <typename T> int generic(T &M) { return M.level(); }

int passed() {
  show(TextOk, NumberOk);
  std::cout << TextOk << NumberOk << ListOk.size();
  std::string Joined = TextOk + "x";
  Joined += TextOk;
  auto ByValue = [Number = NumberOk] { return Number; };
  auto ByReference = [&Text = std::as_const(TextOk)] { return Text.size(); };
  const auto &View = ListOk;
  const Meter *P = &MeterOk;
  return measure(&ListOk) + inspect(MeterOk) + inspectPointer(&MeterOk) +
         forward(MeterOk) + generic(MeterOk) + ByValue() + int(ByReference()) +
         View[0] + P->Level + int(Joined.size());
}

// Not evaluated.
static int UnevaluatedOk; // expect-benign: stateless-mutable-global "never written"
static std::vector<int> TypeOnlyOk; // expect-benign: stateless-mutable-global "never written"
int unevaluated() {
  using T = decltype(++UnevaluatedOk);
  static_assert(noexcept(UnevaluatedOk = 1));
  return int(sizeof(UnevaluatedOk++)) + int(sizeof(T)) +
         int(sizeof(decltype(TypeOnlyOk.emplace_back(1))));
}

// The same uses of an object that somebody writes: the reads add no writer.
static std::vector<int> MixedBad; // expect: stateless-mutable-global "written by 'grow' (call of '" "push_back'" confidence likely
int look() { return MixedBad[0] + int(MixedBad.size()); }
void grow() { MixedBad.push_back(look()); } // expect-fact: write MixedBad
