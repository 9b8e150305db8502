// args: -std=gnu17
// hiredis, with its real headers: a subscriber's callback on libevent's loop, and a
// loop around replies in a thread.
#include <event2/event.h>
#include <hiredis/adapters/libevent.h>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <pthread.h>

static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'message'" "consumer registered by 'redisAsyncCommand'" confidence proven
static int RepliesBad;  // expect: stateless-mutable-global "RepliesBad" "written after start-up by 'replies'" "the request loop in 'replies'" confidence proven
static const char *ChannelOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void message(redisAsyncContext *Context, void *Reply, void *Data) {
  (void)Context, (void)Reply, (void)Data;
  ++MessagesBad;
}

static void *replies(void *Data) {
  redisContext *Context = redisConnect("127.0.0.1", 6379);
  void *Reply = redisCommand(Context, "SUBSCRIBE %s", ChannelOk);
  freeReplyObject(Reply);
  while (redisGetReply(Context, &Reply) == REDIS_OK) {
    ++RepliesBad;
    freeReplyObject(Reply);
  }
  return Data;
}

int main(int Argc, char **Argv) {
  ChannelOk = Argc > 1 ? Argv[1] : "orders";
  pthread_t Thread;
  pthread_create(&Thread, NULL, replies, NULL);
  struct event_base *Base = event_base_new();
  redisAsyncContext *Context = redisAsyncConnect("127.0.0.1", 6379);
  redisLibeventAttach(Context, Base);
  redisAsyncCommand(Context, message, NULL, "SUBSCRIBE %s", ChannelOk);
  event_base_dispatch(Base);
  return 0;
}
