//===- LoweringCode.cpp - Code that is handed over to be run --------------===//
//
// A library runs code among its arguments: before it returns, later, or as a
// handler that a registration tells. It may run it with all else that it is
// given. It must not know names of functions: those are in the models.
//
//===----------------------------------------------------------------------===//
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

/// A function of a library that a model gives a role has no body in sight.
/// Where it is handed on to be called, a function that only calls it stands
/// for it.
SymbolId Lowering::functionSymbol(const FunctionDecl *F) {
  SymbolId Callee = Tu.Namer.symbol(F);
  CallRole Role = isLibrary(F) ? Tu.Known.roleOf(F) : CallRole::None;
  if (!takesRequests(Role))
    return Callee;
  Function Caller;
  Caller.Symbol =
      Tu.Facts.Strings.intern("call " + Tu.Facts.Strings[Callee].str());
  if (!Tu.Callers.insert(Caller.Symbol).second)
    return Caller.Symbol;
  Caller.Name = Tu.Namer.name(F);
  Caller.QualifiedName = Tu.Namer.qualifiedName(F);
  Caller.Loc = Tu.Namer.locate(F->getLocation());
  Caller.Link = Linkage::Internal;
  Caller.Definition = true;
  Caller.Project = false;
  Call Only;
  Only.Callee = Callee;
  Only.CalleeName = Caller.QualifiedName;
  Only.Role = Role;
  Only.Library = true;
  Only.Loc = Caller.Loc;
  Caller.Calls.push_back(std::move(Only));
  Tu.Facts.Functions.push_back(std::move(Caller));
  return Tu.Facts.Functions.back().Symbol;
}

/// All code in an object of type \p T at the address \p At or, if that is no
/// \p IsAddress, in what the value \p At of that type leads to.
void Lowering::codeIn(Number At, QualType T, bool IsAddress,
                      llvm::SmallVectorImpl<Code> &Into, unsigned Level) {
  static constexpr unsigned MaxLevel = 4;
  T = T.getNonReferenceType().getCanonicalType();
  if (!At || Level > MaxLevel || (Level && !Tu.Code.canHold(T)))
    return;
  if (T->isFunctionType()) {
    Into.push_back({At});
  } else if (T->isPointerType() && !T->isFunctionPointerType()) {
    codeIn(IsAddress ? load(At) : At, T->getPointeeType(), true, Into, Level);
  } else if (T->isAnyPointerType() || T->isMemberPointerType() ||
             T->isBlockPointerType()) {
    Into.push_back({IsAddress ? load(At) : At});
  } else if (auto *Array = Tu.Ast.getAsArrayType(T)) {
    codeIn(element(At), Array->getElementType(), true, Into, Level + 1);
  } else if (callOperator(T)) {
    Into.push_back({At});
  } else if (auto Used = Tu.Code.usedOperators(T); !Used.empty()) {
    for (const CXXMethodDecl *Method : Used)
      Into.push_back(
          {value(StatementKind::Function, Tu.Namer.symbol(Method)), At});
  } else if (isLibraryObject(T)) {
    Number Held = load(element(At));
    Into.push_back({Held});
    // What it points to may be a std::function.
    if (leads(T))
      Into.push_back({load(element(Held))});
  } else if (const RecordDecl *Record = T->getAsRecordDecl();
             Record && (Record = Record->getDefinition())) {
    for (const FieldDecl *F : Record->fields())
      codeIn(Record->isUnion() ? At : field(At, F), F->getType(), true, Into,
             Level + 1);
  }
}

/// When \p Callee runs what it is given. The free functions of the standard
/// library that keep nothing do so before they return.
Lowering::RunAs Lowering::runAs(const FunctionDecl *Callee) const {
  const ModelsOf &Of = Tu.Known.of(Callee);
  if (Of.role() == CallRole::RunsNow)
    return RunAs::Now;
  const ValueFlowModel *Flow = Of.get<ValueFlowModel>();
  bool Free = Callee->getIdentifier() && !isa<CXXMethodDecl>(Callee);
  return (Free || Tu.Namer.functionObject(Callee)) && isOfStd(Callee) &&
                 !(Flow && !Flow->Keeps.empty())
             ? RunAs::Now
             : RunAs::Later;
}

/// The code that \p G, an argument that is run, leads to.
llvm::SmallVector<Lowering::Code, 1> Lowering::codeOf(const Given &G,
                                                      bool IsHandler) {
  llvm::SmallVector<Code, 1> Result;
  QualType T = G.E->getType().getNonReferenceType();
  if (!G.What)
    return Result;
  if (IsHandler) {
    QualType Core = coreOf(G.E)->getType();
    codeIn(G.What, Tu.Code.canHold(T) ? T : Core,
           G.E->isGLValue() || isObject(T), Result);
    return Result;
  }
  bool Holder =
      isLibraryObject(T) &&
      (isView(T) || Tu.Code.hasCallOperator(T->getAsCXXRecordDecl()) ||
       llvm::any_of(typeArguments(T), [](QualType Part) {
         return Part->isFunctionType() || Part->isFunctionPointerType() ||
                Part->isMemberFunctionPointerType();
       }));
  bool Callbacks = T->isPointerType() && !T->isFunctionPointerType() &&
                   T->getPointeeType()->isRecordType() &&
                   !callOperator(T->getPointeeType()) &&
                   !isLibraryObject(T->getPointeeType());
  if (T->isFunctionPointerType() || T->isFunctionType() ||
      T->isMemberPointerType() || callOperator(T) ||
      !Tu.Code.usedOperators(T).empty() || Holder ||
      (Callbacks && Tu.Code.canHold(T)))
    codeIn(G.What, T, G.E->isGLValue() || isObject(T), Result);
  return Result;
}

/// True if argument \p Index of the registering call \p E says for which
/// requests the handler is.
bool Lowering::namesRoute(const Expr *E, unsigned Index) const {
  auto It = HandedOver.find(E);
  if (It == HandedOver.end())
    return false;
  const EntryPointModel &Model = *It->second.Model;
  auto At = static_cast<ArgumentIndex>(Index);
  return (Model.RouteCall.empty() && llvm::is_contained(Model.Route, At)) ||
         Model.Verb == At;
}

/// \p Callee runs \p What, the argument \p Of, and may give it the rest of
/// \p Args and \p Also. Gives what the code returns.
StatementNumber Lowering::run(const Code &What, const Given *Of, RunAs As,
                              const FunctionDecl *Callee, const GivenList &Args,
                              const Expr *E, llvm::ArrayRef<Number> Also) {
  bool IsHandler = As == RunAs::Handler;
  Statement S;
  S.Kind = StatementKind::Run;
  S.Loc = Tu.Namer.locate(E->getExprLoc());
  S.A = What.Number;
  if (IsHandler)
    S.Called = Tu.Namer.qualifiedName(Callee);
  S.Index = As == RunAs::Now;
  Number Call = add(std::move(S));
  for (const Given &Other : Args) {
    if (&Other == Of || !Other.What ||
        (IsHandler && namesRoute(E, &Other - Args.begin())))
      continue;
    QualType T = Other.E->getType();
    llvm::SmallVector<Number, 3> Values{Other.What};
    if (isLibraryObject(T)) {
      Values.push_back(element(Other.What));
      Values.push_back(load(element(Other.What)));
    } else if (Other.E->isGLValue() && !isObject(T) && carries(T)) {
      Values.push_back(load(Other.What));
    } else if (T->isPointerType() && T->getPointeeType()->isPointerType() &&
               carries(T->getPointeeType())) {
      Values.push_back(load(Other.What)); // A range may be given by pointers.
    } else if (!Other.E->isGLValue() && !isObject(T) && !carries(T)) {
      continue;
    }
    for (Number N : Values)
      value(StatementKind::Argument, {}, N, Call);
  }
  if (What.Object)
    value(StatementKind::Argument, {}, What.Object, Call);
  for (Number N : Also)
    value(StatementKind::Argument, {}, N, Call);
  // A library gets what code that it runs later returns.
  if (As != RunAs::Now)
    escape(Call, E->getExprLoc());
  return Call;
}

/// Gives what the code among \p Args returns.
StatementNumber Lowering::runGiven(const FunctionDecl *Callee,
                                   const GivenList &Args, const Expr *E,
                                   llvm::ArrayRef<Number> Also) {
  Number Results = 0;
  auto Registers = HandedOver.find(E);
  for (const Given &G : Args) {
    bool IsHandler = Registers != HandedOver.end() &&
                     Registers->second.Model->Members.empty() &&
                     llvm::is_contained(Registers->second.Handlers, G.E);
    for (const Code &Each : codeOf(G, IsHandler))
      Results =
          either(Results,
                 run(Each, &G, IsHandler ? RunAs::Handler : runAs(Callee),
                     IsHandler ? Registers->second.By : Callee, Args, E, Also));
    if (IsHandler)
      llvm::erase(Registers->second.Handlers, G.E);
  }
  return Results;
}

/// What an object of type \p T, of a library, is given to work with:
/// comparators, hashes, deleters, the functions of views. Its template has a
/// default for such a parameter, or is a view.
static void addPolicies(QualType T, llvm::SmallVectorImpl<QualType> &Into) {
  auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      bare(T)->getAsCXXRecordDecl());
  if (!Spec)
    return;
  bool View = isView(T);
  const TemplateParameterList *Params =
      Spec->getSpecializedTemplate()->getTemplateParameters();
  const TemplateArgumentList &Args = Spec->getTemplateArgs();
  for (unsigned I = 0; I < std::min(Params->size(), Args.size()); ++I) {
    auto *Param = dyn_cast<TemplateTypeParmDecl>(Params->getParam(I));
    if (!Param || Args[I].getKind() != TemplateArgument::Type)
      continue;
    if (View || Param->hasDefaultArgument())
      Into.push_back(Args[I].getAsType());
    if (View && isView(Args[I].getAsType()))
      addPolicies(Args[I].getAsType(), Into);
  }
}

/// The library's object at \p Object, of type \p T, may run what it was made to
/// work with on what it holds. What a smart pointer deletes, it deletes later.
void Lowering::runPolicies(Number Object, QualType T,
                           const FunctionDecl *Callee, const GivenList &Args,
                           const Expr *E) {
  if (!Object || !isLibraryObject(bare(T)))
    return;
  llvm::SmallVector<QualType, 4> Policies;
  addPolicies(T, Policies);
  bool Points = Tu.Typer.isPointerLike(T) && !isView(T);
  for (QualType Policy : Policies) {
    Number Held = 0;
    if (callOperator(Policy)) {
      // What was given, or what the library made itself.
      const CXXRecordDecl *Class = Policy->getAsCXXRecordDecl();
      if (!Class->isEmpty())
        Held = loadOf(element(Object), Policy);
      if (Class->isEmpty() || Class->hasUserProvidedDefaultConstructor() ||
          Class->hasInClassInitializer())
        Held = either(Held, object(Policy));
    } else if (Policy->isFunctionPointerType()) {
      Held = load(element(Object));
    }
    if (!Held)
      continue;
    Number In = element(Object);
    Number Result = run({Held}, nullptr, Points ? RunAs::Later : RunAs::Now,
                        Callee, Args, E, {In, load(In)});
    // Its iterators give out what the function returns.
    if (isView(T))
      store(In, Result, E->getExprLoc());
  }
}

/// The call \p E is about to be lowered, which may hand something over.
void Lowering::expectHandover(const FunctionDecl *Callee, const Expr *Receiver,
                              Arguments Args, const Expr *E) {
  if (Handover Found = handoverOf(Tu, Callee, Receiver, Args); Found.Model)
    HandedOver.try_emplace(E, std::move(Found));
}

/// Tells what \p E hands over and was not told as run.
void Lowering::handOver(Arguments Args, const Expr *E) {
  auto It = HandedOver.find(E);
  if (It == HandedOver.end())
    return;
  Handover Left = It->second;
  GivenList All = given(Left.By, Args);
  for (const Expr *Handler : Left.Handlers) {
    for (const CXXMethodDecl *Method :
         Tu.Code.members(Handler, Left.Model->Members))
      run({value(StatementKind::Function, functionSymbol(Method))}, nullptr,
          RunAs::Handler, Left.By, All, E);
    if (!Left.Model->Members.empty())
      continue;
    auto *Of =
        llvm::find_if(All, [&](const Given &G) { return G.E == Handler; });
    Given Receiver{Handler, Handler->getType(), lower(Handler)};
    const Given *G = Of == All.end() ? &Receiver : Of;
    for (const Code &Each : codeOf(*G, /*IsHandler=*/true))
      run(Each, G, RunAs::Handler, Left.By, All, E);
  }
  HandedOver.erase(E);
}

/// Something callable is put into a field of a library's object, which may run
/// it, and give it that object.
void Lowering::runStored(const BinaryOperator *Op) {
  const FieldDecl *Field = libraryField(Tu, *Op);
  if (!Field)
    return;
  auto *Member = cast<MemberExpr>(Op->getLHS()->IgnoreParens());
  Number Object = lower(Member->getBase());
  Given G{Op->getRHS(), Op->getRHS()->getType(), lower(Op->getRHS())};
  for (const Code &Each : codeOf(G, /*IsHandler=*/true)) {
    Statement S;
    S.Kind = StatementKind::Run;
    S.Loc = Tu.Namer.locate(Op->getExprLoc());
    S.A = Each.Number;
    if (modelOfField(Tu, Field))
      S.Called = Tu.Namer.qualifiedName(Field);
    Number Call = add(std::move(S));
    if (Object)
      value(StatementKind::Argument, {}, Object, Call);
  }
}

} // namespace stateless
