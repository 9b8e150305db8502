//===- LoweringBags.cpp - What objects of libraries hold ------------------===//
//
// An object of a library is taken for a bag: what is put in, as an element or
// as what a smart pointer, an iterator or a view leads to, may come out by any
// of its methods. It must not know what a particular function does.
//
//===----------------------------------------------------------------------===//
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

bool Lowering::isProxy(QualType T) {
  const CXXRecordDecl *Record = bare(T)->getAsCXXRecordDecl();
  return Record && Tu.Known.isProxy(Record);
}

/// True for objects of a library that stand for others: smart pointers,
/// iterators, views, tuples of references.
bool Lowering::leads(QualType T) {
  return Tu.Typer.isPointerLike(T) || isProxy(T) ||
         (isLibraryObject(bare(T)) &&
          (holdsReferences(T) || isIterator(T) || isView(T)));
}

/// Where something of type \p T leads to that was given the object \p Given,
/// of type \p Of, to stand for: to that object, or to what it holds.
StatementNumber Lowering::leadingTo(QualType T, Number Given, QualType Of) {
  if (Of->isArrayType() && !isElementOf(Of, T))
    return element(Given);
  bool Itself = isElementOf(Of, T) ? !isIterator(T) : !isLibraryObject(Of);
  return Itself ? Given : either(Given, element(Given));
}

StatementNumber Lowering::inside(Number Object, QualType T) {
  Number In = element(Object);
  return leads(T) ? load(In) : In;
}

/// What \p From, the address of a library's object of type \p FromType, gives
/// out as a value of type \p T; an object by its address.
StatementNumber Lowering::handedOut(Number From, QualType FromType,
                                    QualType T) {
  if (!From || T->isVoidType())
    return 0;
  bool PointerLike = leads(FromType);
  if (T->isReferenceType() || T->isPointerType()) {
    QualType To = T->getPointeeType();
    if (T->isPointerType() && !carries(T))
      return 0;
    if (bare(To) == bare(FromType) || isBaseOf(FromType, To))
      return From;
    if (PointerLike)
      return loadOf(element(From), To);
    if (isElementOf(To, FromType))
      return element(From);
    if (T->isPointerType() && isElementOf(T, FromType))
      return loadOf(element(From), To);
    Number In = element(From);
    return either(In, loadOf(In, To));
  }
  if (!isObject(T))
    return carries(T) ? load(element(From)) : 0;
  if (!carries(T))
    return object(T);
  Number Made = object(T);
  SourceLocation None;
  if (!isLibraryObject(T)) {
    Number In = element(From);
    act(StatementKind::Copy, Made, In, None);
    // What is no element by its type (in std::any), is held by its address.
    if (PointerLike || !isElementOf(T, FromType))
      act(StatementKind::Copy, Made, loadOf(In, T), None);
    return Made;
  }
  Number In = element(Made);
  // A base that a library wrote gives out the whole (shared_from_this).
  if (llvm::any_of(typeArguments(T),
                   [&](QualType Part) { return isBaseOf(FromType, Part); })) {
    store(In, From, None);
    return Made;
  }
  if (PointerLike || bare(T) == bare(FromType)) {
    act(StatementKind::Copy, Made, From, None);
  } else {
    // An iterator, or something that has one: it leads to the elements.
    bool Leads = leads(T) || llvm::any_of(typeArguments(T), [&](QualType Part) {
                   return leads(Part);
                 });
    if (Leads)
      store(In, element(From), None);
    act(StatementKind::Copy, Made, element(From), None);
    // Records that one holds, the other does (a promise and its future).
    if (!isElementOf(T, FromType))
      act(StatementKind::Copy, In, element(From), None);
    if (Tu.Typer.contains(T) && !Tu.Typer.contains(FromType))
      act(StatementKind::Copy, Made, loadOf(element(From), T), None);
    store(In, load(element(From)), None);
  }
  return Made;
}

void Lowering::keep(Number Into, QualType T, const Given &G,
                    SourceLocation Loc) {
  QualType Of = G.E->getType();
  if (!G.What)
    return;
  Number In = element(Into);
  bool ByReference = G.Param->isReferenceType();
  if (Of->isFunctionType())
    return store(In, G.What, Loc);
  if (!isObject(Of)) {
    // A range that is given by pointers: its elements are copied.
    if (Of->isPointerType() && !Of->isFunctionPointerType() && !leads(T) &&
        !isElementOf(Of, T) && isElementOf(Of->getPointeeType(), T))
      return act(StatementKind::Copy, In,
                 G.E->isGLValue() ? load(G.What) : G.What, Loc);
    if (ByReference || G.E->isGLValue()) {
      // A reference that is kept, or a copy of a pointer.
      if (carries(Of))
        store(In, load(G.What), Loc);
      if (leads(T))
        store(In, G.What, Loc);
    } else if (carries(Of)) {
      store(In, G.What, Loc);
    }
    return;
  }
  // A const_iterator that is made of an iterator, a pointer to a base of one to
  // a class, lead where that does.
  if (Tu.Typer.isPointerLike(T) && isOfSameTemplate(T, Of))
    return act(StatementKind::Copy, Into, G.What, Loc);
  // A view, an iterator, a reference wrapper leads to the object itself.
  if (ByReference && G.E->isLValue() && leads(T) && bare(Of) != bare(T)) {
    store(In, leadingTo(T, G.What, Of), Loc);
    return;
  }
  if (callOperator(Of)) {
    // What is called later keeps its identity.
    store(In, G.What, Loc);
    if (isElementOf(Of, T) && carries(Of))
      act(StatementKind::Copy, In, G.What, Loc);
    return;
  }
  // An array that is given becomes a pointer to its elements.
  if (Of->isArrayType() && G.E->isLValue() && carries(T))
    store(In, element(G.What), Loc);
  if (!carries(Of)) {
    if (!isElementOf(Of, T) && Of->isRecordType() && !isLibraryObject(Of))
      store(In, G.What, Loc);
    return;
  }
  // A range that is given by its iterators: its elements are copied.
  bool Range = leads(Of) && !leads(T) && !ByReference;
  if (isElementOf(Of, T))
    act(StatementKind::Copy, In, G.What, Loc);
  else if (Range)
    act(StatementKind::Copy, In, load(element(G.What)), Loc);
  else if (isLibraryObject(Of))
    act(StatementKind::Copy, Into, G.What, Loc);
  else
    store(In, G.What, Loc);
  if (!isLibraryObject(Of))
    return;
  // A container in a std::any: it is held by its address as well.
  bool Forgets = !Tu.Typer.contains(T), Forgot = !Tu.Typer.contains(Of);
  if (Forgets && !Forgot)
    store(In, G.What, Loc);
  if (Forgot && !Forgets && !leads(Of))
    act(StatementKind::Copy, Into, loadOf(element(G.What), T), Loc);
}

} // namespace stateless
