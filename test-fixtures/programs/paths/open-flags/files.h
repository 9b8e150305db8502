#ifndef FILES_H
#define FILES_H

#include <stdio.h>

enum access { LOOK, CHANGE };

int open_file(const char *path, int flags);
int open_in(const char *folder, const char *name, int flags);
FILE *open_stream(const char *path, const char *mode);
int open_for(const char *path, enum access how);
void handle(int fd);

#endif
