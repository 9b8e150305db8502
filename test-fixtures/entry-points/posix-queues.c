// args: -std=gnu17
// Message queues of POSIX and System V: loops around calls that return a message,
// and a notification that starts a thread.
#include <mqueue.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/msg.h>

static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int OldBad;      // expect: stateless-mutable-global "OldBad" "written after start-up by 'systemV'" "the request loop in 'systemV'" confidence proven
static int NotifiedBad; // expect: stateless-mutable-global "NotifiedBad" "written after start-up by 'notified'" "consumer registered by 'mq_notify'" confidence proven
static const char *NameOk; // expect-benign: stateless-mutable-global "written only at start-up"

struct Letter {
  long Type;
  char Text[64];
};

static void *systemV(void *Data) {
  struct Letter Letter;
  int Queue = msgget(1, IPC_CREAT | 0600);
  while (msgrcv(Queue, &Letter, sizeof Letter.Text, 0, 0) >= 0)
    ++OldBad;
  return Data;
}

static void notified(union sigval Value) {
  (void)Value;
  ++NotifiedBad;
}

int main(int Argc, char **Argv) {
  NameOk = Argc > 1 ? Argv[1] : "/orders";
  pthread_t Thread;
  pthread_create(&Thread, NULL, systemV, NULL);
  mqd_t Other = mq_open("/others", O_RDONLY);
  struct sigevent Event = {.sigev_notify = SIGEV_THREAD};
  Event.sigev_notify_function = notified;
  mq_notify(Other, &Event);
  mqd_t Queue = mq_open(NameOk, O_RDONLY);
  char Buffer[8192];
  for (;;)
    if (mq_receive(Queue, Buffer, sizeof Buffer, NULL) >= 0)
      ++MessagesBad;
}
