// args: -std=c17 -D_GNU_SOURCE
#include "turn.h"

#include <netinet/in.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

volatile int stopped_ok;
static int listening_ok = -1; // expect-benign: stateless-mutable-global "start-up"
static int accepted_bad;      // expect: stateless-mutable-global "written after start-up by 'take'" "the request loop in 'main'" confidence proven

void open_socket(void) { listening_ok = socket(AF_INET, SOCK_STREAM, 0); }
static void take(void) {
  int connected = accept(listening_ok, 0, 0);
  ++accepted_bad;
  write(connected, &accepted_bad, sizeof accepted_bad);
  close(connected);
}
void turn(void) {
  fd_set ready;
  FD_ZERO(&ready);
  FD_SET(listening_ok, &ready);
  if (select(listening_ok + 1, &ready, 0, 0, 0) > 0)
    take();
}
