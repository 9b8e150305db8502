//===- PathGlob.h - Globs over paths ---------------------------*- C++ -*-===//
//
// The path patterns of `exclude` and of an exception's `path`. A pattern is
// split at '/': '*' and '?' stay within one part, a part "**" stands for any
// number of parts (none, too), "{a,b}" for either text, and a trailing '/' for
// all that is below. It must not know the file system: matching is on text.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_RULES_PATHGLOB_H
#define STATELESS_RULES_PATHGLOB_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace stateless {

/// What is wrong with \p Pattern: an unbalanced brace, braces more than 16
/// deep, or more than 256 alternatives. Nothing if it is in order. The cost is
/// that of reading it once.
std::optional<std::string> pathGlobError(llvm::StringRef Pattern);

/// The patterns without braces that \p Pattern, which is in order, stands for:
/// what is matched often is expanded once. The cost is their total length.
std::vector<std::string> expandPathGlob(llvm::StringRef Pattern);

/// How many patterns these are.
size_t countPathGlobs(llvm::StringRef Pattern);

/// True if the whole of \p Path matches. Case counts, bytes are compared. A
/// pattern that is not in order matches nothing. The cost is the product of the
/// lengths, for each alternative.
bool matchesPathGlob(llvm::StringRef Pattern, llvm::StringRef Path);

/// \p File (absolute) relative to \p Root, if it is below it and Root is not
/// empty; else as it is.
llvm::StringRef pathBelow(llvm::StringRef File, llvm::StringRef Root);

/// True if \p Pattern names the file \p File (absolute): by its path below
/// \p Root, if it is below it and Root is not empty; by its absolute path, if
/// the pattern starts with '/'; by its name alone, if the pattern is "**/NAME"
/// with no further '/'.
bool matchesFile(llvm::StringRef Pattern, llvm::StringRef File,
                 llvm::StringRef Root);

} // namespace stateless

#endif
