// args: -std=c++20
#include "hooks.h"

static int DefaultOk; // expect-benign: stateless-mutable-global "never written"
__attribute__((weak)) void onRequest() { ++DefaultOk; }
void handle() { onRequest(); if (DefaultOk > 3) onRequest(); }
