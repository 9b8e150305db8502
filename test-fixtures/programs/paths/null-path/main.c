// args: -std=c17 -D_GNU_SOURCE
// A path that is null until the command line gives one: configurable, and no
// file of the name "0".
#include "options.h"

#include <stdio.h>
#include <unistd.h>

static char *pid_file = NULL;

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    if (argv[i][0] == 'p')
      pid_file = argv[++i];
    else
      options.log_file = argv[i];
  if (pid_file) {
    FILE *f = fopen(pid_file, "w"); // expect: stateless-local-file-write "configurable" confidence possible
    fclose(f);
  }
  open_log();
  if (pid_file)
    unlink(pid_file); // expect: stateless-local-file-write "configurable" confidence possible
  return 0;
}
