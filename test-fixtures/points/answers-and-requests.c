// args: -std=c17 -D_GNU_SOURCE
// Who sends, and takes requests all the same: where a turn of the loop has not
// sent on that very socket before it waits.
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

static int echoed_bad;    // expect: stateless-mutable-global "on the request loop in 'echo'"
static int greeted_bad;   // expect: stateless-mutable-global "on the request loop in 'greet'"
static int both_bad;      // expect: stateless-mutable-global "on the request loop in 'greetAndEcho'"
static int logged_bad;    // expect: stateless-mutable-global "on the request loop in 'logTurns'"
static int relayed_bad;   // expect: stateless-mutable-global "on the request loop in 'relay'"
static int sometimes_bad; // expect: stateless-mutable-global "on the request loop in 'sometimes'"
static int swapped_bad;   // expect: stateless-mutable-global "on the request loop in 'swap'"
static int each_bad;      // expect: stateless-mutable-global "on the request loop in 'each'"
static int pair_bad;      // expect: stateless-mutable-global "on the request loop in 'pair'"
static int waited_bad;    // expect: stateless-mutable-global "on the request loop in 'wait'"
// FN: it asks nobody, but tells in each turn that it is there.
static int FN_beacons;    // expect-benign: stateless-mutable-global "written only at start-up"

static char text[64]; // expect: stateless-mutable-global "text"

static void echo(int fd) {
  for (;;) {
    recvfrom(fd, text, 64, 0, NULL, NULL);
    sendto(fd, text, 64, 0, NULL, 0);
    echoed_bad++;
  }
}

static void greet(int fd) {
  sendto(fd, text, 64, 0, NULL, 0);
  for (;;) {
    recvfrom(fd, text, 64, 0, NULL, NULL);
    greeted_bad++;
  }
}

static void greetAndEcho(int fd) {
  sendto(fd, text, 64, 0, NULL, 0);
  while (recvfrom(fd, text, 64, 0, NULL, NULL) > 0) {
    both_bad++;
    sendto(fd, text, 64, 0, NULL, 0);
  }
}

static void logTurns(int fd, int log) {
  for (;;) {
    write(log, "turn\n", 5);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    logged_bad++;
  }
}

static void relay(int fd, int upstream) {
  for (;;) {
    send(upstream, text, 64, 0);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    relayed_bad++;
  }
}

static void sometimes(int fd) {
  for (;;) {
    if (text[0])
      sendto(fd, text, 64, 0, NULL, 0);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    sometimes_bad++;
  }
}

static void swap(int fd, const int *others) {
  for (;;) {
    sendto(fd, text, 64, 0, NULL, 0);
    fd = *others++;
    recvfrom(fd, text, 64, 0, NULL, NULL);
    swapped_bad++;
  }
}

// Perhaps there is none.
static void each(int fd, int count) {
  for (;;) {
    for (int i = 0; i < count; ++i)
      sendto(fd, text, 64, 0, NULL, 0);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    each_bad++;
  }
}

struct sockets { int in, out; };
static void pair(struct sockets *both) {
  for (;;) {
    send(both->out, text, 64, 0);
    recvfrom(both->in, text, 64, 0, NULL, NULL);
    pair_bad++;
  }
}

// The loop does nothing but wait, and count.
static void wait(int fd) {
  sendto(fd, text, 64, 0, NULL, 0);
  while (recvfrom(fd, text, 64, 0, NULL, NULL) > 0)
    waited_bad++;
}

static void announce(int fd) {
  while (text[0] != 'x') {
    sendto(fd, "here", 4, 0, NULL, 0);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    FN_beacons++;
  }
}

int main(int count, char **words) {
  int others[] = {3, 4};
  struct sockets both = {3, count};
  (void)words;
  announce(3);
  switch (count) {
  case 1: echo(3); break;
  case 2: greet(3); break;
  case 3: greetAndEcho(3); break;
  case 4: logTurns(3, 2); break;
  case 5: relay(3, 4); break;
  case 6: sometimes(3); break;
  case 7: swap(3, others); break;
  case 8: each(3, count); break;
  case 9: pair(&both); break;
  case 10: wait(3); break;
  }
  return echoed_bad + greeted_bad + both_bad + logged_bad + relayed_bad +
         sometimes_bad + swapped_bad + each_bad + pair_bad + waited_bad +
         FN_beacons;
}
