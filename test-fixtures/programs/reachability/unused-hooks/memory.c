// args: -std=c17 -D_GNU_SOURCE
#include "memory.h"

#include <stdlib.h>

static void *(*taking_ok)(size_t) = malloc; // expect-benign: stateless-mutable-global "written only by code that nothing calls"
static void (*giving_ok)(void *) = free;    // expect-benign: stateless-mutable-global "written only by code that nothing calls"

void use_memory(void *(*take_with)(size_t), void (*give_with)(void *)) {
  taking_ok = take_with;
  giving_ok = give_with;
}
void *take(size_t size) { return taking_ok(size); }
void give(void *what) { giving_ok(what); }
