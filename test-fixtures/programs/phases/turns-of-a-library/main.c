// args: -std=c17 -D_GNU_SOURCE -isystem {fixtures}/include
// The loop in main is the program's, its turns are the library's: what stands
// behind it is done when serving is over.
#include "answer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

char *names_ok[4]; // expect-benign: stateless-mutable-global "start-up"
static volatile sig_atomic_t stopped_ok;

static void stop(int number) { stopped_ok = number; }

int main(int argc, char **argv) {
  struct mg_mgr manager;
  names_ok[0] = strdup(argv[argc - 1]);
  signal(SIGTERM, stop);
  mg_mgr_init(&manager);
  mg_http_listen(&manager, "http://0.0.0.0:8080", answer, NULL);
  while (!stopped_ok)
    mg_mgr_poll(&manager, 1000);
  free(names_ok[0]);
  names_ok[0] = NULL;
  mg_mgr_free(&manager);
  return 0;
}
