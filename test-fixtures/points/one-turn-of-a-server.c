// args: -std=c17 -D_GNU_SOURCE -isystem {fixtures}/include
// One turn, and no loop around it in any caller.
#include <mongoose.h>
#include <stddef.h>

static int asked_bad; // expect: stateless-mutable-global "asked_bad" confidence proven
static int inner_ok;  // expect-benign: stateless-mutable-global "when serving is over"
static int after_ok;  // expect-benign: stateless-mutable-global "when serving is over"

static void answer(struct mg_connection *On, int Event, void *Data) {
  if (Event == MG_EV_HTTP_MSG)
    mg_http_reply(On, 200, "", "%d %p", ++asked_bad, Data);
}

static void turn(struct mg_mgr *All) { mg_mgr_poll(All, 100); ++inner_ok; }

int main(void) {
  struct mg_mgr All;
  mg_mgr_init(&All);
  mg_http_listen(&All, "http://0.0.0.0:8080", answer, NULL);
  turn(&All);
  after_ok = 1;
  return inner_ok + after_ok;
}
