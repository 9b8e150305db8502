//===- ConstEdits.h - Where const would go in a declaration ----*- C++ -*-===//
//
// Says whether, where and by which word the declarations of a variable could
// be made const, by looking at the declarations alone. It must not know how
// the variable is used.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CONSTEDITS_H
#define STATELESS_EXTRACT_CONSTEDITS_H

#include "extract/TuContext.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

/// An edit for each declaration of \p Var in the unit; none if one of them
/// cannot be made const, or it is not certain. Declarations that start at one
/// of \p Shared declare something else besides.
std::vector<ConstEdit>
constEdits(TuContext &Tu, const clang::VarDecl *Var,
           const llvm::DenseSet<clang::SourceLocation> &Shared);

} // namespace stateless

#endif
