// args: -std=c++20
#include "hooks.h"

int main() { handle(); return 0; }
