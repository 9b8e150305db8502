#ifndef MONEY_H
#define MONEY_H

#include <string>

int nextNumber();
std::string stamp(int Number = nextNumber());

class Money {
public:
  Money(int Cents = 0) : Cents(Cents) {}
  Money(const Money &Other);
  Money &operator=(const Money &) = default;
  Money &operator+=(int More);
  explicit operator bool() const;
  operator std::string() const;
  int operator[](int Digit) const;

private:
  int Cents;
};
bool operator==(const Money &A, const Money &B);

// Copies and destroys its parts without a line of its own.
struct Bill {
  Money Sum;
};

class Guard {
public:
  Guard();
  ~Guard();
  Guard(const Guard &) = delete;
};
struct Base {
  Base();
};
struct Derived : Base {
  int Number = nextField();
  static int nextField();
};
struct Range {
  const int *begin() const;
  const int *end() const;
};

#endif
