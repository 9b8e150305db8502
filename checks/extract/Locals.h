//===- Locals.h - What the locals of a function body stand for -*- C++ -*-===//
//
// A flow-insensitive summary of a body: for each local, every expression that
// was put into it and every one that was appended. Places and Values look
// through locals with it. A local that something else may have changed is
// marked so. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LOCALS_H
#define STATELESS_EXTRACT_LOCALS_H

#include "extract/ModelIndex.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

struct LocalInfo {
  /// Initialiser and assigned expressions.
  llvm::SmallVector<const clang::Expr *, 2> Assigned;
  /// Calls and operators that append to it (+=, append, /=), in source order.
  llvm::SmallVector<const clang::Expr *, 2> Appended;
  /// Calls that write formatted text into it (snprintf).
  llvm::SmallVector<const clang::CallExpr *, 1> Formatted;
  /// Its text may be changed by something not listed above.
  bool Unknown = false;
};

class Locals {
public:
  /// Adds what \p Body (lambdas in it included) does to locals.
  void scan(const clang::Stmt *Body, ModelIndex &Known);

  /// Null for what is not a local of the scanned bodies.
  const LocalInfo *info(const clang::VarDecl *Local) const {
    auto It = Infos.find(Local);
    return It == Infos.end() ? nullptr : &It->second;
  }

private:
  friend class LocalsVisitor;
  llvm::DenseMap<const clang::VarDecl *, LocalInfo> Infos;
};

} // namespace stateless

#endif
