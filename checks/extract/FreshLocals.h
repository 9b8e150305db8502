//===- FreshLocals.h - Locals that no turn takes over ----------*- C++ -*-===//
//
// Tells the locals of a function of which a loop, though they stand outside of
// it, carries nothing from one turn to the next: each turn sets them before it
// reads them. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_FRESHLOCALS_H
#define STATELESS_EXTRACT_FRESHLOCALS_H

#include "clang/AST/Decl.h"
#include <memory>

namespace clang {
class AnalysisDeclContextManager;
class ASTContext;
} // namespace clang

namespace stateless {

class FreshLocals {
public:
  /// \p F has a body, whose control flow is looked at when the first loop is
  /// asked about.
  FreshLocals(const clang::FunctionDecl *F, clang::ASTContext &Ast);
  ~FreshLocals();

  /// True if \p Local is fresh in every turn of \p Loop, as far as \p F itself
  /// touches it. False in doubt.
  bool isFresh(const clang::VarDecl *Local, const clang::Stmt *Loop);

private:
  const clang::FunctionDecl *F;
  clang::ASTContext &Ast;
  std::unique_ptr<clang::AnalysisDeclContextManager> Flow;
};

} // namespace stateless

#endif
