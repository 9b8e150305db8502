//===- MadeObjects.h - Objects that libraries make -------------*- C++ -*-===//
//
// Tells which objects of classes, chiefly the project's, a call of a library
// makes, and of which of its arguments: make_unique<T>(..), emplace_back(..),
// what is constructed in place, map[Key], vector(N). It must not know value
// flow.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_MADEOBJECTS_H
#define STATELESS_EXTRACT_MADEOBJECTS_H

#include "extract/TuContext.h"

namespace stateless {

/// Where a library puts an object that it makes.
enum class MadeIn : uint8_t {
  Held,    ///< In the library's object.
  Pointed, ///< In new memory to which the library's object points.
  Given,   ///< Where the first argument points.
  Result,  ///< It is the result.
};

struct MadeObject {
  clang::QualType Type; ///< Of a class that has a definition.
  /// That class, if it is the project's: else a library makes one of its own.
  const clang::CXXRecordDecl *Class = nullptr;
  MadeIn In = MadeIn::Held;
  llvm::SmallVector<const clang::Expr *, 4> Args; ///< Of its constructor.
};

/// What the call of \p Callee, a function of a library, makes of \p Args.
/// \p Object: the type of the library's object that is constructed, that a
/// method is called on or that a function returns.
llvm::SmallVector<MadeObject, 1>
madeBy(TuContext &Tu, const clang::FunctionDecl *Callee, clang::QualType Object,
       llvm::ArrayRef<const clang::Expr *> Args);

/// The constructors of the project that \p Made may run.
struct MadeConstructors {
  llvm::SmallVector<const clang::CXXConstructorDecl *, 4> All;
  /// No constructor fits the arguments as they are: they hold what it gets
  /// (std::make_from_tuple).
  bool Loosely = false;
};
MadeConstructors constructorsOf(TuContext &Tu, const MadeObject &Made);

} // namespace stateless

#endif
