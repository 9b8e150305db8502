#include "ledger.h"

static int TotalBad; // expect: stateless-mutable-global "written after start-up by" "MemoryLedger::add'" "'POST /pay'" confidence proven
static int RingsBad; // expect: stateless-mutable-global "written after start-up by 'Bell::ring'" "'POST /pay'" confidence proven
static int UnrelatedBad; // expect: stateless-mutable-global "written after start-up by 'Adder::add'" confidence likely

namespace {
class MemoryLedger final : public Ledger {
public:
  int add(int Amount) override { return TotalBad += Amount; } // expect-fact: write TotalBad
  int sum() const override { return TotalBad; }
};
} // namespace

// The same name and the same parameters, but no Ledger.
struct Adder {
  virtual ~Adder() = default;
  virtual int add(int Amount) { return UnrelatedBad += Amount; }
};

void Bell::ring() { ++RingsBad; } // expect-fact: write RingsBad
std::unique_ptr<Ledger> openLedger() { return std::make_unique<MemoryLedger>(); }
