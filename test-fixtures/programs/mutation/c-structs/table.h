#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>

struct entry {
  char name[16];
  int value;
  struct entry *next;
};
struct stats {
  long requests;
  long limit;
};

extern struct entry *first_bad;
extern struct entry none_ok;

void table_put(int slot, int value);
void table_set_limit(int limit);
int table_get(int slot);
void chain_push(struct entry *e);
struct stats *stats_get(void);
void handle(int fd);
void entry_fill(struct entry *e, int value);
int entry_value(struct entry *e);

#endif
