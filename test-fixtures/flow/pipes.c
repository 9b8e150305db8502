// Addresses that go through a pipe or a socket: as bytes they leave, and what
// comes back may be any of them.
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

struct Job {
  long *Counter;
};

static long PipedBad;   // expect: stateless-mutable-global "PipedBad" "may be written"
static long SentBad;    // expect: stateless-mutable-global "SentBad" "may be written"
static long QueuedBad;  // expect: stateless-mutable-global "QueuedBad" "may be written"
static long TextGood;   // expect-benign: stateless-mutable-global "never written"
static int Pipe[2];     // expect-benign: stateless-mutable-global "only at start-up"

int main(void) {
  long *Piped = &PipedBad;
  struct Job Sent = {&SentBad};
  struct Job Queued = {&QueuedBad};
  pipe(Pipe);
  write(Pipe[1], &Piped, sizeof Piped);
  send(Pipe[1], &Sent, sizeof Sent, 0);
  fwrite(&Queued, sizeof Queued, 1, stdout);
  for (;;) {
    int Client = accept(3, 0, 0);
    long *Got;
    struct Job Next;
    read(Pipe[0], &Got, sizeof Got);
    ++*Got;
    recv(Pipe[0], &Next, sizeof Next, 0);
    ++*Next.Counter;
    // The bytes of a number lead nowhere.
    write(Client, &TextGood, sizeof TextGood);
  }
}
