// args: -std=c++20 -isystem {fixtures}/include
// `map[key]` inserts where the key is not there. Where it is known to be there, it
// only reads. More ways to know it are in known-keys.cpp.
#include <httplib.h>
#include <map>
#include <string>
#include <unordered_map>

static std::map<std::string, int> LimitsOk; // contains()
static std::unordered_map<std::string, std::string> IconsOk{{"txt", "text"}}; // find()
static std::map<std::string, std::map<std::string, int>> PricesOk; // at(), then count()
static std::map<char, int> WeightsOk; // an early return
static std::map<std::string, int> CountsBad;                                // expect: stateless-mutable-global "'CountsBad' is written after start-up"
static std::map<std::string, int> DefaultsBad;                              // expect: stateless-mutable-global "'DefaultsBad' is written after start-up"
static std::map<std::string, int> OtherKeyBad;                              // expect: stateless-mutable-global "'OtherKeyBad' is written after start-up"

static int limit(const std::string &K) { return LimitsOk.contains(K) ? LimitsOk[K] : 10; }
static std::string icon(const std::string &K) {
  if (IconsOk.find(K) != IconsOk.end())
    return IconsOk[K];
  return "none";
}
static int price(const std::string &Shop, const std::string &What) {
  std::map<std::string, int> &One = PricesOk.at(Shop);
  return One.count(What) ? One[What] : 0;
}
static int weight(char C) {
  if (!WeightsOk.count(C))
    return 0;
  return WeightsOk[C] + 1;
}
static int counts(const std::string &K) { return ++CountsBad[K]; }
static int defaults(const std::string &K) { return DefaultsBad[K] + DefaultsBad.size(); }
static int otherKey(const std::string &K) { return OtherKeyBad.count(K) ? OtherKeyBad[K + "!"] : 0; }

int main() {
  LimitsOk["a"] = 1;
  PricesOk["here"]["tea"] = 3;
  WeightsOk['x'] = 4;
  httplib::Server S;
  S.Get("/read", [](const httplib::Request &Q, httplib::Response &R) {
    const std::string K = Q.body;
    R.set_content(icon(K) + std::to_string(limit(K) + price("here", K) + weight(K[0]) + counts(K) + defaults(K) + otherKey(K)), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
