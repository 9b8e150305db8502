//===- CallParts.h - A call or a construction, taken apart -----*- C++ -*-===//
//
// What is called, on which object, with which arguments, however it is written:
// a call, a method, an operator, a constructor. It must not know models.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CALLPARTS_H
#define STATELESS_EXTRACT_CALLPARTS_H

#include "extract/TuContext.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// The object that \p Call is made on, by a name; null: none, or `this`.
const clang::Expr *objectOf(const clang::CallExpr *Call);

/// A call or a construction, taken apart.
struct CallParts {
  /// \p E is a CallExpr or a CXXConstructExpr.
  CallParts(TuContext &Tu, const clang::Expr *E);

  const clang::FunctionDecl *Callee = nullptr; ///< Null: not known by name.
  const clang::Expr *Receiver = nullptr;       ///< As objectOf().
  llvm::SmallVector<const clang::Expr *, 4> Args;
};

} // namespace stateless

#endif
