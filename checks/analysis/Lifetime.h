//===- Lifetime.h - Which classes have objects that stay -------*- C++ -*-===//
//
// A class is long-lived if a variable of static storage holds an object of it:
// by value, by pointer or smart pointer, in an array or container, or through
// the fields and bases of another long-lived class. By type: instances of one
// class are not told apart. Objects that live in main are not followed yet.
// It must not know checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_LIFETIME_H
#define STATELESS_ANALYSIS_LIFETIME_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"

namespace stateless {

class Lifetime {
public:
  explicit Lifetime(const Program &Prog);

  /// What keeps objects of \p Class alive: a chain of variables and fields,
  /// the variable first. Empty: nothing known does.
  std::vector<SymbolId> holders(SymbolId Class) const;
  bool isLongLived(SymbolId Class) const { return Holder.contains(Class); }

private:
  struct Link {
    SymbolId By;    ///< The variable or field.
    SymbolId Class; ///< The class of the field; empty for a variable.
  };
  llvm::DenseMap<SymbolId, Link> Holder;
};

} // namespace stateless

#endif
