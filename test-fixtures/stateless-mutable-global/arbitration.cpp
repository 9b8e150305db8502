// One state object, one finding: the most specific check speaks.
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

// A session map is no longer a mutable global, whatever its storage.
static std::map<std::string, int> SessionsBad; // expect: stateless-session-map "SessionsBad"
std::unordered_map<std::string, std::string> TokensByUserBad; // expect: stateless-session-map "TokensByUserBad"
// The same shape under a name that says nothing of the kind.
static std::map<std::string, int> WeightsBad; // expect: stateless-mutable-global "WeightsBad" "written by 'request'"
// A word of sessions alone makes no map.
static int SessionCountBad; // expect: stateless-mutable-global "SessionCountBad" "written by 'request' (increment)"

// A singleton's instance is the singleton's.
class Statistics {
public:
  static Statistics &instance() {
    static Statistics InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'Hits_'"
    return InstanceBad;
  }
  void hit() { ++Hits_; }

private:
  Statistics() = default;
  int Hits_ = 0;
};

int request(const std::string &Key) {
  SessionsBad[Key] = 1;
  TokensByUserBad[Key] = "t";
  WeightsBad[Key] = 2; // expect-fact: write WeightsBad
  ++SessionCountBad;   // expect-fact: write SessionCountBad
  Statistics::instance().hit();
  static std::map<std::string, std::vector<int>> CartsBad; // expect: stateless-session-map "CartsBad"
  CartsBad[Key].push_back(3);
  return SessionCountBad;
}
