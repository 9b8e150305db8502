//===- Linker.h - Units to one program -------------------------*- C++ -*-===//
//
// Merges translation units into one Program. Memory grows with the program,
// not with the units: what a unit repeats of others is dropped as it comes. It
// must not know Clang, rules or checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_LINKER_H
#define STATELESS_FACTS_LINKER_H

#include "facts/Program.h"
#include <memory>

namespace stateless {

/// What the driver knows about the units that it hands to link().
struct LinkOptions {
  /// Every unit of a complete program was asked for (not just some files).
  bool AllUnits = false;
};

class Linker {
public:
  Linker();
  ~Linker();

  /// Units come in the order of their main files; those of one main file in
  /// the order of their serialised bytes. So equal units give an equal Program,
  /// in whatever order they were made.
  void add(TuFacts &&Unit);
  /// The same for facts that somebody needs again.
  void add(const TuFacts &Unit);
  /// All but what functions do: what reports ask of a database of several
  /// programs. Units may come in any order that does not depend on chance.
  void addDeclarations(const TuFacts &Unit);

  /// Ends the linker's life. Near-linear in the number of facts.
  Program finish(const LinkOptions &Options = {});

private:
  class Pools;
  std::unique_ptr<Pools> Merged;
};

/// Links units that are all in memory, in whatever order.
Program link(std::vector<TuFacts> Units, const LinkOptions &Options = {});

} // namespace stateless

#endif
