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
                             llvm::ArrayRef<const Verdict *> Found) {
  std::string Text = "several fingerprints begin with '" + Opts.Subject + "':";
  for (const Verdict *V : Found.take_front(MaxNamed))
    Text += "\n" + V->Fingerprint + " " +
            printable(displayLocation(R, V->Loc)) + ": " +
            printable(oneLine(messageOf(*V)));
  if (Found.size() > MaxNamed)
    Text += "\nand " + std::to_string(Found.size() - MaxNamed) + " more";
  return wrong(Text);
}

llvm::Expected<std::vector<const Verdict *>>
stateless::namedVerdicts(const RunResult &R, const Options &Opts) {
  std::vector<const Verdict *> Found = verdictsNamed(R, Opts.Subject);
  if (Found.empty())
    return unknown(R, Opts);
  auto IsFirst = [&](const Verdict *V) {
    return V->Fingerprint == Found.front()->Fingerprint;
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
    for (const Verdict *V : *Found) {
      OS << (V == Found->front() ? "" : "\n");
      writeExplanation(
          Result, *V, Rules,
          exceptionStory(*V, Rules, nolintComments(Prog), Date::today()), Style,
          OS);
    }
  };
  if (llvm::Error Failed = Out.tell(Write))
    return Failed;
  return 0;
}
