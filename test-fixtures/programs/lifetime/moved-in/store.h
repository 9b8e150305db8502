#ifndef STORE_H
#define STORE_H

#include <httplib.h>
#include <map>
#include <memory>
#include <string>

class AccountTable {
public:
  int raise(const std::string &Name, int By) { return AccountsBad[Name] += By; }

private:
  std::map<std::string, int> AccountsBad; // expect: stateless-session-map "AccountsBad" "'POST /raise'" "kept alive by 'TheBank' in 'main'"
};
struct Rates {
  int Percent = 3;
};
class Bank {
public:
  Bank(std::unique_ptr<AccountTable> Table, Rates R) : Table(std::move(Table)), TheRates(R) {}
  void install(httplib::Server &App);

private:
  std::unique_ptr<AccountTable> Table;
  Rates TheRates;
};
// What a factory makes is the caller's.
struct Gate {
  int Opened = 0;
  bool open() { return ++Opened > 0; }
};
std::unique_ptr<Gate> makeGate();
Bank makeBank();

#endif
