//===- KnownKeys.h - Subscripts whose key is known to be there --*- C++ -*-===//
//
// `M[K]` of a map puts K in where it is not there yet. Where each way to it has
// passed a test that found K in M, or something that put K in, and neither has
// been changed since, it only reads. A forward analysis over Clang's
// control-flow graph of one function; what holds at a place is what holds on
// all ways to it. What a function of the project does that is called in between
// is told where it stands: if that takes keys out while the program serves, the
// container is written there. It must not know names of libraries: which
// methods look up keys, models say.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_KNOWNKEYS_H
#define STATELESS_EXTRACT_KNOWNKEYS_H

#include "extract/TuContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

class KnownKeys {
public:
  /// \p F: the function that is asked about; null for an initialiser.
  KnownKeys(const clang::FunctionDecl *F, TuContext &Tu) : F(F), Tu(Tu) {}

  /// True if the key of \p Subscript, a call of a method that puts a key in if
  /// it is not there, is there.
  bool isThere(const clang::CallExpr *Subscript);

private:
  const clang::FunctionDecl *F;
  TuContext &Tu;
  bool Asked = false;
  llvm::DenseSet<const clang::CallExpr *> There;
};

/// True for M[K] of an object.
bool isSubscript(const clang::CallExpr *Call);

} // namespace stateless

#endif
