#include "till.h"

#include <utility>

static int ReportedBad; // expect: stateless-mutable-global "written after start-up by 'report'" "'POST /sell'" confidence proven
static int StrictBad; // expect: stateless-mutable-global "written after start-up by 'strict'" "'POST /refund'" confidence likely
static int LenientBad; // expect: stateless-mutable-global "written after start-up by 'lenient'" "'POST /refund'" confidence likely
int ClosedBad; // expect: stateless-mutable-global "written after start-up by" "lambda in 'main'" confidence likely

void Till::onSale(std::function<void(int)> Fn) { Sale = std::move(Fn); }
void Till::onRefund(std::function<void(int)> Fn) { Refund = std::move(Fn); }
void Till::onClose(std::function<void()> Fn) { Close = std::move(Fn); }
void Till::sell(int Amount) const {
  Report(Amount);
  if (Sale)
    Sale(Amount);
}
void Till::refund(int Amount) const { Refund(-Amount); }
// No route leads here.
void Till::close() const { Close(); }

void report(int Amount) { ReportedBad += Amount; } // expect-fact: write ReportedBad
void strict(int Amount) { StrictBad += Amount; }   // expect-fact: write StrictBad
void lenient(int Amount) { LenientBad += Amount; } // expect-fact: write LenientBad
