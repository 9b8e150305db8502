#ifndef ECHO_H
#define ECHO_H

#include <stddef.h>

struct echo {
  int fd;
  long packets;
  long errors;
};
void echo_init(struct echo *e, int fd);
void echo_run(struct echo *e);
void note(const char *data, size_t size);
extern int prefix_ok;

#endif
