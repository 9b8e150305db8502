//===- JsonDepth.h - How deep JSON is nested -------------------*- C++ -*-===//
//
// LLVM's parsers recurse, so what others wrote is measured before it is parsed.
// It must not know what the text means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_IO_JSONDEPTH_H
#define STATELESS_DRIVER_IO_JSONDEPTH_H

#include "llvm/ADT/StringRef.h"
#include <algorithm>

namespace stateless {

/// More than any file that we read as JSON needs; a database needs three.
constexpr size_t DeepestNesting = 64;

/// The deepest nesting of brackets in \p Json, outside of its strings.
inline size_t nestingOf(llvm::StringRef Json) {
  size_t Depth = 0, Deepest = 0;
  bool InString = false;
  for (size_t I = 0; I < Json.size(); ++I) {
    char C = Json[I];
    if (C == '"')
      InString = !InString;
    else if (InString && C == '\\')
      ++I;
    else if (!InString && (C == '[' || C == '{'))
      Deepest = std::max(Deepest, ++Depth);
    else if (!InString && (C == ']' || C == '}') && Depth != 0)
      --Depth;
  }
  return Deepest;
}

} // namespace stateless

#endif
