// args: -std=c17 -D_GNU_SOURCE
// A local of the accepting loop that is an object of the turn, by its address known to others.
#include "serve.h"

#include <netinet/in.h>
#include <sys/socket.h>

int main(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = 0x901f};
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  bind(listening, (struct sockaddr *)&address, sizeof address);
  listen(listening, 8);
  serve(listening);
  return 0;
}
