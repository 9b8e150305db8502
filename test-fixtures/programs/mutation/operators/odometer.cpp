#include "odometer.h"

#include <istream>

Odometer &Odometer::operator++() {
  ++Digits[0];
  return *this;
}
Odometer Odometer::operator++(int) {
  Odometer Old = *this;
  ++*this;
  return Old;
}
Odometer &Odometer::operator+=(int N) {
  Digits[1] += N;
  return *this;
}
Odometer Odometer::operator+(int N) const {
  Odometer Sum = *this;
  Sum += N;
  return Sum;
}
int Odometer::operator()(int N) { return Digits[2] = N; }
Odometer &operator<<(Odometer &O, int N) {
  O.Digits[3] = N;
  return O;
}
std::istream &operator>>(std::istream &In, Odometer &O) { return In >> O.Digits[0]; }
bool operator==(Odometer &A, Odometer &B) { return A.Digits[0] == B.Digits[0]; }
