#include "orders.h"

static int PlacedBad; // expect: stateless-mutable-global "written after start-up by 'place'" "written by 'place' (increment)" "'POST /order' is registered here" "calls 'place'" confidence proven
static int LargestOk = 100; // expect-benign: stateless-mutable-global "never written"

int place(const Order &Wanted) {
  if (Wanted.Amount > LargestOk)
    return -1;
  ++PlacedBad; // expect-fact: write PlacedBad
  return reserve(Wanted.Item, Wanted.Amount);
}
int quote(const Order &Wanted) { return inStock(Wanted.Item) < Wanted.Amount ? -1 : PlacedBad; } // expect-fact: read PlacedBad
