//===- Junit.cpp - Findings as failed tests -------------------------------===//
//
// For servers that show test results and nothing else. A finding is a failed
// test case, a unit that was not analysed one with an error; a clean run is
// one case that passes, because many servers reject an empty suite.
//
//===----------------------------------------------------------------------===//
#include "report/Findings.h"
#include "report/Words.h"
#include "report/Xml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace stateless {
namespace {

void openCase(raw_ostream &OS, const RunResult &R, StringRef Class,
              StringRef Name, const SourceLocation &Loc) {
  OS << "    <testcase";
  xmlAttribute(OS, "classname", Class);
  xmlAttribute(OS, "name", Name);
  if (isInFile(Loc)) {
    xmlAttribute(OS, "file", R.displayPath(Loc.File));
    if (Loc.Line != 0)
      xmlAttribute(OS, "line", utostr(Loc.Line));
  }
}

void writeCase(raw_ostream &OS, const RunResult &R, const RuleSet &Rules,
               const Verdict &V) {
  // Names stay the same when lines move: servers follow a test by its name.
  openCase(OS, R, V.Check,
           R.displayPath(V.Loc.File) + ": " +
               (V.Symbol.empty() ? messageOf(V) : V.Symbol) + " (" +
               V.Fingerprint + ")",
           V.Loc);
  OS << ">\n      <failure";
  xmlAttribute(OS, "type", nameOf(V.Grade));
  xmlAttribute(OS, "message", messageOf(V));
  OS << '>' << xml(displayLocation(R, V.Loc) + ": " + fullText(R, Rules, V))
     << "</failure>\n    </testcase>\n";
}

void writeCase(raw_ostream &OS, const RunResult &R, const AnalysisProblem &P) {
  openCase(OS, R, notAnalysedId(), R.displayPath(P.File), locationOf(P));
  OS << ">\n      <error";
  xmlAttribute(OS, "type", notAnalysedId());
  xmlAttribute(OS, "message", textOf(R, P));
  OS << "/>\n    </testcase>\n";
}

} // namespace

void writeJunit(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  std::vector<const Verdict *> Findings = findingsOf(R);
  size_t Errors = count_if(R.Problems, [](const auto &P) { return P.Fatal; });
  size_t Cases = std::max<size_t>(Findings.size() + Errors, 1);
  auto Open = [&](StringRef Element) {
    OS << '<' << Element;
    xmlAttribute(OS, "name", toolName());
    OS << " tests=\"" << Cases << "\" failures=\"" << Findings.size()
       << "\" errors=\"" << Errors << "\" time=\"" << format("%.3f", R.Seconds)
       << "\">\n";
  };
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  Open("testsuites");
  OS << "  ";
  Open("testsuite");
  for (const Verdict *V : Findings)
    writeCase(OS, R, Rules, *V);
  for (const AnalysisProblem &P : R.Problems)
    if (P.Fatal)
      writeCase(OS, R, P);
  if (Findings.empty() && Errors == 0) {
    openCase(OS, R, toolName(), "no findings", {});
    OS << "/>\n";
  }
  OS << "  </testsuite>\n</testsuites>\n";
}

} // namespace stateless
