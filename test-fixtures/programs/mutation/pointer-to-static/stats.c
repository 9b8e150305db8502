// args: -std=c17 -D_GNU_SOURCE
// A static pointer to a static object: what is written through the pointer, is
// written to the object, which is not written at start-up only.
#include "stats.h"

static struct stats numbers_bad; // expect: stateless-mutable-global "numbers_bad" "written after start-up by 'stats_count'"
static struct stats *current;    // expect-benign: stateless-mutable-global "start-up"

void stats_start(void) { current = &numbers_bad; }
void stats_count(void) { ++current->requests; }

// The same for pointers that point there from the start, and for one that is
// given its object by another function.
static struct stats early_bad; // expect: stateless-mutable-global "early_bad" "written after start-up by 'stats_early'"
static struct stats *early = &early_bad; // expect-benign: stateless-mutable-global "never written"
void stats_early(void) {
  static struct stats inner_bad; // expect: stateless-mutable-global "inner_bad" "written after start-up by 'stats_early'"
  static struct stats *inner = &inner_bad; // expect-benign: stateless-mutable-global "never written"
  ++early->requests;
  ++inner->requests;
}
static struct stats given_bad; // expect: stateless-mutable-global "given_bad" "written after start-up by 'stats_given'"
static struct stats *given;    // expect-benign: stateless-mutable-global "start-up"
static void give(struct stats *to) { given = to; }
void stats_give(void) { give(&given_bad); }
void stats_given(void) { ++given->requests; }
// One of two, nobody knows which.
static struct stats one_bad; // expect: stateless-mutable-global "one_bad" confidence likely
static struct stats two_bad; // expect: stateless-mutable-global "two_bad" confidence likely
static struct stats *either;          // expect-benign: stateless-mutable-global "start-up"
void stats_choose(int which) { either = which ? &one_bad : &two_bad; }
void stats_either(void) { ++either->requests; }
// A pointer that is only read through writes nothing.
static struct stats seen_ok; // expect-benign: stateless-mutable-global "never written"
static struct stats *seen;   // expect-benign: stateless-mutable-global "start-up"
void stats_look(void) { seen = &seen_ok; }
long stats_seen(void) { return seen->requests; }

// Pointers that are copied lead there, too.
static struct stats moved_bad; // expect: stateless-mutable-global "moved_bad" "written after start-up by 'stats_moved'"
static struct stats *first_ok; // expect-benign: stateless-mutable-global "start-up"
static struct stats *then;     // expect-benign: stateless-mutable-global "start-up"
void stats_move(void) {
  first_ok = &moved_bad;
  then = first_ok;
}
void stats_moved(void) { ++then->requests; }
static struct stats lost_bad;   // expect: stateless-mutable-global "lost_bad" confidence proven
static struct stats *found_ok;  // expect-benign: stateless-mutable-global "start-up"
static struct stats *table[2];  // expect-benign: stateless-mutable-global "start-up"
void stats_lose(int at) {
  found_ok = &lost_bad;
  table[at & 1] = found_ok;
}
void stats_lost(void) { ++table[0]->requests; }
