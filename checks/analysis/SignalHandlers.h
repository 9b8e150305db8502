//===- SignalHandlers.h - Functions that run on a signal -------*- C++ -*-===//
//
// The functions that a program hands to signal() or sigaction(): the standard
// names, which no project defines otherwise. It must not know what they do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_SIGNALHANDLERS_H
#define STATELESS_ANALYSIS_SIGNALHANDLERS_H

#include "facts/Program.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

llvm::DenseSet<SymbolId> signalHandlers(const Program &Prog);

} // namespace stateless

#endif
