//===- Globs.h - Patterns over qualified names -----------------*- C++ -*-===//
//
// How models and rules name many functions, types or checks at once. It must
// not know what a name stands for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_GLOBS_H
#define STATELESS_FACTS_GLOBS_H

#include "llvm/ADT/StringRef.h"

namespace stateless {

/// True if \p Text matches \p Pattern, where '*' stands for any characters
/// ("::" and '/' too) and '?' for one. Case counts. The cost is at most the
/// product of the lengths.
bool matchesGlob(llvm::StringRef Pattern, llvm::StringRef Text);

} // namespace stateless

#endif
