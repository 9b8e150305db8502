//===- KeyPaths.h - Which expressions name the same object ------*- C++ -*-===//
//
// Compares expressions by what they are made of, and says which statement may
// change what an expression gives. For tests such as `M.count(K) ? M[K] : 0`,
// where the container and the key are written twice. It must not know control
// flow, nor what a test means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_KEYPATHS_H
#define STATELESS_EXTRACT_KEYPATHS_H

#include "extract/TuContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace stateless {

/// \p E without parentheses, implicit conversions and temporaries.
const clang::Expr *plain(const clang::Expr *E);

/// The object that \p E is or leads to: P of P->f(), of (*P).f() and of &P.
const clang::Expr *objectIn(const clang::Expr *E);

/// The object that a call of a method is made on; null: it has none.
const clang::Expr *receiverOf(const clang::CallExpr *Call);
/// The arguments of \p Call without its object.
llvm::SmallVector<const clang::Expr *, 4>
argumentsOf(const clang::CallExpr *Call);

/// K of {K, V}, however the pair is written; null: \p E is no such pair.
const clang::Expr *firstOfPair(const clang::Expr *E);
/// The key that \p Call, a method that puts in its first argument or pair,
/// puts in.
const clang::Expr *addedKey(const clang::CallExpr *Call);

/// What the names in an expression stand for that comes from the body of
/// another function, one that was called.
struct CalledWith {
  const clang::Expr *Object = nullptr; ///< What `this` is there.
  llvm::DenseMap<const clang::ParmVarDecl *, const clang::Expr *> Arguments;
};

/// True if \p A, with names as \p In says, is written as \p B is, so that both
/// give the same if nothing in them has changed and both are stable.
bool isSame(const clang::Expr *A, const clang::Expr *B,
            const CalledWith *In = nullptr);

/// The same for an object: P in P->f() is the one in (*P).f().
bool isSameObject(const clang::Expr *A, const clang::Expr *B,
                  const CalledWith *In = nullptr);

/// An object by its name: a variable, or `this`, and the fields from there.
struct NamedPath {
  const clang::VarDecl *Root = nullptr; ///< Null: `this`, or unknown.
  llvm::SmallVector<const clang::FieldDecl *, 2> Fields;
  clang::QualType Type; ///< Bare.
  /// It is reached through a pointer or reference, so that other names may
  /// stand for it as well.
  bool Indirect = false;
  /// It is a pointer, or like one, of which only matters where it leads to.
  bool Link = false;
};

/// The object that \p E names.
NamedPath pathOf(const clang::Expr *E);
/// The same, or the one that the pointer \p E leads to.
NamedPath pathOfObject(const clang::Expr *E);

/// True if what is done to \p Changed may change \p Part, an object or what
/// leads to it.
bool mayChange(const NamedPath &Changed, const NamedPath &Part);

/// The names in \p E; none: it may give something else each time, even if
/// nothing that it names has changed.
std::optional<llvm::SmallVector<NamedPath, 4>> stablePaths(const clang::Expr *E,
                                                           TuContext &Tu);

} // namespace stateless

#endif
