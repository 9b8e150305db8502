// args: -std=c17 -D_GNU_SOURCE
// Two lists of one class of the project: what is done to the elements of one is
// not done to the other.
#include "list.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct child {
  int done;
};
static struct list *ports_ok;     // expect-benign: stateless-mutable-global "start-up"
static struct list *children_bad; // expect: stateless-mutable-global "children_bad" confidence proven

static void collect(void) {
  for (size_t i = 0; i < list_size(children_bad); ++i) {
    struct child *c = *((struct child **)list_get(children_bad, i));
    if (c->done) {
      list_delete(children_bad, i);
      free(c);
    }
  }
}
int main(int argc, char **argv) {
  (void)argv;
  ports_ok = list_new(sizeof argc);
  list_add(ports_ok, &argc);
  children_bad = list_new(sizeof(struct child *));
  for (;;) {
    int *port = list_get(ports_ok, 0);
    int connected = accept(*port, 0, 0);
    collect();
    struct child *made = calloc(1, sizeof *made);
    list_add(children_bad, &made);
    made->done = 1;
    close(connected);
  }
}
