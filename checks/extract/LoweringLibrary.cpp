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
  // That operator[] of a map has a const overload does not keep it from adding.
  const KeyMethodModel *Keys = keyMethod(Method, Tu);
  return (Keys && Keys->Kind == KeyMethodKind::Adds) || !isAccessor(Method);
}

StatementNumber Lowering::libraryMethod(const CXXMethodDecl *Method,
                                        Number Receiver, QualType Object,
                                        Arguments Args, const Expr *E) {
  GivenList All = given(Method, Args);
  const ModelsOf &Models = Tu.Known.of(Method);
  bool Changes = changesObject(Method, E);
  QualType T = Method->getReturnType();
  // F(X) of a std::function or of what std::bind made.
  if (!Changes)
    read(Receiver, E->getExprLoc(), Method);
  if (Method->getOverloadedOperator() == OO_Call) {
    return indirectCall(load(element(Receiver)), Method->getType(), 0, Args, E,
                        Method->getPrimaryTemplate() != nullptr);
  }
  bool Copies = Method->getOverloadedOperator() == OO_Equal &&
                Args.size() == 1 && bare(Args[0]->getType()) == bare(Object);
  if (Changes) {
    if (Copies) {
      if (carries(Object))
        act(StatementKind::Copy, Receiver, All[0].What, E->getExprLoc());
    } else {
      if (Method->getOverloadedOperator() == OO_Equal &&
          (holdsReferences(Object) || isProxy(Object)) && !All.empty())
        assignThrough(Receiver, All[0], E);
      else
        for (const Given &G : All)
          keep(Receiver, Object, G, E->getExprLoc());
      makeElement(Method, Receiver, All, E);
    }
    Statement *Write = write(Receiver,
                             Method->getOverloadedOperator() == OO_Equal
                                 ? AccessKind::Assign
                                 : AccessKind::CompoundAssign,
                             E->getExprLoc(), Method);
    if (Write)
      tellKeys(*Write, Method, E);
  }
  accessGiven(Method, All, E);
  // What it holds, a holder may give to code as well (withLock).
  llvm::SmallVector<Number, 1> Held;
  if (Tu.Known.handsOut(Method) && Receiver)
    Held.push_back(inside(Receiver, Object));
  // A container of callables only keeps them.
  bool Keeps = Changes && Tu.Code.canHold(Object);
  if (!Keeps || Models.role() == CallRole::RunsNow || !Models.entries().empty())
    runGiven(Method, All, E, Held);
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
  if (!Method->isConst() && isAccessor(Method) && isLibraryObject(T) &&
      !leads(T))
    return element(Receiver);
  return orGiven(handedOut(Receiver, Object, T), T, All, E->getExprLoc());
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
  accessGiven(Ctor, All, E);
  // std::thread(F, X) runs F; a std::function only keeps it.
  bool Keeps = carries(T) && !typeArguments(T).empty();
  if (!Keeps)
    runGiven(Ctor, All, E);
}

/// The constructors of \p Record that a library may choose for \p Args: by
/// number and, where that tells them apart, by what is a pointer.
static llvm::SmallVector<const CXXConstructorDecl *, 4>
constructorsFor(const CXXRecordDecl *Record, llvm::ArrayRef<const Expr *> Args,
                bool Copies) {
  llvm::SmallVector<const CXXConstructorDecl *, 4> All(Record->ctors());
  for (const Decl *D : Record->decls())
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      for (const FunctionDecl *Made : Template->specializations())
        if (auto *Ctor = dyn_cast<CXXConstructorDecl>(Made))
          All.push_back(Ctor);
  llvm::erase_if(All, [&](const CXXConstructorDecl *Ctor) {
    return Ctor->isCopyOrMoveConstructor() != Copies || Ctor->isDeleted() ||
           Ctor->getMinRequiredArguments() > Args.size() ||
           (Ctor->getNumParams() < Args.size() && !Ctor->isVariadic());
  });
  auto Fits = [&](const CXXConstructorDecl *Ctor) {
    for (unsigned I = 0;
         I < std::min<size_t>(Args.size(), Ctor->getNumParams()); ++I) {
      QualType Given = Args[I]->getType(),
               Wanted = Ctor->getParamDecl(I)->getType().getNonReferenceType();
      if (Given->isPointerType() && Wanted->isArithmeticType() &&
          !Wanted->isBooleanType())
        return false;
      if (Given->isArithmeticType() && Wanted->isPointerType())
        return false;
    }
    return true;
  };
  if (llvm::any_of(All, Fits))
    llvm::erase_if(All, [&](const auto *Ctor) { return !Fits(Ctor); });
  return All;
}

/// A library makes an object of the project's class \p Record from \p Args.
void Lowering::constructGiven(Number Into, const CXXRecordDecl *Record,
                              const GivenList &Args, const Expr *E) {
  bool Copies = Args.size() == 1 &&
                bare(Args[0].E->getType())->getAsCXXRecordDecl() == Record;
  llvm::SmallVector<const Expr *, 4> Values;
  for (const Given &G : Args)
    Values.push_back(G.E);
  auto Fitting = constructorsFor(Record, Values, Copies);
  auto IsWritten = [](const auto *Ctor) { return Ctor->isUserProvided(); };
  if (llvm::any_of(Fitting, IsWritten)) {
    for (const CXXConstructorDecl *Ctor : Fitting)
      if (IsWritten(Ctor))
        projectCall(Ctor, Into, Values, E, /*Forwards=*/true);
  } else if (Copies) {
    act(StatementKind::Copy, Into, Args[0].What, E->getExprLoc());
  } else if (Args.empty()) {
    // A constructor that nobody wrote may not be declared.
    if (Fitting.empty())
      constructMembers(Into, Record);
    else
      constructMembers(Into, Fitting.front());
  } else if (Record->isAggregate() && Record->bases().empty()) {
    auto Field = Record->field_begin();
    for (const Expr *Value : Values)
      if (Field != Record->field_end()) {
        initialize(field(Into, *Field), Value, Field->getType());
        ++Field;
      }
  } else { // Nobody knows how.
    for (const Given &G : Args)
      if (G.What && carries(G.E->getType()))
        escape(G.What, E->getExprLoc());
  }
}

/// emplace(..) and its kin: an element is made of what is given.
void Lowering::makeElement(const CXXMethodDecl *Method, Number Receiver,
                           llvm::ArrayRef<Given> Args, const Expr *E) {
  const MakerModel *Model = Tu.Known.byName(Method).get<MakerModel>();
  auto *Container =
      dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent());
  const FunctionTemplateDecl *Template = Method->getPrimaryTemplate();
  if (!Model || Model->Makes != MakerKind::Element || !Container || !Template)
    return;
  auto ClassOf = [&](unsigned Argument) -> const CXXRecordDecl * {
    const TemplateArgumentList &Types = Container->getTemplateArgs();
    if (Argument >= Types.size() ||
        Types[Argument].getKind() != TemplateArgument::Type)
      return nullptr;
    const CXXRecordDecl *Record =
        Types[Argument].getAsType()->getAsCXXRecordDecl();
    return Record && Record->hasDefinition() && !isLibrary(Record) ? Record
                                                                   : nullptr;
  };
  bool Maps = !Container->lookup(&Tu.Ast.Idents.get("mapped_type")).empty();
  // What has a parameter of its own is a position or a key.
  size_t Named = 0;
  for (const ParmVarDecl *P : Template->getTemplatedDecl()->parameters())
    Named += !P->isParameterPack();
  Args =
      Args.drop_front(std::min(Args.size(), Named != 0 ? Named : size_t(Maps)));
  if (const CXXRecordDecl *Of = ClassOf(Maps ? 1 : 0))
    constructGiven(element(Receiver), Of, GivenList(Args), E);
}

/// The class that a function such as make_unique<T>(..) makes an object of.
static QualType madeType(const FunctionDecl *Callee) {
  const TemplateArgumentList *Args = Callee->getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return {};
  return Args->get(0).getAsType();
}

/// make_unique<T>(..) and its kin: a new object, made of what is given, and an
/// object of a library that holds it. 0: \p Callee is no such function.
StatementNumber Lowering::makeGiven(const FunctionDecl *Callee,
                                    const GivenList &Args, const Expr *E) {
  const MakerModel *Model = Tu.Known.byName(Callee).get<MakerModel>();
  QualType T = Callee->getReturnType();
  QualType Made = Model && Model->Makes == MakerKind::Argument
                      ? madeType(Callee)
                      : QualType();
  if (Made.isNull() || !isLibraryObject(T))
    return 0;
  SourceLocation Loc = E->getExprLoc();
  Number Object = object(T);
  Number New = object(Made, StatementKind::New);
  store(element(Object), New, Loc);
  const CXXRecordDecl *Record = Made->getAsCXXRecordDecl();
  if (Record && Record->hasDefinition() && !isLibrary(Record)) {
    constructGiven(New, Record, Args, E);
  } else {
    for (const Given &G : Args)
      keep(New, Made, G, Loc);
  }
  return Object;
}

/// What is changed gets what the others carry (swap, copy, memcpy).
void Lowering::exchangeGiven(const FunctionDecl *Callee, const GivenList &All,
                             SourceLocation Loc) {
  for (unsigned I = 0; I < All.size(); ++I) {
    const Given &To = All[I];
    if (!To.What || leadsToNumbers(To.Param) || !mayChange(Callee, I, To))
      continue;
    for (const Given &From : All)
      if (&From != &To && From.What && carries(From.E->getType()))
        giveTo(To, From, /*KeepsOnly=*/registers(Callee), Loc);
  }
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
    if (Leads && isObject(Of))
      act(StatementKind::Copy, load(element(To.What)), load(element(From.What)),
          Loc);
    else if (!Leads)
      keep(To.What, ToType, From, Loc);
  } else if (isObject(Of)) {
    act(StatementKind::Copy, To.What, From.What, Loc);
  } else if (From.E->isGLValue() && !Of->isFunctionType()) {
    store(To.What, load(From.What), Loc);
  } else {
    // memcpy(To, From, N): what From points to goes where To points.
    if (!KeepsOnly)
      act(StatementKind::Copy, To.What, From.What, Loc);
    bool Bytes = To.Param->isVoidPointerType() &&
                 From.Param->isVoidPointerType() &&
                 From.Param->getPointeeType().isConstQualified();
    if (!Bytes)
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
  if (Number Made = makeGiven(Callee, All, E))
    return Made;
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
  exchangeGiven(Callee, All, Loc);
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
    else if (Of->isPointerType() && T->isPointerType() && carries(Of) &&
             !G.E->isGLValue() && mayBecome(Of, T))
      Given = either(Given, G.What);
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
  if (Ran)
    act(StatementKind::Copy, Object, Ran, Loc);
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
    // std::ref, std::begin: it leads to what was given.
    if (leads(T) && G.E->isLValue())
      store(element(Object), isObject(Of) ? leadingTo(T, G.What, Of) : G.What,
            Loc);
  }
  return Object;
}

} // namespace stateless
