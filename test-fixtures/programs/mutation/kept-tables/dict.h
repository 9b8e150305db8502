#ifndef DICT_H
#define DICT_H

struct dict_type {
  unsigned (*hash)(const char *key);
  int flags;
};
struct dict {
  struct dict_type *type;
  unsigned size;
};
struct dict *dict_new(struct dict_type *type);
void dict_grow(struct dict *d);
unsigned dict_hash(const struct dict *d, const char *key);
void dict_free(struct dict *d);

#endif
