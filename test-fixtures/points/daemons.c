// args: -std=c17 -D_GNU_SOURCE
// A child that goes on when its parent ends is the program; so is one of a main
// that serves nobody else, as far as anybody knows.
#include <stdlib.h>
#include <unistd.h>

static int daemon_bad; // expect: stateless-mutable-global "daemon_bad"
static int late_bad;   // expect: stateless-mutable-global "late_bad"

static int events(void) { return ++daemon_bad < 100; }

static void away(void) {
  if (fork() > 0)
    _exit(0);
  setsid();
}

int main(void) {
  away();
  pid_t pid = fork();
  if (pid > 0)
    exit(0);
  while (events())
    ++late_bad;
  exit(late_bad);
}
