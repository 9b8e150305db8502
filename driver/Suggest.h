//===- Suggest.h - "did you mean" ------------------------------*- C++ -*-===//
//
// Finds the known word that a mistyped one was probably meant to be. It must
// not know what the words stand for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_SUGGEST_H
#define STATELESS_DRIVER_SUGGEST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

/// The member of \p Known nearest to \p Word, or "" if none is near: at most a
/// third of its letters differ, or \p Word begins it.
std::string nearest(llvm::StringRef Word, llvm::ArrayRef<std::string> Known);

/// "; did you mean 'x'?", or "" where nothing is near.
std::string didYouMean(llvm::StringRef Word, llvm::ArrayRef<std::string> Known);

} // namespace stateless

#endif
