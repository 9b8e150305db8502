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

  /// What is kept of what a parameter refers to, and by which field or
  /// variable.
  struct Keeper {
    uint32_t Parameter;
    llvm::ArrayRef<Step> Part;
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

  /// True if \p P, which a store is given, is an object with a name or a part
  /// of one, or such a part of what a parameter refers to.
  static bool isObject(const Place &P) {
    return (P.Symbol ? P.Root == RootKind::Variable
                     : P.Root == RootKind::Parameter) &&
           (P.Steps.empty() || P.Steps.back().Kind != StepKind::Deref);
  }

  /// The field or variable whose pointer the store is given if that gives it
  /// \p P; empty: none.
  static SymbolId copiedFrom(const Place &P);

  /// Where pointers in \p Keeper are copied to, copies of copies too; \p Keeper
  /// is the first.
  std::vector<SymbolId> copiesOf(SymbolId Keeper) const;

  /// True if the address that \p A of \p F takes goes into a keeper of which
  /// all that writes through it is in sight.
  bool isFollowed(const Function &F, const Access &A) const;

private:
  bool isInSight(SymbolId Keeper) const;

  const Program &Prog;
  llvm::DenseMap<const Function *, std::vector<Keeper>> Keepers;
  llvm::DenseSet<SymbolId> KeepingFields;
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> CopiedTo;
};

} // namespace stateless

#endif
