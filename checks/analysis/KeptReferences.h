//===- KeptReferences.h - What is kept by reference ------------*- C++ -*-===//
//
// Which fields and variables keep references and pointers that they are given,
// and which parameters of which functions go there. What is written through a
// keeper is then written to what it was given, so the address need not count as
// lost. It must not know who writes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_KEPTREFERENCES_H
#define STATELESS_ANALYSIS_KEPTREFERENCES_H

#include "facts/Program.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

class KeptReferences {
public:
  /// Linear in the accesses of \p Prog, which outlives this.
  explicit KeptReferences(const Program &Prog);

  /// A parameter whose referent is kept, and the field or variable that does.
  struct Keeper {
    uint32_t Parameter;
    SymbolId In;
  };
  llvm::ArrayRef<Keeper> of(const Function &F) const;

  /// True for a field that keeps what some function was given.
  bool keepsParameter(SymbolId Field) const {
    return KeepingFields.contains(Field);
  }

  /// The field or static variable of the project in which a store keeps what it
  /// is given; empty: none, or \p A stores nothing.
  SymbolId keeperOf(const Access &A) const;

  /// True if \p P, which a store is given, is followed from there on: an object
  /// with a name, or what the parameter of a function refers to.
  static bool isFollowed(const Place &P) {
    return !P.Symbol ? P.Root == RootKind::Parameter && P.Steps.empty()
                     : P.Root == RootKind::Variable;
  }

  /// True if the address that \p A of \p F takes goes into a keeper and is
  /// followed from there on.
  bool isFollowed(const Function &F, const Access &A) const;

private:
  const Program &Prog;
  llvm::DenseMap<const Function *, std::vector<Keeper>> Keepers;
  llvm::DenseSet<SymbolId> KeepingFields;
};

} // namespace stateless

#endif
