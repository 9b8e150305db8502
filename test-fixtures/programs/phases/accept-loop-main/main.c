/* args: -std=gnu17 */
/* The loop that takes connections is where serving starts; the loops before it
   read options, walk arguments and try ports. */
#include "server.h"

#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
  int option;
  int listener;
  int accepted;
  while ((option = getopt(argc, argv, "vp:")) != -1) {
    if (option == 'v')
      verbose_ok = 1;
    else
      port_ok = atoi(optarg);
  }
  for (int i = optind; i < argc; ++i)
    add_name(argv[i]);
  for (;;) {
    ++tries_ok;
    listener = open_port(port_ok);
    if (listener >= 0)
      break;
    ++port_ok;
  }
  /* Each turn assigns this before it reads it: nothing is kept. */
  while ((accepted = accept(listener, NULL, NULL)) >= 0) {
    ++turns_bad; /* expect-fact: write turns_bad */
    handle(accepted);
    close(accepted);
  }
  return tries_ok;
}
