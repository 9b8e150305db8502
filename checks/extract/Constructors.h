//===- Constructors.h - Which constructor runs -----------------*- C++ -*-===//
//
// What an inherited constructor (`using Base::Base`) stands for. It must not
// know facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CONSTRUCTORS_H
#define STATELESS_EXTRACT_CONSTRUCTORS_H

#include "clang/AST/DeclCXX.h"

namespace stateless {

/// The constructor that gets the arguments of a call of \p Ctor: the base's,
/// if the class inherits it, else \p Ctor.
inline const clang::CXXConstructorDecl *
writtenConstructor(const clang::CXXConstructorDecl *Ctor) {
  while (Ctor->isInheritingConstructor())
    Ctor = Ctor->getInheritedConstructor().getConstructor();
  return Ctor;
}

} // namespace stateless

#endif
