//===- Accessors.h - Which functions hand out which variables --*- C++ -*-===//
//
// By the points-to sets of what functions return: the variable itself, or the
// pointer (of any kind) to the object that is handed out. What a function was
// given is its caller's. It must not know what callers do with it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_ACCESSORS_H
#define STATELESS_ANALYSIS_ACCESSORS_H

#include "analysis/PointsTo.h"

namespace stateless {

/// By variable: the first function of the program that hands it out, the whole
/// of it.
llvm::DenseMap<SymbolId, const Function *> accessors(const Program &Prog,
                                                     const PointsTo &Points);

} // namespace stateless

#endif
