// args: -std=c17 -D_GNU_SOURCE
// Tables of functions that objects keep by pointer: nothing writes through it.
#include "dict.h"

#include <sys/socket.h>
#include <unistd.h>

static unsigned by_length(const char *key) { return (unsigned)key[0]; }
static struct dict_type lengths_ok = {by_length, 0}; // expect-benign: stateless-mutable-global "never written"

int main(void) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int connected = accept(listening, 0, 0);
    struct dict *found = dict_new(&lengths_ok);
    dict_grow(found);
    unsigned hash = dict_hash(found, "key");
    write(connected, &hash, sizeof hash);
    dict_free(found);
    close(connected);
  }
}
