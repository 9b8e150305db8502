#ifndef SERVE_H
#define SERVE_H

#include <stddef.h>

void *talk(void *child);
void serve(int listening);
struct child {
  int connected;
  volatile int done_ok;
  size_t read_ok;
};
struct list {
  struct child *items[64];
  size_t size;
};
int list_add(struct list *list, struct child **item);

#endif
