#include "counters.h"

#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0 || listen(listener, 16) != 0)
    return 1;
  for (;;) {
    int peer = accept(listener, NULL, NULL);
    if (peer < 0)
      continue;
    count(peer);
    if (look() > 9)
      send(peer, "ok", 2, 0);
    close(peer);
  }
}
