//===- Awaits.h - Where a function waits for what it starts ----*- C++ -*-===//
//
// Finds, for a call that starts a thread or a task, the calls of the same
// function that wait for it: by the local variable, or the elements of the
// local container, that both name and that nothing else gets hold of. Which
// functions wait, models say. It must not know facts, nor in which order code
// runs.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_AWAITS_H
#define STATELESS_EXTRACT_AWAITS_H

#include "extract/ModelIndex.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"

namespace stateless {

/// How what a call starts is awaited.
struct Awaited {
  /// Control comes by one of these before it leaves the function, or nobody
  /// waits. None: each way out waits.
  llvm::SmallVector<const clang::Expr *, 2> By;
  /// It has run once control is behind all of these, which are in no order.
  llvm::SmallVector<const clang::Expr *, 4> Behind;
  /// Other calls that start something by the same handle: the first would be
  /// lost if control came by one of them.
  llvm::SmallVector<const clang::Expr *, 2> Lost;
};

class Awaits {
public:
  Awaits(const clang::FunctionDecl *F, ModelIndex &Known, Names &Namer,
         const StringTable &Strings)
      : F(F), Known(Known), Namer(Namer), Strings(Strings) {}

  /// None: nobody is seen to wait for what \p Start starts.
  std::optional<Awaited> of(const clang::Expr *Start);

private:
  using Exprs = llvm::SmallVector<const clang::Expr *, 4>;
  /// What names the same local or, with a loop over it, its elements.
  struct Uses {
    Exprs Starts, Awaits;
    bool Elsewhere = false;
    bool Grows = false; ///< Each start adds an element of its own.
  };

  const clang::Stmt *parent(const clang::Stmt *S);
  const clang::VarDecl *local(const clang::Expr *E);
  const clang::VarDecl *handleOf(const clang::Expr *Start);
  const Uses &usesOf(const clang::VarDecl *Handle);
  void classify(const clang::DeclRefExpr *Ref, Uses &Into);
  bool starts(const clang::Expr *Call);
  const AwaitModel *model(const clang::FunctionDecl *Callee);
  const clang::Expr *guarded(const clang::Expr *Await);
  bool addAnchor(const clang::VarDecl *Handle, const clang::Expr *Start,
                 const clang::Expr *Await, Awaited &Into);
  bool awaitedAtEnd(const clang::VarDecl *Handle, Awaited &Into);

  const clang::FunctionDecl *F;
  ModelIndex &Known;
  Names &Namer;
  const StringTable &Strings;
  std::optional<clang::ParentMap> Parents;
  llvm::DenseMap<const clang::VarDecl *, Uses> Cache;
};

} // namespace stateless

#endif
