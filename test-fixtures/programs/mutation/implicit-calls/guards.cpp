// Nobody calls these by name: the language does.
#include "guards.h"

int ActiveBad; // expect: stateless-mutable-global "ActiveBad" "written by 'InFlight::InFlight'" "written by 'InFlight::~InFlight'" "'GET /ticket'" confidence proven
int CopiesBad; // expect: stateless-mutable-global "written by 'Ticket::Ticket'" "'GET /ticket'" confidence proven
int MovesBad; // expect: stateless-mutable-global "written by 'Ticket::Ticket'" "'GET /ticket'" confidence proven
int DefaultBad; // expect: stateless-mutable-global "written by 'nextDefault'" "'GET /ticket'" confidence proven
int FieldBad; // expect: stateless-mutable-global "FieldBad" "'GET /ticket'" confidence proven
int ConvertedBad; // expect: stateless-mutable-global "ConvertedBad" "'GET /ticket'" confidence proven
int AllocatedBad; // expect: stateless-mutable-global "AllocatedBad" "'GET /ticket'" confidence proven
int AssignedBad; // expect: stateless-mutable-global "AssignedBad" "'GET /ticket'" confidence proven
int BaseBad; // expect: stateless-mutable-global "written by 'Base::Base'" "'GET /ticket'" confidence proven
int ElementBad; // expect: stateless-mutable-global "written by 'Element::Element'" "'GET /ticket'" confidence proven
int ThrownBad; // expect: stateless-mutable-global "written by 'Failure::Failure'" "'GET /ticket'" confidence proven
int LiteralBad; // expect: stateless-mutable-global "LiteralBad" "'GET /ticket'" confidence proven
int UnusedOk; // expect-benign: stateless-mutable-global "never written"

InFlight::InFlight() { ++ActiveBad; } // expect-fact: write ActiveBad
InFlight::~InFlight() { --ActiveBad; } // expect-fact: write ActiveBad
Base::Base() { ++BaseBad; }
Element::Element() { ++ElementBad; }
Failure::Failure() { ++ThrownBad; }
Ticket::Ticket(const Ticket &Other) : Base(), Number(Other.Number) { ++CopiesBad; }
Ticket::Ticket(Ticket &&Other) noexcept : Base(), Number(Other.Number) { ++MovesBad; }
Ticket &Ticket::operator=(const Ticket &Other) {
  Number = Other.Number;
  ++AssignedBad;
  return *this;
}
Ticket::operator int() const { return ++ConvertedBad; }
void *Ticket::operator new(std::size_t Size) {
  AllocatedBad += int(Size);
  return ::operator new(Size);
}
int nextDefault() { return ++DefaultBad; } // expect-fact: write DefaultBad
int price(int N) { return N + UnusedOk; }
unsigned long long operator""_units(unsigned long long N) { return N + unsigned(++LiteralBad); }
