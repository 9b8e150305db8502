//===- Analysis.h - One unit's verdicts for all of our checks --*- C++ -*-===//
//
// clang-tidy asks each check for itself; we extract and judge a unit once and
// hand each check its share. The pipeline is the command's, on the AST that
// the host has parsed. It must not know how a diagnostic is emitted.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PLUGIN_ANALYSIS_H
#define STATELESS_DRIVER_PLUGIN_ANALYSIS_H

#include "RuleSet.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace stateless {

class Analysis {
public:
  /// The verdicts on \p Ast under the rules of \p RulesFile (empty: the
  /// nearest to the main file). Computed when a new unit or another rule file
  /// is asked for.
  const std::vector<Verdict> &
  verdicts(clang::ASTContext &Ast, const std::string &RulesFile,
           llvm::function_ref<bool(llvm::StringRef)> IsEnabled);

  /// Of the last verdicts().
  const RuleLoad &rules() const { return Rules; }

  /// True the first time that it is asked for \p Check in this unit.
  bool isFirst(llvm::StringRef Check);
  /// True the first time that it is asked for these rules.
  bool claimRuleDiagnostics();

private:
  const clang::ASTContext *Unit = nullptr;
  std::string MainFile;
  std::string LoadedFrom;
  bool Loaded = false;
  bool Told = false;
  RuleLoad Rules;
  std::vector<Verdict> Found;
  std::vector<std::string> Seen;
};

} // namespace stateless

#endif
