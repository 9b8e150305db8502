/* args: -std=c17 -isystem {fixtures}/programs/lifetime/user-data/include */
/* The object of the C way, on the heap: who gets it from calloc, holds it. */
#include "server.h"

int main(int argc, char **argv) {
  struct event_base *base = event_base_new();
  struct evhttp *http = evhttp_new(base);
  struct server *server_bad = server_new(argc); /* expect: stateless-mutable-global "server_bad" "server::next_worker" "'/turn'" confidence proven */
  evhttp_set_cb(http, "/turn", on_turn, server_bad);
  if (evhttp_bind_socket(http, argv[1], 8080) != 0)
    return 1;
  return event_base_dispatch(base);
}
