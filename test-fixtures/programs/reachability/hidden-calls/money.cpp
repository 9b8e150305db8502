#include "money.h"

static int NumbersBad; // expect: stateless-mutable-global "written after start-up by 'nextNumber'" "'GET /hidden'" confidence proven
static int CopiesBad; // expect: stateless-mutable-global "written after start-up by 'Money::Money'" "'GET /hidden'" confidence proven
static int SumsBad; // expect: stateless-mutable-global "written after start-up by 'Money::operator+='" "'GET /hidden'" confidence proven
static int TestsBad; // expect: stateless-mutable-global "TestsBad" "'GET /hidden'" confidence proven
static int TextsBad; // expect: stateless-mutable-global "TextsBad" "'GET /hidden'" confidence proven
static int DigitsBad; // expect: stateless-mutable-global "written after start-up by 'Money::operator[]'" "'GET /hidden'" confidence proven
static int EqualBad; // expect: stateless-mutable-global "written after start-up by 'operator=='" "'GET /hidden'" confidence proven
static int OpenedBad; // expect: stateless-mutable-global "written after start-up by 'Guard::Guard'" "'GET /hidden'" confidence proven
static int ClosedBad; // expect: stateless-mutable-global "written after start-up by 'Guard::~Guard'" "'GET /hidden'" confidence proven
static int BasesBad; // expect: stateless-mutable-global "written after start-up by 'Base::Base'" "'GET /hidden'" confidence proven
static int FieldsBad; // expect: stateless-mutable-global "written after start-up by 'Derived::nextField'" "'GET /hidden'" confidence proven
static int BegunBad; // expect: stateless-mutable-global "written after start-up by 'Range::begin'" "'GET /hidden'" confidence proven
static const int Values[] = {1, 2, 3};

int nextNumber() { return ++NumbersBad; } // expect-fact: write NumbersBad
std::string stamp(int Number) { return std::to_string(Number); }
Money::Money(const Money &Other) : Cents(Other.Cents) { ++CopiesBad; } // expect-fact: write CopiesBad
Money &Money::operator+=(int More) {
  ++SumsBad; // expect-fact: write SumsBad
  Cents += More;
  return *this;
}
Money::operator bool() const { return ++TestsBad, Cents != 0; } // expect-fact: write TestsBad
Money::operator std::string() const { return std::to_string(Cents + ++TextsBad); }
int Money::operator[](int Digit) const { return Cents / Digit + ++DigitsBad; }
bool operator==(const Money &, const Money &) { return ++EqualBad > 3; } // expect-fact: write EqualBad
Guard::Guard() { ++OpenedBad; } // expect-fact: write OpenedBad
Guard::~Guard() { ++ClosedBad; } // expect-fact: write ClosedBad
Base::Base() { ++BasesBad; }
int Derived::nextField() { return ++FieldsBad; }
const int *Range::begin() const { return ++BegunBad, Values; }
const int *Range::end() const { return Values + 3; }
