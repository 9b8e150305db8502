#ifndef STATE_H
#define STATE_H

#include <string>

struct Point {
  int X = 0, Y = 0;
};

extern int HitsBad;
extern long TotalBad;
extern std::string LastBad;
extern int SlotsBad[4];
extern Point WhereBad;
extern double RatesBad[2][2];
extern bool ResetBad;
extern int LimitOk;
extern const int StepOk;

#endif
