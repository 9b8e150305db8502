// A file whose name needs quoting everywhere.
#include "header with spaces.h"

int SpacedBad; // expect: stateless-mutable-global "SpacedBad"

void hit() {
  ++SpacedBad;
  ++InHeaderBad;
}
