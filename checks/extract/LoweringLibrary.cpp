//===- LoweringLibrary.cpp - What libraries do, as value-flow statements --===//
//
// Bodies of libraries are not read. A method that changes its object puts in
// what it is given, and each method may hand out what is in it (LoweringBags).
// A free function may hand out, and put into what it changes, what it is given;
// what else it does with that is in LoweringGiven. It must not know names of
// functions: those are in the models.
//
//===----------------------------------------------------------------------===//
#include "extract/Callees.h"
#include "extract/ClangCompat.h"
#include "extract/KeyTests.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

/// True if \p Method of a library, called by \p E, changes its object.
bool Lowering::changesObject(const CXXMethodDecl *Method, const Expr *E) {
  if (Method->isConst() || Tu.Known.of(Method).isPure(ReceiverArgument) ||
      Tu.Known.handsOut(Method) || findsKey(Method, E))
    return false;
  // *It and ++It of an output iterator do nothing.
  if (isOutputIterator(compat::typeOf(Tu.Ast, Method->getParent())))
    return Method->getOverloadedOperator() == OO_Equal;
  // That operator[] of a map has a const overload does not keep it from adding.
  const KeyMethodModel *Keys = keyMethod(Method, Tu);
  return (Keys && Keys->Kind == KeyMethodKind::Adds) || !isAccessor(Method);
}

/// What a std::function or what std::bind made is called.
StatementNumber Lowering::callHeld(const CXXMethodDecl *Method, Number Receiver,
                                   Arguments Args, const Expr *E) {
  QualType T = Method->getReturnType();
  Number Result = indirectCall(
      load(element(Receiver)), Method->getType(), 0, Args, E,
      Method->getPrimaryTemplate() ? Passing::ForwardedOn : Passing::Plain);
  if (!Result || !isLibraryObject(T) || !holdsCode(T))
    return Result;
  // The library may have converted what the code returns to something else that
  // can be called.
  Number Made = object(T);
  act(StatementKind::Copy, Made, Result, E->getExprLoc());
  store(element(Made), Result, E->getExprLoc());
  return Made;
}

/// \p Method puts \p Args into its object, at \p Receiver, and changes it.
void Lowering::changeObject(const CXXMethodDecl *Method, Number Receiver,
                            QualType Object, const GivenList &Args,
                            const Expr *E) {
  bool Assigns = Method->getOverloadedOperator() == OO_Equal;
  SourceLocation Loc = E->getExprLoc();
  if (Assigns && Args.size() == 1 &&
      bare(Args[0].E->getType()) == bare(Object)) {
    if (carries(Object))
      act(StatementKind::Copy, Receiver, Args[0].What, Loc);
  } else if (Assigns && !Args.empty() && isOutputIterator(Object)) {
    return putOut(Receiver, Args[0], E);
  } else if (Assigns && !Args.empty() &&
             (holdsReferences(Object) || isProxy(Object))) {
    assignThrough(Receiver, Args[0], E);
  } else {
    llvm::SmallVector<const Expr *, 4> Values;
    for (const Given &G : Args) {
      keep(Receiver, Object, G, Loc);
      Values.push_back(G.E);
    }
    constructMade(Receiver, madeBy(Tu, Method, Object, Values), E);
  }
  bool Overwrites = Assigns || overwrites(Method, ReceiverArgument, Args, E);
  Statement *Write = write(
      Receiver, Overwrites ? AccessKind::Assign : AccessKind::CompoundAssign,
      Loc, Method);
  if (Write)
    tellKeys(*Write, Method, E);
}

/// True if \p Method, though const, changes what its object stands for
/// (std::atomic_ref).
bool Lowering::changesThrough(const CXXMethodDecl *Method, QualType Object) {
  OverloadedOperatorKind Op = Method->getOverloadedOperator();
  return isProxy(Object) && Method->isConst() &&
         !isa<CXXConversionDecl>(Method) && Op != OO_Star && Op != OO_Arrow &&
         Op != OO_Subscript && !Tu.Known.of(Method).isPure(ReceiverArgument);
}

/// Queue.pop(Into), Atomic.compare_exchange(Expected, ..): \p G, which a method
/// changes, may get an element of its object.
void Lowering::giveOut(Number Receiver, QualType Object, const Given &G,
                       SourceLocation Loc) {
  QualType Of = G.E->getType();
  if (!G.What || !G.Param->isReferenceType() || !carries(Of) ||
      !isElementOf(Of, Object))
    return;
  Number In = element(Receiver);
  if (isObject(Of))
    act(StatementKind::Copy, G.What, In, Loc);
  else
    store(G.What, load(In), Loc);
}

void Lowering::changeThrough(const CXXMethodDecl *Method, Number Receiver,
                             const GivenList &Args, const Expr *E) {
  Number At = load(element(Receiver));
  for (const Given &G : Args)
    if (carries(G.E->getType()) && !G.Param->isReferenceType())
      store(At, G.What, E->getExprLoc());
  write(At, AccessKind::CompoundAssign, E->getExprLoc(), Method);
}

StatementNumber Lowering::libraryMethod(const CXXMethodDecl *Method,
                                        Number Receiver, QualType Object,
                                        Arguments Args, const Expr *E) {
  GivenList All = given(Method, Args);
  const ModelsOf &Models = Tu.Known.of(Method);
  bool Changes = changesObject(Method, E);
  QualType T = Method->getReturnType();
  // What it returns tells of its object.
  if (!Changes || (E != Ignored && !T->isVoidType() && !T->isReferenceType()))
    read(Receiver, E->getExprLoc(), Method);
  if (Method->getOverloadedOperator() == OO_Call)
    return callHeld(Method, Receiver, Args, E);
  if (Changes)
    changeObject(Method, Receiver, Object, All, E);
  else if (changesThrough(Method, Object))
    changeThrough(Method, Receiver, All, E);
  for (unsigned I = 0; I < All.size(); ++I)
    if (mayChange(Method, I, All[I]))
      giveOut(Receiver, Object, All[I], E->getExprLoc());
  accessGiven(Method, All, E);
  // What it holds, a holder may give to code as well (withLock).
  llvm::SmallVector<Number, 1> Held;
  if (Tu.Known.handsOut(Method) && Receiver)
    Held.push_back(inside(Receiver, Object));
  // A container of callables only keeps them.
  bool Keeps = Changes && Tu.Code.canHold(Object);
  Number Ran = 0;
  if (!Keeps || Models.role() == CallRole::RunsNow || !Models.entries().empty())
    Ran = runGiven(Method, All, E, Held);
  runPolicies(Receiver, Object, Method, All, E);
  escapeGiven(Method, All, E->getExprLoc());
  if (Models.get<ExchangeModel>())
    for (const Given &G : All)
      if (carries(Object) && isObject(G.E->getType()))
        act(StatementKind::Copy, G.What, Receiver, E->getExprLoc());
  OverloadedOperatorKind Op = Method->getOverloadedOperator();
  if (T->isReferenceType() && bare(T) == bare(Object) && Op != OO_Star &&
      Op != OO_Subscript)
    return Receiver;
  // What a library gives out by value in place of a reference (vector<bool>).
  auto Leads = [&](QualType Part) { return leads(Part); };
  if (!Ran && !Method->isConst() && isAccessor(Method) && isLibraryObject(T) &&
      !isOfSameTemplate(T, Object) && !leads(T) &&
      llvm::none_of(typeArguments(T), Leads))
    return element(Receiver);
  return orRan(orGiven(handedOut(Receiver, Object, T), T, All, E->getExprLoc()),
               T, Ran, E->getExprLoc());
}

/// A method that returns \p What, a value of type \p T, may return what code
/// that it ran gave, \p Ran (withLock, std::optional::transform).
StatementNumber Lowering::orRan(Number What, QualType T, Number Ran,
                                SourceLocation Loc) {
  if (!Ran || T->isVoidType() || (!T->isReferenceType() && !carries(T)))
    return What;
  if (T->isReferenceType() || !isObject(T))
    return either(What, Ran);
  act(StatementKind::Copy, What, Ran, Loc);
  if (auto Types = typeArguments(T); isLibraryObject(T) && !Types.empty())
    act(isObject(Types[0]) ? StatementKind::Copy : StatementKind::Store,
        element(What), Ran, Loc);
  return What;
}

/// A method that returns \p What, a value of type \p T, may return an argument
/// of that type instead (value_or).
StatementNumber Lowering::orGiven(Number What, QualType T,
                                  llvm::ArrayRef<Given> All,
                                  SourceLocation Loc) {
  if (T->isReferenceType() || !carries(T))
    return What;
  for (const Given &G : All) {
    if (!G.What || bare(G.E->getType()) != bare(T))
      continue;
    if (!isObject(T))
      What = either(What, G.E->isGLValue() ? load(G.What) : G.What);
    else if (What)
      act(StatementKind::Copy, What, G.What, Loc);
  }
  return What;
}

/// std::tie(A, B) = X: what the object at \p Into refers to gets what \p From
/// holds.
void Lowering::assignThrough(Number Into, const Given &From, const Expr *E) {
  Number To = load(element(Into));
  if (From.What) {
    Number Value = element(From.What);
    act(StatementKind::Copy, To, Value, E->getExprLoc());
    store(To, load(Value), E->getExprLoc());
  }
  write(To, AccessKind::Assign, E->getExprLoc());
}

/// *std::back_inserter(List) = X: what the object at \p Iterator leads to gets
/// \p From.
void Lowering::putOut(Number Iterator, const Given &From, const Expr *E) {
  Number Container = load(element(Iterator)), In = element(Container);
  QualType Of = From.E->getType();
  if (From.What && isObject(Of))
    act(StatementKind::Copy, In, From.What, E->getExprLoc());
  else if (From.What && carries(Of))
    store(In, From.E->isGLValue() ? load(From.What) : From.What,
          E->getExprLoc());
  write(Container, AccessKind::CompoundAssign, E->getExprLoc());
}

void Lowering::libraryConstruct(Number Into, const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  llvm::SmallVector<const Expr *, 4> Args(E->arguments());
  GivenList All = given(Ctor, Args);
  QualType T = E->getType();
  if (Ctor->isCopyOrMoveConstructor() && !All.empty()) {
    read(All[0].What, E->getExprLoc());
    if (carries(T))
      act(StatementKind::Copy, Into, All[0].What, E->getExprLoc());
    moveFrom(E, All[0].What);
    return;
  }
  for (const Given &G : All)
    keep(Into, T, G, E->getExprLoc());
  for (const Expr *Argument : Args)
    holdKeys(Into, Argument);
  constructMade(Into, madeBy(Tu, Ctor, T, Args), E);
  accessGiven(Ctor, All, E);
  // std::thread(F, X) runs F; a std::function only keeps it.
  bool Keeps = carries(T) && !typeArguments(T).empty();
  // What a std::shared_ptr is given to delete with, its type does not tell.
  bool Deletes = Keeps && leads(T) && !Tu.Code.canHold(T) && !registers(Ctor);
  if (!Keeps || Deletes)
    runGiven(Ctor, All, E);
  if (!Args.empty())
    runPolicies(Into, T, Ctor, All, E);
  // What an object keeps, is in it; unless a model knows better.
  if (const auto *Flow = Tu.Known.of(Ctor).get<ValueFlowModel>())
    passByModel(Ctor, *Flow, All, E->getExprLoc());
}

/// True if what is written as \p E carries something, though a constant is made
/// of it: strchr, which gets a constant text, gives out what is none.
bool Lowering::carriesAsGiven(const Expr *E) {
  if (carries(E->getType()))
    return true;
  QualType T = E->IgnoreImpCasts()->getType();
  if (const ArrayType *Array = Tu.Ast.getAsArrayType(T))
    return E->getType()->isPointerType() &&
           !Array->getElementType().isConstQualified();
  return E->getType()->isPointerType() && carries(T);
}

/// What is changed gets what the others carry (swap, copy, memcpy), and what
/// code among them returned, \p Ran (generate, transform).
void Lowering::exchangeGiven(const FunctionDecl *Callee, const GivenList &All,
                             Number Ran, SourceLocation Loc) {
  // A model says with what an argument is filled: not with the others.
  const auto *Flow = Tu.Known.of(Callee).get<ValueFlowModel>();
  if (Flow && !Flow->Fills.empty())
    return;
  for (unsigned I = 0; I < All.size(); ++I) {
    const Given &To = All[I];
    if (!To.What || leadsToNumbers(To.Param) || !mayChange(Callee, I, To))
      continue;
    giveResult(To, Ran, Loc);
    // strtol(Text, &End, ..)
    QualType Pointee = To.Param->getPointeeType();
    bool ToPointer = !Pointee.isNull() && Pointee->isPointerType();
    for (const Given &From : All)
      if (&From != &To && From.What &&
          (carries(From.E->getType()) || (ToPointer && carriesAsGiven(From.E))))
        giveTo(To, From, /*KeepsOnly=*/registers(Callee), Loc);
  }
}

/// Where the elements are that \p G, a range, an iterator or a pointer, leads
/// to.
StatementNumber Lowering::rangeOf(const Given &G) {
  QualType T = G.E->getType();
  if (isObject(T))
    return leads(T) ? load(element(G.What)) : element(G.What);
  return G.E->isGLValue() ? load(G.What) : G.What;
}

/// \p To, an iterator or a pointer, leads to where \p Result is put.
void Lowering::giveResult(const Given &To, Number Result, SourceLocation Loc) {
  QualType T = To.E->getType();
  if (!Result || To.Param->isReferenceType() ||
      !(T->isPointerType() || leads(T)))
    return;
  QualType Of = T->isPointerType() ? T->getPointeeType() : valueTypeOf(T);
  Number Into = rangeOf(To);
  if (isOutputIterator(T)) // What it leads to is the container.
    Into = element(Into);
  if (Of.isNull() || isObject(Of))
    act(StatementKind::Copy, Into, Result, Loc);
  if (Of.isNull() || !isObject(Of))
    store(Into, Result, Loc);
}

/// True if a pointer of type \p Given is what the iterator \p To leads to, and
/// not a range of such.
static bool isValueOf(QualType Given, QualType To) {
  QualType Value = valueTypeOf(To);
  return Given->isPointerType() && !Value.isNull() &&
         bare(Value) == bare(Given);
}

/// True if there may be a pointer of type \p Given where one of type \p To
/// points: not where other pointers are.
static bool mayBeStored(QualType Given, QualType To) {
  QualType There = To->isArrayType()
                       ? QualType(To->getArrayElementTypeNoTypeQual(), 0)
                       : To->getPointeeType();
  if (There.isNull() || !There->isPointerType() || !Given->isPointerType())
    return true;
  QualType A = bare(Given->getPointeeType()), B = bare(There->getPointeeType());
  return A == B || A->isVoidType() || B->isVoidType() || A->isRecordType();
}

/// \p KeepsOnly: it refers to what it gets, and has no copy of it.
void Lowering::giveTo(const Given &To, const Given &From, bool KeepsOnly,
                      SourceLocation Loc) {
  QualType Of = From.E->getType(), ToType = To.E->getType();
  if (isLibraryObject(ToType)) {
    bool Leads = leads(ToType);
    // An iterator that is given by value stays what it is.
    bool ByValue = Leads && !To.Param->isReferenceType();
    if (bare(Of) == bare(ToType) && !ByValue)
      act(StatementKind::Copy, To.What, From.What, Loc);
    if (Leads && isValueOf(Of, ToType))
      store(load(element(To.What)),
            From.E->isGLValue() ? load(From.What) : From.What, Loc);
    else if (Leads && (Of->isPointerType() || isObject(Of)))
      act(StatementKind::Copy, load(element(To.What)), rangeOf(From), Loc);
    else if (!Leads)
      keep(To.What, ToType, From, Loc);
  } else if (isObject(Of)) {
    act(StatementKind::Copy, To.What, From.What, Loc);
    // std::copy(Vector.begin(), Vector.end(), Array)
    if (ToType->isPointerType() && (isLibraryObject(Of) || Of->isArrayType()))
      act(StatementKind::Copy, To.What, rangeOf(From), Loc);
  } else if (From.E->isGLValue() && !Of->isFunctionType()) {
    store(To.What, load(From.What), Loc);
  } else {
    // memcpy(To, From, N): what From points to goes where To points.
    if (!KeepsOnly) {
      act(StatementKind::Copy, To.What, From.What, Loc);
      if (Of->isPointerType() &&
          isAddressSized(To.E->IgnoreImpCasts()->getType()->getPointeeType()) &&
          carries(From.E->IgnoreImpCasts()->getType()->getPointeeType()))
        escape(load(From.What), Loc);
    }
    bool Bytes = To.Param->isVoidPointerType() &&
                 From.Param->isVoidPointerType() &&
                 From.Param->getPointeeType().isConstQualified();
    if (!Bytes && mayBeStored(Of, To.E->IgnoreImpCasts()->getType()))
      store(To.What, From.What, Loc);
  }
}

StatementNumber Lowering::libraryFunction(const FunctionDecl *Callee,
                                          Arguments Args, const Expr *E) {
  GivenList All = given(Callee, Args);
  const ModelsOf &Models = Tu.Known.of(Callee);
  SourceLocation Loc = E->getExprLoc();
  QualType T = Callee->getReturnType();
  const ForwardModel *Forward = Models.get<ForwardModel>();
  if (Forward && static_cast<size_t>(Forward->Argument) < All.size()) {
    const Given &G = All[Forward->Argument];
    // A part of an object of a library: std::get, any_cast, get_if.
    QualType Of = G.E->getType();
    if (Of->isPointerType() && isLibraryObject(Of->getPointeeType()))
      Of = Of->getPointeeType();
    bool Part = isObject(Of) && (T->isReferenceType() || T->isPointerType()) &&
                bare(T->getPointeeType()) != bare(Of);
    if (Part)
      return handedOut(G.What, Of, T);
    if (T->isReferenceType() || T->isPointerType())
      return G.What;
  }
  if (Models.allocates() && T->isPointerType()) {
    Number New = object(T->getPointeeType(), StatementKind::New);
    // realloc may give out what it was given.
    if (const ValueFlowModel *Flow = Models.get<ValueFlowModel>())
      for (ArgumentIndex I : Flow->Returns)
        if (static_cast<size_t>(I) < All.size())
          New = either(New, All[I].What);
    return New;
  }
  if (Number Made = makeGiven(Callee, All, Args, E)) {
    // What no model says of, may do more with what it is given.
    if (!isOfStd(Callee) && !Tu.Known.byName(Callee).get<MakerModel>()) {
      accessGiven(Callee, All, E);
      runGiven(Callee, All, E);
      escapeGiven(Callee, All, Loc);
    }
    return Made;
  }
  accessGiven(Callee, All, E);
  // What std::bind and its kin make is called later; what std::invoke gives may
  // be of the same type.
  bool Binds = isLibraryObject(T) && Tu.Code.canHold(T) &&
               Models.role() != CallRole::RunsNow;
  Number Ran = 0;
  bool Streams = Callee->getOverloadedOperator() == OO_LessLess ||
                 Callee->getOverloadedOperator() == OO_GreaterGreater;
  if (!Streams && !Binds)
    Ran = runGiven(Callee, All, E);
  exchangeGiven(Callee, All, Ran, Loc);
  escapeGiven(Callee, All, Loc);
  return givenOut(Callee, std::move(All), Ran, Loc);
}

/// What a free function gives out: what code among its arguments returned
/// (std::invoke, in \p Ran), and what it was given.
StatementNumber Lowering::givenOut(const FunctionDecl *Callee, GivenList All,
                                   Number Ran, SourceLocation Loc) {
  QualType T = Callee->getReturnType();
  if (T->isVoidType() || (!T->isReferenceType() && !carries(T)))
    return isObject(T) ? object(T) : 0;
  const ValueFlowModel *Flow = Tu.Known.of(Callee).get<ValueFlowModel>();
  if (Flow && !Flow->Returns.empty()) {
    GivenList HandedOn;
    for (ArgumentIndex I : Flow->Returns)
      if (static_cast<size_t>(I) < All.size())
        HandedOn.push_back(All[I]);
    All = std::move(HandedOn);
  }
  bool Borrows = isBorrowing(Callee) && !(Flow && Flow->ReturnsKept);
  if (T->isReferenceType() || T->isPointerType())
    return pointerOut(All, T, Ran, Borrows);
  if (isObject(T))
    return objectOut(All, T, Ran, Loc);
  Number Given = Ran;
  for (const auto &G : All)
    if (G.What && carries(G.E->getType()))
      Given =
          either(Given, isObject(G.E->getType()) ? load(element(G.What))
                        : G.E->isGLValue() && !G.E->getType()->isFunctionType()
                            ? load(G.What)
                            : G.What);
  return Given ? Given : Borrows ? 0 : unknown();
}

StatementNumber Lowering::pointerOut(const GivenList &All, QualType T,
                                     Number Ran, bool Borrows) {
  Number Given = Ran;
  for (const auto &G : All) {
    QualType Of = G.E->getType();
    if (!G.What)
      continue;
    if (T->isReferenceType() && G.E->isGLValue() && bare(Of) == bare(T))
      Given = either(Given, G.What);
    else if (isObject(Of) && carries(Of))
      Given = either(Given, handedOut(G.What, Of, T));
    else if (Of->isPointerType() && T->isPointerType() && !G.E->isGLValue() &&
             carriesAsGiven(G.E) && mayBecome(Of, T))
      Given = either(Given, G.What);
    // strsep(&Text, ..): what it leads to.
    else if (Of->isPointerType() && T->isPointerType() && !G.E->isGLValue() &&
             carries(Of->getPointeeType()) &&
             bare(Of->getPointeeType()) == bare(T))
      Given = either(Given, load(G.What));
    else if (Of->isPointerType() && G.E->isGLValue() && carries(Of))
      Given = either(Given, load(G.What));
  }
  if (Given)
    return Borrows ? Given : either(Given, unknown());
  // What is made of nothing that was given is memory of the library's own, in
  // which pointers may be kept.
  QualType To = T->getPointeeType();
  if (isLibraryObject(To) || (Borrows && (To->isVoidType() || carries(To))))
    return object(To, StatementKind::New);
  return Borrows ? 0 : unknown();
}

StatementNumber Lowering::objectOut(const GivenList &All, QualType T,
                                    Number Ran, SourceLocation Loc) {
  Number Object = object(T);
  orRan(Object, T, Ran, Loc);
  for (const auto &G : All) {
    if (!G.What)
      continue;
    QualType Of = G.E->getType();
    if (bare(Of) == bare(T)) {
      act(StatementKind::Copy, Object, G.What, Loc);
      continue;
    }
    if (isLibraryObject(Of) && !isLibraryObject(T)) {
      act(StatementKind::Copy, Object, handedOut(G.What, Of, T), Loc);
      continue;
    }
    keep(Object, T, G, Loc);
    // std::any_cast<Wrapper>(Any)
    if (isLibraryObject(Of) && isLibraryObject(T) && !leads(Of) &&
        !Tu.Typer.contains(bare(Of)))
      act(StatementKind::Copy, Object, handedOut(G.What, Of, T), Loc);
    // std::ref, std::begin: it leads to what was given.
    if (leads(T) && G.E->isLValue())
      store(element(Object), isObject(Of) ? leadingTo(T, G.What, Of) : G.What,
            Loc);
  }
  return Object;
}

} // namespace stateless
