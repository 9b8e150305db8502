//===- FlowOrigins.h - Where addresses come from ---------------*- C++ -*-===//
//
// Whether an address that a statement gives is a part of *this or of what a
// parameter refers to, without a pointer being loaded on the way: then callers
// know best what it is. By the text of one body alone.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_FLOWORIGINS_H
#define STATELESS_ANALYSIS_FLOWORIGINS_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace stateless {

/// Where the address that a statement gives comes from.
struct Origin {
  enum Source : uint8_t {
    Nothing,
    Own,      ///< A local, or a parameter's own object.
    Named,    ///< A variable, or a part of one.
    This,     ///< *this, or a part of it.
    Given,    ///< What parameter Index refers to, or a part of it.
    Followed, ///< A pointer was loaded, or a call gave it.
  };
  Source From = Nothing;
  uint32_t Index = 0;
  bool operator==(const Origin &) const = default;
};

/// Of the statements of \p Body.
std::vector<Origin> originsOf(const FlowBody &Body);

/// Those of all bodies of a program.
class FlowOrigins {
public:
  explicit FlowOrigins(const Program &Prog);

  /// Of the statements of \p Body, which is one of the program's.
  llvm::ArrayRef<Origin> of(const FlowBody &Body) const {
    return All.find(&Body)->second;
  }

private:
  llvm::DenseMap<const FlowBody *, std::vector<Origin>> All;
};

} // namespace stateless

#endif
