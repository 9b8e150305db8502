//===- Callees.h - What the declaration of a callee says --------*- C++ -*-===//
//
// How a function treats its object and its arguments, by its declaration alone.
// It must not know calls.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_CALLEES_H
#define STATELESS_EXTRACT_CALLEES_H

#include "extract/TuContext.h"

namespace stateless {

/// True if \p Method has a const overload with as many parameters: it hands
/// out the inside of its object (begin, at, operator[] of a vector) and is no
/// write by itself.
bool isAccessor(const clang::CXXMethodDecl *Method);

/// True for `T &&` where T is a template parameter of the function itself.
bool isForwarding(const clang::FunctionDecl *Callee, unsigned Index);

/// True for `T` where T is a template parameter of the function itself.
bool isOfTemplate(const clang::FunctionDecl *Callee, unsigned Index);

/// True if a library takes a copy of an lvalue that it is given so, though by a
/// reference: make_unique<T>(Name), Names.emplace_back(Name).
bool isForwardedCopy(TuContext &Tu, const clang::FunctionDecl *Callee,
                     unsigned Index);

} // namespace stateless

#endif
