//===- ApplyFixes.h - Writes fixes into the sources ------------*- C++ -*-===//
//
// Decides which fixes can be made in the files as they are now. A fix is made
// as a whole or not at all: if one of its edits does not fit its file any more,
// is in the way of another fix, or lies in a file that must not change, none
// is made. FixTransaction then writes all files or none. It must not know what
// a fix is good for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_APPLYFIXES_H
#define STATELESS_DRIVER_APPLYFIXES_H

#include "policy/Verdict.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace stateless {

/// A fix that was not made, or a file that could not be written.
struct FixProblem {
  SourceLocation Loc;
  std::string Text;
};

struct FixOutcome {
  unsigned Fixes = 0, Files = 0;    ///< Made; written.
  std::vector<FixProblem> Refused;  ///< Fixes for which the code is as it was.
  std::optional<FixProblem> Failed; ///< Why no file was written.
};

/// Makes the fixes of \p Verdicts in the files that \p MayEdit accepts, all of
/// those files or none; \p Root is where an interrupted run leaves word
/// (FixTransaction).
FixOutcome applyFixes(llvm::ArrayRef<Verdict> Verdicts, llvm::StringRef Root,
                      llvm::function_ref<bool(llvm::StringRef)> MayEdit);

} // namespace stateless

#endif
