// State of a header: reported there, once; the unit that includes it writes some.
#include "shared-state.h"
#include "shared-state.h"

int FromUnitBad = 0; // expect: stateless-mutable-global "FromUnitBad" "written by 'writeHeaderState' (assignment)" confidence likely

void writeHeaderState() {
  PerUnitBad = PerUnitOk + HeaderLimitOk; // expect-fact: write PerUnitBad
  FromUnitBad = nextId(); // expect-fact: write FromUnitBad
  bumpInline();
  Ticket{}.print();
  Shelf<int>{}.put(int(HeaderNameOk.size()));
}
