//===- ThreadValues.h - What only tells threads apart ----------*- C++ -*-===//
//
// A thread-local variable into which only the number of its thread is put, or
// what is made of that: every thread of every process has one that is as good.
// It must not know any check.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_THREADVALUES_H
#define STATELESS_CHECKS_THREADVALUES_H

#include "analysis/Analyses.h"

namespace stateless {

/// True if all that is stored in \p V while the program serves is made of what
/// tells threads apart, of constants, and of variables of that kind.
bool followsThread(const Program &Prog, const Analyses &Known,
                   const Variable &V);

} // namespace stateless

#endif
