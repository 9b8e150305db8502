// args: -std=c17 -D_GNU_SOURCE
/* Two programs in C share a file of helpers; each sets the level in its own
   way, and the tool serves nobody. */
#include "util.h"
#include <sys/socket.h>
#include <unistd.h>

static int accepted_bad; /* expect: stateless-mutable-global "written after start-up by 'main'" confidence proven */

int main(void) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  set_level(1);
  for (;;) {
    int connected = accept(listening, 0, 0);
    accepted_bad += level();
    write(connected, &accepted_bad, sizeof accepted_bad);
    close(connected);
  }
}
