//===- DatabaseRun.cpp - The stages over a database -----------------------===//
//
// See DatabaseRun.h.
//
//===----------------------------------------------------------------------===//
#include "DatabaseRun.h"
#include "Delivery.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;

PreparedCage stateless::cageForWorkers(Diagnostics &Say) {
  PreparedCage Within = availableCage();
  if (Within.Wanted.isOpen())
    Say.warning("this system has neither seccomp nor Landlock: the processes "
                "that read the code are not shut off from it");
  return Within;
}

static SessionSetup setupOf(const Plan &P, const ProjectTree &Own) {
  SessionSetup Setup{P.Policy.Rules, P.Root};
  Setup.IsEnabled = [&P](llvm::StringRef Id) { return P.Checks.contains(Id); };
  Setup.Extract.ResourceDir = P.ResourceDir;
  Setup.Extract.IsOwnHeader = [&Own](llvm::StringRef Path,
                                     llvm::StringRef Real) {
    return Own.owns(Path, Real);
  };
  return Setup;
}

DatabaseRun::DatabaseRun(const Plan &P, const Options &Opts)
    : P(P), Opts(Opts), Own(P.Tree, P.Policy.Rules, P.Root),
      Stages(setupOf(P, Own)), Read(P.Selection.Units.size()) {
  Result.RuleDiagnostics = P.Policy.Diagnostics;
}

void DatabaseRun::extract(const PreparedCage &Within) {
  Parsed = extractAll(P.Selection.Units, Stages, Opts, Within);
}

/// What became of each entry, and what went wrong outside of the facts.
void DatabaseRun::addProblems() {
  Result.Entries = entryCounts(P.Selection, Parsed);
  for (const UnreadEntry &Entry : P.Selection.Unread)
    Result.Problems.push_back(problemOf(Entry));
  llvm::append_range(Result.Problems, Parsed.Problems);
  llvm::append_range(Result.Problems, unreadHeaders(P.Selection, Read));
}

void DatabaseRun::takeUnits(llvm::function_ref<void(const TuFacts &)> Each) {
  std::vector<std::optional<TuFacts>> Units(P.Selection.Units.size());
  takeFacts(Parsed, P.Selection.Units, [&](size_t I, TuFacts Facts) {
    Read[I] = filesReadBy(Facts);
    Units[I] = std::move(Facts);
  });
  addProblems();
  for (const std::optional<TuFacts> &Unit : Units)
    if (Unit)
      Each(*Unit);
}

void DatabaseRun::link(
    llvm::function_ref<void(const ProgramUnits &, const Program &)> Each) {
  const RuleSet &Rules = P.Policy.Rules;
  std::vector<ProgramUnits> Programs =
      findPrograms(Parsed, P.Selection, Rules, P.Root);
  OneHasAll = hasAllUnits(Programs, P.Selection);
  if (P.Selection.WholeDatabase)
    llvm::append_range(Result.RuleDiagnostics,
                       emptyPrograms(P.Selection, Rules, P.Root));
  auto TakeUnit = [&](size_t I, const TuFacts &Facts) {
    ++Result.Units;
    Read[I] = P.Selection.asksFor(I) ? filesReadBy(Facts)
                                     : std::vector<std::string>();
  };
  auto TakeProgram = [&](const ProgramUnits &Units, const Program &Prog) {
    if (!OneHasAll)
      Result.Programs.push_back(
          {Units.Name, Units.Executable, Units.Members.size()});
    Each(Units, Prog);
  };
  All = linkPrograms(Parsed, P.Selection, Programs, TakeUnit, TakeProgram);
  addProblems();
  llvm::append_range(Result.Problems, problemsOf(All));
}

void DatabaseRun::judge(const ProgramUnits &Units, const Program &Prog) {
  Judged.push_back({Units.Name, Stages.judge(Prog)});
}

void DatabaseRun::settle() {
  Judgement Said = Stages.join(std::move(Judged), All, OneHasAll);
  if (Said.NoEntryPoint && All.isWhole())
    Result.Problems.push_back(noEntryPoint(All));
  ShownFiles Shown(P.Selection, Read);
  // Only then can a record that covers nothing be called unused.
  bool Complete = P.Selection.WholeDatabase && P.Selection.ShowsAll &&
                  !anyFatal(Result.Problems) && Opts.CheckGlobs.empty();
  llvm::append_range(
      Result.RuleDiagnostics,
      Stages.settle(
          Said, All, [&](llvm::StringRef File) { return Shown.contains(File); },
          Complete));
  Result.EntryPoints = std::move(Said.EntryPoints);
  Result.Verdicts = std::move(Said.Verdicts);
}
