#ifndef CELLS_H
#define CELLS_H

#include <string>
#include <utility>

// Counts the objects of each class that derives from it.
template <typename D> struct Counted {
  static long MadeBad;
  Counted() { ++MadeBad; } // expect-fact: write MadeBad
};
template <typename D> long Counted<D>::MadeBad = 0; // expect: stateless-mutable-global "MadeBad" "'GET /cells'"

template <typename T> inline T LatestBad{}; // expect: stateless-mutable-global "LatestBad" "'GET /cells'"
template <typename T> inline T DefaultOk{}; // expect-benign: stateless-mutable-global "never written"
template <typename T> void remember(const T &V) { LatestBad<T> = V; } // expect-fact: write LatestBad

template <typename T> class Cell {
public:
  void set(const T &V) { Value = V; }
  const T &get() const { return Value; }
  template <typename F> auto with(F &&Do) { return std::forward<F>(Do)(Value); }

private:
  T Value{};
};

template <typename... T> void bumpAll(T &...N) { (++N, ...); }
template <typename... T> int sumAll(T &...N) { return (0 + ... + N); }
template <typename T> void setAny(T &Target, const T &To) { Target = To; }

// The base calls what the derived class does.
template <typename D> struct Stepper {
  void step() { static_cast<D *>(this)->advance(); }
};
struct Walker : Stepper<Walker> {
  int At = 0;
  void advance() { ++At; }
};
struct Stander : Stepper<Stander> {
  int At = 0;
  void advance() {}
};

extern Cell<int> NumberBad;
extern Cell<int> StillOk;
extern Cell<std::string> TextOk;

int useCells(int N);

#endif
