#include "commands.h"

#include <stddef.h>
#include <string.h>

static int puts_bad; /* expect: stateless-mutable-global "written after start-up by 'put'" "'POST /command'" confidence likely */
static int gets_bad; /* expect: stateless-mutable-global "written after start-up by 'get'" "'POST /command'" confidence likely */
static int fixed_bad; /* expect: stateless-mutable-global "written after start-up by 'fixed'" "'GET /fixed'" */

static int put(const char *argument) { return puts_bad += (int)strlen(argument); } /* expect-fact: write puts_bad */
static int get(const char *argument) {
  ++gets_bad; /* expect-fact: write gets_bad */
  return argument[0];
}
static int fixed(const char *argument) { return fixed_bad = argument[0]; } /* expect-fact: write fixed_bad */

static const struct command commands_ok[] = { /* expect-benign: stateless-mutable-global "constant" */
    {"put", put},
    {.name = "get", .run = &get},
    {NULL, NULL},
};
static int (*const fixed_ok)(const char *) = fixed; /* expect-benign: stateless-mutable-global "constant" */

int dispatch(const char *name, const char *argument) {
  for (const struct command *c = commands_ok; c->name; ++c)
    if (strcmp(c->name, name) == 0)
      return c->run(argument);
  return -1;
}
int dispatch_admin(int index, const char *argument) { return admin_commands[index].run(argument); }
int run_fixed(const char *argument) { return (*fixed_ok)(argument); }
