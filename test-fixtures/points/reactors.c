// The loop that waits is in a function that main calls; the callbacks that it
// runs take requests in loops of their own.
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct con {
  int fd;
  void (*cb)(struct con *);
};
static int ep;              // expect-benign: stateless-mutable-global "only at start-up"
static struct con listener; // expect: stateless-mutable-global "listener" confidence possible
static unsigned long rounds_bad; // expect: stateless-mutable-global "after start-up by 'run'"
static int served_bad; // expect: stateless-mutable-global "request loop in 'on_accept'"

static int serve(int client) {
  ++served_bad;
  return write(client, &rounds_bad, sizeof rounds_bad) > 0;
}
static void on_accept(struct con *self) {
  for (;;) {
    int client = accept(self->fd, 0, 0);
    if (client < 0)
      break;
    if (!serve(client))
      close(client);
  }
}
static void run(void) {
  for (;;) {
    struct epoll_event event;
    int count = epoll_wait(ep, &event, 1, 1000);
    rounds_bad++;
    if (count > 0) {
      struct con *ready = event.data.ptr;
      ready->cb(ready);
    }
  }
}
int main(void) {
  ep = epoll_create1(0);
  listener.fd = socket(AF_INET, SOCK_STREAM, 0);
  listener.cb = on_accept;
  struct epoll_event event = {EPOLLIN, {&listener}};
  bind(listener.fd, 0, 0);
  listen(listener.fd, 5);
  epoll_ctl(ep, EPOLL_CTL_ADD, listener.fd, &event);
  run();
}
