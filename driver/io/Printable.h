//===- Printable.h - The one door for text to people -----------*- C++ -*-===//
//
// What comes from code, paths, rules or values may hold bytes that a terminal
// or a CI's log takes for a command. Here it becomes text that only shows:
// printable() where such a piece is put into a sentence, PeopleStream around
// everything that is printed, whoever forgot the former. It must not know what
// a text says.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_IO_PRINTABLE_H
#define STATELESS_DRIVER_IO_PRINTABLE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace stateless {

/// One code point of a line as a terminal shows it.
struct Cell {
  std::string Text;
  unsigned Width = 0; ///< In columns.
  unsigned Bytes = 0; ///< Of the source, at least 1.
};

/// Bytes of the code point that \p Text starts with; 0: it is no UTF-8.
unsigned sequenceSize(llvm::StringRef Text);

/// The first code point of \p Text (not empty), which stands at \p Column (from
/// 0). A tab becomes spaces. Spelled out by its bytes ("<1B>") is all that does
/// not show: control, format and unassigned characters, the separators of
/// lines and paragraphs, bytes that are no UTF-8, and the first "#" of what
/// CIs look for in the middle of a line ("##[", "##vso[").
Cell cellOf(llvm::StringRef Text, unsigned Column);

/// \p Text on one line, in the cells above, and without "::" at its start or
/// behind blanks there. What is printable already is left as it is.
std::string printable(llvm::StringRef Text);

/// How PeopleStream spells out what must not be printed.
enum class Spelling : uint8_t {
  Text,     ///< "<1B>".
  Commands, ///< As Text, but "::" at the start of a line is ours.
  Json,     ///< An escape of JSON: such characters are in its strings only.
  Markup,   ///< A character reference of XML and HTML.
};

/// A filter in front of another stream. Line ends pass, colours by
/// changeColor() and its kin; whatever else must not be printed is spelled
/// out, in whatever pieces it is written. A line of Text goes out when it ends,
/// all else with this object at the latest. \p Under is not owned, and must
/// outlive it.
class PeopleStream : public llvm::raw_ostream {
public:
  explicit PeopleStream(llvm::raw_ostream &Under, Spelling How = Spelling::Text)
      : raw_ostream(/*unbuffered=*/How == Spelling::Text), Under(Under),
        How(How) {}
  ~PeopleStream() override;

  raw_ostream &changeColor(enum Colors Color, bool Bold = false,
                           bool BG = false) override;
  raw_ostream &resetColor() override;
  raw_ostream &reverseColor() override;
  bool is_displayed() const override { return Under.is_displayed(); }
  bool has_colors() const override { return Under.has_colors(); }

private:
  void write_impl(const char *Data, size_t Size) override;
  uint64_t current_pos() const override { return Position; }
  raw_ostream &mark(const char *Code);
  void writeLine();

  llvm::raw_ostream &Under;
  Spelling How;
  std::string Line; ///< What of it has come so far.
  /// Codes of colours, each with its place in Line.
  std::vector<std::pair<size_t, std::string>> Marks;
  uint64_t Position = 0;
};

} // namespace stateless

#endif
