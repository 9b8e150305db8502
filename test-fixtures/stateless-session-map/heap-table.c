// FN: a static pointer to an array on the heap is told as a mutable global: that
// it is a table, and of what, shows only in the fields of its elements.
#include <stdlib.h>
#include <string.h>
struct session { int fd; };
struct proxy_entry { struct session *incoming; unsigned char token[8]; };
static struct proxy_entry *FN_proxy_list; /* expect-missing: stateless-session-map */ /* expect: stateless-mutable-global "FN_proxy_list" */
static size_t proxy_count_bad; /* expect: stateless-mutable-global "proxy_count_bad" */
struct session *join(struct session *in, const unsigned char *token) {
  for (size_t i = 0; i < proxy_count_bad; ++i)
    if (!memcmp(FN_proxy_list[i].token, token, 8))
      return FN_proxy_list[i].incoming;
  FN_proxy_list = realloc(FN_proxy_list, (proxy_count_bad + 1) * sizeof *FN_proxy_list);
  FN_proxy_list[proxy_count_bad].incoming = in;
  ++proxy_count_bad;
  return in;
}
