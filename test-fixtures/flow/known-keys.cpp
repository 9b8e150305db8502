// args: -std=c++20 -isystem {fixtures}/include
// Ways to know, or not to know, that the key of `map[key]` is there: what tests
// imply where they come out, what is tested through a local or a function, what
// is changed in between, and constants that the map has from the start.
#include <httplib.h>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

using Map = std::map<std::string, int>;
using Request = httplib::Request;
void log(const std::string &Text) { puts(Text.c_str()); }

// Tests, in all the shapes that conditions have.
static Map EndOk, ConjunctionOk, NegationOk, FlagOk, MissingOk, NumberOk, BelowOk, ThrowsOk, AtOk, PairsOk, PairOk;
static Map TurnsOk;
static std::map<std::pair<int, int>, int> CornersOk;
static Map AssignedOk, ExpectedOk, CalledOk, ElseOk, InitOk, WhileOk, FalseOk, QueryOk;
static std::map<std::string, Map> NestedOk;
static std::unique_ptr<Map> OwnedOk = std::make_unique<Map>();
struct Limits {
  Map Of;
  bool has(const std::string &K) const { return Of.count(K) != 0; }
} static AskedOk;
static Map &table() {
  static Map TableOk{{"a", 1}};
  return TableOk;
}
static int tested(const std::string &K, const Request &Q) {
  int N = 0;
  auto Found = EndOk.find(K);
  if (Found == EndOk.end())
    return 0;
  N += EndOk[K];
  if (!K.empty() && ConjunctionOk.count(K) && K.size() > 2)
    N += ConjunctionOk[K];
  if (!(NegationOk.count(K) == 0))
    N += NegationOk[K];
  bool Has = FlagOk.contains(K);
  if (Has)
    N += FlagOk[K];
  const bool Missing = MissingOk.find(K) == MissingOk.end();
  if (Missing || N > 3)
    return 1;
  N += MissingOk[K];
  if (NumberOk.count(K) > 0)
    N += NumberOk[K];
  if (BelowOk.count(K) < 1)
    return 2;
  N += BelowOk[K];
  if (!ThrowsOk.count(K))
    throw 1;
  N += ThrowsOk[K];
  AtOk.at(K);
  N += AtOk[K];
  for (const auto &[Name, Value] : PairsOk)
    N += PairsOk[Name];
  for (auto &P : PairOk)
    N += PairOk[P.first];
  for (auto It = TurnsOk.begin(); It != TurnsOk.end(); ++It)
    N += TurnsOk[It->first];
  if (CornersOk.count({1, N}))
    N += CornersOk[{1, N}];
  Map::iterator I;
  if ((I = AssignedOk.find(K)) != AssignedOk.end())
    N += AssignedOk[K];
  if (__builtin_expect(!!ExpectedOk.count(K), 1))
    N += ExpectedOk[K];
  if (AskedOk.has(K))
    N += AskedOk.Of[K];
  if (CalledOk.count(K)) {
    log(K);
    N += CalledOk[K];
  }
  if (!ElseOk.count(K))
    ++N;
  else if (N > 1)
    N += ElseOk[K];
  if (auto It = InitOk.find(K); It != InitOk.end() && It->second > 0)
    N += InitOk[K];
  while (WhileOk.count(K) && N < 9)
    N += WhileOk[K];
  if (FalseOk.contains(K) == false)
    return 3;
  N += FalseOk[K];
  if (QueryOk.count(Q.get_param_value("x")))
    N += QueryOk[Q.get_param_value("x")];
  if (NestedOk.count(K) && NestedOk[K].count("x"))
    N += NestedOk[K]["x"];
  if (OwnedOk->count(K))
    N += (*OwnedOk)[K];
  if (table().count(K))
    N += table()[K] + table()["a"];
  return N;
}

// Constants that the map has from the start.
enum class Colour { Red, Blue };
static std::unordered_map<int, std::string> TextsOk{{200, "OK"}, {404, "Not Found"}};
static std::map<Colour, int> ColoursOk{{Colour::Red, 1}};
static const std::string Key = "key";
static Map NamedOk, InsertedOk;
struct Router {
  Router() {
    init();
    RoutesOk.emplace("two", 2);
  }
  void init() { RoutesOk["one"] = 1; }
  int sum() { return RoutesOk["one"] + RoutesOk["two"]; }
  Map RoutesOk;
};
static Router TheRouter;
static Map AbsentBad{{"a", 1}};            // expect: stateless-mutable-global "'AbsentBad' is written after start-up"
static std::map<int, int> NumbersBad{{1, 1}}; // expect: stateless-mutable-global "'NumbersBad' is written after start-up"
static int constants() {
  return static_cast<int>(TextsOk[200].size() + TextsOk[404].size()) + ColoursOk[Colour::Red] + NamedOk[Key] + InsertedOk["i"] + InsertedOk["j"] +
         TheRouter.sum() + AbsentBad["b"] + NumbersBad[2] + AbsentBad.size() + NumbersBad.size();
}

// Tests that say nothing of the subscript.
static Map ErasedBad;    // expect: stateless-mutable-global "'ErasedBad' is written after start-up"
static Map ChangedBad;   // expect: stateless-mutable-global "'ChangedBad' is written after start-up"
static Map AppendedBad;  // expect: stateless-mutable-global "'AppendedBad' is written after start-up"
static Map EitherBad;    // expect: stateless-mutable-global "'EitherBad' is written after start-up"
static Map NegatedBad;   // expect: stateless-mutable-global "'NegatedBad' is written after start-up"
static Map SwappedBad;   // expect: stateless-mutable-global "'SwappedBad' is written after start-up"
static Map ClearedBad;   // expect: stateless-mutable-global "'ClearedBad' is written after start-up"
static Map AssignedBad;  // expect: stateless-mutable-global "'AssignedBad' is written after start-up"
static Map LoopBad;      // expect: stateless-mutable-global "'LoopBad' is written after start-up"
static Map CountedBad;   // expect: stateless-mutable-global "'CountedBad' is written after start-up"
static Map OtherMapBad;  // expect: stateless-mutable-global "'OtherMapBad' is written after start-up"
static Map OtherEndBad;  // expect: stateless-mutable-global "'OtherEndBad' is written after start-up"
static Map CaughtBad;    // expect: stateless-mutable-global "'CaughtBad' is written after start-up"
static Map FirstTimeBad; // expect: stateless-mutable-global "'FirstTimeBad' is written after start-up"
static Map LaterBad;     // expect: stateless-mutable-global "'LaterBad' is written after start-up"
static Map ForeignBad;   // expect: stateless-mutable-global "'ForeignBad' is written after start-up"
static std::string CurrentBad; // expect: stateless-mutable-global "'CurrentBad' is written after start-up"
static Map TakenBad; // expect: stateless-mutable-global "'TakenBad' is written after start-up"
static Map HeldBad; // expect: stateless-mutable-global "'HeldBad' is written after start-up"
static Map RenamedBad; // expect: stateless-mutable-global "'RenamedBad' is written after start-up"
static Map PassedBad; // expect: stateless-mutable-global "'PassedBad' is written after start-up"
static Map OnlyTestedOk;
static bool take(const std::string &K) { return TakenBad.count(K) && TakenBad.erase(K); }
static void evict(Map &M) { M.clear(); }
static void extend(std::string &K) { K += "!"; }
static void next() { CurrentBad += "x"; }
static int untested(std::string K) {
  int N = 0;
  if (ErasedBad.count(K)) {
    ErasedBad.erase(K);
    N += ErasedBad[K];
  }
  if (ChangedBad.count(K)) {
    extend(K);
    N += ChangedBad[K];
  }
  if (AppendedBad.count(K)) {
    K += "y";
    N += AppendedBad[K];
  }
  if (EitherBad.count(K) || N > 1)
    N += EitherBad[K];
  if (!NegatedBad.count(K))
    N += NegatedBad[K];
  if (SwappedBad.count(K)) {
    Map Empty;
    SwappedBad.swap(Empty);
    N += SwappedBad[K];
  }
  if (ClearedBad.count(K)) {
    evict(ClearedBad);
    N += ClearedBad[K];
  }
  if (AssignedBad.count(K)) {
    AssignedBad = Map();
    N += AssignedBad[K];
  }
  if (LoopBad.count(K))
    for (int I = 0; I < 3; ++I) {
      N += LoopBad[K];
      LoopBad.erase(K);
    }
  if (CountedBad.count(K))
    ++CountedBad[K];
  if (OnlyTestedOk.count(K))
    N += OtherMapBad[K] + OtherMapBad.size();
  if (OtherEndBad.find(K) != OnlyTestedOk.end())
    N += OtherEndBad[K];
  try {
    CaughtBad.at(K);
  } catch (...) {
    N += CaughtBad[K];
  }
  if (!FirstTimeBad.count(K))
    FirstTimeBad[K] = 1;
  bool Has = LaterBad.count(K);
  K += "z";
  if (Has)
    N += LaterBad[K];
  std::string &Other = K;
  if (RenamedBad.count(K)) {
    Other = "z";
    N += RenamedBad[K];
  }
  for (auto It = PassedBad.begin(); It != PassedBad.end();) {
    ++It;
    N += PassedBad[It->first];
  }
  if (take(K))
    N += TakenBad[K];
  bool Erased = HeldBad.count(K) && HeldBad.erase(K);
  if (Erased)
    N += HeldBad[K];
  if (ForeignBad.count(CurrentBad)) {
    next();
    N += ForeignBad[CurrentBad];
  }
  return N;
}

int main() {
  ConjunctionOk["a"] = NegationOk["a"] = 1;
  NamedOk[Key] = 3;
  InsertedOk.insert({"i", 2});
  InsertedOk.try_emplace("j", 2);
  httplib::Server S;
  S.Get("/read", [](const Request &Q, httplib::Response &R) {
    R.set_content(std::to_string(tested(Q.body, Q) + constants() + untested(Q.body)), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
