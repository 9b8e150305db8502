/* args: -std=gnu17 */
#include "files.h"

#include <fcntl.h>
#include <unistd.h>

#define APPEND (O_WRONLY | O_APPEND | O_CREAT)
static const int read_flags = O_RDONLY | O_NOFOLLOW;

void handle(int fd) {
  int log = open_file("/var/log/flags.log", APPEND); /* expect: stateless-local-file-write "/var/log/flags.log" "the request loop in 'main'" confidence proven */
  int data = open_in("/var/lib/flags", "data", O_RDWR); /* expect: stateless-local-file-write "/var/lib/flags/data" "the request loop in 'main'" confidence proven */
  FILE *note = open_stream("/var/lib/note", "a+"); /* expect: stateless-local-file-write "/var/lib/note" "the request loop in 'main'" confidence proven */
  int changed = open_for("/var/lib/changed", CHANGE); /* expect: stateless-local-file-write "/var/lib/changed" */
  int hosts = open_file("/etc/hosts", O_RDONLY);
  int names = open_in("/etc", "hostname", read_flags);
  int scratch = open_in("/tmp", "scratch", O_RDWR | O_CREAT);
  FILE *terms = open_stream("/usr/share/terms", "rb");
  if (write(fd, "ok", 2) == 2 && terms && note && log + data + changed + hosts + names + scratch > 0)
    fclose(terms);
}
