// The definitions; every writer is in another unit.
#include "state.h"

int HitsBad; // expect: stateless-mutable-global "written after start-up by 'hit'" "'GET /hit'" confidence proven
long TotalBad = 3; // expect: stateless-mutable-global "written after start-up by 'hit'" "'GET /hit'" confidence proven
std::string LastBad; // expect: stateless-mutable-global "LastBad" "written by 'remember'" "'POST /last'" confidence proven
int SlotsBad[4]; // expect: stateless-mutable-global "SlotsBad" "written by 'remember'" "'POST /last'" confidence proven
Point WhereBad; // expect: stateless-mutable-global "WhereBad" "written by 'move'" "'PUT /where'" confidence proven
double RatesBad[2][2]; // expect: stateless-mutable-global "RatesBad" "written by 'move'" confidence proven
bool ResetBad; // expect: stateless-mutable-global "ResetBad" "written by 'remember'" "written by 'move'" "'POST /last'" "'PUT /where'" confidence proven
int LimitOk = 7; // expect-benign: stateless-mutable-global "never written"
const int StepOk = 2; // expect-benign: stateless-mutable-global "constant"
