//===- Body.cpp - What a function body does, as facts ---------------------===//
//
// A stack of frames, the innermost being the function or lambda that is
// walked. What a lambda does to a parameter of an enclosing function is
// recorded in that function's frame: there the parameter has a meaning.
//
//===----------------------------------------------------------------------===//
#include "extract/Body.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include <set>

using namespace clang;

namespace stateless {

Function describeFunction(TuContext &Tu, const FunctionDecl *F) {
  Function Fact;
  Fact.Symbol = Tu.Namer.symbol(F);
  Fact.Name = Tu.Namer.name(F);
  Fact.QualifiedName = Tu.Namer.qualifiedName(F);
  const NamedDecl *Pattern = Tu.Namer.pattern(F);
  Fact.Loc = Tu.Namer.locate(Pattern->getLocation());
  Fact.Link = F->isExternallyVisible() ? Linkage::External : Linkage::Internal;
  Fact.Template = F->isTemplated() || Pattern != F;
  Fact.Project = Tu.Namer.inProject(F);
  Fact.Returns = Tu.Typer.intern(F->getReturnType());
  for (const ParmVarDecl *Param : F->parameters())
    Fact.Parameters.push_back({Tu.Facts.Strings.intern(Param->getName()),
                               Tu.Typer.intern(Param->getType())});
  for (const auto *A : F->specific_attrs<AnnotateAttr>())
    Fact.Annotations.push_back(Tu.Facts.Strings.intern(A->getAnnotation()));
  auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (!Method)
    return Fact;
  Fact.Const = Method->isConst();
  Fact.Virtual = Method->isVirtual();
  for (const CXXMethodDecl *Base : Method->overridden_methods())
    Fact.Overrides.push_back(Tu.Namer.symbol(Base));
  if (Method->getParent()->isLambda()) {
    Fact.Kind = FunctionKind::Lambda;
    // A lambda's `this` is the one that it captured.
    const Decl *In = Method->getParent();
    while ((In = dyn_cast_or_null<FunctionDecl>(
                In->getParentFunctionOrMethod()))) {
      if (!Fact.Parent)
        Fact.Parent = Tu.Namer.symbol(cast<FunctionDecl>(In));
      auto *Outer = dyn_cast<CXXMethodDecl>(In);
      if (!Outer)
        break;
      if (!Outer->getParent()->isLambda()) {
        Fact.Class = Tu.Namer.symbol(Outer->getParent());
        break;
      }
      In = Outer->getParent();
    }
    return Fact;
  }
  Fact.Class = Tu.Namer.symbol(Method->getParent());
  Fact.Kind = isa<CXXConstructorDecl>(F)  ? FunctionKind::Constructor
              : isa<CXXDestructorDecl>(F) ? FunctionKind::Destructor
              : Method->isStatic()        ? FunctionKind::StaticMethod
                                          : FunctionKind::Method;
  return Fact;
}

namespace {

/// One function whose evidence is being gathered.
struct Frame final : EvidenceIndex {
  Frame(TuContext &Tu, const Locals &Body, const FunctionDecl *Decl)
      : Decl(Decl), Placer(Tu, Body, *this, Decl), Valuer(Tu, Body, Decl) {}

  std::optional<uint32_t> callIndex(const Expr *Call) override {
    return OnCall(Call, *this);
  }
  uint32_t creationIndex(const Expr *Creation) override {
    return OnCreation(Creation, *this);
  }

  const FunctionDecl *Decl; ///< Null: an initialiser at namespace scope.
  Function Fact;
  PlaceBuilder Placer;
  ValueBuilder Valuer;
  llvm::DenseMap<const Expr *, uint32_t> CallNumbers, CreationNumbers;
  std::set<std::pair<AccessKind, Place>> Reads;
  std::function<std::optional<uint32_t>(const Expr *, Frame &)> OnCall;
  std::function<uint32_t(const Expr *, Frame &)> OnCreation;
};

class BodyVisitor : public RecursiveASTVisitor<BodyVisitor> {
  using Base = RecursiveASTVisitor<BodyVisitor>;

public:
  BodyVisitor(TuContext &Tu, Locals &Body, LocalDeclHandler OnLocalDecl)
      : Tu(Tu), Body(Body), OnLocalDecl(OnLocalDecl) {}

  void run(const FunctionDecl *F);
  void run(const VarDecl *Var);
  void run(const FieldDecl *Field);

  // RecursiveASTVisitor's protocol. What is not evaluated does nothing.
  bool TraverseTypeLoc(TypeLoc, bool = true) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseRequiresExpr(RequiresExpr *) { return true; }
  bool TraverseCXXTypeidExpr(CXXTypeidExpr *) { return true; }
  bool TraverseLambdaExpr(LambdaExpr *Lambda);
  bool TraverseDecl(Decl *D);
  bool VisitBinaryOperator(BinaryOperator *Op);
  bool VisitUnaryOperator(UnaryOperator *Op);
  bool VisitCallExpr(CallExpr *Call);
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct);
  bool VisitCXXNewExpr(CXXNewExpr *New);
  bool VisitCXXDeleteExpr(CXXDeleteExpr *Delete);
  bool VisitReturnStmt(ReturnStmt *Return);
  bool VisitImplicitCastExpr(ImplicitCastExpr *Cast);
  bool VisitInitListExpr(InitListExpr *List);
  bool VisitAtomicExpr(AtomicExpr *Atomic);
  bool VisitWhileStmt(WhileStmt *Loop);
  bool VisitForStmt(ForStmt *Loop);
  bool VisitDoStmt(DoStmt *Loop);

private:
  void loop(const Stmt *Loop, const Expr *Condition, bool Counts);
  void storedCallback(const BinaryOperator *Op);
  Frame &push(const FunctionDecl *F);
  Frame &pushInitializer(const ValueDecl *Of, FunctionKind Kind,
                         const Expr *Init);
  void pop();
  void constructorInitializers(const CXXConstructorDecl *Ctor);
  void emit(AccessKind Kind, llvm::function_ref<PlaceList(Frame &)> Targets,
            const Expr *At, const Expr *Stored = nullptr);
  void emitIn(Frame &F, AccessKind Kind, const PlaceList &Targets,
              const Expr *At, const Expr *Stored);
  void escape(const Expr *Pointer, AccessKind Kind);
  std::optional<uint32_t> recordCall(const Expr *E, Frame &F);
  uint32_t recordCreation(const Expr *E, Frame &F);
  Call describeCall(const Expr *E, Frame &F);
  void describeArguments(Call &Fact, const FunctionDecl *Callee,
                         llvm::ArrayRef<const Expr *> Args, Frame &F);
  Passing passing(const FunctionDecl *Callee, unsigned Index, const Expr *Arg,
                  QualType Param) const;
  void recordEffect(const FunctionDecl *Callee, const Expr *E,
                    const Expr *Receiver, llvm::ArrayRef<const Expr *> Args,
                    Frame &F);
  std::vector<SymbolId> callbacks(const Expr *E) const;
  static bool matters(const Call &Fact);
  void dependentCall(CallExpr *Call);

  TuContext &Tu;
  Locals &Body;
  LocalDeclHandler OnLocalDecl;
  std::deque<Frame> Stack; // deque: builders keep references to their frame
};

Frame &BodyVisitor::push(const FunctionDecl *F) {
  Frame &Top = Stack.emplace_back(Tu, Body, F);
  Top.OnCall = [this](const Expr *E, Frame &In) { return recordCall(E, In); };
  Top.OnCreation = [this](const Expr *E, Frame &In) {
    return recordCreation(E, In);
  };
  if (F)
    Top.Fact = describeFunction(Tu, F);
  Top.Fact.Definition = true;
  return Top;
}

void BodyVisitor::pop() {
  Tu.Facts.Functions.push_back(std::move(Stack.back().Fact));
  Stack.pop_back();
}

void BodyVisitor::run(const FunctionDecl *F) {
  Stmt *Code = F->getBody();
  Body.scan(Code, Tu.Known);
  Frame &Top = push(F);
  Top.Fact.Coroutine = isa<CoroutineBodyStmt>(Code);
  if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    constructorInitializers(Ctor);
  TraverseStmt(Code);
  pop();
}

Frame &BodyVisitor::pushInitializer(const ValueDecl *Of, FunctionKind Kind,
                                    const Expr *Init) {
  Body.scan(Init, Tu.Known);
  Frame &Top = push(nullptr);
  Top.Fact.Kind = Kind;
  Top.Fact.Symbol = Tu.Namer.initializerSymbol(Of);
  Top.Fact.Parent = Tu.Namer.symbol(Of);
  Top.Fact.Name = Tu.Namer.name(Of);
  Top.Fact.QualifiedName = Tu.Facts.Strings.intern(
      "initializer of '" + Tu.Facts.Strings[Tu.Namer.qualifiedName(Of)].str() +
      "'");
  Top.Fact.Loc = Tu.Namer.locate(Of->getLocation());
  Top.Fact.Link = Linkage::Internal;
  return Top;
}

void BodyVisitor::run(const FieldDecl *Field) {
  const Expr *Init = Field->getInClassInitializer();
  Frame &Top = pushInitializer(Field, FunctionKind::Constructor, Init);
  Top.Fact.Class = Tu.Namer.symbol(Field->getParent());
  TraverseStmt(const_cast<Expr *>(Init));
  pop();
}

void BodyVisitor::run(const VarDecl *Var) {
  const Expr *Init = Var->getInit();
  pushInitializer(Var, FunctionKind::Initializer, Init);
  if (Var->getType()->isPointerType() &&
      !Var->getType()->getPointeeType().isConstQualified())
    escape(Init, AccessKind::AddressTaken);
  if (Var->getType()->isReferenceType() &&
      !Var->getType()->getPointeeType().isConstQualified())
    emit(AccessKind::ReferenceBound,
         [&](Frame &F) { return F.Placer.objects(Init); }, Init);
  TraverseStmt(const_cast<Expr *>(Init));
  pop();
}

void BodyVisitor::constructorInitializers(const CXXConstructorDecl *Ctor) {
  for (const CXXCtorInitializer *Init : Ctor->inits()) {
    const Expr *E = Init->getInit();
    Body.scan(E, Tu.Known);
    if (const FieldDecl *Field = Init->getAnyMember();
        Field && Init->isWritten()) {
      Frame &F = Stack.back();
      Access A;
      A.Kind = AccessKind::Initialize;
      A.Target.Root = RootKind::This;
      A.Target.Steps.push_back({StepKind::Field, Tu.Namer.symbol(Field)});
      QualType T = Field->getType();
      PlaceList From = T->isReferenceType() ? F.Placer.objects(E)
                       : T->isPointerType() || Tu.Typer.isPointerLike(T)
                           ? F.Placer.pointees(E)
                           : PlaceList{};
      A.From.assign(From.begin(), From.end());
      A.Loc = Tu.Namer.locate(E->getExprLoc());
      if (F.Valuer.isSymbolic(T))
        A.Stored = F.Valuer.of(E);
      F.Fact.Accesses.push_back(std::move(A));
    }
    if (Init->isWritten())
      TraverseStmt(const_cast<Expr *>(E));
  }
}

bool BodyVisitor::TraverseLambdaExpr(LambdaExpr *Lambda) {
  for (unsigned I = 0; I < Lambda->capture_size(); ++I) {
    const LambdaCapture *Capture = Lambda->capture_begin() + I;
    Expr *Init = Lambda->capture_init_begin()[I];
    if (Init && Lambda->isInitCapture(Capture))
      TraverseStmt(Init);
  }
  CXXMethodDecl *Operator = Lambda->getCallOperator();
  // A generic lambda is known by its instantiations, where it has any.
  if (FunctionTemplateDecl *Template =
          Lambda->getLambdaClass()->getDependentLambdaCallOperator()) {
    bool Instantiated = false;
    for (FunctionDecl *Spec : Template->specializations())
      if (Spec->hasBody()) {
        Instantiated = true;
        Body.scan(Spec->getBody(), Tu.Known);
        push(Spec);
        TraverseStmt(Spec->getBody());
        pop();
      }
    if (Instantiated)
      return true;
  }
  push(Operator);
  TraverseStmt(Lambda->getBody());
  pop();
  return true;
}

bool BodyVisitor::TraverseDecl(Decl *D) {
  if (!D)
    return true;
  // Local classes have methods, and locals with static storage are state.
  if (isa<CXXRecordDecl>(D) && !cast<CXXRecordDecl>(D)->isLambda()) {
    OnLocalDecl(D);
    return true;
  }
  if (auto *Var = dyn_cast<VarDecl>(D)) {
    if (Var->hasGlobalStorage()) {
      OnLocalDecl(D);
      if (Var->getInit() && Var->getType()->isPointerType() &&
          !Var->getType()->getPointeeType().isConstQualified())
        escape(Var->getInit(), AccessKind::AddressTaken);
    }
  }
  if (isa<FunctionDecl>(D))
    return true;
  return Base::TraverseDecl(D);
}

/// True if \p P belongs to frame \p F although a lambda inside names it.
static bool isParameter(const Place &P) {
  return P.Root == RootKind::Parameter;
}

void BodyVisitor::emitIn(Frame &F, AccessKind Kind, const PlaceList &Targets,
                         const Expr *At, const Expr *Stored) {
  for (const Place &Target : Targets) {
    if (Kind == AccessKind::Read &&
        !F.Reads.insert({Kind, Target}).second)
      continue;
    Access A;
    A.Kind = Kind;
    A.Target = Target;
    A.Loc = Tu.Namer.locate(At->getExprLoc());
    A.Macro = Tu.Namer.macro(At->getExprLoc());
    if (Stored) {
      QualType T = Stored->getType();
      if (F.Valuer.isSymbolic(T))
        A.Stored = F.Valuer.of(Stored);
      if (!T.isNull() &&
          (T->isPointerType() || Tu.Typer.isPointerLike(T))) {
        PlaceList From = F.Placer.pointees(Stored);
        A.From.assign(From.begin(), From.end());
      }
    }
    F.Fact.Accesses.push_back(std::move(A));
  }
}

void BodyVisitor::emit(AccessKind Kind,
                       llvm::function_ref<PlaceList(Frame &)> Targets,
                       const Expr *At, const Expr *Stored) {
  emitIn(Stack.back(), Kind, Targets(Stack.back()), At, Stored);
  for (size_t I = Stack.size() - 1; I-- > 0;) {
    PlaceList Outer = Targets(Stack[I]);
    llvm::erase_if(Outer, [](const Place &P) { return !isParameter(P); });
    emitIn(Stack[I], Kind, Outer, At, Stored);
  }
}

/// The pointer goes where we do not follow it.
void BodyVisitor::escape(const Expr *Pointer, AccessKind Kind) {
  if (Pointer->getType().isNull())
    return;
  QualType Pointee = Pointer->getType()->getPointeeType();
  if (!Pointee.isNull() && (Pointee.isConstQualified() ||
                            Pointee->isFunctionType()))
    return;
  emit(Kind, [&](Frame &F) {
    PlaceList Places = F.Placer.pointees(Pointer);
    // What a pointer variable points to is not its own address.
    llvm::erase_if(Places, [](const Place &P) {
      return !P.Steps.empty() && P.Steps.back().Kind == StepKind::Deref;
    });
    return Places;
  }, Pointer);
}

/// True if \p E names a local, through which pointers are followed.
static bool isFollowedLocal(const Expr *E) {
  auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->hasGlobalStorage() && !Var->getType()->isReferenceType();
}

bool BodyVisitor::VisitBinaryOperator(BinaryOperator *Op) {
  if (!Op->isAssignmentOp())
    return true;
  emit(Op->getOpcode() == BO_Assign ? AccessKind::Assign
                                    : AccessKind::CompoundAssign,
       [&](Frame &F) { return F.Placer.objects(Op->getLHS()); }, Op,
       Op->getOpcode() == BO_Assign ? Op->getRHS() : nullptr);
  storedCallback(Op);
  QualType Stored = Op->getRHS()->getType();
  if (!Stored.isNull() && Stored->isPointerType() && !isFollowedLocal(Op->getLHS()))
    escape(Op->getRHS(), AccessKind::AddressTaken);
  return true;
}

bool BodyVisitor::VisitUnaryOperator(UnaryOperator *Op) {
  if (Op->isIncrementDecrementOp())
    emit(AccessKind::Increment,
         [&](Frame &F) { return F.Placer.objects(Op->getSubExpr()); }, Op);
  return true;
}

bool BodyVisitor::VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
  if (Cast->getCastKind() == CK_LValueToRValue)
    emit(AccessKind::Read,
         [&](Frame &F) { return F.Placer.objects(Cast->getSubExpr()); }, Cast);
  return true;
}

bool BodyVisitor::VisitInitListExpr(InitListExpr *List) {
  bool Record = List->getType()->isRecordType();
  if (!Record && !List->getType()->isArrayType())
    return true;
  for (const Expr *Init : List->inits()) {
    if (!Init || Init->getType().isNull())
      continue;
    if (Init->getType()->isPointerType() && !Init->isGLValue())
      escape(Init, AccessKind::AddressTaken);
    // A glvalue initialises a reference member.
    else if (Record && Init->isLValue() &&
             !Init->getType().isConstQualified())
      emit(AccessKind::ReferenceBound,
           [&](Frame &F) { return F.Placer.objects(Init); }, Init);
  }
  return true;
}

/// C's atomic_fetch_add and its kin are no calls.
bool BodyVisitor::VisitAtomicExpr(AtomicExpr *Atomic) {
  llvm::StringRef Name = Atomic->getOpAsString();
  AccessKind Kind = Name.contains("load")    ? AccessKind::Read
                    : Name.contains("store") ? AccessKind::Assign
                                             : AccessKind::CompoundAssign;
  if (!Name.ends_with("init"))
    emit(Kind, [&](Frame &F) { return F.Placer.pointees(Atomic->getPtr()); },
         Atomic);
  return true;
}

/// True if the code of \p S calls a function of the project; \p Getopt is set
/// if it reads the command line.
static bool callsProject(const Stmt *S, const Names &Namer, bool &Getopt) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  bool Calls = false;
  if (auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *Callee = Call->getDirectCallee()) {
      Calls = Namer.inProject(Callee);
      if (const IdentifierInfo *Name = Callee->getIdentifier())
        Getopt |= Name->getName().starts_with("getopt");
    }
  for (const Stmt *Child : S->children())
    Calls |= callsProject(Child, Namer, Getopt);
  return Calls;
}

/// A loop that never ends serves. So, most likely, does one that runs until
/// something happens and calls the project's functions meanwhile, unless it
/// reads options.
void BodyVisitor::loop(const Stmt *Loop, const Expr *Condition, bool Counts) {
  Location &First = Stack.back().Fact.ServingLoop;
  if (First || !Stack.back().Decl || !Stack.back().Decl->isMain())
    return;
  bool Endless = !Condition, Getopt = false;
  if (Condition && !Condition->isValueDependent())
    Condition->EvaluateAsBooleanCondition(Endless, Tu.Ast);
  bool Calls = callsProject(Loop, Tu.Namer, Getopt);
  if (Endless || (Calls && !Counts && !Getopt))
    First = Tu.Namer.locate(Loop->getBeginLoc());
}

bool BodyVisitor::VisitWhileStmt(WhileStmt *Loop) {
  loop(Loop, Loop->getCond(), /*Counts=*/false);
  return true;
}

bool BodyVisitor::VisitForStmt(ForStmt *Loop) {
  loop(Loop, Loop->getCond(), /*Counts=*/Loop->getInc() != nullptr);
  return true;
}

bool BodyVisitor::VisitDoStmt(DoStmt *Loop) {
  // do { ... } while (0) is how macros are written.
  Expr::EvalResult Never;
  bool Once = !Loop->getCond()->isValueDependent() &&
              Loop->getCond()->EvaluateAsInt(Never, Tu.Ast) &&
              Never.Val.getInt() == 0;
  if (!Once)
    loop(Loop, Loop->getCond(), /*Counts=*/false);
  return true;
}

/// A function stored in a field (sa.sa_handler = f) is passed on like an
/// argument; the field's name stands for the callee.
void BodyVisitor::storedCallback(const BinaryOperator *Op) {
  auto *Member = dyn_cast<MemberExpr>(Op->getLHS()->IgnoreParens());
  if (!Member || !isa<FieldDecl>(Member->getMemberDecl()))
    return;
  Argument A;
  A.Callbacks = callbacks(Op->getRHS());
  if (A.Callbacks.empty())
    return;
  Call Fact;
  Fact.Kind = CallKind::Indirect;
  Fact.Callee = Tu.Namer.symbol(Member->getMemberDecl());
  Fact.CalleeName = Tu.Namer.qualifiedName(Member->getMemberDecl());
  Fact.Loc = Tu.Namer.locate(Op->getExprLoc());
  Fact.Args.push_back(std::move(A));
  Stack.back().Fact.Calls.push_back(std::move(Fact));
}

bool BodyVisitor::VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
  emit(AccessKind::Destroy,
       [&](Frame &F) { return F.Placer.pointees(Delete->getArgument()); },
       Delete);
  return true;
}

bool BodyVisitor::VisitReturnStmt(ReturnStmt *Return) {
  const Expr *E = Return->getRetValue();
  Frame &F = Stack.back();
  if (!E || !F.Decl)
    return true;
  QualType T = F.Decl->getReturnType();
  if (F.Valuer.isSymbolic(T)) {
    ValueId Id = F.Valuer.of(E);
    if (!llvm::is_contained(F.Fact.ReturnedValues, Id))
      F.Fact.ReturnedValues.push_back(Id);
  }
  bool Reference = T->isReferenceType();
  if (!Reference && !T->isPointerType() && !Tu.Typer.isPointerLike(T))
    return true;
  PlaceList Places = Reference ? F.Placer.objects(E) : F.Placer.pointees(E);
  for (const Place &P : Places)
    if (!llvm::is_contained(F.Fact.ReturnedPlaces, P))
      F.Fact.ReturnedPlaces.push_back(P);
  QualType Pointee = T->getPointeeType();
  if (!Pointee.isNull() && Pointee.isConstQualified())
    return true;
  emitIn(F, AccessKind::ReturnedByReference, Places, E, nullptr);
  return true;
}

bool BodyVisitor::VisitCXXNewExpr(CXXNewExpr *New) {
  recordCreation(New, Stack.back());
  return true;
}

uint32_t BodyVisitor::recordCreation(const Expr *E, Frame &F) {
  auto [It, New] = F.CreationNumbers.try_emplace(E, 0);
  if (!New)
    return It->second;
  It->second = static_cast<uint32_t>(F.Fact.Creations.size());
  Creation Made;
  if (auto *NewExpr = dyn_cast<CXXNewExpr>(E))
    Made.Type = Tu.Typer.intern(NewExpr->getAllocatedType());
  Made.Loc = Tu.Namer.locate(E->getExprLoc());
  F.Fact.Creations.push_back(std::move(Made));
  return static_cast<uint32_t>(F.Fact.Creations.size() - 1);
}

bool BodyVisitor::VisitCallExpr(CallExpr *Call) {
  if (!Call->getDirectCallee() && Call->isTypeDependent())
    dependentCall(Call);
  for (size_t I = Stack.size(); I-- > 0;)
    recordCall(Call, Stack[I]);
  return true;
}

/// In a template that nothing instantiates, a call may do anything to what
/// takes part in it.
void BodyVisitor::dependentCall(CallExpr *Call) {
  const Expr *Callee = Call->getCallee()->IgnoreParens();
  const Expr *Object = nullptr;
  bool Arrow = false;
  if (auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(Callee);
      Member && !Member->isImplicitAccess())
    Object = Member->getBase(), Arrow = Member->isArrow();
  else if (auto *Overloaded = dyn_cast<UnresolvedMemberExpr>(Callee);
           Overloaded && !Overloaded->isImplicitAccess())
    Object = Overloaded->getBase(), Arrow = Overloaded->isArrow();
  if (Object)
    emit(AccessKind::DependentUse, [&](Frame &F) {
      return Arrow ? F.Placer.pointees(Object) : F.Placer.objects(Object);
    }, Call);
}

bool BodyVisitor::VisitCXXConstructExpr(CXXConstructExpr *Construct) {
  for (size_t I = Stack.size(); I-- > 0;)
    recordCall(Construct, Stack[I]);
  return true;
}

std::optional<uint32_t> BodyVisitor::recordCall(const Expr *E, Frame &F) {
  auto It = F.CallNumbers.find(E);
  if (It != F.CallNumbers.end())
    return It->second;
  Call Fact = describeCall(E, F);
  bool Innermost = &F == &Stack.back();
  auto *AsCall = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee =
      AsCall ? AsCall->getDirectCallee()
             : static_cast<const FunctionDecl *>(
                   cast<CXXConstructExpr>(E)->getConstructor());
  auto OnParameter = [](const Call &C) {
    return llvm::any_of(C.Receivers, isParameter) ||
           llvm::any_of(C.Args, [](const Argument &A) {
             return llvm::any_of(A.Places, isParameter);
           });
  };
  // A place may ask for the number of a call that would not matter otherwise.
  bool Asked = Callee && Tu.Namer.inProject(Callee);
  if (!(Innermost ? Asked || matters(Fact) : OnParameter(Fact)))
    return std::nullopt;
  uint32_t Number = static_cast<uint32_t>(F.Fact.Calls.size());
  F.CallNumbers[E] = Number;
  F.Fact.Calls.push_back(std::move(Fact));
  return Number;
}

bool BodyVisitor::matters(const Call &Fact) {
  auto LongLived = [](const Place &P) { return P.Root != RootKind::Unknown; };
  if (!Fact.Receivers.empty() || Fact.Kind == CallKind::Indirect)
    return true;
  return llvm::any_of(Fact.Args, [&](const Argument &A) {
    return llvm::any_of(A.Places, LongLived) || !A.Callbacks.empty();
  });
}

/// The functions that \p E hands on: a function, a lambda, a bound member.
std::vector<SymbolId> BodyVisitor::callbacks(const Expr *E) const {
  std::vector<SymbolId> Result;
  for (unsigned Depth = 0; E && Depth < 16; ++Depth) {
    E = E->IgnoreParenCasts()->IgnoreImplicit();
    if (auto *Lambda = dyn_cast<LambdaExpr>(E))
      return {Tu.Namer.symbol(Lambda->getCallOperator())};
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
        return {Tu.Namer.symbol(F)};
      auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      const LocalInfo *Info = Var ? Body.info(Var) : nullptr;
      E = Info && Info->Assigned.size() == 1 ? Info->Assigned[0] : nullptr;
    } else if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      E = Unary->getOpcode() == UO_AddrOf ? Unary->getSubExpr() : nullptr;
    } else if (auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      E = Construct->getNumArgs() ? Construct->getArg(0) : nullptr;
    } else if (auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
      // A captureless lambda as a function pointer.
      E = isa_and_nonnull<CXXConversionDecl>(Member->getMethodDecl())
              ? Member->getImplicitObjectArgument()
              : nullptr;
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      // std::bind(&Class::method, ..) and its kin.
      E = Call->getNumArgs() ? Call->getArg(0) : nullptr;
    } else {
      return {};
    }
  }
  return Result;
}

/// True for `T &&` where T is a template parameter of the function itself.
static bool isForwarding(const FunctionDecl *Callee, unsigned Index) {
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

Passing BodyVisitor::passing(const FunctionDecl *Callee, unsigned Index,
                             const Expr *Arg, QualType Param) const {
  bool Library = Callee && !Tu.Namer.inProject(Callee);
  if (Callee && (Tu.Known.of(Callee).isPure(static_cast<int>(Index)) ||
                 Tu.Known.of(Callee).Forward))
    return Passing::Value;
  // Beyond the parameters, only the scanf family writes.
  if (Library && Index >= Callee->getNumParams())
    return llvm::any_of(Callee->specific_attrs<FormatAttr>(),
                        [](const FormatAttr *A) {
                          return A->getType()->getName().contains("scanf");
                        })
               ? Passing::MutableReference
               : Passing::Value;
  // A library that forwards an lvalue copies from it.
  if (Library && Param->isReferenceType() && isForwarding(Callee, Index) &&
      Arg->isLValue())
    return Passing::Value;
  QualType Pointee = Param->getPointeeType();
  if (!Pointee.isNull())
    return Pointee.isConstQualified() || Pointee->isFunctionType()
               ? Passing::Value
               : Passing::MutableReference;
  // Iterators by value write through a free algorithm; a method that takes a
  // range reads it.
  if (Tu.Typer.isPointerLike(Param) && Callee &&
      (!Library || !isa<CXXMethodDecl>(Callee)))
    return Passing::MutableReference;
  return Passing::Value;
}

void BodyVisitor::describeArguments(Call &Fact, const FunctionDecl *Callee,
                                    llvm::ArrayRef<const Expr *> Args,
                                    Frame &F) {
  for (unsigned I = 0; I < Args.size(); ++I) {
    Argument A;
    const Expr *E = Args[I];
    QualType Param = Callee && I < Callee->getNumParams()
                         ? Callee->getParamDecl(I)->getType()
                         : E->getType();
    A.How = passing(Callee, I, E, Param);
    if (!isa<CXXDefaultArgExpr>(E)) {
      PlaceList Places = F.Placer.passed(E, Param);
      A.Places.assign(Places.begin(), Places.end());
      A.Callbacks = callbacks(E);
    }
    if (F.Valuer.isSymbolic(E->getType()) || F.Valuer.isSymbolic(Param))
      A.Symbolic = F.Valuer.of(E);
    Fact.Args.push_back(std::move(A));
  }
}

Call BodyVisitor::describeCall(const Expr *E, Frame &F) {
  Call Fact;
  Fact.Loc = Tu.Namer.locate(E->getExprLoc());
  Fact.Macro = Tu.Namer.macro(E->getExprLoc());
  const FunctionDecl *Callee = nullptr;
  const Expr *Receiver = nullptr;
  llvm::SmallVector<const Expr *, 4> Args;
  if (auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    Callee = Construct->getConstructor();
    Fact.Kind = CallKind::Constructor;
    Args.append(Construct->arg_begin(), Construct->arg_end());
  } else {
    auto *AsCall = cast<CallExpr>(E);
    Callee = AsCall->getDirectCallee();
    Args.append(AsCall->arg_begin(), AsCall->arg_end());
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(AsCall)) {
      Receiver = Member->getImplicitObjectArgument();
    } else if (isa<CXXOperatorCallExpr>(AsCall) &&
               isa_and_nonnull<CXXMethodDecl>(Callee) &&
               !cast<CXXMethodDecl>(Callee)->isStatic() && !Args.empty()) {
      Receiver = Args.front();
      Args.erase(Args.begin());
    }
    if (!Callee) {
      Fact.Kind = CallKind::Indirect;
      if (!AsCall->isTypeDependent()) {
        PlaceList At = F.Placer.objects(AsCall->getCallee());
        Fact.Receivers.assign(At.begin(), At.end());
      }
    }
  }
  if (Callee) {
    Fact.Callee = Tu.Namer.symbol(Callee);
    Fact.CalleeName = Tu.Namer.qualifiedName(Callee);
    Fact.Library = !Tu.Namer.inProject(Callee);
  }
  if (Receiver) {
    PlaceList At = Receiver->getType()->isPointerType()
                       ? F.Placer.pointees(Receiver)
                       : F.Placer.objects(Receiver);
    Fact.Receivers.assign(At.begin(), At.end());
    if (auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee)) {
      Fact.Use = Method->isConst() ||
                         Tu.Known.of(Method).isPure(ReceiverArgument)
                     ? ReceiverUse::Const
                 : isAccessor(Method) ? ReceiverUse::Accessor
                                      : ReceiverUse::Mutating;
      // Moving out of a const object cannot be; `Base::f()` is not virtual.
      auto *Member = dyn_cast<MemberExpr>(
          cast<CallExpr>(E)->getCallee()->IgnoreParens());
      if (Method->isVirtual() && !(Member && Member->hasQualifier()))
        Fact.Kind = CallKind::Virtual;
    }
  }
  describeArguments(Fact, Callee, Args, F);
  if (Callee)
    recordEffect(Callee, E, Receiver, Args, F);
  return Fact;
}

/// make_unique<T>(args) and its kin construct a T from their arguments.
static const FunctionDecl *madeConstructor(const FunctionDecl *Callee,
                                           size_t Args) {
  const IdentifierInfo *Name = Callee->getIdentifier();
  const TemplateArgumentList *Types = Callee->getTemplateSpecializationArgs();
  if (!Name || !Types || Types->size() == 0 ||
      (Name->getName() != "make_unique" && Name->getName() != "make_shared"))
    return nullptr;
  const TemplateArgument &First = Types->get(0);
  const CXXRecordDecl *Made = First.getKind() == TemplateArgument::Type
                                  ? First.getAsType()->getAsCXXRecordDecl()
                                  : nullptr;
  if (!Made || !Made->hasDefinition())
    return nullptr;
  for (const CXXConstructorDecl *Ctor : Made->ctors())
    if (!Ctor->isCopyOrMoveConstructor() && Ctor->getNumParams() >= Args)
      return Ctor;
  return nullptr;
}

/// The openmode bits of "out|app"; libstdc++ and libc++ agree on them.
static int64_t iosBits(llvm::StringRef Mode) {
  int64_t Bits = 0;
  llvm::SmallVector<llvm::StringRef, 4> Names;
  Mode.split(Names, '|');
  for (llvm::StringRef Name : Names)
    Bits |= llvm::StringSwitch<int64_t>(Name.trim())
                .Case("app", 1)
                .Case("ate", 2)
                .Case("binary", 4)
                .Case("in", 8)
                .Case("out", 16)
                .Case("trunc", 32)
                .Default(0);
  return Bits;
}

void BodyVisitor::recordEffect(const FunctionDecl *Callee, const Expr *E,
                               const Expr *Receiver,
                               llvm::ArrayRef<const Expr *> Args, Frame &F) {
  if (const FunctionDecl *Made = madeConstructor(Callee, Args.size()))
    Callee = Made;
  const FileModel *Model = Tu.Known.of(Callee).File;
  if (!Model || &F != &Stack.back())
    return;
  auto Argument = [&](ArgumentIndex Index) -> const Expr * {
    if (Index == ReceiverArgument)
      return Receiver;
    return static_cast<size_t>(Index) < Args.size() ? Args[Index] : nullptr;
  };
  Effect Fact;
  Fact.Kind = Model->Kind;
  Fact.Callee = Tu.Facts.Strings.intern(
      Model->Display.empty() ? Model->Function : Model->Display);
  for (ArgumentIndex Index : Model->Paths) {
    const Expr *Path = Argument(Index);
    // An overload that takes a descriptor names no file.
    if (!Path || Path->getType()->isIntegralOrEnumerationType() || Path->isNullPointerConstant(
                     Tu.Ast, Expr::NPC_ValueDependentIsNotNull))
      continue;
    const Expr *Base = Model->Base ? Argument(*Model->Base) : nullptr;
    Fact.Paths.push_back(Base ? F.Valuer.join(Base, Path) : F.Valuer.of(Path));
  }
  // A default-constructed or copied file object opens nothing.
  if (Fact.Paths.empty())
    return;
  if (isa<CXXConstructExpr>(E) && Args.size() == 1 &&
      cast<CXXConstructExpr>(E)->getConstructor()->isCopyOrMoveConstructor())
    return;
  Fact.Syntax = Model->Syntax;
  llvm::StringRef Implied = Model->ImpliedMode;
  bool Always = Implied.consume_front("+");
  if (const Expr *Mode = Model->Mode ? Argument(*Model->Mode) : nullptr)
    Fact.Mode = F.Valuer.of(Mode);
  else if (!Implied.empty())
    Always = true;
  if (Always) {
    Value V;
    if (Model->Syntax == ModeSyntax::Ios) {
      V.Kind = ValueKind::Integer;
      V.Number = iosBits(Implied);
      if (Fact.Mode && Tu.Facts.Values[Fact.Mode.Value].Kind ==
                           ValueKind::Integer)
        V.Number |= Tu.Facts.Values[Fact.Mode.Value].Number;
    } else {
      V.Kind = ValueKind::Text;
      V.Text = Tu.Facts.Strings.intern(Implied);
    }
    Fact.Mode = Tu.intern(std::move(V));
  }
  Fact.Loc = Tu.Namer.locate(E->getBeginLoc());
  Fact.Macro = Tu.Namer.macro(E->getBeginLoc());
  F.Fact.Effects.push_back(std::move(Fact));
}

} // namespace

void extractBody(TuContext &Tu, const FunctionDecl *F,
                 LocalDeclHandler OnLocalDecl) {
  Locals Body;
  BodyVisitor(Tu, Body, OnLocalDecl).run(F);
}

void extractMemberInitializer(TuContext &Tu, const FieldDecl *Field,
                              LocalDeclHandler OnLocalDecl) {
  Locals Body;
  BodyVisitor(Tu, Body, OnLocalDecl).run(Field);
}

void extractInitializer(TuContext &Tu, const VarDecl *Var,
                        LocalDeclHandler OnLocalDecl) {
  Locals Body;
  BodyVisitor(Tu, Body, OnLocalDecl).run(Var);
}

} // namespace stateless
