// Values of library types: string, optional, variant, any, tuple, function, bitset.
#include <any>
#include <bitset>
#include <chrono>
#include <deque>
#include <functional>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

static std::function<int(int)> HandlerBad; // expect: stateless-mutable-global "HandlerBad" "written by 'set'"
static std::optional<int> LastBad; // expect: stateless-mutable-global "LastBad" "written by 'set'"
static std::optional<std::string> ClearedBad; // expect: stateless-mutable-global "written by 'set' (call of '" "reset'"
static std::variant<int, std::string> EitherBad; // expect: stateless-mutable-global "EitherBad" "written by 'set'"
static std::variant<int, long> GottenBad; // expect: stateless-mutable-global "GottenBad" "written by 'set'"
static std::any AnyBad; // expect: stateless-mutable-global "AnyBad" "written by 'set'"
static std::tuple<int, long> TupleBad; // expect: stateless-mutable-global "TupleBad" "written by 'set'"
static std::bitset<8> BitsBad; // expect: stateless-mutable-global "BitsBad" "written by 'set'"
static std::vector<bool> FlagsBad; // expect: stateless-mutable-global "FlagsBad" "written by 'set'"
static std::deque<int> EndsBad; // expect: stateless-mutable-global "written by 'set' (call of '" "push_front'"
static std::list<int> ChainBad; // expect: stateless-mutable-global "written by 'set' (call of '" "splice'"
static std::chrono::steady_clock::time_point SinceBad; // expect: stateless-mutable-global "SinceBad" "written by 'set'"
static std::string CharacterBad = "abc"; // expect: stateless-mutable-global "CharacterBad" "written by 'set'"
static std::span<int> WindowBad; // expect: stateless-mutable-global "WindowBad" "written by 'set'"
static std::vector<int> InitialisedBad{1, 2}; // expect: stateless-mutable-global "InitialisedBad" "written by 'set'"

static std::function<int(int)> FixedOk = [](int N) { return N; }; // expect-benign: stateless-mutable-global "never written"
static std::optional<int> NoneOk; // expect-benign: stateless-mutable-global "never written"
static std::variant<int, std::string> ChosenOk = 1; // expect-benign: stateless-mutable-global "never written"
static std::bitset<8> MaskOk{3}; // expect-benign: stateless-mutable-global "never written"
static std::deque<int> LaneOk{1}; // expect-benign: stateless-mutable-global "never written"
static const std::function<int(int)> ConstOk = FixedOk; // expect-benign: stateless-mutable-global "constant"
static std::chrono::milliseconds TimeoutOk{10}; // expect-benign: stateless-mutable-global "never written"

void set(std::vector<int> &Data, std::list<int> &Other) {
  HandlerBad = [](int N) { return N + 1; }; // expect-fact: write HandlerBad
  LastBad = 1;                        // expect-fact: write LastBad
  ClearedBad.reset();                 // expect-fact: write ClearedBad
  EitherBad = "text";                 // expect-fact: write EitherBad
  std::get<int>(GottenBad) = 2;       // expect-fact: write GottenBad
  AnyBad = 3;                         // expect-fact: write AnyBad
  TupleBad = {4, 5};                  // expect-fact: write TupleBad
  BitsBad.set(1);                     // expect-fact: write BitsBad
  FlagsBad[0] = true;                 // expect-fact: write FlagsBad
  EndsBad.push_front(6);              // expect-fact: write EndsBad
  ChainBad.splice(ChainBad.begin(), Other); // expect-fact: write ChainBad
  SinceBad = std::chrono::steady_clock::now(); // expect-fact: write SinceBad
  CharacterBad[0] = 'x';              // expect-fact: write CharacterBad
  WindowBad = Data;                   // expect-fact: write WindowBad
  InitialisedBad = {};                // expect-fact: write InitialisedBad
}
int get() {
  return FixedOk(1) + (NoneOk ? *NoneOk : 0) + int(ChosenOk.index()) +
         (std::holds_alternative<int>(ChosenOk) ? 1 : 0) + int(MaskOk.test(1)) +
         int(MaskOk.count()) + LaneOk.front() + ConstOk(2) + int(TimeoutOk.count()) +
         std::visit([](const auto &V) { return int(sizeof(V)); }, ChosenOk);
}
