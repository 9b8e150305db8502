#ifndef BUFFERS_H
#define BUFFERS_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct record {
  char name[16];
  int size;
};
void store(const char *text, size_t size);
void load(FILE *in);
const char *describe(int n);
size_t look(void);
void put_record(void *place, int size);

#ifdef __cplusplus
}
#endif

#endif
