//===- Text.cpp - Findings as a compiler prints them ----------------------===//
//
// "path:line:col: warning: message [check]", the source line with a caret, one
// line per note, and the advice where it is new to the reader: in full on the
// first finding that has it. It must not decide what is a finding.
//
// Clang's own printer is not used: it drops the caret on every line that is
// not ASCII and needs the whole file in its source manager.
//
//===----------------------------------------------------------------------===//
#include "report/Findings.h"
#include "report/Sources.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include <map>
#include <set>

using namespace llvm;

namespace stateless {
namespace {

/// More evidence than this is counted, not printed.
constexpr size_t MaxNotes = 10;

/// What a piece of text is, which gives it clang's colour.
enum class Ink { Plain, Location, Message, Note, Warning, Error, Caret };

/// Writes text in colour without touching the stream's own colour state.
class Pen {
public:
  Pen(raw_ostream &OS, bool Color) : OS(OS), Color(Color) {}

  Pen &write(Ink What, StringRef Text) {
    const char *Start = Color ? startOf(What) : nullptr;
    if (Start)
      OS << Start;
    OS << Text;
    if (Start)
      OS << sys::Process::ResetColor();
    return *this;
  }
  Pen &write(StringRef Text) { return write(Ink::Plain, Text); }

private:
  static const char *startOf(Ink What) {
    switch (What) {
    case Ink::Plain:
      return nullptr;
    case Ink::Location:
    case Ink::Message:
      return sys::Process::OutputBold(/*bg=*/false);
    case Ink::Note:
      return sys::Process::OutputColor(6, /*bold=*/true, /*bg=*/false);
    case Ink::Warning:
      return sys::Process::OutputColor(5, /*bold=*/true, /*bg=*/false);
    case Ink::Error:
      return sys::Process::OutputColor(1, /*bold=*/true, /*bg=*/false);
    case Ink::Caret:
      return sys::Process::OutputColor(2, /*bold=*/true, /*bg=*/false);
    }
    llvm_unreachable("no such ink");
  }

  raw_ostream &OS;
  bool Color;
};

Ink inkOf(Severity Grade) {
  switch (Grade) {
  case Severity::Note:
    return Ink::Note;
  case Severity::Warning:
    return Ink::Warning;
  case Severity::Error:
    return Ink::Error;
  }
  llvm_unreachable("no such severity");
}

std::string counted(unsigned Count, StringRef One, StringRef Many = {}) {
  return utostr(Count) + " " +
         (Count == 1     ? One.str()
          : Many.empty() ? One.str() + "s"
                         : Many.str());
}

class TextReport {
public:
  TextReport(const RunResult &R, const TextStyle &Style, raw_ostream &OS)
      : R(R), Style(Style), OS(OS), Out(OS, Style.Color), Files(R.Root) {}

  void finding(const Verdict &V, const RuleSet &Rules);
  void summary();
  void problems();

private:
  void headLine(const SourceLocation &Loc, Severity Grade, StringRef Message,
                StringRef Tag = {});
  void note(const SourceLocation &Loc, StringRef Text) {
    headLine(Loc, Severity::Note, Text);
  }
  void snippet(const SourceLocation &Loc);
  void notes(const Verdict &V);
  void fixes(const Verdict &V);
  void problem(const AnalysisProblem &P);
  void asides();

  const RunResult &R;
  const TextStyle &Style;
  raw_ostream &OS;
  Pen Out;
  Sources Files;
  /// Check and advice that the reader has seen.
  std::set<std::pair<std::string, std::string>> Told;
};

void TextReport::headLine(const SourceLocation &Loc, Severity Grade,
                          StringRef Message, StringRef Tag) {
  std::string Where = printable(displayLocation(R, Loc));
  if (!Where.empty())
    Out.write(Ink::Location, Where + ":").write(" ");
  Out.write(inkOf(Grade), (nameOf(Grade) + ":").str()).write(" ");
  std::string Text = printable(oneLine(Message));
  if (!Tag.empty())
    Text += (" [" + Tag + "]").str();
  bool Supplement = Grade == Severity::Note && Tag.empty();
  Out.write(Supplement ? Ink::Plain : Ink::Message, Text).write("\n");
}

void TextReport::snippet(const SourceLocation &Loc) {
  std::optional<StringRef> Line = Files.line(Loc);
  if (!Line || Line->trim().empty())
    return;
  RenderedLine Shown = renderLine(*Line, Loc.Column);
  OS << format("%5u | ", Loc.Line) << StringRef(Shown.Text).rtrim() << '\n';
  if (!Shown.CaretColumn)
    return;
  size_t Gutter = std::max<size_t>(5, utostr(Loc.Line).size());
  OS.indent(Gutter) << " | ";
  OS.indent(*Shown.CaretColumn);
  Out.write(Ink::Caret, "^").write("\n");
}

void TextReport::notes(const Verdict &V) {
  ArrayRef<VerdictNote> Shown = V.Notes;
  // One note too many is not worth a line that says so.
  if (Shown.size() > MaxNotes + 1)
    Shown = Shown.take_front(MaxNotes);
  for (const VerdictNote &N : Shown)
    note(N.Loc.File.empty() ? V.Loc : N.Loc, N.Text);
  if (size_t Rest = V.Notes.size() - Shown.size())
    note(V.Loc,
         "and " + utostr(Rest) + " more notes, which --format=json lists");
}

void TextReport::fixes(const Verdict &V) {
  for (const Edit &E : V.Fixes)
    note(E.Loc, E.Text.empty()  ? "--fix removes this"
                : E.Length == 0 ? "--fix inserts '" + E.Text + "' here"
                                : "--fix replaces this by '" + E.Text + "'");
}

void TextReport::finding(const Verdict &V, const RuleSet &Rules) {
  std::string Tag = V.Check;
  if (V.Level != Confidence::Likely)
    Tag += (", " + nameOf(V.Level)).str();
  headLine(V.Loc, V.Grade, V.Message, Tag);
  snippet(V.Loc);
  if (Style.Quiet)
    return;
  notes(V);
  fixes(V);
  std::string Advice = adviceOf(V, Rules);
  if (!Advice.empty() && Told.insert({V.Check, Advice}).second)
    note(V.Loc, "instead: " + Advice);
}

void TextReport::summary() {
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
    Text += ", " + utostr(T.BelowConfidence) + " not shown (less than " +
            nameOf(R.MinConfidence).str() + ")";
  Text += ", " + counted(T.Benign, "benign state object") + "; " +
          counted(R.Units, "translation unit");
  Out.write(Ink::Message, Text);
  OS << format(" in %.1f s\n", R.Seconds);
  if (T.NotAnalysed != 0)
    Out.write(Ink::Error, counted(T.NotAnalysed, "unit was", "units were") +
                              " not fully analysed")
        .write("\n");
  if (!R.RuleDiagnostics.empty())
    Out.write(counted(R.RuleDiagnostics.size(), "remark") + " on the rules\n");
}

void TextReport::problem(const AnalysisProblem &P) {
  std::string Message = "not fully analysed: ";
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
  std::map<StringRef, std::set<StringRef>> Units;
  for (const AnalysisProblem &P : R.Problems)
    if (!P.Fatal)
      Units[P.Message].insert(P.File);
  for (const AnalysisProblem &P : R.Problems) {
    auto It = Units.find(P.Message);
    if (P.Fatal || It == Units.end())
      continue;
    unsigned Others = It->second.size() - 1;
    note(locationOf(P), Others == 0 ? P.Message
                                    : P.Message + " (and in " +
                                          counted(Others, "other unit") + ")");
    Units.erase(It);
  }
}

void TextReport::problems() {
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
  for (const Verdict &V : R.Verdicts)
    if (R.isFinding(V))
      Report.finding(V, Rules);
  if (!Style.Quiet)
    Report.summary();
}

void writeProblems(const RunResult &R, const TextStyle &Style,
                   raw_ostream &OS) {
  TextReport(R, Style, OS).problems();
}

} // namespace stateless
