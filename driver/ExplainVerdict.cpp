//===- ExplainVerdict.cpp - explain FINGERPRINT ---------------------------===//
//
// A run that was not complete may lack the verdict: the error says so.
//
//===----------------------------------------------------------------------===//
#include "ExplainVerdict.h"
#include "Explanation.h"
#include "SourceComments.h"
#include "report/Words.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;

/// More verdicts than this are counted, not named.
static constexpr size_t MaxNamed = 10;

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

static llvm::Error unknown(const RunResult &R, const Options &Opts) {
  std::string Text = "no verdict has the fingerprint '" + Opts.Subject +
                     "'; 'audit' and '--format=json' list them";
  if (unsigned Lost = tallyOf(R).NotAnalysed)
    Text += "\nthe run was partial: " + std::to_string(Lost) +
            (Lost == 1 ? " unit was" : " units were") + " not fully analysed";
  if (!Opts.Files.empty() && !Opts.FixedFlags)
    Text += "\nthe run was partial: only the named files are shown";
  if (!Opts.CheckGlobs.empty())
    Text += "\nthe run was partial: --checks left checks out";
  return wrong(Text);
}

static llvm::Error ambiguous(const RunResult &R, const Options &Opts,
                             llvm::ArrayRef<Entry> Found) {
  std::string Text = "several fingerprints begin with '" + Opts.Subject + "':";
  for (const Entry &E : Found.take_front(MaxNamed))
    Text += "\n" + E.Fingerprint + " " +
            printable(displayLocation(R, E.V->Loc)) + ": " +
            printable(oneLine(messageOf(*E.V)));
  if (Found.size() > MaxNamed)
    Text += "\nand " + std::to_string(Found.size() - MaxNamed) + " more";
  return wrong(Text);
}

llvm::Expected<std::vector<Entry>>
stateless::namedVerdicts(const RunResult &R, const Options &Opts) {
  std::vector<Entry> Found = entriesNamed(R, Opts.Subject);
  if (Found.empty())
    return unknown(R, Opts);
  auto IsFirst = [&](const Entry &E) {
    return E.Fingerprint == Found.front().Fingerprint;
  };
  if (!llvm::all_of(Found, IsFirst))
    return ambiguous(R, Opts, Found);
  return Found;
}

llvm::Expected<int> stateless::explainVerdict(RunResult Result,
                                              const Options &Opts,
                                              const RuleSet &Rules,
                                              const Program &Prog,
                                              const Delivery &Out) {
  Out.sayProblems(Result);
  auto Found = namedVerdicts(Result, Opts);
  if (!Found)
    return Found.takeError();
  auto Write = [&](const TextStyle &Style, llvm::raw_ostream &OS) {
    for (const Entry &E : *Found) {
      OS << (&E == &Found->front() ? "" : "\n");
      writeExplanation(
          Result, E, Rules,
          exceptionStory(*E.V, Rules, nolintComments(Prog), Date::today()),
          Style, OS);
    }
  };
  if (llvm::Error Failed = Out.tell(Write))
    return Failed;
  return 0;
}
