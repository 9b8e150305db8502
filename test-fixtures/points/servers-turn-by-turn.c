// args: -std=c17 -D_GNU_SOURCE -isystem {fixtures}/include
// A call that serves one turn: the loop around it serves, in whichever function
// that is. One turn without a loop is over when it returns.
#include <mongoose.h>
#include <stddef.h>

static int asked_bad;  // expect: stateless-mutable-global "asked_bad" confidence proven
static int before_ok;  // expect-benign: stateless-mutable-global "written only at start-up"
static int turns_bad;  // expect: stateless-mutable-global "turns_bad" "after start-up"
static int inner_bad;  // expect: stateless-mutable-global "inner_bad" "after start-up"
static int after_ok;   // expect-benign: stateless-mutable-global "when serving is over"

static void answer(struct mg_connection *On, int Event, void *Data) {
  if (Event == MG_EV_HTTP_MSG)
    mg_http_reply(On, 200, "", "%d %p", ++asked_bad, Data);
}

static void turn(struct mg_mgr *All) { mg_mgr_poll(All, 100); ++inner_bad; }

int main(int Count, char **Words) {
  (void)Words;
  struct mg_mgr All;
  before_ok = Count;
  mg_mgr_init(&All);
  mg_http_listen(&All, "http://0.0.0.0:8080", answer, NULL);
  while (turns_bad < Count) { turn(&All); ++turns_bad; }
  after_ok = 1;
  return before_ok + turns_bad + inner_bad + after_ok;
}
