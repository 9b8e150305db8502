//===- main.cpp - The pipeline --------------------------------------------===//
//
// Rules, units, extract, link, judge, settle, report: one stage after the
// other. What a stage does is in the file of its name.
//
//===----------------------------------------------------------------------===//
#include "DatabaseRun.h"
#include "Delivery.h"
#include "ExplainVerdict.h"
#include "FixRun.h"
#include "ObjectDump.h"
#include "PolicyDump.h"
#include "Shell.h"
#include "TextCommands.h"
#include "facts/Dump.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;

/// dump facts|program|objects: what a stage made, and nothing behind it.
static llvm::Expected<int> dumpStage(DatabaseRun &Run, const Plan &P,
                                     Command What, const Delivery &Out) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  if (What == Command::DumpFacts)
    Run.takeUnits([&](const TuFacts &Unit) { dumpFacts(Unit, OS); });
  else
    Run.link([&](const ProgramUnits &Units, const Program &Prog) {
      if (Run.hasManyPrograms())
        dumpMembers(Units, P.Selection, OS);
      if (What == Command::DumpProgram)
        dumpProgram(Prog, OS);
      else
        dumpObjects(Prog, P.Policy.Rules.Options, OS);
    });
  return Out.dump(Run.takeResult(), Spelling::Json,
                  [&](llvm::raw_ostream &To) { To << Text; });
}

/// check, audit, explain FINGERPRINT, and the dumps that need units.
static llvm::Expected<int> analyse(const Options &Opts,
                                   const Surroundings &Here) {
  Delivery Out(Opts, Here.WorkingDirectory);
  llvm::Expected<Plan> P = makePlan(Opts, Here, STATELESS_CLANG_RESOURCE_DIR);
  if (!P)
    return P.takeError();
  if (llvm::Error E = resumeFixes(*P, Opts, Here.Say))
    return std::move(E);
  DatabaseRun Run(*P, Opts);
  Run.extract(cageForWorkers(Here.Say));
  if (isDumpOfStage(Opts.Run))
    return dumpStage(Run, *P, Opts.Run, Out);
  Run.link([&](const ProgramUnits &Units, const Program &Prog) {
    Run.judge(Units, Prog);
  });
  Run.settle();
  RunResult Result = Run.takeResult();
  if (Opts.Run == Command::DumpVerdicts)
    return Out.dump(Result, Spelling::Text, [&](llvm::raw_ostream &OS) {
      dumpVerdicts(Result.Verdicts, OS);
    });
  if (Opts.Run == Command::ExplainVerdict)
    return explainVerdict(std::move(Result), Opts, P->Policy.Rules, Run.units(),
                          Out);
  std::vector<Verdict> Fixable;
  if (Opts.Fix)
    llvm::copy_if(Result.Verdicts, std::back_inserter(Fixable), isFixable);
  llvm::Expected<int> Code =
      Out.report(std::move(Result), P->Policy.Rules, P->Root);
  // The report quotes the code as it was read.
  return Code && Opts.Fix ? applyFixes(Fixable, *P, Here.Say, *Code)
                          : std::move(Code);
}

static llvm::Expected<int> run(const Options &Opts, const Surroundings &Here) {
  switch (Opts.Run) {
  case Command::RulesList:
    return listRules(Opts, Here.WorkingDirectory, Here.Say);
  case Command::RulesCheck:
    return checkRules(Opts, Here.Say);
  case Command::RulesSchema:
    return printSchema();
  case Command::ExplainCheck:
    return explainCheck(Opts, Here.Say);
  case Command::Init:
    return writeStarter(Here.WorkingDirectory);
  case Command::DumpRules:
    return dumpPolicy(Opts, Here.WorkingDirectory, Here.Say);
  default:
    return analyse(Opts, Here);
  }
}

int main(int Argc, char **Argv) { return runInShell(Argc, Argv, run); }
