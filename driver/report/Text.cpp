//===- Text.cpp - Findings as a compiler prints them ----------------------===//
//
// "path:line:col: warning: message [check]", the source line with a caret, one
// line per note, and the advice where it is new to the reader: in full on the
// first finding that has it. It must not decide what is a finding.
//
//===----------------------------------------------------------------------===//
#include "report/TextLines.h"
#include "report/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <map>
#include <set>

using namespace llvm;

namespace stateless {
namespace {

/// More evidence than this is counted, not printed.
constexpr size_t MaxNotes = 10;

class TextReport : TextLines {
public:
  TextReport(const RunResult &R, const TextStyle &Style, raw_ostream &OS)
      : TextLines(R, Style.Color, OS), Style(Style) {}

  void whatIsMissing() {
    std::string Text = missingLine(R);
    if (!Text.empty())
      Out.write(Ink::Error, Text).write("\n");
  }
  void finding(const Verdict &V, const RuleSet &Rules);
  void summary(ArrayRef<const Verdict *> Findings);
  void problems();

private:
  void notes(const Verdict &V);
  void problem(const AnalysisProblem &P);
  void asides();

  const TextStyle &Style;
  /// Check and advice that the reader has seen.
  std::set<std::pair<std::string, std::string>> Told;
};

void TextReport::notes(const Verdict &V) {
  ArrayRef<VerdictNote> Shown = V.Notes;
  // One note too many is not worth a line that says so.
  if (Shown.size() > MaxNotes + 1)
    Shown = Shown.take_front(MaxNotes);
  for (const VerdictNote &N : Shown)
    note(N.Loc.File.empty() ? V.Loc : N.Loc, textOf(N));
  if (size_t Rest = V.Notes.size() - Shown.size())
    note(V.Loc, "and " + utostr(Rest) + " more notes, which 'explain " +
                    shortFingerprint(V).str() + "' lists");
}

void TextReport::finding(const Verdict &V, const RuleSet &Rules) {
  headLine(V.Loc, V.Grade, messageOf(V),
           Style.Quiet ? tagOf(V)
                       : tagOf(V) + ", " + shortFingerprint(V).str());
  snippet(V.Loc);
  if (Style.Quiet)
    return;
  notes(V);
  for (const Edit &Fix : V.Fixes)
    note(Fix.Loc, fixText(Fix));
  std::string Advice = adviceOf(V, Rules);
  if (!Advice.empty() && Told.insert({V.Check, Advice}).second)
    note(V.Loc, "instead: " + Advice);
}

void TextReport::summary(ArrayRef<const Verdict *> Findings) {
  Tally T = tallyOf(R);
  std::string Text =
      T.Findings == 0 ? "no findings" : counted(T.Findings, "finding");
  std::string Separator = " (";
  for (const auto &[Check, Count] : T.ByCheck) {
    Text += Separator + utostr(Count) + " " + Check;
    Separator = ", ";
  }
  Text += T.ByCheck.empty() ? "" : ")";
  Text += ", " + utostr(T.Excepted) + " excepted";
  if (T.Baselined != 0)
    Text += ", " + utostr(T.Baselined) + " in the baseline";
  if (T.BelowConfidence != 0)
    Text +=
        ", " + utostr(T.BelowConfidence) + " not shown (" + limitOf(R) + ")";
  if (T.Unsettled != 0)
    Text += ", " + utostr(T.Unsettled) +
            " unsettled (code that was not analysed may write them)";
  Text += ", " + counted(T.Benign, "benign state object") + "; " +
          counted(R.Units, "translation unit");
  Out.write(Ink::Message, Text);
  OS << format(" in %.1f s\n", R.Seconds);
  if (!Findings.empty())
    Out.write("'stateless-tidy explain " +
              shortFingerprint(*Findings.front()).str() +
              "' tells the whole story of the first finding\n");
  std::string Entries = entriesLine(R);
  if (!Entries.empty())
    Out.write(Entries + "\n");
  if (!R.RuleDiagnostics.empty())
    Out.write(counted(R.RuleDiagnostics.size(), "remark") + " on the rules\n");
}

void TextReport::problem(const AnalysisProblem &P) {
  std::string Message =
      wasTried(P.Reason) ? "not fully analysed: " : "not analysed: ";
  SourceLocation Loc{P.File};
  if (P.Loc.File == P.File)
    Loc = P.Loc;
  else if (!P.Loc.File.empty())
    Message += displayLocation(R, P.Loc) + ": ";
  headLine(Loc, Severity::Error, Message + P.Message);
}

/// What was analysed all the same: each message once, with the number of units
/// that have it, for a flag that is dropped is dropped in every unit.
void TextReport::asides() {
  // What costs nothing is counted in the summary, and not worth a line.
  auto IsAside = [](const AnalysisProblem &P) {
    return !P.Fatal && (P.Reason == ProblemReason::Remark ||
                        lossOf(P.Reason) != Loss::Nothing);
  };
  std::map<StringRef, std::set<StringRef>> Units;
  for (const AnalysisProblem &P : R.Problems)
    if (IsAside(P))
      Units[P.Message].insert(P.File);
  for (const AnalysisProblem &P : R.Problems) {
    auto It = Units.find(P.Message);
    if (!IsAside(P) || It == Units.end())
      continue;
    unsigned Others = It->second.size() - 1;
    std::string Text =
        wasTried(P.Reason) ? P.Message : "not analysed: " + P.Message;
    note(locationOf(P), Others == 0 ? Text
                                    : Text + " (and in " +
                                          counted(Others, "other unit") + ")");
    Units.erase(It);
  }
}

void TextReport::problems() {
  // Otherwise it is the first line of the report.
  if (Style.Quiet && any_of(R.Problems, [](const auto &P) { return P.Fatal; }))
    whatIsMissing();
  for (const AnalysisProblem &P : R.Problems)
    if (P.Fatal)
      problem(P);
  if (!Style.Quiet)
    asides();
  for (const RuleDiagnostic &D : R.RuleDiagnostics)
    headLine(D.Loc,
             D.Level == RuleDiagnostic::Error ? Severity::Error
                                              : Severity::Warning,
             D.Message);
}

} // namespace

void writeText(const RunResult &R, const RuleSet &Rules, const TextStyle &Style,
               raw_ostream &OS) {
  TextReport Report(R, Style, OS);
  if (!Style.Quiet)
    Report.whatIsMissing();
  std::vector<const Verdict *> Findings = findingsOf(R);
  for (const Verdict *V : Findings)
    Report.finding(*V, Rules);
  if (!Style.Quiet)
    Report.summary(Findings);
}

void writeProblems(const RunResult &R, const TextStyle &Style,
                   raw_ostream &OS) {
  TextReport(R, Style, OS).problems();
}

} // namespace stateless
