//===- ShownVerdicts.cpp - Which verdicts a run shows ---------------------===//
//
// Files are compared as written and, failing that, with symbolic links
// resolved; each path is asked about once.
//
//===----------------------------------------------------------------------===//
#include "ShownVerdicts.h"
#include "Check.h"
#include "Suggest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace stateless;
using llvm::StringRef;

llvm::Expected<llvm::StringSet<>>
stateless::enabledChecks(const RuleSet &Rules,
                         llvm::ArrayRef<std::string> Globs) {
  llvm::StringSet<> Enabled;
  std::vector<std::string> Known;
  for (const CheckInfo &Check : allChecks()) {
    Known.push_back(Check.Id.str());
    if (Rules.isEnabled(Check.Id))
      Enabled.insert(Check.Id);
  }
  for (StringRef Glob : Globs) {
    bool Off = Glob.consume_front("-");
    bool Matched = false;
    for (const std::string &Id : Known) {
      if (!matchesGlob(Glob, Id))
        continue;
      Matched = true;
      if (Off)
        Enabled.erase(Id);
      else
        Enabled.insert(Id);
    }
    if (!Matched)
      return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                     "--checks: no check is named '" + Glob +
                                         "'" + didYouMean(Glob, Known));
  }
  if (Enabled.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "no checks are enabled");
  return Enabled;
}

//===-- Files -------------------------------------------------------------===//

static std::string resolved(StringRef File) {
  llvm::SmallString<256> Real;
  return llvm::sys::fs::real_path(File, Real) ? File.str() : Real.str().str();
}

std::vector<std::string> stateless::filesReadBy(const TuFacts &Unit) {
  std::vector<std::string> Files;
  for (const SourceFile &File : Unit.Files)
    Files.push_back(Unit.Strings[File.Path].str());
  return Files;
}

ShownFiles::ShownFiles(const UnitSelection &Selection, const ReadFiles &Read)
    : All(Selection.ShowsAll) {
  if (All)
    return;
  auto Add = [&](StringRef File) {
    Paths.insert(File);
    Paths.insert(resolved(File));
  };
  for (const SelectedHeader &Header : Selection.Headers)
    Add(Header.File);
  for (const auto &[Selected, Files] : llvm::zip(Selection.Units, Read)) {
    if (!Selected.Named)
      continue;
    Add(Selected.Unit.File);
    if (Files)
      llvm::for_each(*Files, Add);
  }
}

bool ShownFiles::contains(StringRef File) {
  if (All || File.empty())
    return true;
  auto [It, New] = Answers.try_emplace(File, false);
  if (New)
    It->second = Paths.contains(File) || Paths.contains(resolved(File));
  return It->second;
}

std::vector<AnalysisProblem>
stateless::unreadHeaders(const UnitSelection &Selection,
                         const ReadFiles &Read) {
  std::vector<AnalysisProblem> Problems;
  for (const SelectedHeader &Header : Selection.Headers) {
    std::string Wanted = resolved(Header.File);
    auto IsHeader = [&](StringRef Path) {
      return Path == Header.File || resolved(Path) == Wanted;
    };
    // What a unit without facts read is not known; it has a problem already.
    auto ReadsIt = [&](size_t Unit) {
      return !Read[Unit] || llvm::any_of(*Read[Unit], IsHeader);
    };
    if (llvm::none_of(Header.Units, ReadsIt))
      Problems.push_back(
          {/*Fatal=*/true,
           Header.File,
           {},
           "'" + Selection.Units[Header.Units.front()].Unit.File +
               "' names it, but its parse did not read it (an #include that "
               "is switched off); name a source that does include it",
           ProblemReason::HeaderNotRead});
  }
  return Problems;
}

ProjectFiles::ProjectFiles(const RuleSet &Rules, StringRef Base)
    : Rules(Rules), Base(Base.str()),
      Root(resolved(Rules.Root.empty() ? Base : StringRef(Rules.Root))) {}

bool ProjectFiles::contains(StringRef File) const {
  std::string Real = resolved(File);
  StringRef Below = Real;
  return Below.consume_front(Root) &&
         (Below.starts_with("/") || StringRef(Root).ends_with("/")) &&
         !Rules.isExcluded(File, Base);
}

std::vector<AnalysisProblem> stateless::problemsOf(const Program &Prog) {
  std::vector<AnalysisProblem> Problems;
  for (const Problem &P : Prog.problems())
    Problems.push_back({P.Kind == ProblemKind::Error,
                        Prog.text(P.File).str(),
                        {Prog.text(P.Loc.File).str(), P.Loc.Line, P.Loc.Column},
                        Prog.text(P.Text).str(),
                        P.Kind == ProblemKind::Error
                            ? reasonOfErrors(Prog.text(P.File))
                            : ProblemReason::Remark});
  return Problems;
}

AnalysisProblem stateless::noEntryPoint(const Program &Prog) {
  AnalysisProblem Problem;
  Problem.Fatal = false;
  Problem.Reason = ProblemReason::Remark;
  for (const Function &F : Prog.functions())
    if (isMain(Prog, F)) {
      Problem.Loc = {Prog.text(F.Loc.File).str(), F.Loc.Line, F.Loc.Column};
      Problem.File = Problem.Loc.File;
    }
  Problem.Message =
      "no entry point was recognised, so no finding is traced to a request; "
      "name what registers handlers under models: entry-points: in the rules";
  return Problem;
}
