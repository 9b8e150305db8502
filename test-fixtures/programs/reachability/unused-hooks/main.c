// args: -std=c17 -D_GNU_SOURCE
// A library in source form has functions that this program never calls. In a
// whole program what only they write, is not written.
#include "memory.h"

#include <sys/socket.h>
#include <unistd.h>

int main(void) {
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    int connected = accept(listening, 0, 0);
    char *text = take(16);
    write(connected, text, 16);
    give(text);
    close(connected);
  }
}
