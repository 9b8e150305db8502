#ifndef STORE_H
#define STORE_H

#include <map>
#include <string>
#include <unordered_map>

struct Session {
  std::string Name;
  int Visits = 0;
};

// The map is the finding; its singleton holds nothing else.
class SessionStore {
public:
  static SessionStore &instance();
  Session &open(const std::string &Id) { return SessionsBad[Id]; }
  void close(const std::string &Id) { SessionsBad.erase(Id); }

private:
  std::unordered_map<std::string, Session> SessionsBad; // expect: stateless-session-map "SessionsBad" "'POST /login'" "'POST /logout'" confidence proven
};

std::map<std::string, int> &carts();
extern std::map<std::string, std::string> TokensBad;
extern std::map<std::string, int> KnownTokensOk;

#endif
