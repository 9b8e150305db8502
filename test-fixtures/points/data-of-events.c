// An event loop whose handlers stand in the data of the events: epoll gives it
// back, and what comes from there is not followed.
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>

struct Connection {
  int Socket;
  int (*Receive)(struct Connection *);
};

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad"
// FN: the loop takes requests, by what it gets from epoll.
static int FN_Turns; // expect-benign: stateless-mutable-global "only at start-up"

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
    ++FN_Turns;
  }
}

int main(void) {
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
