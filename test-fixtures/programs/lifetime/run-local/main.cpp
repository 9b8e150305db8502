// args: -std=c++17 -isystem {fixtures}/include
// The locals that live long are not main's own but those of what it calls.
#include "run.h"

int main(int Argc, char **Argv) { return run(Argc, Argv); }
