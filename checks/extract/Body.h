//===- Body.h - What a function body does, as facts ------------*- C++ -*-===//
//
// Walks one function body (the lambdas in it become functions of their own)
// and records calls, operations and statements of value flow. Whether any of it
// matters is for the link and the checks: it must not know them.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_BODY_H
#define STATELESS_EXTRACT_BODY_H

#include "extract/Locals.h"
#include "extract/TuContext.h"
#include "extract/Values.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <deque>

namespace stateless {

/// Declarations found inside bodies, for whoever walks declarations.
using LocalDeclHandler = llvm::function_ref<void(clang::Decl *)>;

/// The facts of \p F's declaration, without a body.
Function describeFunction(TuContext &Tu, const clang::FunctionDecl *F);

/// Records the body of \p F, which must have one.
void extractBody(TuContext &Tu, const clang::FunctionDecl *F,
                 LocalDeclHandler OnLocalDecl);

/// Records the dynamic initialiser of a variable with static storage, as a
/// function of kind Initializer.
void extractInitializer(TuContext &Tu, const clang::VarDecl *Var,
                        LocalDeclHandler OnLocalDecl);

/// Records a default member initialiser, as a part of every constructor that
/// runs it: a function of kind Constructor.
void extractMemberInitializer(TuContext &Tu, const clang::FieldDecl *Field,
                              LocalDeclHandler OnLocalDecl);

} // namespace stateless

#endif
