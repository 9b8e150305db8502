// args: -std=c17 -D_GNU_SOURCE
#include "log.h"

static int started_bad; // expect: stateless-mutable-global "written after start-up by" "'log_start'" "the request loop in 'main'" confidence proven
static int stops_bad;   // expect: stateless-mutable-global "written after start-up by 'log_stop'" "the request loop in 'main'" confidence proven

void log_start(void) { started_bad = 1; }
void log_stop(void) {
  if (started_bad)
    ++stops_bad;
}
