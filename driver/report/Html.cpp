//===- Html.cpp - One page for people -------------------------------------===//
//
// A page of its own (no script, nothing loaded): the numbers, what was not
// analysed, the findings by check with their evidence and source line, what is
// excepted and by whom, and the benign state where it is asked for. It must
// not decide what is a finding.
//
//===----------------------------------------------------------------------===//
#include "io/Printable.h"
#include "report/Findings.h"
#include "report/Sources.h"
#include "report/Words.h"
#include "report/Xml.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace stateless {
namespace {

constexpr StringLiteral Style = R"(
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70em;
       margin: 2em auto; padding: 0 1em; }
pre { overflow-x: auto; padding: .5em 1em; border-left: 3px solid #8888;
      background: #8881; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .3em .6em;
         border-bottom: 1px solid #8884; }
article { border: 1px solid #8885; border-radius: 6px; padding: .5em 1em;
          margin: 1em 0; }
article p { margin: .3em 0; }
.error { color: #c33; } .warning { color: #a3a; } .note { color: #088; }
.where { font-family: monospace; } .faint { opacity: .7; }
)";

/// Text for an element. A browser obeys marks that turn the order of letters
/// round, and does not show other format characters.
std::string html(StringRef Text) { return xml(printable(Text)); }

class HtmlReport {
public:
  HtmlReport(const RunResult &R, const RuleSet &Rules, raw_ostream &OS)
      : R(R), Rules(Rules), OS(OS), Files(R.Root) {}

  void write();

private:
  /// `<ELEMENT class="CLASS">text</ELEMENT>`.
  void element(StringRef Element, StringRef Text, StringRef Class = {});
  void row(ArrayRef<std::string> Cells, StringRef Cell = "td");
  void summary();
  void problems();
  void findings();
  void finding(const Verdict &V);
  void snippet(const SourceLocation &Loc);
  void suppressed();
  void unsettled();
  void benign();

  const RunResult &R;
  const RuleSet &Rules;
  raw_ostream &OS;
  Sources Files;
};

void HtmlReport::element(StringRef Element, StringRef Text, StringRef Class) {
  OS << '<' << Element;
  if (!Class.empty())
    xmlAttribute(OS, "class", Class);
  OS << '>' << html(Text) << "</" << Element << ">\n";
}

void HtmlReport::row(ArrayRef<std::string> Cells, StringRef Cell) {
  OS << "<tr>";
  for (const std::string &Text : Cells)
    OS << '<' << Cell << '>' << html(Text) << "</" << Cell << '>';
  OS << "</tr>\n";
}

void HtmlReport::summary() {
  Tally T = tallyOf(R);
  OS << "<table>\n";
  row({"Findings", utostr(T.Findings)});
  for (const auto &[Check, Count] : T.ByCheck)
    row({"– " + Check, utostr(Count)});
  row({"Excepted", utostr(T.Excepted)});
  row({"In the baseline", utostr(T.Baselined)});
  row({"Not shown: " + limitOf(R), utostr(T.BelowConfidence)});
  if (T.Unsettled != 0)
    row({"Unsettled state objects", utostr(T.Unsettled)});
  row({"Benign state objects", utostr(T.Benign)});
  row({"Translation units", utostr(R.Units)});
  row({"Not fully analysed", utostr(T.NotAnalysed)});
  if (R.Entries.Total != 0) {
    row({"Entries of the database", utostr(R.Entries.Total)});
    row({"– analysed", utostr(R.Entries.Analysed)});
    for (auto [Reason, Count] : R.Entries.NotAnalysed)
      row({"– not analysed, " + phraseOf(Reason).str(), utostr(Count)});
    row({"– repeated", utostr(R.Entries.Repeated)});
    row({"– left out", utostr(R.Entries.LeftOut)});
  }
  OS << "</table>\n";
}

void HtmlReport::problems() {
  if (R.Problems.empty() && R.RuleDiagnostics.empty())
    return;
  element("h2", "Problems");
  OS << "<ul>\n";
  for (const AnalysisProblem &P : R.Problems)
    element("li", displayLocation(R, locationOf(P)) + ": " + textOf(R, P),
            P.Fatal ? "error" : "note");
  for (const RuleDiagnostic &D : R.RuleDiagnostics)
    element("li", displayLocation(R, D.Loc) + ": " + oneLine(D.Message),
            D.Level == RuleDiagnostic::Error ? "error" : "warning");
  OS << "</ul>\n";
}

void HtmlReport::snippet(const SourceLocation &Loc) {
  std::optional<StringRef> Line = Files.line(Loc);
  if (!Line)
    return;
  RenderedLine Shown = renderLine(*Line, Loc.Column);
  if (StringRef(Shown.Text).trim().empty())
    return;
  OS << "<pre>" << xml(Shown.Text);
  if (Shown.CaretColumn)
    OS << '\n' << std::string(*Shown.CaretColumn, ' ') << '^';
  OS << "</pre>\n";
}

void HtmlReport::finding(const Verdict &V) {
  OS << "<article";
  xmlAttribute(OS, "id", V.Fingerprint);
  OS << ">\n";
  element("p", displayLocation(R, V.Loc), "where");
  element("p", messageOf(V), nameOf(V.Grade));
  snippet(V.Loc);
  if (!V.Notes.empty()) {
    OS << "<ul>\n";
    for (const VerdictNote &N : V.Notes) {
      std::string Where = displayLocation(R, N.Loc);
      element("li", textOf(N) + (Where.empty() ? "" : " (" + Where + ")"));
    }
    OS << "</ul>\n";
  }
  if (!V.Instead.empty())
    element("p", "Instead: " + oneLine(V.Instead));
  element("p", (nameOf(V.Level) + ", " + V.Fingerprint).str(), "faint");
  OS << "</article>\n";
}

void HtmlReport::findings() {
  Tally T = tallyOf(R);
  if (T.Findings == 0)
    element("p", "No findings.");
  for (const auto &[Check, Count] : T.ByCheck) {
    element("h2", Check + " (" + utostr(Count) + ")");
    if (const CheckRule *Rule = ruleOf(Rules, Check)) {
      element("p", oneLine(Rule->Why.empty() ? Rule->Summary : Rule->Why));
      if (!Rule->Instead.empty())
        element("p", "Instead: " + oneLine(Rule->Instead));
    }
    for (const Verdict &V : R.Verdicts)
      if (R.isFinding(V) && V.Check == Check)
        finding(V);
  }
}

void HtmlReport::suppressed() {
  Tally T = tallyOf(R);
  if (T.Excepted + T.Baselined == 0)
    return;
  element("h2", "Excepted");
  OS << "<table>\n";
  row({"Where", "Check", "What", "By", "Reason", "Owner", "Until"}, "th");
  for (const Verdict &V : R.Verdicts)
    if (V.Kind != VerdictKind::Benign && V.Suppressed) {
      const Suppression &S = *V.Suppressed;
      row({displayLocation(R, V.Loc), V.Check, messageOf(V),
           nameOf(S.Kind).str() + " " + displayLocation(R, S.Loc), S.Reason,
           S.Owner, S.Expires});
    }
  OS << "</table>\n";
}

void HtmlReport::unsettled() {
  if (!R.IncludeBenign || tallyOf(R).Unsettled == 0)
    return;
  element("h2", "Unsettled");
  OS << "<table>\n";
  row({"Where", "Check", "State", "What is missing"}, "th");
  for (const Verdict &V : R.Verdicts)
    if (V.Kind == VerdictKind::Unsettled && !V.Suppressed)
      row({displayLocation(R, V.Loc), V.Check, messageOf(V), reasonOf(V)});
  OS << "</table>\n";
}

void HtmlReport::benign() {
  if (!R.IncludeBenign)
    return;
  element("h2", "Benign");
  OS << "<table>\n";
  row({"Where", "Check", "State", "Why it is in order"}, "th");
  for (const Verdict &V : R.Verdicts)
    if (V.Kind == VerdictKind::Benign)
      row({displayLocation(R, V.Loc), V.Check,
           V.Symbol.empty() ? messageOf(V) : V.Symbol, reasonOf(V)});
  OS << "</table>\n";
}

void HtmlReport::write() {
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
        "\n<meta name=\"viewport\" content=\"width=device-width\">\n";
  element("title", toolName());
  OS << "<style>" << Style << "</style>\n</head>\n<body>\n";
  element("h1", toolName());
  summary();
  problems();
  findings();
  suppressed();
  unsettled();
  benign();
  element("p", (toolName() + " " + toolVersion()).str(), "faint");
  OS << "</body>\n</html>\n";
}

} // namespace

void writeHtml(const RunResult &R, const RuleSet &Rules, raw_ostream &OS) {
  HtmlReport(R, Rules, OS).write();
}

} // namespace stateless
