// Session maps of one request: locals, parameters, results, members of locals.
#include <map>
#include <memory>
#include <string>
#include <vector>

struct Session {
  int Hits = 0;
};
using SessionMap = std::map<std::string, Session>;

int localOk(const std::string &Id) {
  SessionMap Sessions;
  Sessions[Id].Hits++;
  return static_cast<int>(Sessions.size());
}

void parameterOk(SessionMap &Sessions, const std::string &Id) { Sessions[Id].Hits++; }

SessionMap resultOk() {
  SessionMap Sessions;
  Sessions["a"].Hits = 1;
  return Sessions;
}

void heapOk() {
  auto Sessions = std::make_unique<SessionMap>();
  Sessions->emplace("a", Session());
}

void constLocalOk() {
  const SessionMap Sessions = resultOk();
  for (const auto &Entry : Sessions)
    (void)Entry.second.Hits;
}

struct Request {
  SessionMap Sessions;
  std::vector<std::string> Tokens;
};

void memberOk() {
  Request R;
  R.Sessions["a"].Hits++;
  R.Tokens.push_back("x");
}

void lambdaOk() {
  SessionMap Sessions;
  auto Add = [&Sessions](const std::string &Id) { Sessions[Id].Hits++; };
  Add("a");
  parameterOk(Sessions, "b");
}

// Beside them one of the same type that stays.
static SessionMap KeptBad; // expect: stateless-session-map "KeptBad"
void keepBad(const std::string &Id) { parameterOk(KeptBad, Id); }
