// args: -std=c++20
#include "limits.h"

static int LimitBad; // expect: stateless-mutable-global "written after start-up by 'setLimit'" "'POST /limit'" "this is so in" "it is no state: written only at start-up" confidence proven
static int HitsBad; // expect: stateless-mutable-global "written after start-up by 'hit'" "'GET /hit'" confidence proven
static int DefaultOk = 5; // expect-benign: stateless-mutable-global "never written"

void setLimit(int N) { LimitBad = N; }
int limit() { return LimitBad + DefaultOk; }
int hit() { return ++HitsBad; }
