// args: -std=c17 -D_GNU_SOURCE
// A header of the project that calls itself a system header, so that the
// compiler does not warn in it: its functions are the project's still.
#include "meter.h"

#include <sys/socket.h>
#include <unistd.h>

static void reload(int listening) {
  if (listening >= 0)
    meter_stop();
}
int main(void) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  meter_start();
  for (;;) {
    int connected = accept(listening, 0, 0);
    reload(listening);
    meter_start();
    close(connected);
  }
}
