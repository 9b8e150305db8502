// A loop that waits for events and runs handlers that are registered with files
// serves, if one of them accepts. A loop that reads options before it does not,
// though what it calls may run a handler, too.
#include "reactor.h"
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int HitsBad; // expect: stateless-mutable-global "HitsBad" "on the request loop in 'run_events'"
static int EarlyOk; // expect-benign: stateless-mutable-global "written only at start-up"
static int LevelOk = 1; // expect-benign: stateless-mutable-global "written only at start-up"
static int LaterBad; // expect: stateless-mutable-global "LaterBad"

static int on_read(struct watch *e) {
  char text[100];
  if (recv(e->fd, text, sizeof text, 0) > 0 && text[0] == 'x')
    ++HitsBad;
  text[0] = (char)('0' + HitsBad + LaterBad);
  write(e->fd, text, 1);
  return 1;
}
static int on_accept(struct watch *e) {
  int fd = accept(e->fd, NULL, NULL);
  LaterBad = fd;
  if (fd >= 0)
    add_event(fd, on_read);
  return 0;
}
static void option(const char *text) {
  LevelOk = atoi(text);
  if (LevelOk > 9)
    notify_all();
}

int main(int argc, char **argv) {
  while (argc-- > 1)
    option(argv[argc]);
  EarlyOk = LevelOk * 80;
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  listen(fd, EarlyOk);
  add_event(fd, on_accept);
  run_events();
  return EarlyOk + LevelOk;
}
