//===- Constness.h - Can an object of this type change? --------*- C++ -*-===//
//
// Constness in depth, from types alone: through arrays, pointers, references,
// smart pointers and `mutable` members. It must not know who writes.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_CONSTNESS_H
#define STATELESS_CHECKS_CONSTNESS_H

#include "facts/Program.h"
#include "policy/Vocabulary.h"

namespace stateless {

enum class Mutability : uint8_t {
  Constant, ///< Nothing that it holds can change.
  Inside,   ///< Constant itself, but holds or points to something mutable.
  Mutable,
};

/// Members of a category that \p Types calls "synchronization" do not count as
/// mutable: they hold no data.
Mutability mutabilityOf(const Program &Prog, TypeId T,
                        const TypeCategories &Types);

} // namespace stateless

#endif
