/* args: -std=c17 -isystem {fixtures}/programs/lifetime/user-data/include */
#include "server.h"

#include <stdlib.h>

struct server *server_new(int workers) {
  struct server *s = calloc(1, sizeof *s);
  s->workers = workers;
  return s;
}
void on_turn(struct evhttp_request *req, void *data) {
  struct server *s = data;
  s->next_worker = (s->next_worker + 1) % s->workers;
  evhttp_send_reply(req, 200 + s->next_worker, "OK", NULL);
}
