//===- Body.cpp - What a function body does, as facts --------------------===//
//
// Frames: which function is walked, and what makes one. What expressions do
// stands in BodyAccesses.cpp, calls in BodyCalls.cpp.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"

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
    while ((
        In = dyn_cast_or_null<FunctionDecl>(In->getParentFunctionOrMethod()))) {
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
    emit(
        AccessKind::ReferenceBound,
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
