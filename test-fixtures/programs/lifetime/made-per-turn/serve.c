// args: -std=c17 -D_GNU_SOURCE
#include "serve.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int list_add(struct list *list, struct child **item) {
  if (list->size == 64)
    return 0;
  list->items[list->size++] = *item;
  return 1;
}
void *talk(void *data) {
  struct child *own = data;
  char text[64];
  own->read_ok = (size_t)read(own->connected, text, sizeof text);
  own->done_ok = 1;
  return NULL;
}
void serve(int listening) {
  static struct list children_bad; // expect: stateless-mutable-global "children_bad"
  // Each turn makes another object and hands it to its thread.
  struct child *child_ok;
  pthread_t thread;
  for (;;) {
    int connected = accept(listening, NULL, NULL);
    child_ok = calloc(1, sizeof *child_ok);
    if (!child_ok)
      continue;
    child_ok->connected = connected;
    if (!list_add(&children_bad, &child_ok)) {
      free(child_ok);
      continue;
    }
    pthread_create(&thread, NULL, talk, child_ok);
  }
}
