// args: -std=c17 -D_GNU_SOURCE
// A child that serves requests in a loop of its own is a server.
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int inline_bad; // expect: stateless-mutable-global "inline_bad" "request loop"
static int called_bad; // expect: stateless-mutable-global "called_bad" "request loop"
static int parent_bad; // expect: stateless-mutable-global "parent_bad" "request loop"

static void serve(void) {
  for (;;) { int client = accept(4, NULL, NULL); if (client < 0) return; ++called_bad; close(client); }
}

static void workers(void) {
  if (fork() == 0) { for (int client; (client = accept(3, NULL, NULL)) >= 0; ) { ++inline_bad; } _exit(0); }
}

int main(void) {
  workers();
  if (fork() == 0) { serve(); _exit(0); }
  for (;;) { int client = accept(5, NULL, NULL); if (client < 0) break; ++parent_bad; }
  return 0;
}
