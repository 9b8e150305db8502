//===- SignalHandlers.h - Functions that only signals run ------*- C++ -*-===//
//
// The handlers of the entry points of kind signal: which calls register them is
// said by models. It must not know what they do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_SIGNALHANDLERS_H
#define STATELESS_ANALYSIS_SIGNALHANDLERS_H

#include "analysis/CallGraph.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

/// Without those that serve requests too.
llvm::DenseSet<SymbolId> signalHandlers(const CallGraph &Graph);

} // namespace stateless

#endif
