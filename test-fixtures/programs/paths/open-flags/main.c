/* args: -std=gnu17 */
/* Whether a wrapper writes is for its flags to say: path and flags of one call
   belong together. */
#include "files.h"

#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(8080)};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(listener, (const struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 8) != 0)
    return 1;
  for (;;) {
    int fd = accept(listener, NULL, NULL);
    handle(fd);
    close(fd);
  }
}
