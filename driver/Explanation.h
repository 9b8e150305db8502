//===- Explanation.h - All there is to say of one verdict ------*- C++ -*-===//
//
// The text of `explain FINGERPRINT`: what the verdict is and why, the evidence
// in order, what the exceptions say, and what would change it. It must not
// decide anything: verdict and story come in finished.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_EXPLANATION_H
#define STATELESS_DRIVER_EXPLANATION_H

#include "ExceptionStory.h"
#include "report/Findings.h"

namespace stateless {

/// \p E is a verdict of \p R, \p Story is about it.
void writeExplanation(const RunResult &R, const Verdict &V,
                      const RuleSet &Rules, const ExceptionStory &Story,
                      const TextStyle &Style, llvm::raw_ostream &OS);

} // namespace stateless

#endif
