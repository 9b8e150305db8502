// args: -std=c17 -D_GNU_SOURCE
#include "options.h"

#include <stddef.h>
#include <stdio.h>

struct options options = {NULL};

void open_log(void) {
  if (options.log_file)
    options.log = fopen(options.log_file, "a"); // expect: stateless-local-file-write "configurable" confidence possible
}
