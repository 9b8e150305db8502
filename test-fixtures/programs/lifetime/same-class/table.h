#ifndef TABLE_H
#define TABLE_H

#include <map>
#include <string>

struct Session {
  int Visits = 0;
};
// One object of it lives long and is only read after start-up, others are a
// request's own and written. The field is one, and the types cannot tell its
// objects apart.
class Table {
public:
  void add(const std::string &Id) { FP_Sessions[Id].Visits++; }
  bool knows(const std::string &Id) const { return FP_Sessions.count(Id) != 0; }

private:
  std::map<std::string, Session> FP_Sessions; // expect: stateless-session-map "FP_Sessions" confidence possible
};
// The same of a class that is no map of sessions: here the variables tell.
class Tally {
public:
  void add(int N) { Sum += N; }
  int sum() const { return Sum; }

private:
  int Sum = 0;
};
int count(const std::string &Text, Tally Mine);
int list(const std::string &Text, const Table &Known);

#endif
