// What the other file must not find const.
#include "kept.h"

void change() {
  Elsewhere = 2;
  ElsewhereText += "!";
}

// Declared by hand, in one unit alone: const there would make it internal.
extern int ByHand;
int read() { return ByHand; }
