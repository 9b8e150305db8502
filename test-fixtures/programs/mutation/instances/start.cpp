#include "slots.h"

template struct Slots<double>;

void startUp() {
  Slots<char>::hit();
  ++Slots<char>::slot();
}
