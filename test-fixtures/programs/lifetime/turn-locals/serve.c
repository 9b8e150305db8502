// args: -std=c17 -D_GNU_SOURCE
// Locals before the loop that each turn sets before it uses them carry nothing
// from one turn to the next; the last one does.
#include "serve.h"

#include <pthread.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static void *talk(void *data) { return data; }

void serve(int port) {
  // A call that fills all of an object.
  struct sockaddr_in address_ok;
  socklen_t length_ok;
  int i_ok, sum_ok;
  // Each of these tells something of an earlier turn.
  int sometimes_bad = 0; // expect: stateless-mutable-global "sometimes_bad" confidence proven
  // What the function itself assigns as a whole is taken for a flag of the loop
  // (running = 0), though this one remembers the turn before.
  int FN_before = 0, last_bad; // expect-missing: stateless-mutable-global
  char through_bad = 0; // expect: stateless-mutable-global "through_bad"
  int served_bad = 0; // expect: stateless-mutable-global "served_bad" confidence proven
  pthread_attr_t attributes_ok;
  pthread_t thread_ok;
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  for (i_ok = 0; i_ok < port; i_ok++)
    ;
  for (;;) {
    sum_ok = 0;
    for (i_ok = 0; i_ok < port; i_ok++)
      sum_ok += i_ok;
    length_ok = sizeof address_ok;
    int connected = accept(listening, (struct sockaddr *)&address_ok, &length_ok);
    served_bad += sum_ok;
    if (pthread_attr_init(&attributes_ok) == 0)
      pthread_attr_setstacksize(&attributes_ok, 65536);
    pthread_create(&thread_ok, &attributes_ok, talk, NULL);
    write(connected, &served_bad, sizeof served_bad);
    if (connected > 0)
      sometimes_bad = 0;
    last_bad = FN_before;
    FN_before = connected;
    ++sometimes_bad;
    char *at = &through_bad;
    ++*at;
    close(connected);
  }
}
