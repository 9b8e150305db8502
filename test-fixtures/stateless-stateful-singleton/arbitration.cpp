// One state object, one finding: a session map before a singleton.
#include <map>
#include <string>
#include <unordered_map>

struct Session {
  std::string Name;
  int Visits = 0;
};

// All that the singleton holds is a session map: that is the finding.
class SessionStore {
public:
  static SessionStore &instance() {
    static SessionStore InstanceOk;
    return InstanceOk;
  }
  void enter(const std::string &Id) { SessionsBad_[Id].Visits++; }

private:
  std::map<std::string, Session> SessionsBad_; // expect: stateless-session-map "SessionsBad_"
};

// An accessor of a map of sessions.
std::unordered_map<std::string, Session> &sessions() {
  static std::unordered_map<std::string, Session> TheSessionsBad; // expect: stateless-session-map "TheSessionsBad"
  return TheSessionsBad;
}
void enter(const std::string &Id) { sessions()[Id].Name = Id; }

// A map of the same kind of key that is about none of these words.
class Weights {
public:
  static Weights &instance() {
    static Weights InstanceBad; // expect: stateless-stateful-singleton "singleton" "instance" "'ByName_'"
    return InstanceBad;
  }
  void set(const std::string &Name, int N) { ByName_[Name] = N; }

private:
  std::map<std::string, int> ByName_;
};
