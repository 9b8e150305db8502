#ifndef TABLES_H
#define TABLES_H

#include <map>
#include <memory>
#include <string>

struct Session {
  int Visits = 0;
};
class UniqueTable {
public:
  int visit(const std::string &Id) { return ++SessionsBad[Id].Visits; }

private:
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "UniqueTable::SessionsBad" "'GET /unique'" "'Held'" confidence proven
};
class Shard {
public:
  int visit(const std::string &Id) { return ++SessionsBad[Id].Visits; }

private:
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "Shard::SessionsBad" "'GET /shard'" "'Shards'" confidence proven
};
class LocalTable {
public:
  int visit(const std::string &Id) { return ++SessionsBad[Id].Visits; }

private:
  std::map<std::string, Session> SessionsBad; // expect: stateless-session-map "LocalTable::SessionsBad" "'GET /local'" confidence proven
};
class IdleTable {
public:
  bool knows(const std::string &Id) const { return SessionsOk.count(Id) != 0; }

private:
  std::map<std::string, Session> SessionsOk;
};
int unique(const std::string &Id);
int shard(const std::string &Id);
int local(const std::string &Id);
int slot(const std::string &Id);

#endif
