//===- PolicyDump.h - Verdicts and rules as a person reads them -*- C++ -*-===//
//
// For debugging, goldens and bug reports: every field that says something, one
// line each. Nothing reads it back. Facts have a dump of their own
// (facts/Dump.h).
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_POLICYDUMP_H
#define STATELESS_DRIVER_POLICYDUMP_H

#include "RuleSet.h"
#include "policy/Verdict.h"
#include "llvm/Support/raw_ostream.h"

namespace stateless {

void dumpVerdicts(llvm::ArrayRef<Verdict> Verdicts, llvm::raw_ostream &OS);
void dumpRules(const RuleSet &Rules, llvm::raw_ostream &OS);

} // namespace stateless

#endif
