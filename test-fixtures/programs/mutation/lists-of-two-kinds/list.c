// args: -std=c17 -D_GNU_SOURCE
#include "list.h"

#include <stdlib.h>
#include <string.h>

struct list *list_new(size_t each) {
  struct list *l = calloc(1, sizeof *l);
  l->each = each;
  return l;
}
int list_add(struct list *l, void *item) {
  char *items = realloc(l->items, (l->count + 1) * l->each);
  if (!items)
    return 0;
  l->items = items;
  memcpy(l->items + l->count++ * l->each, item, l->each);
  return 1;
}
void list_delete(struct list *l, size_t at) {
  memmove(l->items + at * l->each, l->items + (at + 1) * l->each, (--l->count - at) * l->each);
}
void *list_get(struct list *l, size_t at) { return at < l->count ? l->items + at * l->each : NULL; }
size_t list_size(struct list *l) { return l->count; }
