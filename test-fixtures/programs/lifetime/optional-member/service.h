#ifndef SERVICE_H
#define SERVICE_H

#include <httplib.h>
#include <map>
#include <optional>
#include <string>

struct Session {
  int Visits = 0;
};
class Table {
public:
  explicit Table(int Most) : Most(Most) {}
  bool visit(const std::string &Id) { return ++SessionsBad[Id].Visits < Most; }

private:
  int Most;
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "SessionsBad" "'GET /visit'" "kept alive by 'TheService' in 'main'"
};
struct Texts {
  std::string Hello;
};
// Made empty; start() fills in the parts before it serves.
class Service {
public:
  bool start(int Most);

private:
  httplib::Server App;
  std::optional<Table> Visits;
  std::optional<Texts> Words;
};
class Meter {
public:
  void open() { Level.emplace(1); }
  int read();

private:
  std::optional<int> Level;
};

#endif
