//===- Rdjson.cpp - Reviewdog's diagnostic format -------------------------===//
//
// For reviewdog, which comments on reviews of every forge. Its columns count
// bytes, as ours do. Notes are part of the message: older releases reject
// related locations. A unit that was not analysed is a diagnostic.
//
//===----------------------------------------------------------------------===//
#include "report/JsonText.h"
#include "report/Sources.h"

using namespace llvm;

namespace stateless {
namespace {

StringRef severityOf(Severity Grade) {
  switch (Grade) {
  case Severity::Note:
    return "INFO";
  case Severity::Warning:
    return "WARNING";
  case Severity::Error:
    return "ERROR";
  }
  llvm_unreachable("no such severity");
}

class RdjsonReport {
public:
  RdjsonReport(const RunResult &R, const RuleSet &Rules, raw_ostream &OS)
      : R(R), Rules(Rules), J(OS, /*IndentSize=*/2), Files(R.Root) {}

  void write();

private:
  void position(StringRef Key, unsigned Line, unsigned Column) {
    J.attributeObject(Key, [&] {
      J.attribute("line", Line);
      optionalNumber(J, "column", Column);
    });
  }
  void diagnostic(StringRef Message, const SourceLocation &Loc, Severity Grade,
                  StringRef Code);
  void suggestions(const Verdict &V);

  const RunResult &R;
  const RuleSet &Rules;
  json::OStream J;
  Sources Files;
};

void RdjsonReport::diagnostic(StringRef Message, const SourceLocation &Loc,
                              Severity Grade, StringRef Code) {
  text(J, "message", Message);
  J.attributeObject("location", [&] {
    text(J, "path", R.displayPath(Loc.File));
    if (Loc.Line != 0)
      J.attributeObject("range",
                        [&] { position("start", Loc.Line, Loc.Column); });
  });
  text(J, "severity", severityOf(Grade));
  J.attributeObject("code", [&] { text(J, "value", Code); });
}

/// Each suggestion is applied alone, so only a fix of one edit, in the file of
/// the finding, is one.
void RdjsonReport::suggestions(const Verdict &V) {
  if (V.Fixes.size() != 1 || V.Fixes.front().Loc.File != V.Loc.File)
    return;
  const Edit &E = V.Fixes.front();
  auto Region = Files.range(E.Loc, E.Length, /*Utf16=*/false);
  if (!Region)
    return;
  J.attributeArray("suggestions", [&] {
    J.object([&] {
      J.attributeObject("range", [&] {
        position("start", Region->Line, Region->Column);
        position("end", Region->EndLine, Region->EndColumn);
      });
      text(J, "text", E.Text);
    });
  });
}

void RdjsonReport::write() {
  J.object([&] {
    J.attributeObject("source", [&] { text(J, "name", toolName()); });
    J.attributeArray("diagnostics", [&] {
      for (const Verdict &V : R.Verdicts)
        if (R.isFinding(V))
          J.object([&] {
            diagnostic(fullText(R, Rules, V), V.Loc, V.Grade, V.Check);
            suggestions(V);
          });
      for (const AnalysisProblem &P : R.Problems)
        if (P.Fatal)
          J.object([&] {
            diagnostic(textOf(R, P), locationOf(P), Severity::Error,
                       notAnalysedId());
          });
    });
  });
}

} // namespace

void writeRdjson(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  RdjsonReport(R, Rules, OS).write();
  OS << '\n';
}

} // namespace stateless
