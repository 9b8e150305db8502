/* args: -std=c17 -isystem {fixtures}/programs/lifetime/user-data/include */
#include "counter.h"

#include <string.h>

static long total_bad; /* expect: stateless-mutable-global "written after start-up by 'on_count'" "'/count'" confidence proven */

void on_count(struct evhttp_request *req, void *data) {
  struct counter *c = data;
  c->requests++;
  strncpy(c->last, evhttp_request_get_uri(req), sizeof c->last - 1);
  ++total_bad; /* expect-fact: write total_bad */
  evhttp_send_reply(req, c->requests < total_bad ? 500 : 200, "OK", NULL);
}
void on_limit(struct evhttp_request *req, void *data) {
  const struct limits *l = data;
  evhttp_send_reply(req, l->most > 3 ? 200 : 429, "OK", NULL);
}
