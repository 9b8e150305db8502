//===- main.cpp - The pipeline --------------------------------------------===//
//
// Rules, units, extract, link, judge, exceptions, report: one pass after the
// other. What a pass does is in the file of its name.
//
//===----------------------------------------------------------------------===//
#include "ApplyFixes.h"
#include "Cage.h"
#include "ConstFix.h"
#include "Delivery.h"
#include "Exceptions.h"
#include "ExplainVerdict.h"
#include "Extraction.h"
#include "FixTransaction.h"
#include "JoinVerdicts.h"
#include "ObjectDump.h"
#include "Output.h"
#include "Plan.h"
#include "PolicyDump.h"
#include "ProgramLinker.h"
#include "ShownVerdicts.h"
#include "SourceComments.h"
#include "TextCommands.h"
#include "facts/Dump.h"
#include "io/Paths.h"
#include "io/WriteFile.h"
#include "policy/Fingerprint.h"
#include "report/Findings.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Compiler.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"
#include <csignal>
#include <exception>

using namespace stateless;

/// --fix. The exit code is \p Code, unless the files could not be written.
static int fix(llvm::ArrayRef<Verdict> Verdicts, const RuleSet &Rules,
               llvm::StringRef ProjectRoot, Diagnostics &Say, int Code) {
  ProjectFiles Project(Rules, ProjectRoot);
  FixOutcome Made =
      applyFixes(Verdicts, ProjectRoot,
                 [&](llvm::StringRef File) { return Project.contains(File); });
  Say.fixes(Made);
  return Made.Failed ? 2 : Code;
}

/// What a killed --fix left behind: --fix ends it, other runs only name it,
/// since they never write. The tree is analysed as it stands.
static llvm::Error resumeFix(const Plan &P, const Options &Opts,
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

/// What became of each entry, and what went wrong outside of the facts.
static void addProblems(RunResult &Result, const Extraction &Parsed,
                        const UnitSelection &Selection, const ReadFiles &Read) {
  Result.Entries = entryCounts(Selection, Parsed);
  for (const UnreadEntry &Entry : Selection.Unread)
    Result.Problems.push_back(problemOf(Entry));
  llvm::append_range(Result.Problems, Parsed.Problems);
  llvm::append_range(Result.Problems, unreadHeaders(Selection, Read));
}

/// dump facts: the units in the order of the database.
static llvm::Expected<int> dumpUnits(Extraction Parsed,
                                     const UnitSelection &Selection,
                                     RunResult Result, const Delivery &Out) {
  std::vector<std::optional<TuFacts>> Units(Selection.Units.size());
  ReadFiles Read(Units.size());
  takeFacts(Parsed, Selection.Units, [&](size_t I, TuFacts Facts) {
    Read[I] = filesReadBy(Facts);
    Units[I] = std::move(Facts);
  });
  addProblems(Result, Parsed, Selection, Read);
  return Out.dump(std::move(Result), Spelling::Json,
                  [&](llvm::raw_ostream &OS) {
                    for (const std::optional<TuFacts> &Unit : Units)
                      if (Unit)
                        dumpFacts(*Unit, OS);
                  });
}

/// Where the code is read. One that nothing holds is told of, once.
static PreparedCage cageForWorkers(Diagnostics &Say) {
  PreparedCage Within = availableCage();
  if (Within.Wanted.isOpen())
    Say.warning("this system has neither seccomp nor Landlock: the processes "
                "that read the code are not shut off from it");
  return Within;
}

/// What all programs say together. If none of them has \p All units, only
/// these know what can be const.
static Judgement oneJudgement(std::vector<ProgramJudgement> Judged,
                              const Program &All, bool OneHasAll) {
  Judgement Said = OneHasAll ? std::move(Judged.front().Said)
                             : joinVerdicts(std::move(Judged));
  giveFingerprints(Said.Verdicts);
  if (OneHasAll)
    return Said;
  for (Verdict &V : Said.Verdicts)
    if (!V.Fixes.empty()) {
      const Variable *Var = All.variable(All.find(V.Subject));
      V.Fixes = Var ? constFix(All, *Var) : std::vector<Edit>();
    }
  return Said;
}

/// check, audit, explain FINGERPRINT, and the dumps that need units.
static llvm::Expected<int> analyse(const Options &Opts,
                                   const Surroundings &Here) {
  Delivery Out(Opts, Here.WorkingDirectory);
  llvm::Expected<Plan> P = makePlan(Opts, Here, STATELESS_CLANG_RESOURCE_DIR);
  if (!P)
    return P.takeError();
  const RuleSet &Rules = P->Policy.Rules;
  const UnitSelection &Selection = P->Selection;
  RunResult Result;
  Result.RuleDiagnostics = P->Policy.Diagnostics;
  if (llvm::Error E = resumeFix(*P, Opts, Here.Say))
    return std::move(E);

  ProjectTree Own(P->Tree, Rules, P->Root);
  ExtractOptions Extract;
  Extract.ResourceDir = P->ResourceDir;
  Extract.IsOwnHeader = [&](llvm::StringRef Path, llvm::StringRef Real) {
    return Own.owns(Path, Real);
  };
  Extraction Parsed = extractAll(Selection.Units, Rules.Known, Extract, Opts,
                                 cageForWorkers(Here.Say));
  if (Opts.Run == Command::DumpFacts)
    return dumpUnits(std::move(Parsed), Selection, std::move(Result), Out);
  std::vector<ProgramUnits> Programs =
      findPrograms(Parsed, Selection, Rules, P->Root);
  if (Selection.WholeDatabase)
    llvm::append_range(Result.RuleDiagnostics,
                       emptyPrograms(Selection, Rules, P->Root));
  bool OneHasAll = hasAllUnits(Programs, Selection);
  ReadFiles Read(Selection.Units.size());
  auto TakeUnit = [&](size_t I, const TuFacts &Facts) {
    ++Result.Units;
    Read[I] =
        Selection.asksFor(I) ? filesReadBy(Facts) : std::vector<std::string>();
  };
  auto IsEnabled = [&](llvm::StringRef Id) { return P->Checks.contains(Id); };
  std::vector<ProgramJudgement> Judged;
  bool Dumps =
      Opts.Run == Command::DumpProgram || Opts.Run == Command::DumpObjects;
  std::string Dumped;
  Program All = linkPrograms(
      Parsed, Selection, Programs, TakeUnit,
      [&](const ProgramUnits &Units, const Program &Prog) {
        if (!OneHasAll)
          Result.Programs.push_back(
              {Units.Name, Units.Executable, Units.Members.size()});
        if (!Dumps) {
          Judged.push_back({Units.Name, judge(Prog, Rules.Options, IsEnabled)});
          return;
        }
        llvm::raw_string_ostream OS(Dumped);
        if (!OneHasAll)
          dumpMembers(Units, Selection, OS);
        if (Opts.Run == Command::DumpObjects)
          dumpObjects(Prog, Rules.Options, OS);
        else
          dumpProgram(Prog, OS);
      });
  addProblems(Result, Parsed, Selection, Read);
  ShownFiles Shown(Selection, Read);
  llvm::append_range(Result.Problems, problemsOf(All));
  if (Dumps)
    return Out.dump(std::move(Result), Spelling::Json,
                    [&](llvm::raw_ostream &OS) { OS << Dumped; });

  Judgement Said = oneJudgement(std::move(Judged), All, OneHasAll);
  Result.EntryPoints = std::move(Said.EntryPoints);
  if (Said.NoEntryPoint && All.isWhole())
    Result.Problems.push_back(noEntryPoint(All));
  Result.Verdicts =
      shownVerdicts(std::move(Said.Verdicts), Shown, Rules, All, P->Root);
  // Only then can a record that covers nothing be called unused.
  bool Complete = Selection.WholeDatabase && Selection.ShowsAll &&
                  !anyFatal(Result.Problems) && Opts.CheckGlobs.empty();
  llvm::append_range(Result.RuleDiagnostics,
                     applyExceptions(Result.Verdicts, Rules,
                                     nolintComments(All), Date::today(),
                                     Complete));
  if (Opts.Run == Command::DumpVerdicts)
    return Out.dump(Result, Spelling::Text, [&](llvm::raw_ostream &OS) {
      dumpVerdicts(Result.Verdicts, OS);
    });
  if (Opts.Run == Command::ExplainVerdict)
    return explainVerdict(std::move(Result), Opts, Rules, All, Out);
  std::vector<Verdict> Fixable;
  if (Opts.Fix)
    llvm::copy_if(
        Result.Verdicts, std::back_inserter(Fixable),
        [](const Verdict &V) { return !V.Fixes.empty() && !V.Suppressed; });
  llvm::Expected<int> Code = Out.report(std::move(Result), Rules, P->Root);
  // The report quotes the code as it was read.
  return Code && Opts.Fix ? fix(Fixable, Rules, P->Root, Here.Say, *Code)
                          : std::move(Code);
}

/// The rules need no unit, but are found from the named files.
static llvm::Expected<int> dumpPolicy(const Options &Opts,
                                      const Surroundings &Here) {
  std::vector<std::string> Folders{Here.WorkingDirectory};
  if (!Opts.Files.empty())
    Folders.insert(Folders.begin(),
                   normalisedPath(Opts.Files.front(), Here.WorkingDirectory));
  llvm::Expected<RuleLoad> Policy =
      loadPolicy(Opts.RuleFile, Folders, Here.Say);
  if (!Policy)
    return Policy.takeError();
  RunResult Result;
  Result.RuleDiagnostics = Policy->Diagnostics;
  return Delivery(Opts, Here.WorkingDirectory)
      .dump(std::move(Result), Spelling::Text,
            [&](llvm::raw_ostream &OS) { dumpRules(Policy->Rules, OS); });
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
    return dumpPolicy(Opts, Here);
  default:
    return analyse(Opts, Here);
  }
}

static CommandLineContext commandLineContext() {
  CommandLineContext Context;
  Context.Version = [] {
    return (toolName() + " " + toolVersion()).str() + "\n  LLVM version " +
           clangVersion() + "\n  processes that read code are held by " +
           describe(availableCage().Wanted) +
           (LLVM_ADDRESS_SANITIZER_BUILD
                ? "\n  and have no memory limit (AddressSanitizer)"
                : "");
  };
  for (llvm::StringRef Format : reportFormats())
    Context.Formats.push_back(Format.str());
  Context.DefaultJobs = llvm::hardware_concurrency().compute_thread_count();
  return Context;
}

/// --help, --version, and what is wrong with the command line.
static int exitWith(const CommandLineExit &Exit, Diagnostics &Say) {
  if (Exit.Code != 0) {
    Say.error(Exit.Text);
    return Exit.Code;
  }
  llvm::Error Failed = writeOutput(
      "", Spelling::Text, [&](llvm::raw_ostream &OS) { OS << Exit.Text; });
  if (!Failed)
    return 0;
  Say.error(llvm::toString(std::move(Failed)));
  return 2;
}

/// \p Code, or 2 if messages could not be written. The stream would end the
/// process in its own way if the error stayed in it.
static int withMessagesTold(int Code) {
  bool Lost = llvm::errs().has_error();
  llvm::errs().clear_error();
  return Lost ? 2 : Code;
}

/// The exit code; every error has been printed.
static int guardedMain(int Argc, char **Argv) {
  ParsedCommandLine Parsed =
      parseCommandLine({Argv, Argv + Argc}, commandLineContext());
  bool Terminal = llvm::sys::Process::StandardErrIsDisplayed();
  if (auto *Exit = std::get_if<CommandLineExit>(&Parsed)) {
    Diagnostics Say(llvm::errs(), useColor(ColorMode::Auto, Terminal));
    return exitWith(*Exit, Say);
  }
  const Options &Opts = std::get<Options>(Parsed);
  Diagnostics Say(llvm::errs(), useColor(Opts.Color, Terminal));
  llvm::SmallString<256> Directory;
  if (std::error_code Why = llvm::sys::fs::current_path(Directory)) {
    Say.error("there is no working directory: " + Why.message());
    return 2;
  }
  void *InThisProgram = reinterpret_cast<void *>(&commandLineContext);
  Surroundings Here{Directory.str().str(),
                    llvm::sys::fs::getMainExecutable(Argv[0], InThisProgram),
                    Say};
  llvm::Expected<int> Code = run(Opts, Here);
  if (Code)
    return *Code;
  Say.error(llvm::toString(Code.takeError()));
  return 2;
}

int main(int Argc, char **Argv) {
  // Who reads our output may stop at any line. Callers that ignore the signal
  // would turn that into an error of ours.
  std::signal(SIGPIPE, SIG_DFL);
  holdStandardStreams();
  try {
    return withMessagesTold(guardedMain(Argc, Argv));
  } catch (const std::exception &E) {
    Diagnostics(llvm::errs(), /*Color=*/false)
        .error(std::string("internal error: ") + E.what());
    return withMessagesTold(2);
  }
}
