#include "table.h"

#include <stdlib.h>

/* A table of functions that never changes; what they do is state. */
static int by_get_bad, by_put_bad; /* expect: stateless-mutable-global "by_get_bad" "written by 'on_get'" confidence likely expect: stateless-mutable-global "by_put_bad" "written by 'on_put'" confidence likely */
static int on_get(int n) { return by_get_bad += n; } /* expect-fact: write by_get_bad */
static int on_put(int n) { return by_put_bad -= n; } /* expect-fact: write by_put_bad */
static int (*const actions_ok[])(int) = {on_get, on_put}; /* expect-benign: stateless-mutable-global "constant" */

void handle(int fd) {
  struct entry mine = none_ok;
  struct entry *e = malloc(sizeof *e);
  if (!e)
    return;
  entry_fill(&mine, actions_ok[fd % 2](fd));
  entry_fill(e, table_get(entry_value(&mine)));
  table_put(fd, e->value);
  chain_push(e);
  stats_get()->requests++;
}
