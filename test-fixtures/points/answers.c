// args: -std=c17 -D_GNU_SOURCE
// What waits on a socket behind a send on the same one waits for an answer: no
// loop around it serves.
#include <errno.h>
#include <mqueue.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

struct client { int fd; struct client *next; };

static int names_ok;    // expect-benign: stateless-mutable-global "written only at start-up"
static int retries_ok;  // expect-benign: stateless-mutable-global "written only at start-up"
static int members_ok;  // expect-benign: stateless-mutable-global "written only at start-up"
static int either_ok;   // expect-benign: stateless-mutable-global "written only at start-up"
static int parts_ok;    // expect-benign: stateless-mutable-global "written only at start-up"
static int queued_ok;   // expect-benign: stateless-mutable-global "written only at start-up"
static int helped_ok;   // expect-benign: stateless-mutable-global "written only at start-up"
static int served_bad;  // expect: stateless-mutable-global "on the request loop in 'main'"
// FP: what is no answer to this question is skipped in a loop of its own.
static int FP_skipped;  // expect: stateless-mutable-global "on the request loop in 'lookUp'"
static int helper = -1; // expect-benign: stateless-mutable-global "written only at start-up"

const char *next_name(void);

static void names(int fd) {
  char text[512];
  while (next_name()) {
    sendto(fd, text, sizeof text, 0, NULL, 0);
    if (recvfrom(fd, text, sizeof text, 0, NULL, NULL) > 0)
      ++names_ok;
  }
}

// As one talks to the kernel.
static void retries(int fd) {
  struct msghdr msg = {0};
  while (next_name()) {
    long n;
    do
      n = sendmsg(fd, &msg, 0);
    while (n < 0 && errno == EINTR);
    do
      n = recvmsg(fd, &msg, 0);
    while (n < 0 && errno == EINTR);
    ++retries_ok;
  }
}

static void members(struct client *c) {
  char text[64];
  for (; c; c = c->next) {
    if (write(c->fd, text, 1) < 0 || recvfrom(c->fd, text, 64, 0, NULL, NULL) < 0)
      break;
    members_ok++;
  }
}

static void either(int fd, int whole) {
  char text[64];
  while (next_name()) {
    if (whole)
      send(fd, text, 64, 0);
    else
      write(fd, text, 1);
    recvfrom(fd, text, 64, 0, NULL, NULL);
    either_ok++;
  }
}

static void parts(int fd) {
  char head[8], rest[64];
  while (next_name()) {
    send(fd, head, 8, 0);
    recvfrom(fd, head, 8, 0, NULL, NULL);
    recvfrom(fd, rest, 64, 0, NULL, NULL);
    parts_ok++;
  }
}

static void queued(mqd_t to) {
  char text[64];
  while (next_name()) {
    mq_send(to, text, 64, 0);
    mq_receive(to, text, 64, NULL);
    queued_ok++;
  }
}

// It is given back what it asked for.
static int helped(int port) {
  struct msghdr msg = {0};
  send(helper, &port, sizeof port, 0);
  return recvmsg(helper, &msg, 0) < 0 ? -1 : 5;
}
static void all_helped(void) {
  while (next_name())
    if (helped(80) > 0)
      helped_ok++;
}

static void lookUp(int fd) {
  char text[64];
  sendto(fd, text, 64, 0, NULL, 0);
  for (;;) {
    if (recvfrom(fd, text, 64, 0, NULL, NULL) < 0 || text[0] == 'x')
      break;
    FP_skipped++;
  }
}

int main(int count, char **words) {
  struct client first = {4, NULL};
  (void)words;
  helper = count;
  names(3);
  retries(3);
  members(&first);
  either(3, count);
  parts(3);
  queued(mq_open("/q", 0));
  all_helped();
  for (;;) {
    if (accept(9, NULL, NULL) < 0)
      lookUp(3);
    served_bad++;
    if (served_bad + names_ok + retries_ok + members_ok + either_ok + parts_ok +
        queued_ok + helped_ok + FP_skipped == 7)
      return 0;
  }
}
