// args: -std=c17 -D_GNU_SOURCE
#include "serve.h"

int main(int argc, char **argv) {
  (void)argv;
  serve(argc + 8080);
  return 0;
}
