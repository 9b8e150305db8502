#ifndef GUARDS_H
#define GUARDS_H

#include <cstddef>
#include <string>

extern int ActiveBad, CopiesBad, MovesBad, DefaultBad, FieldBad, ConvertedBad;
extern int AllocatedBad, AssignedBad, BaseBad, ElementBad, ThrownBad, LiteralBad;
extern int UnusedOk;

// Counts the requests that are under way.
struct InFlight {
  InFlight();
  ~InFlight();
};

struct Base {
  Base();
};
struct Element {
  Element();
};
struct Ticket : Base {
  int Number = ++FieldBad; // expect-fact: write FieldBad
  Element Parts[2];
  Ticket() = default;
  Ticket(const Ticket &Other);
  Ticket(Ticket &&Other) noexcept;
  Ticket &operator=(const Ticket &Other);
  operator int() const;
  static void *operator new(std::size_t Size);
  static void operator delete(void *P) { ::operator delete(P); }
};

struct Failure {
  Failure();
};

int nextDefault();
int price(int N = nextDefault());
unsigned long long operator""_units(unsigned long long N);

#endif
