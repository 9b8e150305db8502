// args: -std=c17 -D_GNU_SOURCE
#include "memory.h"

#include <stdlib.h>

static void *(*FP_taking)(size_t) = malloc; // expect: stateless-mutable-global "written after start-up by 'use_memory'" confidence likely
static void (*FP_giving)(void *) = free;    // expect: stateless-mutable-global "written after start-up by 'use_memory'" confidence likely

void use_memory(void *(*take_with)(size_t), void (*give_with)(void *)) {
  FP_taking = take_with;
  FP_giving = give_with;
}
void *take(size_t size) { return FP_taking(size); }
void give(void *what) { FP_giving(what); }
