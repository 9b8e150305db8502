#include "table.h"

#include <string.h>

static struct entry entries_bad[8]; /* expect: stateless-mutable-global "entries_bad" "written by 'table_put'" "the request loop in 'main'" confidence proven */
struct entry *first_bad; /* expect: stateless-mutable-global "first_bad" "written by 'chain_push'" "the request loop in 'main'" confidence proven */
struct entry none_ok = {"none", 0, NULL}; /* expect-benign: stateless-mutable-global "never written" */
static struct entry spare_bad; /* expect: stateless-mutable-global "spare_bad" "the request loop in 'main'" confidence proven */
static int limit_ok = 8; /* expect-benign: stateless-mutable-global "start-up" */

void table_set_limit(int limit) { limit_ok = limit; }
void table_put(int slot, int value) {
  struct entry *e = &entries_bad[slot % 8];
  e->value = value; /* expect-fact: write entries_bad */
  entry_fill(&spare_bad, value);
}
int table_get(int slot) { return slot < limit_ok ? entries_bad[slot % 8].value : entry_value(&none_ok); }
void chain_push(struct entry *e) {
  e->next = first_bad;
  first_bad = e; /* expect-fact: write first_bad */
}
void entry_fill(struct entry *e, int value) {
  e->value = value;
  strncpy(e->name, "x", sizeof e->name);
}
int entry_value(struct entry *e) { return e->value; }

/* The module gives its one struct out; another unit writes it. */
struct stats *stats_get(void) {
  static struct stats stats_bad; /* expect: stateless-stateful-singleton "stats_get" "'requests'" "the request loop in 'main'" confidence proven */
  return &stats_bad;
}
