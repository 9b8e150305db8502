#include "reactor.h"
#include <poll.h>

static struct pollfd fds_bad[64]; // expect: stateless-mutable-global "fds_bad" "on the request loop in 'run_events'"
static struct watch watches_bad[64]; // expect: stateless-mutable-global "watches_bad" "on the request loop in 'run_events'"
static int count_bad; // expect: stateless-mutable-global "count_bad" "on the request loop in 'run_events'"

void add_event(int fd, int (*handler)(struct watch *)) {
  fds_bad[count_bad].fd = fd;
  fds_bad[count_bad].events = POLLIN;
  watches_bad[count_bad].fd = fd;
  watches_bad[count_bad++].handler = handler;
}
void notify_all(void) {
  for (int i = 0; i < count_bad; ++i)
    watches_bad[i].handler(&watches_bad[i]);
}
void run_events(void) {
  for (;;) {
    if (poll(fds_bad, (nfds_t)count_bad, -1) <= 0)
      continue;
    for (int i = 0; i < count_bad; ++i)
      if (fds_bad[i].revents)
        watches_bad[i].handler(&watches_bad[i]);
  }
}
