// args: -std=c17
#include "util.h"

static int lines_ok; /* expect-benign: stateless-mutable-global "written only at start-up" */

static void each(int n) { lines_ok += n; }

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) {
    set_level(i);
    each(argv[i][0] + level());
  }
  return lines_ok;
}
