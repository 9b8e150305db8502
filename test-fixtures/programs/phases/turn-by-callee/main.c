// args: -std=c17 -D_GNU_SOURCE
// The loop in main does nothing but call a turn, which accepts and answers.
#include "turn.h"

int main(void) {
  open_socket();
  while (!stopped_ok)
    turn();
  return 0;
}
