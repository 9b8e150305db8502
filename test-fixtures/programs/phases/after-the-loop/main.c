// args: -std=c17 -D_GNU_SOURCE
// What is done when serving is over, no request can see. (after-listen has it
// otherwise for calls of which nobody knows whether they return at once; here a
// loop of the program itself has ended.)
#include "conf.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int requests_bad; // expect: stateless-mutable-global "written after start-up by 'main'" confidence proven
static char *root_ok;    // expect-benign: stateless-mutable-global "start-up"

int main(int argc, char **argv) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  root_ok = argv[argc - 1];
  configure();
  while (!stopping()) {
    int connected = accept(listening, NULL, NULL);
    ++requests_bad;
    answer(connected, root_ok);
    close(connected);
  }
  free(root_ok);
  root_ok = NULL;
  tidy_up();
  return 0;
}
