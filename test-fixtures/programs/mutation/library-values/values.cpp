// Values of library types, and the library functions that change them.
#include "values.h"

#include <any>
#include <array>
#include <atomic>
#include <bitset>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

static int SwapLeftBad, SwapRightBad; // expect: stateless-mutable-global "SwapLeftBad" "written by 'change'" confidence proven expect: stateless-mutable-global "SwapRightBad" "written by 'change'" confidence proven
static std::string MovedBad; // expect: stateless-mutable-global "MovedBad" "written by 'change'" confidence proven
static int ExchangedBad; // expect: stateless-mutable-global "ExchangedBad" "written by 'change'" confidence proven
static std::tuple<int, std::string> GotBad; // expect: stateless-mutable-global "GotBad" "written by 'change'" confidence proven
static std::optional<std::string> EmplacedBad; // expect: stateless-mutable-global "EmplacedBad" "written by 'change'" confidence proven
static std::variant<int, std::string> EitherBad; // expect: stateless-mutable-global "EitherBad" "written by 'change'" confidence proven
static std::variant<int, long> GetIfBad; // expect: stateless-mutable-global "GetIfBad" "'POST /change'"
static std::atomic<long> AddedBad{0}; // expect: stateless-mutable-global "AddedBad" "written by 'change'" confidence proven
static std::atomic<int> StoredBad{0}; // expect: stateless-mutable-global "StoredBad" "written by 'change'" confidence proven
static std::array<int, 3> ArrayBad{}; // expect: stateless-mutable-global "ArrayBad" "written by 'change'" confidence proven
static std::bitset<8> BitsBad; // expect: stateless-mutable-global "BitsBad" "written by 'change'" confidence proven
static std::ostringstream StreamBad; // expect: stateless-mutable-global "StreamBad" "written by 'change'" confidence proven
static std::deque<int> RecentBad; // expect: stateless-mutable-global "RecentBad" "written by 'change'" confidence proven
static std::set<std::string> WordsBad; // expect: stateless-mutable-global "WordsBad" "written by 'change'" confidence proven
static std::function<int()> HookBad; // expect: stateless-mutable-global "HookBad" "written by 'change'" confidence proven
static std::any AnyBad; // expect: stateless-mutable-global "AnyBad" "written by 'change'" confidence proven
static std::vector<std::vector<int>> RowsBad{{1}}; // expect: stateless-mutable-global "RowsBad" "written by 'change'" confidence proven
static std::pair<int, int> PairBad; // expect: stateless-mutable-global "PairBad" "written by 'change'" confidence proven
static std::string CharacterBad = "abc"; // expect: stateless-mutable-global "CharacterBad" "written by 'change'" confidence proven

static std::optional<int> MaybeOk = 3; // expect-benign: stateless-mutable-global "never written"
static std::variant<int, std::string> ChosenOk = 4; // expect-benign: stateless-mutable-global "never written"
static std::tuple<int, int> ReadOk{1, 2}; // expect-benign: stateless-mutable-global "never written"
static std::atomic<int> LoadedOk{5}; // expect-benign: stateless-mutable-global "never written"
static std::array<int, 2> FixedOk{{1, 2}}; // expect-benign: stateless-mutable-global "never written"
static std::string CopiedOk = "c"; // expect-benign: stateless-mutable-global "never written"
static std::function<int()> CalledOk = [] { return 1; }; // expect-benign: stateless-mutable-global "never written"
static std::vector<int> MovedCopyOk{1}; // expect-benign: stateless-mutable-global "never written"

void change(const std::string &Text) {
  std::swap(SwapLeftBad, SwapRightBad); // expect-fact: write SwapLeftBad expect-fact: write SwapRightBad
  std::string Taken = std::move(MovedBad); // expect-fact: write MovedBad
  int Old = std::exchange(ExchangedBad, 1); // expect-fact: write ExchangedBad
  std::get<1>(GotBad) = Text;   // expect-fact: write GotBad
  EmplacedBad.emplace(Text);    // expect-fact: write EmplacedBad
  EitherBad.emplace<std::string>(Text); // expect-fact: write EitherBad
  if (int *P = std::get_if<int>(&GetIfBad))
    *P = Old; // expect-fact: write GetIfBad
  AddedBad.fetch_add(1); // expect-fact: write AddedBad
  StoredBad = Old;       // expect-fact: write StoredBad
  ArrayBad[1] = Old;     // expect-fact: write ArrayBad
  BitsBad[2] = true;     // expect-fact: write BitsBad
  StreamBad << Text << Old; // expect-fact: write StreamBad
  RecentBad.emplace_front(Old); // expect-fact: write RecentBad
  WordsBad.insert(Text); // expect-fact: write WordsBad
  HookBad = [Old] { return Old; }; // expect-fact: write HookBad
  AnyBad = Text;         // expect-fact: write AnyBad
  RowsBad.front().push_back(Old); // expect-fact: write RowsBad
  PairBad.second = Old;  // expect-fact: write PairBad
  CharacterBad.back() = 'x'; // expect-fact: write CharacterBad
}

int look() {
  std::string Copy = CopiedOk;
  std::string Moved = std::move(Copy);
  std::vector<int> List = MovedCopyOk;
  std::vector<int> Mine = std::move(List);
  int Sum = MaybeOk.value_or(0) + std::get<int>(ChosenOk) + std::get<0>(ReadOk);
  std::swap(Mine[0], Sum);
  auto [First, Second] = ReadOk;
  First = Second;
  return Sum + First + LoadedOk + LoadedOk.load() + FixedOk[1] + FixedOk.front() + CalledOk() + int(Moved.size());
}
