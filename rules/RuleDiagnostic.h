//===- RuleDiagnostic.h - A mistake in a rule file -------------*- C++ -*-===//
//
// What the stages of reading rules report, each at its line and column. It
// must not know how a diagnostic is printed, nor what a rule means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULEDIAGNOSTIC_H
#define STATELESS_RULES_RULEDIAGNOSTIC_H

#include "policy/Verdict.h"
#include <string>

namespace stateless {

/// A mistake, or a warning, in a rule file. File is "<default>" or a pack's
/// name ("<models/std.yaml>") for what is built in. Line 0: the whole file.
struct RuleDiagnostic {
  enum Kind { Error, Warning } Level = Error;
  SourceLocation Loc;
  std::string Message; ///< With "did you mean 'x'?" where a near key exists.
};

/// By location, then text.
inline bool comesBefore(const RuleDiagnostic &A, const RuleDiagnostic &B) {
  return A.Loc != B.Loc ? A.Loc < B.Loc : A.Message < B.Message;
}

} // namespace stateless

#endif
