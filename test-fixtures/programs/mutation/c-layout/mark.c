/* Fields that share storage: bit fields, unions, anonymous unions, rows. */
#include "layout.h"

static int plain_bad[2][2]; /* expect: stateless-mutable-global "plain_bad" "written by 'mark'" confidence proven */
static int (*row_bad)[2] = plain_bad; /* expect: stateless-mutable-global "row_bad" "written by 'mark'" confidence proven */
static unsigned char *view_bad = cell_bad.bytes; /* expect: stateless-mutable-global "view_bad" "written by 'mark'" confidence proven */

void mark(int n) {
  cell_bad.bytes[n & 3] = 1;      /* expect-fact: write cell_bad */
  flags_bad.ready = 1;            /* expect-fact: write flags_bad */
  flags_bad.ratio = 0.5f;         /* expect-fact: write flags_bad */
  grid_bad.rows[1][n % 3]++;      /* expect-fact: write grid_bad */
  grid_bad.flags.level ^= 1;      /* expect-fact: write grid_bad */
  cells_bad[1] = (union cell){n}; /* expect-fact: write cells_bad */
  depth_bad--;                    /* expect-fact: write depth_bad */
  1 [*plain_bad] = n;             /* expect-fact: write plain_bad */
  row_bad = &plain_bad[1];        /* expect-fact: write row_bad */
  view_bad++;                     /* expect-fact: write view_bad */
}

int look(int n) {
  union cell mine = cell_ok;
  struct grid copy = grid_ok;
  mine.bytes[0] = 2;
  copy.rows[0][1] = n;
  copy.flags.level = flags_ok.level;
  return mine.whole + copy.rows[0][n % 3] + grid_ok.rows[0][0] + cell_ok.bytes[1] + flags_ok.code;
}
