//===- LibraryTypes.h - What the types of libraries tell --------*- C++ -*-===//
//
// Questions about types of libraries that are answered by their declarations
// alone: what a container has as its elements, what leads elsewhere, what can
// be called. It must not know names of libraries, nor statements of value flow.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LIBRARYTYPES_H
#define STATELESS_EXTRACT_LIBRARYTYPES_H

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/SmallVector.h"

namespace stateless {

/// \p T without reference, alias and qualifiers.
clang::QualType bare(clang::QualType T);

/// The types among the template arguments of \p T, packs expanded.
llvm::SmallVector<clang::QualType, 4> typeArguments(clang::QualType T);
llvm::SmallVector<clang::QualType, 4>
typeArguments(const clang::CXXRecordDecl *Record);

/// True for what is declared in namespace std, at any depth.
bool isOfStd(const clang::Decl *D);

/// True for a tuple of references and its kin.
bool holdsReferences(clang::QualType T);
bool isIterator(clang::QualType T);
bool isOutputIterator(clang::QualType T);

/// True for an iterator through which elements are moved (std::move_iterator).
bool movesFrom(clang::QualType T);

/// True for a view of std::ranges: it leads to what it was made of.
bool isView(clang::QualType T);

/// The type of the objects that the iterator \p T leads to; null: it tells
/// none.
clang::QualType valueTypeOf(clang::QualType T);

/// True if objects of type \p T are what a \p Container has as its elements,
/// or become such: pair<int, X> becomes the pair<const int, X> of a map.
bool isElementOf(clang::QualType T, clang::QualType Container);

/// True if one template gives \p A and \p B.
bool isOfSameTemplate(clang::QualType A, clang::QualType B);

/// True if an object of type \p From may be part of one of type \p T.
bool isBaseOf(clang::QualType From, clang::QualType T);

/// True for what can be called, and for objects of a library that hold such.
bool holdsCode(clang::QualType T);

/// True if a pointer of type \p Given may be returned as one of type \p T, cast
/// or not: a library does not give out one thing for another.
bool mayBecome(clang::QualType Given, clang::QualType T);

/// True for a pointer to text or numbers: a library puts no addresses there.
bool leadsToNumbers(clang::QualType T);

} // namespace stateless

#endif
