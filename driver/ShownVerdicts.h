//===- ShownVerdicts.h - Which verdicts a run shows ------------*- C++ -*-===//
//
// Which checks run, of which files their verdicts are shown, and what a run
// says besides of units and headers. It must not know how verdicts are made,
// excepted or printed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_SHOWNVERDICTS_H
#define STATELESS_DRIVER_SHOWNVERDICTS_H

#include "Extraction.h"
#include "RuleSet.h"
#include "facts/Program.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <optional>

namespace stateless {

/// The checks that run: those that \p Rules enable, changed by \p Globs in
/// order ('-' in front switches off). An error if a glob names no check, or
/// none is left.
llvm::Expected<llvm::StringSet<>>
enabledChecks(const RuleSet &Rules, llvm::ArrayRef<std::string> Globs);

/// The files that each unit read, by its position; nothing if it has no facts.
using ReadFiles = std::vector<std::optional<std::vector<std::string>>>;

std::vector<std::string> filesReadBy(const TuFacts &Unit);

/// The files of which findings are shown: all, or, when files were named, the
/// headers among them and what the named units read.
class ShownFiles {
public:
  ShownFiles() = default;
  ShownFiles(const UnitSelection &Selection, const ReadFiles &Read);

  /// \p File is absolute; symbolic links are followed.
  bool contains(llvm::StringRef File);

private:
  bool All = true;
  llvm::StringSet<> Paths; ///< As written, and resolved.
  llvm::StringMap<bool> Answers;
};

/// Headers that were named, but that the parse of their unit did not read (an
/// #include that is switched off).
std::vector<AnalysisProblem> unreadHeaders(const UnitSelection &Selection,
                                           const ReadFiles &Read);

/// The files that belong to the project: below the folder of its rule file, or
/// \p Base if it has none, and not excluded.
class ProjectFiles {
public:
  ProjectFiles(const RuleSet &Rules, llvm::StringRef Base);
  bool contains(llvm::StringRef File) const;

private:
  const RuleSet &Rules;
  std::string Base, Root; ///< As given; with symbolic links resolved.
};

/// What the units say went wrong in them.
std::vector<AnalysisProblem> problemsOf(const Program &Prog);

/// That nothing in \p Prog is known to serve requests, and how to say what
/// does.
AnalysisProblem noEntryPoint(const Program &Prog);

} // namespace stateless

#endif
