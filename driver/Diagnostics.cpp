//===- Diagnostics.cpp - What the tool says on stderr ---------------------===//
//
// Paths are printed as they are known, absolute: whoever reads stderr may
// stand anywhere.
//
//===----------------------------------------------------------------------===//
#include "Diagnostics.h"
#include <cstdlib>

using namespace stateless;
using llvm::StringRef;

static llvm::raw_ostream::Colors colorOf(StringRef Kind) {
  if (Kind == "error")
    return llvm::raw_ostream::RED;
  return Kind == "warning" ? llvm::raw_ostream::MAGENTA
                           : llvm::raw_ostream::CYAN;
}

void Diagnostics::line(const SourceLocation &Loc, StringRef Kind,
                       StringRef Text) {
  OS << (Loc.File.empty() ? "stateless-tidy" : printable(Loc.File)) << ':';
  if (Loc.Line != 0)
    OS << Loc.Line << ':' << Loc.Column << ':';
  OS << ' ';
  if (Color)
    OS.changeColor(colorOf(Kind), /*Bold=*/true);
  OS << Kind << ": ";
  if (Color)
    OS.resetColor();
  OS << printable(Text) << '\n';
}

void Diagnostics::error(StringRef Text) {
  while (!Text.empty()) {
    auto [First, Rest] = Text.split('\n');
    line({}, "error", First);
    Text = Rest;
  }
}

void Diagnostics::warning(StringRef Text) { line({}, "warning", Text); }
void Diagnostics::note(StringRef Text) { line({}, "note", Text); }

void Diagnostics::rules(llvm::ArrayRef<RuleDiagnostic> Found) {
  for (const RuleDiagnostic &D : Found)
    line(D.Loc, D.Level == RuleDiagnostic::Error ? "error" : "warning",
         D.Message);
}

static std::string counted(unsigned Count, StringRef Noun, StringRef Plural) {
  return (std::to_string(Count) + " " + (Count == 1 ? Noun : Plural)).str();
}

void Diagnostics::fixes(const FixOutcome &Made) {
  for (const FixProblem &P : Made.Refused)
    line(P.Loc, "warning", P.Text);
  if (Made.Failed)
    line(Made.Failed->Loc, "error", Made.Failed->Text);
  line({}, "note",
       "--fix: " + counted(Made.Fixes, "fix", "fixes") + " in " +
           counted(Made.Files, "file", "files"));
}

bool stateless::useColor(ColorMode Mode, bool IsTerminal) {
  if (Mode != ColorMode::Auto)
    return Mode == ColorMode::Always;
  const char *NoColor = std::getenv("NO_COLOR");
  const char *Term = std::getenv("TERM");
  return IsTerminal && !(NoColor && *NoColor) && Term &&
         StringRef(Term) != "dumb";
}
