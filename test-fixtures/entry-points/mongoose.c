// args: -std=c17 -isystem {fixtures}/include
// mongoose: one handler sees all events of a listener.
#include <mongoose.h>
#include <signal.h>

static int HitsBad;  // expect: stateless-mutable-global "HitsBad" "written after start-up by 'handle'" "handler registered by 'mg_http_listen'" confidence proven
static int DeepBad;  // expect: stateless-mutable-global "DeepBad" "written after start-up by 'answer'" "handler registered by 'mg_http_listen'" confidence proven
static int TicksBad; // expect: stateless-mutable-global "TicksBad" "the timer of 'mg_timer_add'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void answer(struct mg_connection *Connection) {
  ++DeepBad;
  mg_http_reply(Connection, 200, "", "%s\n", GreetingOk);
}

static void handle(struct mg_connection *Connection, int Event, void *Data) {
  if (Event != MG_EV_HTTP_MSG)
    return;
  struct mg_http_message *Message = Data;
  if (mg_match(Message->uri, mg_str("/hits"), NULL)) {
    ++HitsBad;
    answer(Connection);
  }
}

static void tick(void *Data) {
  (void)Data;
  ++TicksBad;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  struct mg_mgr Manager;
  mg_mgr_init(&Manager);
  mg_http_listen(&Manager, "http://127.0.0.1:8080", handle, NULL);
  mg_timer_add(&Manager, 1000, MG_TIMER_REPEAT, tick, NULL);
  for (;;)
    mg_mgr_poll(&Manager, 1000);
}
