// What is kept in memory that the C library gives out.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
extern int accept(int, void *, void *);

static long GrownBad;   // expect: stateless-mutable-global "GrownBad"
static long ArrayBad;   // expect: stateless-mutable-global "ArrayBad"
static long AlignedBad; // expect: stateless-mutable-global "AlignedBad"
static long MappedBad;  // expect: stateless-mutable-global "MappedBad"
static long ClearedBad; // expect: stateless-mutable-global "ClearedBad"
static long SharedBad;  // expect: stateless-mutable-global "SharedBad"
static long MovedBad;   // expect: stateless-mutable-global "MovedBad"

int main(void) {
  static long **Grown, **Array, **Mapped, **Cleared, **Shared, **Moved; // expect: stateless-mutable-global "Moved"
  void *Aligned;
  Grown = realloc(NULL, sizeof *Grown);
  Grown[0] = &GrownBad;
  Array = reallocarray(NULL, 1, sizeof *Array);
  Array[0] = &ArrayBad;
  if (posix_memalign(&Aligned, 16, sizeof(long *)) != 0)
    return 1;
  *(long **)Aligned = &AlignedBad;
  Mapped = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Mapped[0] = &MappedBad;
  Cleared = calloc(1, sizeof *Cleared);
  Cleared[0] = &ClearedBad;
  Shared = shmat(3, NULL, 0);
  Shared[0] = &SharedBad;
  Moved = malloc(sizeof *Moved);
  Moved[0] = &MovedBad;
  for (;;) {
    if (accept(3, 0, 0) < 0)
      return 0;
    Moved = realloc(Moved, 2 * sizeof *Moved);
    ++*Grown[0];
    ++*Array[0];
    ++**(long **)Aligned;
    ++*Mapped[0];
    ++*Cleared[0];
    ++*Shared[0];
    ++*Moved[0];
  }
}
