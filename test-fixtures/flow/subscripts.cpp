// args: -std=c++20 -isystem {fixtures}/include
// `map[key]` inserts where the key is not there. Where it is known to be there, it
// only reads. FP_: each `[]` counts as a write, whatever is known of the key.
#include <httplib.h>
#include <map>
#include <string>
#include <unordered_map>

static std::map<std::string, int> FP_Limits; // contains(); expect: stateless-mutable-global "FP_Limits"
static std::unordered_map<std::string, std::string> FP_Icons{{"txt", "text"}}; // find(); expect: stateless-mutable-global "FP_Icons"
static std::map<std::string, std::map<std::string, int>> FP_Prices; // at(), then count(); expect: stateless-mutable-global "FP_Prices"
static std::map<char, int> FP_Weights; // an early return; expect: stateless-mutable-global "FP_Weights"
static std::map<std::string, int> CountsBad;                                // expect: stateless-mutable-global "'CountsBad' is written after start-up"
static std::map<std::string, int> DefaultsBad;                              // expect: stateless-mutable-global "'DefaultsBad' is written after start-up"
static std::map<std::string, int> OtherKeyBad;                              // expect: stateless-mutable-global "'OtherKeyBad' is written after start-up"

static int limit(const std::string &K) { return FP_Limits.contains(K) ? FP_Limits[K] : 10; }
static std::string icon(const std::string &K) {
  if (FP_Icons.find(K) != FP_Icons.end())
    return FP_Icons[K];
  return "none";
}
static int price(const std::string &Shop, const std::string &What) {
  std::map<std::string, int> &One = FP_Prices.at(Shop);
  return One.count(What) ? One[What] : 0;
}
static int weight(char C) {
  if (!FP_Weights.count(C))
    return 0;
  return FP_Weights[C] + 1;
}
static int counts(const std::string &K) { return ++CountsBad[K]; }
static int defaults(const std::string &K) { return DefaultsBad[K]; }
static int otherKey(const std::string &K) { return OtherKeyBad.count(K) ? OtherKeyBad[K + "!"] : 0; }

int main() {
  FP_Limits["a"] = 1;
  FP_Prices["here"]["tea"] = 3;
  FP_Weights['x'] = 4;
  httplib::Server S;
  S.Get("/read", [](const httplib::Request &Q, httplib::Response &R) {
    const std::string K = Q.body;
    R.set_content(icon(K) + std::to_string(limit(K) + price("here", K) + weight(K[0]) + counts(K) + defaults(K) + otherKey(K)), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
