#include "echo.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int prefix_ok; /* expect-benign: stateless-mutable-global "start-up" */

int main(int argc, char **argv) {
  /* It lives in this frame for as long as the process serves. */
  struct echo server_bad; /* expect: stateless-mutable-global "server_bad" "packets" "the request loop in 'echo_run'" */
  struct sockaddr_in address;
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0)
    return 1;
  echo_init(&server_bad, fd);
  prefix_ok = argc > 1 ? (int)strlen(argv[1]) : 1;
  echo_run(&server_bad);
  return 0;
}
