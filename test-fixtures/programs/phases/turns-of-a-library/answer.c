// args: -std=c17 -isystem {fixtures}/include
#include "answer.h"

static int requests_bad; // expect: stateless-mutable-global "requests_bad" confidence proven

void answer(struct mg_connection *connected, int event, void *data) {
  if (event == MG_EV_HTTP_MSG)
    mg_http_reply(connected, 200, "", "%s %d %p", names_ok[0], ++requests_bad, data);
}
