//===- ProblemCollector.h - What the compiler found fault with -*- C++ -*-===//
//
// Keeps what stands in the way of reading a unit, and nothing else: what Clang
// only warns of, at whatever level, stops nothing. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_PROBLEMCOLLECTOR_H
#define STATELESS_EXTRACT_PROBLEMCOLLECTOR_H

#include "clang/Basic/Diagnostic.h"
#include <string>
#include <vector>

namespace stateless {

/// Keeps the first error, and where all stand; prints nothing.
class ProblemCollector : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  std::vector<clang::SourceLocation> Errors; ///< In files, of the one unit.
  std::string First;
  std::string File;
  unsigned Line = 0, Column = 0;
  /// The texts in errors that have no place: options that Clang refuses.
  std::vector<std::string> Unplaced;
};

/// Makes \p Diagnostics report all that is wrong and only that. Warnings that
/// Clang makes errors by default (narrowing, chained comparisons) are ignored,
/// whatever the command says of them: other compilers, and other versions of
/// this one, accept such code. What they mean for overloads stays.
void reportErrorsOnly(clang::DiagnosticsEngine &Diagnostics);

} // namespace stateless

#endif
