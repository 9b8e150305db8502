//===- RuleTesting.h - What the tests of rules share -----------*- C++ -*-===//
//
// Diagnostics as text, so that a failed expectation shows them. For tests only.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_RULETESTING_H
#define STATELESS_RULES_RULETESTING_H

#include "RuleSet.h"

namespace stateless {

inline std::string show(const RuleDiagnostic &D) {
  return D.Loc.File + ":" + std::to_string(D.Loc.Line) + ":" +
         std::to_string(D.Loc.Column) + ": " +
         (D.Level == RuleDiagnostic::Error ? "error: " : "warning: ") +
         D.Message;
}

inline std::vector<std::string> shown(const RuleLoad &Load) {
  std::vector<std::string> Lines;
  for (const RuleDiagnostic &D : Load.Diagnostics)
    Lines.push_back(show(D));
  return Lines;
}

} // namespace stateless

#endif
