#ifndef LIST_H
#define LIST_H

#include <stddef.h>

struct list {
  size_t each, count;
  char *items;
};
struct list *list_new(size_t each);
int list_add(struct list *l, void *item);
void list_delete(struct list *l, size_t at);
void *list_get(struct list *l, size_t at);
size_t list_size(struct list *l);

#endif
