//===- CodeTypes.h - What can be called, and what holds it -----*- C++ -*-===//
//
// Says of types whether their objects can be called or may hold what can, and
// of expressions whether they may give such a thing. Which code that is, value
// flow says. It must not know what is done with the code.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CODETYPES_H
#define STATELESS_EXTRACT_CODETYPES_H

#include "extract/Names.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

class CodeTypes {
public:
  CodeTypes(clang::ASTContext &Ast, Names &Namer) : Ast(Ast), Namer(Namer) {}

  /// True if an object of type \p T may be called, or hold what may be.
  bool canHold(clang::QualType T) { return canHold(T, 0); }

  /// \p Class may be null, or have no definition.
  bool hasCallOperator(const clang::CXXRecordDecl *Class) const;

  /// True if \p E, an argument that somebody wrote, may give something to call:
  /// by its type, by the type of what is cast to it, or since a library makes
  /// it of such a thing.
  bool mayGive(const clang::Expr *E) { return mayGive(E, 0); }

  /// The methods of these \p Names that the class of \p Object declares, where
  /// it is the project's.
  llvm::SmallVector<const clang::CXXMethodDecl *, 4>
  members(const clang::Expr *Object, llvm::ArrayRef<std::string> Names) const;

  /// The operators that a class of the project takes over from its bases.
  llvm::SmallVector<const clang::CXXMethodDecl *, 2>
  usedOperators(clang::QualType T) const;

private:
  bool canHold(clang::QualType T, unsigned Level);
  bool anyCanHold(llvm::ArrayRef<clang::TemplateArgument> Args, unsigned Level);
  bool mayGive(const clang::Expr *E, unsigned Level);

  clang::ASTContext &Ast;
  Names &Namer;
  llvm::DenseMap<const clang::Type *, bool> Holders;
};

/// \p E without what converts it or says when its parts end.
const clang::Expr *coreOf(const clang::Expr *E);

} // namespace stateless

#endif
