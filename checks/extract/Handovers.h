//===- Handovers.h - Which argument is registered as a handler -*- C++ -*-===//
//
// What a call hands to a framework to run later, by the models. Registrations
// and value flow tell it alike. It must not know who is handed over.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_HANDOVERS_H
#define STATELESS_EXTRACT_HANDOVERS_H

#include "extract/TuContext.h"

namespace stateless {

struct Handover {
  const EntryPointModel *Model = nullptr; ///< Null: nothing is registered.
  const clang::FunctionDecl *By = nullptr;
  llvm::SmallVector<const clang::Expr *, 2> Handlers;
};

/// What the call of \p Callee hands over. Of several models of one function the
/// first counts that finds something callable at its place.
Handover handoverOf(TuContext &Tu, const clang::FunctionDecl *Callee,
                    const clang::Expr *Receiver,
                    llvm::ArrayRef<const clang::Expr *> Args);

/// The field of a library's object that \p Op puts something callable into;
/// null: it does no such thing.
const clang::FieldDecl *libraryField(TuContext &Tu,
                                     const clang::BinaryOperator &Op);

/// The model that what is put into \p Field is registered; null: there is none.
const EntryPointModel *modelOfField(TuContext &Tu,
                                    const clang::FieldDecl *Field);

/// A constructor that make_unique<T>(..), emplace_back(..) and their kin call.
struct MadeCall {
  const clang::CXXConstructorDecl *Constructor = nullptr; ///< Null: none.
  llvm::SmallVector<const clang::Expr *, 4> Args;
};

/// What the call of \p Callee, on \p Receiver if it is a method, constructs.
MadeCall madeConstructor(TuContext &Tu, const clang::FunctionDecl *Callee,
                         const clang::Expr *Receiver,
                         llvm::ArrayRef<const clang::Expr *> Args);

} // namespace stateless

#endif
