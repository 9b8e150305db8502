#ifndef SLOTS_H
#define SLOTS_H

#include <string>

// What two units make of one template: each of its variables by itself, told at
// one place.
template <class T> struct Slots {
  static int HitsBad;
  static int &slot() {
    static int AtBad; // expect: stateless-mutable-global "AtBad" "this is so in 'Slots<int>::slot'" "in 'Slots<char>::slot' it is no state: written only at start-up" "in 'Slots<double>::slot' it is no state: never written"
    return AtBad;
  }
  static void hit() { ++HitsBad; } // expect-fact: write HitsBad
};
// Another unit has the body of the methods of Slots<double>.
template <class T> int Slots<T>::HitsBad = 0; // expect: stateless-mutable-global "HitsBad" "this is so in 'Slots<double>', 'Slots<int>'" "in 'Slots<char>' it is no state: written only at start-up" confidence proven
extern template struct Slots<double>;

template <class T> class Holder {
public:
  static Holder &get() {
    static Holder TheBad; // expect: stateless-stateful-singleton "TheBad" "this is so in 'Holder<int>::get'" "it is no state: only other objects of its class are written"
    return TheBad;
  }
  void set(const T &V) { Value = V; }
  const T &value() const { return Value; }

private:
  T Value{};
};

void startUp();

#endif
