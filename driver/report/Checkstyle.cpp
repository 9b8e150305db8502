//===- Checkstyle.cpp - Checkstyle's XML ----------------------------------===//
//
// The format that most continuous-integration servers read. Findings are
// grouped by file, each file once; a unit that was not analysed is an error in
// it. It must not know anything of Checkstyle but its report.
//
//===----------------------------------------------------------------------===//
#include "report/Findings.h"
#include "report/Words.h"
#include "report/Xml.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using namespace llvm;

namespace stateless {
namespace {

struct Line {
  SourceLocation Loc;
  StringRef Severity;
  std::string Message, Source;
};

StringRef severityOf(Severity Grade) {
  return Grade == Severity::Note ? StringRef("info") : nameOf(Grade);
}

std::map<std::string, std::vector<Line>> linesByFile(const RunResult &R) {
  std::map<std::string, std::vector<Line>> Files;
  for (const Verdict &V : R.Verdicts)
    if (R.isFinding(V))
      Files[R.displayPath(V.Loc.File)].push_back(
          {V.Loc, severityOf(V.Grade), messageOf(V), V.Check});
  for (const AnalysisProblem &P : R.Problems)
    if (P.Fatal) {
      SourceLocation Loc = locationOf(P);
      Files[R.displayPath(Loc.File)].push_back(
          {Loc, "error", textOf(R, P), notAnalysedId().str()});
    }
  return Files;
}

void write(raw_ostream &OS, const Line &L) {
  OS << "    <error";
  if (L.Loc.Line != 0)
    xmlAttribute(OS, "line", utostr(L.Loc.Line));
  if (L.Loc.Column != 0)
    xmlAttribute(OS, "column", utostr(L.Loc.Column));
  xmlAttribute(OS, "severity", L.Severity);
  xmlAttribute(OS, "message", L.Message);
  xmlAttribute(OS, "source", L.Source);
  OS << "/>\n";
}

} // namespace

void writeCheckstyle(const RunResult &R, const RuleSet &, raw_ostream &OS) {
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<checkstyle version=\"4.3\">\n";
  for (const auto &[File, Lines] : linesByFile(R)) {
    OS << "  <file";
    xmlAttribute(OS, "name", File);
    OS << ">\n";
    for (const Line &L : Lines)
      write(OS, L);
    OS << "  </file>\n";
  }
  OS << "</checkstyle>\n";
}

} // namespace stateless
