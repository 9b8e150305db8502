// args: -std=c17 -D_GNU_SOURCE
#include "meter.h"

static int started_bad; // expect: stateless-mutable-global "written after start-up by" "'meter_start'" "the request loop in 'main'" confidence proven
static int stops_bad;   // expect: stateless-mutable-global "written after start-up by 'meter_stop'" "the request loop in 'main'" confidence proven

void meter_start(void) { started_bad = 1; }
void meter_stop(void) {
  if (started_bad)
    ++stops_bad;
}
