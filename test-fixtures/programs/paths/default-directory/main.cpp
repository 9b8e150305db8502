#include "settings.h"

int main(int Argc, char **Argv) {
  Settings The(Argc > 1 ? Argv[1] : "");
  The.save();
}
