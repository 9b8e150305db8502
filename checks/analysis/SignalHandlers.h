//===- SignalHandlers.h - Functions that only signals run ------*- C++ -*-===//
//
// The handlers of the entry points of kind signal, and what only they call:
// which calls register handlers is said by models. It must not know what they
// do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_SIGNALHANDLERS_H
#define STATELESS_ANALYSIS_SIGNALHANDLERS_H

#include "analysis/CallGraph.h"

namespace stateless {

/// By node of \p Graph: true for functions that only signals run. Linear.
llvm::BitVector runBySignals(const CallGraph &Graph);

} // namespace stateless

#endif
