/* Writes that the compiler does itself: builtins, atomics, assembly. */
#include "counters.h"

void count(int n) {
  __sync_fetch_and_add(&sync_bad, n); /* expect-fact: write sync_bad */
  __atomic_fetch_add(&fetched_bad, n, __ATOMIC_SEQ_CST); /* expect-fact: write fetched_bad */
  atomic_fetch_add(&c11_bad, n); /* expect-fact: write c11_bad */
  volatile_bad = n; /* expect-fact: write volatile_bad */
  __asm__ volatile("" : "+m"(assembled_bad)); /* expect-fact: write assembled_bad */
  if (__builtin_add_overflow(n, 1, &overflow_bad)) /* expect-fact: write overflow_bad */
    volatile_bad = 0;
}

int look(void) {
  int mine = __atomic_load_n(&loaded_ok, __ATOMIC_ACQUIRE);
  __atomic_fetch_add(&mine, 1, __ATOMIC_RELAXED);
  return mine + atomic_load(&c11_ok) + (int)sizeof(loaded_ok);
}
