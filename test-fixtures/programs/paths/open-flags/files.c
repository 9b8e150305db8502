/* args: -std=gnu17 */
#include "files.h"

#include <fcntl.h>

int open_file(const char *path, int flags) { return open(path, flags | O_CLOEXEC, 0600); }
int open_in(const char *folder, const char *name, int flags) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return open_file(path, flags);
}
FILE *open_stream(const char *path, const char *mode) { return fopen(path, mode); }
/* The flags follow from another value, which is not traced: what is known of
   the path is told, and that the mode is not. */
int open_for(const char *path, enum access how) {
  int flags = O_RDONLY;
  if (how == CHANGE)
    flags = O_RDWR | O_CREAT;
  return open_file(path, flags);
}
