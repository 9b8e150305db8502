// An event loop whose handlers stand in the data of the events. Nobody follows
// what epoll gives back: the loop may run any handler that is out of sight, and
// as one of them accepts and the loop waits for events, it serves.
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>

struct Connection {
  int Socket;
  int (*Receive)(struct Connection *);
};

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad"
static int TurnsBad; // expect: stateless-mutable-global "TurnsBad" "after start-up"

static int acceptOne(struct Connection *From) {
  ++AcceptedBad;
  return accept(From->Socket, 0, 0);
}

static void loop(int Poll) {
  struct epoll_event Events[4];
  for (;;) {
    int Count = epoll_wait(Poll, Events, 4, 1000);
    for (int I = 0; I < Count; ++I) {
      struct Connection *To = Events[I].data.ptr;
      if (To->Receive(To) < 0)
        return;
    }
    ++TurnsBad;
  }
}

int main(void) {
  // The kernel has a pointer to it, and gives that back: nothing writes it.
  struct Connection *Listener = malloc(sizeof *Listener);
  struct epoll_event Event;
  int Poll = epoll_create(1);
  Listener->Socket = 3;
  Listener->Receive = acceptOne;
  Event.events = EPOLLIN;
  Event.data.ptr = Listener;
  epoll_ctl(Poll, EPOLL_CTL_ADD, 3, &Event);
  loop(Poll);
}
