//===- Diagnostics.h - What the tool says on stderr ------------*- C++ -*-===//
//
// Errors of usage and mistakes in rule files, in the form that compilers use.
// It must not know findings, nor what was not analysed: report/ prints those.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_DIAGNOSTICS_H
#define STATELESS_DRIVER_DIAGNOSTICS_H

#include "ApplyFixes.h"
#include "Options.h"
#include "RuleSet.h"
#include "io/Printable.h"
#include "llvm/Support/raw_ostream.h"

namespace stateless {

class Diagnostics {
public:
  Diagnostics(llvm::raw_ostream &OS, bool Color) : OS(OS), Color(Color) {}

  /// "stateless-tidy: error: TEXT", each line of \p Text for itself.
  void error(llvm::StringRef Text);
  /// The same of one line.
  void warning(llvm::StringRef Text);
  void note(llvm::StringRef Text);
  void fixes(const FixOutcome &Made);
  void rules(llvm::ArrayRef<RuleDiagnostic> Found);

private:
  void line(const SourceLocation &Loc, llvm::StringRef Kind,
            llvm::StringRef Text);

  PeopleStream OS;
  bool Color;
};

/// Whether to colour what goes to a terminal or not (\p IsTerminal), by --color
/// and the NO_COLOR and TERM variables.
bool useColor(ColorMode Mode, bool IsTerminal);

} // namespace stateless

#endif
