//===- FirstChanges.cpp - With what the life of an object begins ----------===//
#include "extract/ObjectChanges.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace stateless {

namespace {

/// Marks the changes that a block begins with, one object for itself: from
/// there on, what it was given before is gone.
class FirstFinder : public RecursiveASTVisitor<FirstFinder> {
public:
  explicit FirstFinder(llvm::MutableArrayRef<BodyChange> Changes)
      : Changes(Changes) {}

  void body(const Stmt *S) {
    if (auto *Block = dyn_cast<CompoundStmt>(S))
      begin(Block->body(), nullptr);
  }

  bool VisitCompoundStmt(CompoundStmt *Block) {
    llvm::ArrayRef<Stmt *> All(Block->body_begin(), Block->size());
    for (size_t I = 0; I < All.size(); ++I)
      if (auto *Declares = dyn_cast<DeclStmt>(All[I]))
        for (const Decl *D : Declares->decls())
          if (auto *Var = dyn_cast<VarDecl>(D); Var && !Var->hasGlobalStorage())
            begin(All.drop_front(I + 1), Var);
    return true;
  }

private:
  /// \p Local: what was declared before; null: what is no local.
  template <typename Range> void begin(Range Statements, const VarDecl *Local) {
    for (const Stmt *S : Statements) {
      auto *E = dyn_cast<Expr>(S);
      bool Mine = false;
      for (size_t I = 0; E && I < Changes.size(); ++I) {
        BodyChange &C = Changes[I];
        if (C.At != E->IgnoreImplicit() ||
            (Local ? C.Local != Local : C.Local && !isa<ParmVarDecl>(C.Local)))
          continue;
        Mine = true;
        C.First = !C.Element;
      }
      if (!Mine && (!Local || mentions(S, Local)))
        return;
    }
  }

  static bool mentions(const Stmt *S, const VarDecl *Local) {
    if (!S)
      return false;
    if (auto *Ref = dyn_cast<DeclRefExpr>(S); Ref && Ref->getDecl() == Local)
      return true;
    // A jump may leave before the rest is done.
    if (isa<ReturnStmt, GotoStmt, BreakStmt, ContinueStmt>(S))
      return true;
    if (auto *Lambda = dyn_cast<LambdaExpr>(S))
      return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
        return C.capturesVariable() && C.getCapturedVar() == Local;
      });
    return llvm::any_of(S->children(),
                        [&](const Stmt *C) { return mentions(C, Local); });
  }

  llvm::MutableArrayRef<BodyChange> Changes;
};

} // namespace

void markFirst(const Stmt *Body, bool IsBody,
               llvm::MutableArrayRef<BodyChange> Changes) {
  FirstFinder Finder(Changes);
  if (IsBody)
    Finder.body(Body);
  Finder.TraverseStmt(const_cast<Stmt *>(Body));
}

} // namespace stateless
