/* What the C library fills, called from C++ handlers. */
#include "buffers.h"

#include <stdlib.h>
#include <string.h>

static char copied_bad[16]; /* expect: stateless-mutable-global "written by 'store'" "'POST /store'" confidence proven */
static char moved_bad[16]; /* expect: stateless-mutable-global "written by 'store'" confidence proven */
static char text_bad[16]; /* expect: stateless-mutable-global "written by 'store'" confidence proven */
static char joined_bad[64]; /* expect: stateless-mutable-global "written by 'store'" confidence proven */
static char read_bad[16]; /* expect: stateless-mutable-global "written by 'load'" "'POST /load'" confidence proven */
static char line_bad[16]; /* expect: stateless-mutable-global "written by 'load'" confidence proven */
static int scanned_bad; /* expect: stateless-mutable-global "written by 'load'" confidence proven */
static int numbers_bad[4] = {4, 2}; /* expect: stateless-mutable-global "written by 'load'" confidence proven */
static struct record cleared_bad; /* expect: stateless-mutable-global "written by 'load'" confidence proven */
static struct record record_bad; /* expect: stateless-mutable-global "record_bad" "'POST /store'" confidence proven */
static char *end_bad; /* expect: stateless-mutable-global "written by 'load'" confidence proven */
static size_t room_bad; /* expect: stateless-mutable-global "room_bad" "'POST /load'" confidence proven */

static char source_ok[16] = "source"; /* expect-benign: stateless-mutable-global "never written" */
static struct record pattern_ok = {"pattern", 7}; /* expect-benign: stateless-mutable-global "never written" */
static const int order_ok[4] = {1, 2, 3, 4}; /* expect-benign: stateless-mutable-global "constant" */

static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static void measure(size_t *out) { *out = strlen(source_ok); }

void store(const char *text, size_t size) {
  memcpy(copied_bad, text, size < 16 ? size : 15); /* expect-fact: write copied_bad */
  memmove(moved_bad + 1, moved_bad, 8); /* expect-fact: write moved_bad */
  strcpy(text_bad, source_ok); /* expect-fact: write text_bad */
  strncat(joined_bad, text, 8); /* expect-fact: write joined_bad */
  put_record(&record_bad, (int)size);
}

void load(FILE *in) {
  if (fread(read_bad, 1, sizeof read_bad, in) > 1) /* expect-fact: write read_bad */
    fgets(line_bad, sizeof line_bad, in); /* expect-fact: write line_bad */
  fscanf(in, "%d", &scanned_bad); /* expect-fact: write scanned_bad */
  qsort(numbers_bad, 4, sizeof *numbers_bad, compare); /* expect-fact: write numbers_bad */
  memset(&cleared_bad, 0, sizeof cleared_bad); /* expect-fact: write cleared_bad */
  strtol(line_bad, &end_bad, 10); /* expect-fact: write end_bad */
  measure(&room_bad);
}

void put_record(void *place, int size) {
  struct record *r = place;
  r->size = size;
}

const char *describe(int n) {
  static char buffer_ok[32]; /* expect-benign: stateless-mutable-global "scratch" */
  snprintf(buffer_ok, sizeof buffer_ok, "%d", n);
  return buffer_ok;
}

size_t look(void) {
  char mine[32];
  struct record copy = pattern_ok;
  int numbers[4];
  memcpy(mine, source_ok, sizeof source_ok);
  memcpy(numbers, order_ok, sizeof numbers);
  qsort(numbers, 4, sizeof *numbers, compare);
  memset(&copy, 0, sizeof copy);
  put_record(&copy, 1);
  return strlen(mine) + (size_t)memcmp(&copy, &pattern_ok, sizeof copy) +
         (bsearch(&numbers[1], order_ok, 4, sizeof *order_ok, compare) != NULL);
}
