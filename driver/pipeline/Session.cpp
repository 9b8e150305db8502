//===- Session.cpp - The stages of a run ----------------------------------===//
//
// See Session.h.
//
//===----------------------------------------------------------------------===//
#include "pipeline/Session.h"
#include "ConstFix.h"
#include "Exceptions.h"
#include "SourceComments.h"
#include "facts/Linker.h"
#include "policy/Fingerprint.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace stateless {

Session::Session(SessionSetup Given) : Setup(std::move(Given)) {
  if (!Setup.IsEnabled)
    Setup.IsEnabled = [Rules = &Setup.Rules](llvm::StringRef Check) {
      return Rules->isEnabled(Check);
    };
}

TuFacts Session::extract(const CompileUnit &Unit) const {
  return stateless::extract(Unit, Setup.Rules.Known, Setup.Extract);
}

TuFacts Session::extract(clang::ASTContext &Ast) const {
  return extractFromAst(Ast, Setup.Rules.Known, Setup.Extract.IsOwnHeader);
}

Judgement Session::judge(const Program &Prog) const {
  return stateless::judge(Prog, Setup.Rules.Options, Setup.IsEnabled);
}

/// If no program has all units, only these know what can be const.
static void mendFixes(std::vector<Verdict> &Verdicts, const Program &All) {
  for (Verdict &V : Verdicts)
    if (!V.Fixes.empty()) {
      const Variable *Var = All.variable(All.find(V.Subject));
      V.Fixes = Var ? constFix(All, *Var) : std::vector<Edit>();
    }
}

Judgement Session::join(std::vector<ProgramJudgement> Judged,
                        const Program &All, bool OneHasAll) const {
  Judgement Said = OneHasAll ? std::move(Judged.front().Said)
                             : joinVerdicts(std::move(Judged));
  if (!OneHasAll)
    mendFixes(Said.Verdicts, All);
  giveFingerprints(Said.Verdicts);
  return Said;
}

/// Files that no unit read as anything but a system header.
static llvm::StringSet<> systemFiles(const Program &Prog) {
  llvm::StringSet<> System;
  for (const SourceFile &File : Prog.files())
    if (File.System)
      System.insert(Prog.text(File.Path));
  for (const SourceFile &File : Prog.files())
    if (!File.System)
      System.erase(Prog.text(File.Path));
  return System;
}

std::vector<RuleDiagnostic>
Session::settle(Judgement &Said, const Program &All,
                llvm::function_ref<bool(llvm::StringRef File)> Shows,
                bool Complete) const {
  llvm::StringSet<> System = systemFiles(All);
  llvm::StringMap<bool> LeftOut;
  llvm::erase_if(Said.Verdicts, [&](const Verdict &V) {
    auto [It, New] = LeftOut.try_emplace(V.Loc.File, false);
    if (New)
      It->second = System.contains(V.Loc.File) || !Shows(V.Loc.File) ||
                   Setup.Rules.isExcluded(V.Loc.File, Setup.Base);
    return It->second;
  });
  for (Verdict &V : Said.Verdicts)
    if (const CheckRule *Rule = Setup.Rules.check(V.Check)) {
      V.Grade = Rule->gradeOf(V.Category).Grade;
      V.Least = Rule->Least;
    }
  return applyExceptions(Said.Verdicts, Setup.Rules, nolintComments(All),
                         Setup.Today, Complete);
}

//===-- All of them -------------------------------------------------------===//

Outcome Session::conclude(std::vector<TuFacts> Units, bool Whole) const {
  Program Prog = link(std::move(Units), {Whole});
  std::vector<ProgramJudgement> Judged;
  Judged.push_back({"", judge(Prog)});
  Outcome Result{join(std::move(Judged), Prog, /*OneHasAll=*/true), {}};
  Result.Diagnostics = settle(
      Result.Said, Prog, [](llvm::StringRef) { return true; },
      /*Complete=*/false);
  return Result;
}

Outcome Session::run(llvm::ArrayRef<CompileUnit> Units, bool Whole) const {
  std::vector<TuFacts> Facts;
  for (const CompileUnit &Unit : Units)
    Facts.push_back(extract(Unit));
  return conclude(std::move(Facts), Whole);
}

Outcome Session::run(clang::ASTContext &Ast) const {
  std::vector<TuFacts> Facts;
  Facts.push_back(extract(Ast));
  return conclude(std::move(Facts), /*Whole=*/false);
}

} // namespace stateless
