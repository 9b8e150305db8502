/* The table stands in one unit, the call through it in another. */
#include "commands.h"

static int stops_bad; /* expect: stateless-mutable-global "written after start-up by 'stop'" "'POST /admin'" confidence likely */
static int pauses_bad; /* expect: stateless-mutable-global "written after start-up by 'pause_all'" "'POST /admin'" confidence likely */

static int stop(const char *argument) { return ++stops_bad + argument[0]; } /* expect-fact: write stops_bad */
static int pause_all(const char *argument) { return pauses_bad = argument[0]; } /* expect-fact: write pauses_bad */

const struct command admin_commands[] = {{"stop", stop}, {"pause", pause_all}};
