//===- FixRun.cpp - --fix, from what a run found --------------------------===//
//
// See FixRun.h.
//
//===----------------------------------------------------------------------===//
#include "FixRun.h"
#include "ApplyFixes.h"
#include "FixTransaction.h"
#include "ShownVerdicts.h"

using namespace stateless;

bool stateless::isFixable(const Verdict &V) {
  return !V.Fixes.empty() && !V.Suppressed;
}

int stateless::applyFixes(llvm::ArrayRef<Verdict> Fixable, const Plan &P,
                          Diagnostics &Say, int Code) {
  ProjectFiles Project(P.Policy.Rules, P.Root);
  FixOutcome Made = applyFixes(Fixable, P.Root, [&](llvm::StringRef File) {
    return Project.contains(File);
  });
  Say.fixes(Made);
  return Made.Failed ? 2 : Code;
}

llvm::Error stateless::resumeFixes(const Plan &P, const Options &Opts,
                                   Diagnostics &Say) {
  std::optional<std::string> Journal = interruptedFix(P.Root);
  if (!Journal)
    return llvm::Error::success();
  if (!Opts.Fix) {
    Say.warning("an interrupted run of --fix left '" + *Journal +
                "'; --fix will finish or undo it");
    return llvm::Error::success();
  }
  ProjectFiles Project(P.Policy.Rules, P.Root);
  llvm::Expected<FixRecovery> Ended = recoverFixes(
      P.Root, [&](llvm::StringRef File) { return Project.contains(File); });
  if (!Ended)
    return Ended.takeError();
  if (*Ended != FixRecovery::Nothing)
    Say.note(*Ended == FixRecovery::Finished
                 ? "the last run of --fix was interrupted; it is finished now"
                 : "the last run of --fix was interrupted; it is undone now");
  return llvm::Error::success();
}
