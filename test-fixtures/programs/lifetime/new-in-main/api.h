#ifndef API_H
#define API_H

#include <httplib.h>
#include <map>
#include <string>

struct Login {
  int Attempts = 0;
};
class LoginTable {
public:
  int attempt(const std::string &User) { return ++ByUserBad[User].Attempts; }

private:
  std::map<std::string, Login> ByUserBad; // expect: stateless-session-map "ByUserBad" "'POST /login'"
};
struct Limits {
  explicit Limits(int Most) : Most(Most) {}
  int Most;
};
struct Tally {
  int Refused = 0;
};

class Api {
public:
  Api(httplib::Server &App, LoginTable *Table, const Limits *TheLimits, Tally *Count);

private:
  LoginTable *Table;
  const Limits *TheLimits;
  Tally *Count;
};

#endif
