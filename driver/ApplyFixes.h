//===- ApplyFixes.h - Writes fixes into the sources ------------*- C++ -*-===//
//
// The only part that changes analysed code. A fix is done as a whole or not at
// all: if one of its edits does not fit its file any more, is in the way of
// another fix, or lies in a file that must not change, none is made. It must
// not know what a fix is good for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_APPLYFIXES_H
#define STATELESS_DRIVER_APPLYFIXES_H

#include "Verdict.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace stateless {

/// A fix that was not made, or a file that could not be written.
struct FixProblem {
  SourceLocation Loc;
  std::string Text;
};

struct FixOutcome {
  unsigned Fixes = 0, Files = 0;   ///< Made; written.
  std::vector<FixProblem> Refused; ///< The code is as it was.
  std::vector<FixProblem> Failed;  ///< Files that could not be written.
};

/// Makes the fixes of \p Verdicts in the files that \p MayEdit accepts. Each
/// file is replaced at once, by renaming a finished copy that has its
/// permissions.
FixOutcome applyFixes(llvm::ArrayRef<Verdict> Verdicts,
                      llvm::function_ref<bool(llvm::StringRef)> MayEdit);

} // namespace stateless

#endif
