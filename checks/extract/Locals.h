//===- Locals.h - What the locals of a function body stand for -*- C++ -*-===//
//
// A flow-insensitive summary of a body: for each local, every expression that
// was put into it and every one that was appended. Values look through locals
// with it. A local that something else may have changed is marked so. It also
// says which locals are objects that may stay while a program serves, and so
// need a name. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LOCALS_H
#define STATELESS_EXTRACT_LOCALS_H

#include "extract/ObjectChanges.h"
#include "extract/TuContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

struct LocalInfo {
  /// Initialiser and assigned expressions.
  llvm::SmallVector<const clang::Expr *, 2> Assigned;
  /// Calls and operators that append to it (+=, append, /=), in source order.
  llvm::SmallVector<const clang::Expr *, 2> Appended;
  /// Calls that write formatted text into it (snprintf).
  llvm::SmallVector<const clang::CallExpr *, 1> Formatted;
  /// Calls that put a text behind the one in it (strcat), in no order.
  llvm::SmallVector<const clang::CallExpr *, 1> Continued;
  /// What makes it the empty text (memset, or a 0 as its first character).
  llvm::SmallVector<const clang::Expr *, 1> Cleared;
  /// What is assigned to its members.
  llvm::SmallVector<const clang::Expr *, 1> Stored;
  /// Methods called on it, or on what it points to.
  llvm::SmallVector<const clang::CXXMemberCallExpr *, 2> Methods;
  /// Its text may be changed by something not listed above.
  bool Unknown = false;
  bool Poked = false;    ///< Single characters are written.
  bool Extended = false; ///< Text is written behind its start.
  bool Lent = false;     ///< A pointer that others get, to write there.
  bool InLambda = false; ///< Declared in one.
  bool Captured = false; ///< By a lambda, by reference or as a pointer.
  bool Handed = false;   ///< To the constructor of an object, to be kept.
};

class Locals {
public:
  /// Adds what \p Body of \p In (lambdas in it included) does to locals. \p In
  /// may be null: an initialiser.
  void scan(const clang::Stmt *Body, TuContext &Tu,
            const clang::FunctionDecl *In);

  /// True if \p Local may hold state for longer than a call: it is captured,
  /// handed to another object, of a class of the project, or stands in a
  /// function that serves. Pointers count if they own what they point to.
  bool isKept(const clang::VarDecl *Local) const {
    return Kept.contains(Local);
  }

  const llvm::SmallPtrSetImpl<const clang::VarDecl *> &kept() const {
    return Kept;
  }

  /// Null for what is not a local of the scanned bodies.
  const LocalInfo *info(const clang::VarDecl *Local) const {
    auto It = Infos.find(Local);
    return It == Infos.end() ? nullptr : &It->second;
  }

  /// What the scanned bodies do to objects that hold texts.
  llvm::ArrayRef<BodyChange> changes() const { return Changes; }

private:
  friend class LocalsVisitor;
  std::vector<BodyChange> Changes;
  llvm::DenseMap<const clang::VarDecl *, LocalInfo> Infos;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> Kept;
};

} // namespace stateless

#endif
