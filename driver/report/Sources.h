//===- Sources.h - Source lines for reports --------------------*- C++ -*-===//
//
// Reads the files that findings stand in, each once, and turns our byte columns
// into lines to show and into the columns that other formats count. A file may
// be gone or have changed since it was analysed: then there is no answer, never
// a wrong one that is out of range. It must not know findings or formats.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_REPORT_SOURCES_H
#define STATELESS_DRIVER_REPORT_SOURCES_H

#include "policy/Verdict.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stateless {

/// A piece of one or more lines; columns count from 1. The end is exclusive.
struct SourceRegion {
  unsigned Line = 0, Column = 0;
  unsigned EndLine = 0, EndColumn = 0;
};

/// A source line as a terminal shows it, and where its caret goes.
struct RenderedLine {
  std::string Text;
  std::optional<unsigned> CaretColumn; ///< From 0, in terminal cells.
};

/// Answers how many UTF-16 code units stand before a byte of a text, without
/// counting from its start. A foreign byte counts as one.
class Utf16Index {
public:
  Utf16Index() = default;
  explicit Utf16Index(llvm::StringRef Text);

  bool empty() const { return Known.empty(); }
  /// \p Text is the one that the index was made of.
  uint64_t at(llvm::StringRef Text, size_t Offset) const;

private:
  static constexpr size_t Distance = 256; ///< In bytes, between known places.
  struct Place {
    size_t Offset = 0;
    uint64_t Units = 0; ///< Before it.
  };
  std::vector<Place> Known; ///< Sorted; the first is offset 0.
};

class Sources {
public:
  /// Relative file names are taken from \p Root.
  explicit Sources(llvm::StringRef Root) : Root(Root) {}

  /// Line \p Loc.Line without its end; valid as long as this object.
  std::optional<llvm::StringRef> line(const SourceLocation &Loc);

  /// The identifier (or the one character) at \p Loc, in UTF-16 code units.
  std::optional<SourceRegion> token(const SourceLocation &Loc);

  /// \p Length bytes from \p Loc on, in bytes (Utf16 false) or code units.
  std::optional<SourceRegion> range(const SourceLocation &Loc, unsigned Length,
                                    bool Utf16);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Buffer; ///< Null: not readable.
    std::vector<size_t> LineStarts;
    Utf16Index Units; ///< Made when it is first asked for.
  };

  File &open(llvm::StringRef Name);

  std::string Root;
  llvm::StringMap<File> Files;
};

/// \p Line in cells (io/Printable.h), and only a window around byte column
/// \p Column if it is long; in a window, tabs count from its start. No caret if
/// the column is beyond the line. The work is the window's, not the line's.
RenderedLine renderLine(llvm::StringRef Line, unsigned Column);

} // namespace stateless

#endif
