/* A program in C: const leaves external linkage as it is. */
#include "table.h"
#include <stdio.h>

/* Only C allows to define it once more, without a value. */
static int twice; /* fix: static const int twice */
static int twice = 3; /* fix: static const int twice */

int main(void) {
  hit();
  struct row copy = rows[1];
  printf("%s %d %d %d %s %d\n", banner, lookup("b"), lookup("c"), counter, copy.name, limit + twice);
  return 0;
}
