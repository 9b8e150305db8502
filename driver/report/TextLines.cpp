//===- TextLines.cpp - The lines that text is made of ---------------------===//
//
// Clang's own printer is not used: it drops the caret on every line that is
// not ASCII and needs the whole file in its source manager.
//
//===----------------------------------------------------------------------===//
#include "report/TextLines.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace stateless {

static raw_ostream::Colors colorOf(Ink What) {
  switch (What) {
  case Ink::Plain:
  case Ink::Location:
  case Ink::Message:
    return raw_ostream::SAVEDCOLOR;
  case Ink::Note:
    return raw_ostream::CYAN;
  case Ink::Warning:
    return raw_ostream::MAGENTA;
  case Ink::Error:
    return raw_ostream::RED;
  case Ink::Caret:
    return raw_ostream::GREEN;
  }
  llvm_unreachable("no such ink");
}

static Ink inkOf(Severity Grade) {
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

Pen &Pen::write(Ink What, StringRef Text) {
  bool Plain = !Color || What == Ink::Plain;
  if (!Plain)
    OS.changeColor(colorOf(What), /*Bold=*/true);
  OS << Text;
  if (!Plain)
    OS.resetColor();
  return *this;
}

std::string counted(unsigned Count, StringRef One, StringRef Many) {
  return utostr(Count) + " " +
         (Count == 1     ? One.str()
          : Many.empty() ? One.str() + "s"
                         : Many.str());
}

std::string tagOf(const Verdict &V) {
  return V.Level == Confidence::Likely ? V.Check
                                       : V.Check + ", " + nameOf(V.Level).str();
}

std::string missingLine(const RunResult &R) {
  if (unsigned Lost = R.Entries.lost())
    return "incomplete: " + utostr(Lost) + " of " +
           counted(R.Entries.Total, "entry", "entries") +
           (Lost == 1 ? " was" : " were") + " not analysed";
  if (unsigned Units = tallyOf(R).NotAnalysed)
    return "incomplete: " + counted(Units, "unit was", "units were") +
           " not fully analysed";
  return "";
}

std::string entriesLine(const RunResult &R) {
  const EntryCounts &Entries = R.Entries;
  if (Entries.Analysed == Entries.Total)
    return "";
  return counted(Entries.Total, "entry", "entries") + ": " +
         utostr(Entries.Analysed) + " analysed, " +
         describeNotAnalysed(Entries) + ", " + utostr(Entries.Repeated) +
         " repeated, " + utostr(Entries.LeftOut) + " left out";
}

std::string fixText(const Edit &E) {
  return E.Text.empty()  ? "--fix removes this"
         : E.Length == 0 ? "--fix inserts '" + E.Text + "' here"
                         : "--fix replaces this by '" + E.Text + "'";
}

void TextLines::location(const SourceLocation &Loc) {
  std::string Where = printable(displayLocation(R, Loc));
  if (!Where.empty())
    Out.write(Ink::Location, Where + ":").write(" ");
}

void TextLines::place(const SourceLocation &Loc, StringRef Text) {
  location(Loc);
  Out.write(printable(oneLine(Text))).write("\n");
}

void TextLines::headLine(const SourceLocation &Loc, Severity Grade,
                         StringRef Message, StringRef Tag) {
  location(Loc);
  Out.write(inkOf(Grade), (nameOf(Grade) + ":").str()).write(" ");
  std::string Text = printable(oneLine(Message));
  if (!Tag.empty())
    Text += " [" + printable(Tag) + "]";
  bool Supplement = Grade == Severity::Note && Tag.empty();
  Out.write(Supplement ? Ink::Plain : Ink::Message, Text).write("\n");
}

void TextLines::snippet(const SourceLocation &Loc) {
  std::optional<StringRef> Line = Files.line(Loc);
  if (!Line)
    return;
  RenderedLine Shown = renderLine(*Line, Loc.Column);
  if (StringRef(Shown.Text).trim().empty())
    return;
  OS << format("%5u | ", Loc.Line) << StringRef(Shown.Text).rtrim() << '\n';
  if (!Shown.CaretColumn)
    return;
  size_t Gutter = std::max<size_t>(5, utostr(Loc.Line).size());
  OS.indent(Gutter) << " | ";
  OS.indent(*Shown.CaretColumn);
  Out.write(Ink::Caret, "^").write("\n");
}

} // namespace stateless
