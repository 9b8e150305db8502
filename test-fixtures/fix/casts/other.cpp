// Takes away the const of what it is given.
#include "other.h"

int poke(const Settings &S) { return const_cast<Settings &>(S).Level++; }
int touch(const char *Text) {
  char *Writable = (char *)Text;
  Writable[0] = 'T';
  return Text[0];
}
