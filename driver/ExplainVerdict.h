//===- ExplainVerdict.h - explain FINGERPRINT ------------------*- C++ -*-===//
//
// Finds the verdict that a fingerprint names among those of a run, and has it
// explained. It must not know how a run is made, nor how the text looks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_EXPLAINVERDICT_H
#define STATELESS_DRIVER_EXPLAINVERDICT_H

#include "Delivery.h"
#include "RuleSet.h"
#include "facts/Program.h"
#include "report/Findings.h"

namespace stateless {

/// The verdicts of \p R that Opts.Subject, a fingerprint or its beginning,
/// names: a benign one and a violation may have it in common. An error, which
/// says how to go on, if there is none, or several fingerprints begin so.
llvm::Expected<std::vector<const Verdict *>> namedVerdicts(const RunResult &R,
                                                           const Options &Opts);

/// Prints the whole story of the verdict that \p Opts name; the exit code.
/// Exceptions have been applied to \p Result.
llvm::Expected<int> explainVerdict(RunResult Result, const Options &Opts,
                                   const RuleSet &Rules, const Program &Prog,
                                   const Delivery &Out);

} // namespace stateless

#endif
