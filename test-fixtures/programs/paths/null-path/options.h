#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdio.h>

extern struct options {
  char *log_file;
  FILE *log;
} options;
void open_log(void);

#endif
