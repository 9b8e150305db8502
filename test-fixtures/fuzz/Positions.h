//===- Positions.h - Is a location inside a text? --------------*- C++ -*-===//
//
// For fuzzers of what reports mistakes in a text: each must stand at a place
// that an editor can show. It must not know what the text means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FUZZ_POSITIONS_H
#define STATELESS_FUZZ_POSITIONS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace stateless::fuzz {

class Positions {
public:
  explicit Positions(llvm::StringRef Text) { Text.split(Lines, '\n'); }

  /// Line and column count from 1, columns in bytes; the end of a line and of
  /// the text count as inside. Line 0 is the whole text.
  bool hold(unsigned Line, unsigned Column) const {
    if (Line == 0)
      return true;
    return Line <= Lines.size() && Column >= 1 &&
           Column <= Lines[Line - 1].size() + 1;
  }

private:
  llvm::SmallVector<llvm::StringRef, 32> Lines;
};

} // namespace stateless::fuzz

#endif
