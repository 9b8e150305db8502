// args: -std=c17 -D_GNU_SOURCE
#include "stats.h"

#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  stats_start();
  stats_give();
  stats_choose(listening);
  stats_look();
  stats_move();
  stats_lose(listening);
  for (;;) {
    int connected = accept(listening, 0, 0);
    stats_count();
    stats_early();
    stats_moved();
    stats_lost();
    stats_given();
    stats_either();
    if (stats_seen())
      break;
    close(connected);
  }
}
