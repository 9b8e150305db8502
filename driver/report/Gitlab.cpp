//===- Gitlab.cpp - GitLab's code quality report --------------------------===//
//
// The subset of Code Climate's format that the merge request widget reads. It
// has no place for units that were not analysed, so each is an issue of its
// own: a report that hides them would look clean.
//
//===----------------------------------------------------------------------===//
#include "policy/Fingerprint.h"
#include "report/JsonText.h"
#include "report/Words.h"
#include <algorithm>
#include <set>

using namespace llvm;

namespace stateless {
namespace {

struct Issue {
  std::string Check, Text, Fingerprint;
  StringRef Severity;
  SourceLocation Loc;
};

StringRef severityOf(Severity Grade) {
  switch (Grade) {
  case Severity::Note:
    return "info";
  case Severity::Warning:
    return "major";
  case Severity::Error:
    return "critical";
  }
  llvm_unreachable("no such severity");
}

/// Fatal problems, as findings about the unit.
std::vector<Issue> issuesOfProblems(const RunResult &R) {
  std::vector<Verdict> Named;
  std::vector<Issue> Issues;
  for (const AnalysisProblem &P : R.Problems) {
    if (!P.Fatal)
      continue;
    Verdict V;
    V.Check = notAnalysedId().str();
    V.Identity = R.displayPath(P.File);
    Named.push_back(V);
    Issues.push_back({V.Check, textOf(R, P), "", severityOf(Severity::Error),
                      locationOf(P)});
  }
  giveFingerprints(Named);
  for (auto [I, V] : zip_equal(Issues, Named))
    I.Fingerprint = V.Fingerprint;
  return Issues;
}

void write(json::OStream &J, const RunResult &R, const Issue &I) {
  J.object([&] {
    text(J, "description", oneLine(I.Text));
    text(J, "check_name", I.Check);
    text(J, "fingerprint", I.Fingerprint);
    text(J, "severity", I.Severity);
    J.attributeObject("location", [&] {
      text(J, "path", R.displayPath(I.Loc.File));
      J.attributeObject("lines", [&] {
        J.attribute("begin", std::max(I.Loc.Line, 1u)); // It is mandatory.
      });
    });
  });
}

} // namespace

void writeGitlab(const RunResult &R, const RuleSet &, raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.array([&] {
    for (const Verdict *V : findingsOf(R))
      write(J, R,
            {V->Check, messageOf(*V), V->Fingerprint, severityOf(V->Grade),
             V->Loc});
    for (const Issue &I : issuesOfProblems(R))
      write(J, R, I);
  });
  OS << '\n';
}

} // namespace stateless
