// args: -std=c++20
#include "store.h"

static int LimitOk = 5; // expect-benign: stateless-mutable-global "nothing calls"
static int MostOk = 5; // expect-benign: stateless-mutable-global "nothing calls"

void setLimit(int N) { LimitOk = N; }
int limit() { return LimitOk; }
void Store::setMost(int N) { MostOk = N; }
int Store::size() const { return MostOk; }
