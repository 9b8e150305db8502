#include "server.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int port_ok; /* expect-benign: stateless-mutable-global "start-up" */
int verbose_ok; /* expect-benign: stateless-mutable-global "start-up" */
int tries_ok; /* expect-benign: stateless-mutable-global "start-up" */
int served_bad; /* expect: stateless-mutable-global "written after start-up by 'handle'" "the request loop in 'main'" confidence proven */
int turns_bad; /* expect: stateless-mutable-global "written after start-up by 'main'" "the request loop in 'main'" confidence proven */
const char *names_ok[8]; /* expect-benign: stateless-mutable-global "start-up" */
static int name_count_ok; /* expect-benign: stateless-mutable-global "start-up" */

void add_name(const char *name) {
  if (name_count_ok < 8)
    names_ok[name_count_ok++] = name;
}
void handle(int fd) {
  ++served_bad; /* expect-fact: write served_bad */
  if (verbose_ok && names_ok[0])
    send(fd, names_ok[0], strlen(names_ok[0]), 0);
}
int open_port(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons((unsigned short)port);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0)
    return -1;
  return listen(fd, 16) == 0 ? fd : -1;
}
