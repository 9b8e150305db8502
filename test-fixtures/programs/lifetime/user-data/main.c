/* args: -std=c17 -isystem {fixtures}/programs/lifetime/user-data/include */
/* The C way: a callback gets the object as an untyped pointer. */
#include "counter.h"

int main(int argc, char **argv) {
  struct event_base *base = event_base_new();
  struct evhttp *http = evhttp_new(base);
  struct counter counter_bad = {0, ""}; /* expect: stateless-mutable-global "counter_bad" */
  const struct limits limits_ok = {argc};
  evhttp_set_cb(http, "/count", on_count, &counter_bad);
  evhttp_set_cb(http, "/limit", on_limit, (void *)&limits_ok);
  if (evhttp_bind_socket(http, argv[1], 8080) != 0)
    return 1;
  return event_base_dispatch(base);
}
