//===- SyntheticProgram.h - Facts of a program nobody wrote ----*- C++ -*-===//
//
// Makes the translation units of a large service, one by one and the same on
// every machine, for measurements of link() and judge(). What the program is
// like stands at the head of SyntheticProgram.cpp. It must not know any
// analysis, check or rule.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_SYNTHETICPROGRAM_H
#define STATELESS_BENCH_SYNTHETICPROGRAM_H

#include "facts/Facts.h"
#include <memory>

namespace stateless::bench {

/// How large a program is, and what it is like.
struct Shape {
  uint32_t Units = 100;
  uint64_t Seed = 1;
  /// Headers that a unit includes besides its own, half from its module and
  /// half from the core; with each come a class and six functions.
  uint32_t Headers = 12;
  /// The deep call chain has ten functions in each unit, but no more than this.
  uint32_t MaxChain = 100'000;
  /// Of thousand classes, how many hold a pointer to the object that holds the
  /// whole service, and with it most others.
  uint32_t BackPointers = 20;
  /// Every n-th unit calls through the base class that a fifth of all classes
  /// derive from; 0: none does.
  uint32_t WideCalls = 5;
};

class World;

class SyntheticProgram {
public:
  explicit SyntheticProgram(const Shape &S);
  ~SyntheticProgram();

  /// \p Index is below Shape::Units. Units may be made in any order.
  TuFacts unit(uint32_t Index) const;

private:
  std::unique_ptr<World> Plan;
};

} // namespace stateless::bench

#endif
