//===- TextLines.h - The lines that text is made of ------------*- C++ -*-===//
//
// "path:line:col: warning: message [tag]" and the source line with a caret, in
// clang's colours, for every text that people read. It must not know what is a
// finding, nor in which order a text tells things.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_TEXTLINES_H
#define STATELESS_DRIVER_REPORT_TEXTLINES_H

#include "io/Printable.h"
#include "report/Findings.h"
#include "report/Sources.h"

namespace stateless {

/// What a piece of text is, which gives it clang's colour.
enum class Ink { Plain, Location, Message, Note, Warning, Error, Caret };

/// Writes text in the colours of the stream, or without any.
class Pen {
public:
  Pen(llvm::raw_ostream &OS, bool Color) : OS(OS), Color(Color) {}

  Pen &write(Ink What, llvm::StringRef Text);
  Pen &write(llvm::StringRef Text) { return write(Ink::Plain, Text); }

private:
  llvm::raw_ostream &OS;
  bool Color;
};

/// "1 unit", "2 units".
std::string counted(unsigned Count, llvm::StringRef One,
                    llvm::StringRef Many = {});

/// "stateless-mutable-global, possible": what a verdict is, after its message.
/// The usual confidence is not named.
std::string tagOf(const Verdict &V);

/// What a text begins with, so that nobody takes a part for the whole:
/// "incomplete: 2 of 14 entries were not analysed". Empty if nothing is
/// missing.
std::string missingLine(const RunResult &R);

/// What became of the entries, all counts of it. Empty if every entry is a unit
/// that was analysed.
std::string entriesLine(const RunResult &R);

/// What \p E would do: "--fix removes this".
std::string fixText(const Edit &E);

/// The base of what writes text about \p R, whose paths it shows relative to
/// its root.
class TextLines {
protected:
  TextLines(const RunResult &R, bool Color, llvm::raw_ostream &OS)
      : R(R), OS(OS), Out(OS, Color), Files(R.Root) {}

  void headLine(const SourceLocation &Loc, Severity Grade,
                llvm::StringRef Message, llvm::StringRef Tag = {});
  void note(const SourceLocation &Loc, llvm::StringRef Text) {
    headLine(Loc, Severity::Note, Text);
  }
  /// "src/a.cpp:3:7: text", without what kind of line it is.
  void place(const SourceLocation &Loc, llvm::StringRef Text);
  /// The line at \p Loc with a caret; nothing where it cannot be read.
  void snippet(const SourceLocation &Loc);

  const RunResult &R;
  llvm::raw_ostream &OS;
  Pen Out;

private:
  void location(const SourceLocation &Loc);

  Sources Files;
};

} // namespace stateless

#endif
