//===- Places.cpp - Expressions to the objects they name ------------------===//
#include "extract/Places.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace stateless {

/// An expression names at most this many places, each this many steps long;
/// more say nothing further about who is written.
static constexpr size_t MaxPlaces = 4;
static constexpr size_t MaxSteps = 8;
static constexpr unsigned MaxPlaceDepth = 40;

static void addStep(PlaceList &Places, StepKind Kind, SymbolId Symbol = {}) {
  for (Place &P : Places) {
    // Elements of elements and pointers to pointers add nothing.
    bool Same = !P.Steps.empty() && P.Steps.back().Kind == Kind &&
                Kind != StepKind::Field;
    if (!Same && P.Steps.size() < MaxSteps)
      P.Steps.push_back({Kind, Symbol});
  }
}

static void append(PlaceList &To, PlaceList From) {
  for (Place &P : From)
    if (To.size() < MaxPlaces && !llvm::is_contained(To, P))
      To.push_back(std::move(P));
}

bool isAccessor(const CXXMethodDecl *Method) {
  if (Method->isConst() || Method->isStatic())
    return false;
  const DeclContext *Class = Method->getParent();
  for (const NamedDecl *D : Class->lookup(Method->getDeclName())) {
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    auto *Other = dyn_cast<CXXMethodDecl>(D);
    if (Other && Other->isConst() &&
        Other->getNumParams() == Method->getNumParams())
      return true;
  }
  return false;
}

bool isForwarding(const FunctionDecl *Callee, unsigned Index) {
  const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern(false);
  if (!Pattern)
    return false;
  // Arguments of a pack share its one parameter.
  unsigned At = std::min<unsigned>(Index, Pattern->getNumParams() - 1);
  if (Pattern->getNumParams() == 0)
    return false;
  QualType T = Pattern->getParamDecl(At)->getType();
  if (auto *Pack = T->getAs<PackExpansionType>())
    T = Pack->getPattern();
  auto *Ref = T->getAs<RValueReferenceType>();
  return Ref && Ref->getPointeeType()->isTemplateTypeParmType() &&
         !Ref->getPointeeType().isConstQualified();
}

bool isForwardedCopy(TuContext &Tu, const FunctionDecl *Callee,
                     unsigned Index) {
  return !Tu.Namer.inProject(Callee) && isForwarding(Callee, Index) &&
         !Tu.Known.of(Callee).get<ForwardModel>() &&
         Tu.Known.roleOf(Callee) != CallRole::RunsNow &&
         Callee->getOverloadedOperator() != OO_GreaterGreater;
}

static const Expr *strip(const Expr *E) {
  for (;;) {
    const Expr *Inner = E->IgnoreParens()->IgnoreImplicitAsWritten();
    if (auto *Opaque = dyn_cast<OpaqueValueExpr>(Inner);
        Opaque && Opaque->getSourceExpr())
      Inner = Opaque->getSourceExpr();
    else if (auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Temporary->getSubExpr();
    else if (auto *Cleanups = dyn_cast<ExprWithCleanups>(Inner))
      Inner = Cleanups->getSubExpr();
    else if (auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bound->getSubExpr();
    else if (auto *List = dyn_cast<InitListExpr>(Inner);
             List && List->getNumInits() == 1)
      Inner = List->getInit(0);
    // In a template, `T X(E)` stays a list of expressions without a type.
    else if (auto *List = dyn_cast<ParenListExpr>(Inner);
             List && List->getNumExprs() == 1)
      Inner = const_cast<ParenListExpr *>(List)->getExpr(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

PlaceList PlaceBuilder::parameter(const ParmVarDecl *Param) {
  auto *Owner = dyn_cast<FunctionDecl>(Param->getDeclContext());
  if (!Owner)
    return {};
  Place P;
  P.Root = RootKind::Parameter;
  P.Index = Param->getFunctionScopeIndex();
  // In a lambda, a parameter of a function around it.
  if (Owner != In)
    P.Symbol = Tu.Namer.symbol(Owner);
  return {P};
}

PlaceList PlaceBuilder::localObjects(const VarDecl *Local) {
  if (auto *Param = dyn_cast<ParmVarDecl>(Local))
    return Param->getType()->isReferenceType() ? parameter(Param) : PlaceList{};
  if (!Local->getType()->isReferenceType())
    return kept(Local);
  if (!Local->getInit())
    return {};
  if (!InProgress.insert(Local).second)
    return {};
  PlaceList Result = objects(Local->getInit());
  InProgress.erase(Local);
  return Result;
}

PlaceList PlaceBuilder::kept(const VarDecl *Local) {
  if (!Body.isKept(Local))
    return {};
  Place P;
  P.Root = RootKind::Variable;
  P.Symbol = Tu.Namer.symbol(Local);
  return {P};
}

PlaceList PlaceBuilder::localPointees(const VarDecl *Local) {
  PlaceList Result;
  // Who holds an object on the heap stands for it.
  if (PlaceList Holder = kept(Local); !Holder.empty()) {
    addStep(Holder, StepKind::Deref);
    Result = std::move(Holder);
  }
  if (auto *Param = dyn_cast<ParmVarDecl>(Local))
    append(Result, parameter(Param));
  const LocalInfo *Info = Body.info(Local);
  if (!Info || !InProgress.insert(Local).second)
    return Result;
  for (const Expr *E : Info->Assigned) {
    PlaceList Assigned = pointees(E);
    if (!Result.empty())
      llvm::erase_if(
          Assigned, [](const Place &P) { return P.Root == RootKind::Created; });
    append(Result, std::move(Assigned));
  }
  InProgress.erase(Local);
  return Result;
}

PlaceList PlaceBuilder::variableObjects(const VarDecl *Var) {
  // A reference to a variable is that variable.
  if (Var->getType()->isReferenceType()) {
    const VarDecl *Init = nullptr;
    if (const Expr *E = Var->getAnyInitializer(Init);
        E && InProgress.insert(Var).second) {
      PlaceList Result = objects(E);
      InProgress.erase(Var);
      llvm::erase_if(
          Result, [](const Place &P) { return P.Root != RootKind::Variable; });
      if (!Result.empty())
        return Result;
    }
  }
  Place P;
  P.Root = RootKind::Variable;
  P.Symbol = Tu.Namer.symbol(Var);
  if (Var->getType()->isReferenceType())
    P.Steps.push_back({StepKind::Deref, {}});
  return {P};
}

PlaceList PlaceBuilder::memberObjects(const MemberExpr *Member) {
  const ValueDecl *D = Member->getMemberDecl();
  if (auto *Static = dyn_cast<VarDecl>(D))
    return variableObjects(Static);
  auto *Field = dyn_cast<FieldDecl>(D);
  if (!Field)
    return {};
  const Expr *Base = Member->getBase();
  PlaceList Result = Member->isArrow() ? pointees(Base) : objects(Base);
  if (Field->isAnonymousStructOrUnion())
    return Result;
  // What memory is filled with before others know of it, is no state yet.
  llvm::erase_if(Result, [this](const Place &P) {
    return P.Root == RootKind::Created && Allocated.contains(P.Index);
  });
  addStep(Result, StepKind::Field, Tu.Namer.symbol(Field));
  if (Field->getType()->isReferenceType())
    addStep(Result, StepKind::Deref);
  return Result;
}

PlaceList PlaceBuilder::objects(const Expr *E) {
  if (!E || Depth >= MaxPlaceDepth)
    return {};
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  E = strip(E);
  if (E->getType().isNull())
    return {};
  if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return Var->hasGlobalStorage() ? variableObjects(Var) : localObjects(Var);
    if (auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl());
        Binding && Binding->getBinding())
      return objects(Binding->getBinding());
    return {};
  }
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return memberObjects(Member);
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
    PlaceList Result = pointees(Subscript->getBase());
    addStep(Result, StepKind::Element);
    return Result;
  }
  if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
    switch (Unary->getOpcode()) {
    case UO_Deref:
      return pointees(Unary->getSubExpr());
    case UO_PreInc:
    case UO_PreDec:
    case UO_Extension:
    case UO_Real:
    case UO_Imag:
      return objects(Unary->getSubExpr());
    default:
      return {};
    }
  }
  if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Comma)
      return objects(Binary->getRHS());
    return Binary->isAssignmentOp() ? objects(Binary->getLHS()) : PlaceList{};
  }
  if (auto *Conditional = dyn_cast<AbstractConditionalOperator>(E)) {
    PlaceList Result = objects(Conditional->getTrueExpr());
    append(Result, objects(Conditional->getFalseExpr()));
    return Result;
  }
  if (auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ArrayToPointerDecay ||
        Cast->getCastKind() == CK_LValueToRValue)
      return {};
    return objects(Cast->getSubExpr());
  }
  if (auto *Substituted = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return objects(Substituted->getReplacement());
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    // An accessor may hand out a proxy (vector<bool>) that stands for a place.
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    bool Proxy = Method && !Tu.Namer.inProject(Method) && isAccessor(Method);
    return Call->isGLValue() || Proxy ? callPlaces(Call) : PlaceList{};
  }
  if (auto *Statements = dyn_cast<StmtExpr>(E))
    if (auto *Last =
            dyn_cast_or_null<Expr>(Statements->getSubStmt()->body_empty()
                                       ? nullptr
                                       : Statements->getSubStmt()->body_back()))
      return objects(Last);
  if (auto *Dependent = dyn_cast<CXXDependentScopeMemberExpr>(E))
    if (!Dependent->isImplicitAccess())
      return Dependent->isArrow() ? pointees(Dependent->getBase())
                                  : objects(Dependent->getBase());
  return {};
}

PlaceList PlaceBuilder::pointees(const Expr *E) {
  if (!E || Depth >= MaxPlaceDepth)
    return {};
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  E = E->IgnoreParens();
  if (auto *Cast = dyn_cast<CastExpr>(E)) {
    if (Cast->getCastKind() == CK_ArrayToPointerDecay) {
      PlaceList Result = objects(Cast->getSubExpr());
      addStep(Result, StepKind::Element);
      return Result;
    }
    if (Cast->getCastKind() == CK_IntegralToPointer)
      return {};
    return pointees(Cast->getSubExpr());
  }
  if (auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return pointees(Temporary->getSubExpr());
  if (auto *Cleanups = dyn_cast<ExprWithCleanups>(E))
    return pointees(Cleanups->getSubExpr());
  if (auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
    return pointees(Bound->getSubExpr());
  if (auto *Substituted = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return pointees(Substituted->getReplacement());
  if (isa<CXXThisExpr>(E)) {
    Place P;
    P.Root = RootKind::This;
    return {P};
  }
  if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_AddrOf)
      return objects(Unary->getSubExpr());
    if (Unary->isIncrementDecrementOp())
      return pointees(Unary->getSubExpr());
  }
  if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->getOpcode() == BO_Comma || Binary->getOpcode() == BO_Assign)
      return pointees(Binary->getRHS());
    if (Binary->isAdditiveOp())
      return pointees(Binary->getLHS()->getType()->isPointerType() ||
                              Binary->getLHS()->getType()->isArrayType()
                          ? Binary->getLHS()
                          : Binary->getRHS());
    return {};
  }
  if (auto *Conditional = dyn_cast<AbstractConditionalOperator>(E)) {
    PlaceList Result = pointees(Conditional->getTrueExpr());
    append(Result, pointees(Conditional->getFalseExpr()));
    return Result;
  }
  if (isa<CXXNewExpr>(E))
    return created(E);
  if (auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() >= 1 ? pointees(Construct->getArg(0))
                                        : PlaceList{};
  if (auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 ? pointees(List->getInit(0)) : PlaceList{};
  if (auto *List = dyn_cast<ParenListExpr>(E))
    return List->getNumExprs() == 1
               ? pointees(const_cast<ParenListExpr *>(List)->getExpr(0))
               : PlaceList{};
  if (E->getType().isNull())
    return {};
  if (auto *Call = dyn_cast<CallExpr>(E); Call && !Call->isGLValue()) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Tu.Known.of(Callee).allocates())
      return callPlaces(Call);
    PlaceList Result = created(Call);
    Allocated.insert(Result[0].Index);
    return Result;
  }
  if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && !Var->hasGlobalStorage() && !Var->getType()->isReferenceType())
      return localPointees(Var);
    // auto [It, New] = Map.emplace(..)
    if (auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      if (auto *Whole = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
          Whole && Whole->getInit() && !Whole->getType()->isReferenceType())
        return pointees(Whole->getInit());
  }
  PlaceList Result = objects(E);
  if (!E->getType()->isArrayType())
    addStep(Result, StepKind::Deref);
  return Result;
}

PlaceList PlaceBuilder::passed(const Expr *E, QualType Param) {
  if (Param.isNull() || E->getType().isNull())
    return {};
  if (Param->isReferenceType()) {
    // A reference to a pointer hands over the pointer itself.
    PlaceList Result = objects(E);
    if (Result.empty() &&
        (Tu.Typer.isPointerLike(E->getType()) || E->getType()->isPointerType()))
      return pointees(E);
    return Result;
  }
  if (Param->isPointerType() || Tu.Typer.isPointerLike(Param))
    return pointees(E);
  return {};
}

bool PlaceBuilder::handsOutObjects(QualType Returned) {
  return Returned->isReferenceType() || Returned->isPointerType() ||
         Tu.Typer.isPointerLike(Returned);
}

PlaceList PlaceBuilder::created(const Expr *E) {
  Place P;
  P.Root = RootKind::Created;
  P.Index = Index.creationIndex(E);
  return {P};
}

PlaceList PlaceBuilder::callPlaces(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !handsOutObjects(Callee->getReturnType())) {
    // it = m.emplace(..).first and the like: a pair that holds an iterator.
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (!Method || Tu.Namer.inProject(Method))
      return {};
  }
  if (const ForwardModel *Forward = Tu.Known.of(Callee).get<ForwardModel>()) {
    const Expr *Arg = nullptr;
    if (Forward->Argument == ReceiverArgument) {
      if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
        Arg = Member->getImplicitObjectArgument();
    } else if (static_cast<unsigned>(Forward->Argument) < Call->getNumArgs()) {
      Arg = Call->getArg(Forward->Argument);
    }
    if (!Arg)
      return {};
    // Weak.lock() points to what Weak was made from.
    if (Arg->getType()->isPointerType() ||
        (!Call->isGLValue() && (Tu.Typer.isPointerLike(Arg->getType()) ||
                                (Forward->Argument == ReceiverArgument &&
                                 Tu.Typer.isPointerLike(Call->getType())))))
      return pointees(Arg);
    return objects(Arg);
  }
  if (!Tu.Namer.inProject(Callee))
    return libraryCallPlaces(Call, Callee);
  Place P;
  P.Root = RootKind::CallResult;
  P.Symbol = Tu.Namer.symbol(Callee);
  std::optional<uint32_t> Number = Index.callIndex(Call);
  if (!Number)
    return {};
  P.Index = *Number;
  return {P};
}

/// True if what a library's function returns may lead into what is passed as
/// parameter \p Index of it.
bool PlaceBuilder::mayHandOut(const FunctionDecl *Callee, unsigned Index) {
  QualType Returned = Callee->getReturnType();
  QualType Param = Callee->getParamDecl(Index)->getType();
  if (Returned->isReferenceType())
    return Param->isReferenceType() &&
           Tu.Ast.hasSameUnqualifiedType(Param.getNonReferenceType(),
                                         Returned.getNonReferenceType());
  if (!handsOutObjects(Param))
    return false;
  QualType From = Param->getPointeeType(), To = Returned->getPointeeType();
  if (QualType Held = Tu.Typer.owned(Returned); !Held.isNull()) {
    // What make_unique forwards, a constructor gets: the object is new.
    if (isForwarding(Callee, Index))
      return false;
    QualType Given = Param.getNonReferenceType();
    From = Given->isPointerType() ? Given->getPointeeType()
                                  : Tu.Typer.owned(Given);
    if (From.isNull())
      return false;
    To = Held;
  } else if (To.isNull() && !Tu.Ast.hasSameUnqualifiedType(Param, Returned)) {
    // Of iterators and a value to find, the iterators.
    for (const ParmVarDecl *Other : Callee->parameters())
      if (Tu.Ast.hasSameUnqualifiedType(Other->getType(), Returned))
        return false;
  }
  // A pointer leads into what a pointer to the same type led to.
  return From.isNull() || To.isNull() || To->isVoidType() ||
         From->isVoidType() || Tu.Ast.hasSameUnqualifiedType(From, To);
}

PlaceList PlaceBuilder::libraryCallPlaces(const CallExpr *Call,
                                          const FunctionDecl *Callee) {
  const Expr *Receiver = nullptr;
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    Receiver = Member->getImplicitObjectArgument();
  else if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee))
    Receiver = Call->getArg(0);
  if (Receiver) {
    bool Arrow = Receiver->getType()->isPointerType();
    QualType Object =
        Arrow ? Receiver->getType()->getPointeeType() : Receiver->getType();
    // *it, p->, ref.get(): what the pointer-like object points to.
    if (Tu.Typer.isPointerLike(Object) && !Arrow)
      return pointees(Receiver);
    PlaceList Result = Arrow ? pointees(Receiver) : objects(Receiver);
    // `x = y` and `x += y` give x; begin(), at(), operator[] its inside.
    OverloadedOperatorKind Op = Callee->getOverloadedOperator();
    bool Itself = Op == OO_Equal || Op == OO_PlusEqual || Op == OO_LessLess ||
                  Op == OO_SlashEqual;
    if (!Itself)
      addStep(Result, StepKind::Element);
    return Result;
  }
  // A free function hands out something of what it was given: std::find,
  // operator<<, std::max.
  PlaceList Result;
  QualType Returned = Callee->getReturnType();
  for (unsigned I = 0; I < Call->getNumArgs() && I < Callee->getNumParams();
       ++I) {
    if (!mayHandOut(Callee, I))
      continue;
    append(Result,
           Returned->isReferenceType()
               ? objects(Call->getArg(I))
               : passed(Call->getArg(I), Callee->getParamDecl(I)->getType()));
  }
  return Result;
}

} // namespace stateless
