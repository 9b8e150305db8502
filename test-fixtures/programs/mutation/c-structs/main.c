#include "table.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (argc > 1)
    table_set_limit(atoi(argv[1]));
  if (listener < 0 || listen(listener, 16) != 0)
    return 1;
  for (;;) {
    int accepted = accept(listener, NULL, NULL);
    if (accepted < 0)
      continue;
    handle(accepted);
    close(accepted);
  }
}
