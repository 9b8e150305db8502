#ifndef ODOMETER_H
#define ODOMETER_H

#include <cstddef>
#include <iosfwd>

class Odometer {
public:
  Odometer &operator++();
  Odometer operator++(int);
  Odometer &operator+=(int N);
  Odometer operator+(int N) const;
  int &operator[](std::size_t I) { return Digits[I % 4]; }
  int operator[](std::size_t I) const { return Digits[I % 4]; }
  int operator()(int N);
  int operator*() { return Digits[0]; } // not const, only reads
  explicit operator bool() { return Digits[0] != 0; }
  Odometer *operator->() { return this; }
  int Trips = 0;
  friend Odometer &operator<<(Odometer &O, int N);
  friend std::istream &operator>>(std::istream &In, Odometer &O);
  friend bool operator==(Odometer &A, Odometer &B); // takes T&, only reads

private:
  int Digits[4] = {};
};

#endif
