//===- Github.cpp - Annotations of a GitHub Actions run -------------------===//
//
// One workflow command per finding and per unit that was not analysed. The
// runner reads commands line by line, so every line end and separator inside
// is percent-encoded. It must not know SARIF, which code scanning takes.
//
//===----------------------------------------------------------------------===//
#include "report/Findings.h"

using namespace llvm;

namespace stateless {
namespace {

/// \p Text for the message of a command, or for one of its properties.
std::string escaped(StringRef Text, bool Property) {
  std::string Result;
  for (char C : utf8(Text)) {
    if (C == '%')
      Result += "%25";
    else if (C == '\r')
      Result += "%0D";
    else if (C == '\n')
      Result += "%0A";
    else if (Property && C == ':')
      Result += "%3A";
    else if (Property && C == ',')
      Result += "%2C";
    else
      Result += C;
  }
  return Result;
}

StringRef commandOf(Severity Grade) {
  switch (Grade) {
  case Severity::Note:
    return "notice";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  llvm_unreachable("no such severity");
}

void command(raw_ostream &OS, const RunResult &R, Severity Grade,
             const SourceLocation &Loc, StringRef Title, StringRef Message) {
  OS << "::" << commandOf(Grade) << ' ';
  if (isInFile(Loc)) {
    OS << "file=" << escaped(R.displayPath(Loc.File), true) << ',';
    if (Loc.Line != 0)
      OS << "line=" << Loc.Line << ',';
    if (Loc.Line != 0 && Loc.Column != 0)
      OS << "col=" << Loc.Column << ',';
  }
  OS << "title=" << escaped(Title, true) << "::" << escaped(Message, false)
     << '\n';
}

} // namespace

void writeGithub(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  for (const Verdict &V : R.Verdicts)
    if (R.isFinding(V))
      command(OS, R, V.Grade, V.Loc, V.Check, fullText(R, Rules, V));
  for (const AnalysisProblem &P : R.Problems)
    if (P.Fatal)
      command(OS, R, Severity::Error, locationOf(P), notAnalysedId(),
              textOf(R, P));
  for (const RuleDiagnostic &D : R.RuleDiagnostics)
    command(OS, R,
            D.Level == RuleDiagnostic::Error ? Severity::Error
                                             : Severity::Warning,
            D.Loc, "stateless-tidy rules", oneLine(D.Message));
}

} // namespace stateless
