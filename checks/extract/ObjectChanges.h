//===- ObjectChanges.h - What a body does to objects with texts -*- C++ -*-===//
//
// A flow-insensitive list of all that a function body does to objects of the
// classes that hold texts (TextHolders): to its locals and parameters, to
// `this`, to variables, and to what calls return. What it does in a way that is
// not understood is in the list, too. It must not know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_OBJECTCHANGES_H
#define STATELESS_EXTRACT_OBJECTCHANGES_H

#include "extract/TuContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

enum class ChangeKind : uint8_t {
  Given,  ///< The part becomes the value of What.
  Grown,  ///< What the call What adds is appended to the text there.
  Called, ///< The object is handed to the call What, to a function of the
          ///< project.
  Lost,   ///< Nobody knows what is there from here on.
  Lent,   ///< Somebody else can change it from here on.
};

/// What a body does to a part of an object.
struct BodyChange {
  ChangeKind Kind = ChangeKind::Lost;
  /// Names the outermost object: `this`, a variable, a local, a call.
  const clang::Expr *Root = nullptr;
  const clang::VarDecl *Local = nullptr; ///< Root is this local or parameter.
  llvm::SmallVector<const clang::FieldDecl *, 2> Path; ///< From Root inwards.
  const clang::Expr *What = nullptr;
  unsigned Argument = 0; ///< Called: 0 is the call's object, 1 its first
                         ///< argument.
  const clang::Expr *At = nullptr;
  bool Element = false;  ///< Of one object among several.
  bool AnyField = false; ///< Which field it is, a pointer to member says.
  /// Always done, and before the body does anything else with the object.
  bool First = false;
};

/// Adds what \p Body does, in the order of its text. \p IsBody: it is the whole
/// body of a function.
void collectChanges(const clang::Stmt *Body, bool IsBody, TuContext &Tu,
                    std::vector<BodyChange> &Into);

/// Sets First of those of \p Changes, all that \p Body does, that are such.
void markFirst(const clang::Stmt *Body, bool IsBody,
               llvm::MutableArrayRef<BodyChange> Changes);

} // namespace stateless

#endif
