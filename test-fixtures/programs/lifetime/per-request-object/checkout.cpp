#include "checkout.h"

static int EndedBad; // expect: stateless-mutable-global "EndedBad" "lambda in 'checkOut'" confidence proven

void Checkout::add(const std::string &Item) {
  ++CartOk[Item];
  ++StepsOk;
}
int Checkout::total() const { return int(CartOk.size()) + StepsOk; }
Checkout &Checkout::again() {
  StepsOk = 0;
  return *this;
}
Checkout start(const std::string &Item) {
  Checkout New;
  New.add(Item);
  return New;
}
void extend(Checkout &To, const std::string &Item) { To.again().add(Item); }
int checkOut(Context &C, const std::string &Item) {
  C.SessionOk["item"] = Item;
  C.Buying->add(Item);
  C.AtEnd = [&C] {
    C.SessionOk.clear();
    ++EndedBad; // expect-fact: write EndedBad
  };
  C.AtEnd();
  return C.Buying->total();
}
