//===- Types.h - Clang types to Type facts ---------------------*- C++ -*-===//
//
// Interns types into TuFacts::Types: canonical structure plus the alias names
// that the source used. It must not judge a type; constness in depth and
// categories of types are decided after the link.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_TYPES_H
#define STATELESS_EXTRACT_TYPES_H

#include "extract/ModelIndex.h"
#include "facts/Facts.h"
#include <map>

namespace stateless {

class Types {
public:
  Types(clang::ASTContext &Ast, Names &Namer, ModelIndex &Known,
        TuFacts &Facts);

  TypeId intern(clang::QualType T);

  /// True for classes whose const operator*, operator-> or operator[] hands
  /// out something mutable: the object is a pointer in all but name.
  bool isPointerLike(clang::QualType T);

  /// What a smart pointer of type \p T points to, as far as its shape tells;
  /// null for iterators, views and all else.
  clang::QualType owned(clang::QualType T);

  /// What operator-> of an object of a library's class leads to (smart
  /// pointers, std::optional); null: it has none, or is an iterator.
  clang::QualType held(clang::QualType T);
  /// What the holder-methods of \p Record hand out; null: it has none.
  clang::QualType heldIn(const clang::CXXRecordDecl *Record);

  /// True if \p T is a class of the project, or one of a library's that may
  /// have objects of one among its elements or parts.
  bool contains(clang::QualType T);

  /// True if a template parameter stands in \p Id.
  bool isOpen(TypeId Id) const;

private:
  TypeId internCanonical(Type &&Fact);
  Type describe(clang::QualType Canonical, clang::QualType Written,
                unsigned Depth);
  TypeId intern(clang::QualType T, unsigned Depth);
  void tellHeld(Type &Fact, const clang::CXXRecordDecl *Record, unsigned Depth);
  std::string spell(clang::QualType T) const;
  clang::QualType storageOf(clang::QualType T);
  struct Contained {
    bool Any = false;
    std::vector<SymbolId> Classes;
  };
  void addContained(clang::QualType T, unsigned Depth, Contained &Into);
  void addNamed(const clang::CXXRecordDecl *Tag, unsigned Depth,
                Contained &Into);

  clang::ASTContext &Ast;
  Names &Namer;
  ModelIndex &Models;
  TuFacts &Facts;
  llvm::DenseMap<const void *, TypeId> Known;
  llvm::DenseMap<const clang::CXXRecordDecl *, bool> PointerLike;
  std::map<Type, TypeId> Interned;
};

} // namespace stateless

#endif
