//===- ObjectDump.h - State objects as a person reads them -----*- C++ -*-===//
//
// For who wants to know why a verdict is what it is. It must not know checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_OBJECTDUMP_H
#define STATELESS_CHECKS_OBJECTDUMP_H

#include "facts/Program.h"
#include "policy/CheckOptions.h"
#include "llvm/Support/raw_ostream.h"

namespace stateless {

/// All state objects of \p Prog with their evidence, as JSON.
void dumpObjects(const Program &Prog, const CheckOptions &Options,
                 llvm::raw_ostream &OS);

} // namespace stateless

#endif
