// args: -std=c++17
// A source of both executables.
#include "shared.h"

static int PortOk;  // expect-benign: stateless-mutable-global "start-up"
static int LimitOk; // expect-benign: stateless-mutable-global "start-up"
static int LeftBad; // expect: stateless-mutable-global "written after start-up by 'refill'" "'GET /refill'" confidence proven

void configure(int Port) { PortOk = Port; }
int port() { return PortOk; }
void prepare() { LimitOk = 3; }
int refill() { return LeftBad = LimitOk; }
