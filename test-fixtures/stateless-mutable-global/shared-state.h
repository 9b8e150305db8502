// State that a project header defines; header-state.cpp includes it twice.
#ifndef SHARED_STATE_H
#define SHARED_STATE_H

#include <string>

extern int FromUnitBad;

inline int InlineBad = 0; // expect: stateless-mutable-global "InlineBad" "written by 'bumpInline' (increment)" confidence likely
inline void bumpInline() { ++InlineBad; } // expect-fact: write InlineBad

static int PerUnitBad; // expect: stateless-mutable-global "PerUnitBad" "written by 'writeHeaderState' (assignment)" confidence likely
static int PerUnitOk = 3; // expect-benign: stateless-mutable-global "never written"
constexpr int HeaderLimitOk = 8; // expect-benign: stateless-mutable-global "constant"
inline const std::string HeaderNameOk = "name"; // expect-benign: stateless-mutable-global "constant"

inline int nextId() {
  static int IdBad = 0; // expect: stateless-mutable-global "IdBad" "written by 'nextId' (increment)" confidence likely
  return ++IdBad; // expect-fact: write IdBad
}

struct Ticket {
  int Number = nextId();
  static inline int PrintedBad = 0; // expect: stateless-mutable-global "PrintedBad" "written by 'Ticket::print' (compound assignment)"
  void print() const { PrintedBad += Number; } // expect-fact: write PrintedBad
};

template <typename T> struct Shelf {
  T Own;
  static T TopBad;
  void put(T V) { TopBad = V; } // expect-fact: write TopBad
};
template <typename T> T Shelf<T>::TopBad{}; // expect: stateless-mutable-global "TopBad" "(assignment)"

#endif
