//===- Session.h - The stages of a run -------------------------*- C++ -*-===//
//
// Units, rules and a file system in, verdicts out: extract, link, judge,
// settle. The command takes the stages one by one, since its units are read by
// processes and its programs are many; the plugin and tests have few units at
// hand and take them together. It must not know processes, databases, nor how
// verdicts are printed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PIPELINE_SESSION_H
#define STATELESS_DRIVER_PIPELINE_SESSION_H

#include "JoinVerdicts.h"
#include "RuleSet.h"
#include "extract/Extract.h"
#include "facts/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <functional>

namespace stateless {

struct SessionSetup {
  const RuleSet &Rules; ///< Outlives the session.
  /// What patterns are relative to where there is no rule file.
  std::string Base;
  /// The checks that run. By default those that the rules leave on.
  std::function<bool(llvm::StringRef Check)> IsEnabled = {};
  /// How units are read, and from which file system.
  ExtractOptions Extract = {};
  Date Today = Date::today();
};

/// What a run says in the end.
struct Outcome {
  Judgement Said;
  std::vector<RuleDiagnostic> Diagnostics; ///< Of records and comments.
};

class Session {
public:
  explicit Session(SessionSetup Setup);

  // Stages.

  /// Reads one unit, in this process.
  TuFacts extract(const CompileUnit &Unit) const;
  /// The same for one that somebody else parsed.
  TuFacts extract(clang::ASTContext &Ast) const;

  Judgement judge(const Program &Prog) const;

  /// What all programs of a database say of \p All, its units together. Each
  /// verdict gets its fingerprint here. \p OneHasAll: there is one program, and
  /// it is \p All.
  Judgement join(std::vector<ProgramJudgement> Judged, const Program &All,
                 bool OneHasAll) const;

  /// Leaves out of \p Said what stands in system files, in excluded ones and
  /// where \p Shows says no; grades the rest by the rules and marks what is
  /// excepted. \p Complete: the whole program was analysed with every check, so
  /// that a record which covers nothing is unused.
  std::vector<RuleDiagnostic>
  settle(Judgement &Said, const Program &All,
         llvm::function_ref<bool(llvm::StringRef File)> Shows,
         bool Complete) const;

  // All of them.

  /// \p Units make up one program; \p Whole: all of it.
  Outcome run(llvm::ArrayRef<CompileUnit> Units, bool Whole) const;
  /// One unit that somebody else parsed, a part of a program.
  Outcome run(clang::ASTContext &Ast) const;

private:
  Outcome conclude(std::vector<TuFacts> Units, bool Whole) const;

  SessionSetup Setup;
};

} // namespace stateless

#endif
