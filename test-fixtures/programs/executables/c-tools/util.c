// args: -std=c17
#include "util.h"

static int level_ok; /* expect-benign: stateless-mutable-global "written only at start-up" */

void set_level(int n) { level_ok = n; }
int level(void) { return level_ok; }
