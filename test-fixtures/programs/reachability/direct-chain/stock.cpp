#include "orders.h"

// Three calls and two units away from the route.
static int ReservedBad; // expect: stateless-mutable-global "written after start-up by 'reserve'" "'POST /order' is registered here" "calls 'place'" "calls 'reserve'" "read by 'inStock'" confidence proven
static int ShelvesOk; // expect-benign: stateless-mutable-global "start-up"

int reserve(const std::string &Item, int Amount) {
  ReservedBad += Amount; // expect-fact: write ReservedBad
  return int(Item.size());
}
int inStock(const std::string &Item) { return ShelvesOk * int(Item.size()) - ReservedBad; }
void countStock(int Shelves) { ShelvesOk = Shelves; }
