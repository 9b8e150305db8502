//===- ConstObjects.h - What could be a part of a constant -----*- C++ -*-===//
//
// Follows an lvalue to the variable with static storage that it is a part of,
// by steps that a constant allows as well. It must not know what is done to
// the lvalue.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CONSTOBJECTS_H
#define STATELESS_EXTRACT_CONSTOBJECTS_H

#include "extract/Names.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// The variable that an lvalue is, or is a part of.
struct ConstObject {
  const clang::VarDecl *Var = nullptr;       ///< Null: none that we can follow.
  llvm::SmallVector<clang::Expr *, 2> Aside; ///< Subscripts, arguments.
  explicit operator bool() const { return Var != nullptr; }
};

ConstObject objectOf(clang::Expr *E, const Names &Namer);

/// The variable with static storage that \p D is; null also for references,
/// which name another object.
const clang::VarDecl *staticVariable(const clang::ValueDecl *D);

} // namespace stateless

#endif
