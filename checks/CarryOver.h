//===- CarryOver.h - What one request leaves for the next ------*- C++ -*-===//
//
// Names what the stores into a state object amount to, by what their values
// come from. It must not know any check, nor words.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_CARRYOVER_H
#define STATELESS_CHECKS_CARRYOVER_H

#include "analysis/DataOrigins.h"
#include "policy/Verdict.h"

namespace stateless {

struct CarryOver {
  CarryKind Kind = CarryKind::Unclear;
  DataOrigin What; ///< All that the stores put in.
};

/// What \p Writes, all of \p Symbol, leave there. Linear in what they are made
/// of; only the first writes count.
CarryOver carryOver(const DataOrigins &Origins, SymbolId Symbol,
                    llvm::ArrayRef<Write> Writes);

} // namespace stateless

#endif
