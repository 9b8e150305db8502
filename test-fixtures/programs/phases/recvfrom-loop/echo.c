#include "echo.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

static char last_bad[64]; /* expect: stateless-mutable-global "written after start-up by 'note'" "the request loop in 'echo_run'" confidence proven */
static int runs_ok; /* expect-benign: stateless-mutable-global "start-up" */

void echo_init(struct echo *e, int fd) {
  memset(e, 0, sizeof *e);
  e->fd = fd;
}
void note(const char *data, size_t size) {
  memcpy(last_bad, data, size < sizeof last_bad ? size : sizeof last_bad); /* expect-fact: write last_bad */
}
void echo_run(struct echo *e) {
  ++runs_ok;
  for (;;) {
    char buffer[512];
    struct sockaddr_in from;
    socklen_t length = sizeof from;
    ssize_t size = recvfrom(e->fd, buffer, sizeof buffer, 0, (struct sockaddr *)&from, &length);
    if (size < 0) {
      e->errors++;
      continue;
    }
    e->packets++;
    note(buffer, (size_t)size);
    sendto(e->fd, last_bad, (size_t)prefix_ok, 0, (struct sockaddr *)&from, length);
  }
}
