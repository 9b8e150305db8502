//===- OpenedFiles.h - How long a function keeps what it opens --*- C++ -*-===//
//
// What a call opens may stay in a local of the function and be used there and
// nowhere else. Finds the uses. It must not know facts, nor which calls open
// anything.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_OPENEDFILES_H
#define STATELESS_EXTRACT_OPENEDFILES_H

#include "extract/TuContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace stateless {

class OpenedFiles {
public:
  /// \p F may be null: an initialiser, whose object stays.
  OpenedFiles(const clang::FunctionDecl *F, TuContext &Tu) : F(F), Tu(Tu) {}

  using Uses = llvm::SmallVector<const clang::Expr *, 8>;

  /// Where the function uses what \p Opens, a call or construction in it,
  /// opens; nothing if that may be used elsewhere, too, or later.
  std::optional<Uses> usesOf(const clang::Expr *Opens);

private:
  const clang::Stmt *parent(const clang::Stmt *S);
  const clang::VarDecl *keptIn(const clang::Expr *Opens);
  bool isKeptBy(const clang::CallExpr *Call, const clang::Stmt *Argument);
  bool isKeptBy(const clang::DeclRefExpr *Ref);
  bool collect(const clang::Stmt *S, const clang::VarDecl *Of, Uses &Into);

  const clang::FunctionDecl *F;
  TuContext &Tu;
  std::optional<clang::ParentMap> Parents; ///< Of the body, if asked for.
};

} // namespace stateless

#endif
