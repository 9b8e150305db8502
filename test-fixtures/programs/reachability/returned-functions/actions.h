#ifndef ACTIONS_H
#define ACTIONS_H

#include <string>

using Action = int (*)(const std::string &);

class Meter {
public:
  int up(int N) const;
  int down(int N) const;
};
using Turn = int (Meter::*)(int) const;

Action pick(const std::string &Name);
Action only();
Turn turn(bool Up);
int apply(const Meter &M, Turn How, int N);

#endif
