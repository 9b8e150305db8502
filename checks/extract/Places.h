//===- Places.h - Expressions to the objects they name ---------*- C++ -*-===//
//
// Says which long-lived objects an expression may name, as a root and steps:
// through local references, pointers and iterators, library accessors and
// forwarding functions. What an own function returns stays a CallResult for
// the link to resolve. Flow-insensitive; may name several places, never a
// place that cannot be meant. It must not know what is done to the objects.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_PLACES_H
#define STATELESS_EXTRACT_PLACES_H

#include "extract/Locals.h"
#include "extract/TuContext.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>

namespace stateless {

using PlaceList = llvm::SmallVector<Place, 1>;

/// Where calls and creations of the function at hand are numbered.
class EvidenceIndex {
public:
  virtual ~EvidenceIndex() = default;
  /// Nothing if the call is not recorded in this function.
  virtual std::optional<uint32_t> callIndex(const clang::Expr *Call) = 0;
  virtual uint32_t creationIndex(const clang::Expr *Creation) = 0;
};

/// True if \p Method has a const overload with as many parameters: it hands
/// out the inside of its object (begin, at, operator[] of a vector) and is no
/// write by itself.
bool isAccessor(const clang::CXXMethodDecl *Method);

/// True for `T &&` where T is a template parameter of the function itself.
bool isForwarding(const clang::FunctionDecl *Callee, unsigned Index);

/// True if a library takes a copy of an lvalue that it is given so, though by a
/// reference: make_unique<T>(Name), Names.emplace_back(Name).
bool isForwardedCopy(TuContext &Tu, const clang::FunctionDecl *Callee,
                     unsigned Index);

class PlaceBuilder {
public:
  /// \p In: the function whose parameters and `this` are roots; null at
  /// namespace scope.
  PlaceBuilder(TuContext &Tu, const Locals &Body, EvidenceIndex &Index,
               const clang::FunctionDecl *In)
      : Tu(Tu), Body(Body), Index(Index), In(In) {}

  /// What the glvalue \p E denotes.
  PlaceList objects(const clang::Expr *E);

  /// What the pointer, iterator or smart pointer \p E points to.
  PlaceList pointees(const clang::Expr *E);

  /// The object of \p Var itself; nothing for a local that is not kept.
  PlaceList variable(const clang::VarDecl *Var) {
    return Var->hasGlobalStorage() ? variableObjects(Var) : kept(Var);
  }

  /// objects() or pointees(), by what passing \p E to \p Param hands over.
  PlaceList passed(const clang::Expr *E, clang::QualType Param);

private:
  PlaceList localObjects(const clang::VarDecl *Local);
  PlaceList localPointees(const clang::VarDecl *Local);
  PlaceList kept(const clang::VarDecl *Local);
  PlaceList variableObjects(const clang::VarDecl *Var);
  PlaceList parameter(const clang::ParmVarDecl *Param);
  PlaceList memberObjects(const clang::MemberExpr *Member);
  PlaceList created(const clang::Expr *E);
  PlaceList callPlaces(const clang::CallExpr *Call);
  PlaceList libraryCallPlaces(const clang::CallExpr *Call,
                              const clang::FunctionDecl *Callee);
  bool handsOutObjects(clang::QualType Returned);
  bool mayHandOut(const clang::FunctionDecl *Callee, unsigned Index);

  TuContext &Tu;
  const Locals &Body;
  EvidenceIndex &Index;
  const clang::FunctionDecl *In;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> InProgress;
  /// The creations of functions that allocate.
  llvm::SmallDenseSet<uint32_t, 2> Allocated;
  unsigned Depth = 0;
};

} // namespace stateless

#endif
