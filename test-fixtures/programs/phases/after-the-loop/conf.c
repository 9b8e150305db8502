// args: -std=c17 -D_GNU_SOURCE
#include "conf.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *greeting_ok;   // expect-benign: stateless-mutable-global "start-up"
static regex_t *pattern_ok; // expect-benign: stateless-mutable-global "start-up"

// Runs when the process ends.
static void free_pattern(void) {
  regfree(pattern_ok);
  free(pattern_ok);
  pattern_ok = NULL;
}
void configure(void) {
  greeting_ok = strdup("hello");
  pattern_ok = calloc(1, sizeof *pattern_ok);
  regcomp(pattern_ok, "^a", 0);
  atexit(free_pattern);
}
int stopping(void) { return access("/etc/nologin", F_OK) == 0; }
void answer(int connected, const char *root) {
  if (regexec(pattern_ok, root, 0, NULL, 0) == 0)
    write(connected, greeting_ok, strlen(greeting_ok));
}
void tidy_up(void) {
  free(greeting_ok);
  greeting_ok = NULL;
}
