//===- Body.cpp - What a function body does, as facts --------------------===//
//
// Frames: which function is walked, and what makes one. What expressions do
// stands in BodyAccesses.cpp, calls in BodyCalls.cpp.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"
#include "extract/ClangCompat.h"

using namespace clang;

namespace stateless {

static bool overridesLibrary(TuContext &Tu, const CXXMethodDecl *Method) {
  return llvm::any_of(
      Method->overridden_methods(), [&](const CXXMethodDecl *Base) {
        return !Tu.Namer.inProject(Base) || overridesLibrary(Tu, Base);
      });
}

/// The framework calls what overrides its method.
static Registration overridingEntry(TuContext &Tu, const CXXMethodDecl *Method,
                                    const EntryPointModel &Model) {
  Registration Entry;
  Entry.Kind = Model.Kind;
  Entry.Override = true;
  Entry.By = Tu.Namer.qualifiedName(*Method->begin_overridden_methods());
  Entry.Method = Tu.Facts.Strings.intern(Model.Method);
  Entry.Loc = Tu.Namer.locate(Tu.Namer.pattern(Method)->getLocation());
  return Entry;
}

Function describeFunction(TuContext &Tu, const FunctionDecl *F) {
  Function Fact;
  Fact.Symbol = Tu.Namer.symbol(F);
  Fact.Pattern = Tu.Namer.patternSymbol(F);
  Fact.Name = Tu.Namer.name(F);
  Fact.QualifiedName = Tu.Namer.qualifiedName(F);
  const NamedDecl *Pattern = Tu.Namer.pattern(F);
  Fact.Loc = Tu.Namer.locate(Pattern->getLocation());
  Fact.Link = F->isExternallyVisible() ? Linkage::External : Linkage::Internal;
  Fact.Template = F->isTemplated() || Pattern != F;
  Fact.Open = F->isDependentContext();
  Fact.Inline = F->isInlined();
  Fact.Weak = F->hasAttr<WeakAttr>();
  Fact.Project = Tu.Namer.inProject(F);
  Fact.Returns = Tu.Typer.intern(F->getReturnType());
  for (const ParmVarDecl *Param : F->parameters())
    Fact.Parameters.push_back({Tu.Facts.Strings.intern(Param->getName()),
                               Tu.Typer.intern(Param->getType())});
  if (F->isVariadic())
    Fact.Parameters.emplace_back();
  for (const auto *A : F->specific_attrs<AnnotateAttr>())
    Fact.Annotations.push_back(Tu.Facts.Strings.intern(A->getAnnotation()));
  // Run before main.
  if (F->hasAttr<ConstructorAttr>())
    Fact.Kind = FunctionKind::Initializer;
  auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (!Method)
    return Fact;
  Fact.Const = Method->isConst();
  Fact.Virtual = Method->isVirtual();
  for (const CXXMethodDecl *Base : Method->overridden_methods())
    Fact.Overrides.push_back(Tu.Namer.symbol(Base));
  Fact.OverridesLibrary = overridesLibrary(Tu, Method);
  if (const EntryPointModel *Model = Tu.Known.overridden(Method))
    Fact.Registrations.push_back(overridingEntry(Tu, Method, *Model));
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
  if (Fact.Pattern)
    Fact.ClassType =
        Tu.Typer.intern(compat::typeOf(Tu.Ast, Method->getParent()));
  Fact.Kind = isa<CXXConstructorDecl>(F)  ? FunctionKind::Constructor
              : isa<CXXDestructorDecl>(F) ? FunctionKind::Destructor
              : !Method->isImplicitObjectMemberFunction()
                  ? FunctionKind::StaticMethod
                  : FunctionKind::Method;
  return Fact;
}

Frame &BodyVisitor::push(const FunctionDecl *F) {
  Frame &Top = Stack.emplace_back(Tu, Body, F);
  if (F)
    Top.Fact = describeFunction(Tu, F);
  Top.Fact.Definition = true;
  return Top;
}

Location BodyVisitor::placed(ProgramPoints::Position At, SourceLocation Loc) {
  Frame &F = Stack.back();
  Location Result = Tu.Namer.locate(Loc);
  F.Placed.push_back({Result, At.Block, At.Index, F.InLoop});
  return Result;
}

Location BodyVisitor::placed(const Stmt *S, SourceLocation Loc) {
  return placed(Stack.back().Points.of(S), Loc);
}

Location BodyVisitor::placed(const VarDecl *Var) {
  return placed(Stack.back().Points.of(Var), Var->getLocation());
}

void BodyVisitor::keepControl() {
  Frame &F = Stack.back();
  std::vector<ProgramPoint> &Points = F.Placed;
  if (Points.empty())
    return;
  llvm::sort(Points, [](const ProgramPoint &A, const ProgramPoint &B) {
    return std::tie(A.Loc.Line, A.Loc.Column, A) <
           std::tie(B.Loc.Line, B.Loc.Column, B);
  });
  Points.erase(llvm::unique(Points), Points.end());
  ControlFlow &Kept = F.Fact.Control.emplace_back(F.Points.takeGraph());
  Kept.Points = std::move(Points);
  auto HasPoints = [&](llvm::ArrayRef<uint32_t> Blocks) {
    return llvm::any_of(Kept.Points, [&](const ProgramPoint &P) {
      return llvm::binary_search(Blocks, P.Block);
    });
  };
  for (const ProgramPoints::Lazy &L : F.Points.lazy())
    if (HasPoints(L.Blocks.Blocks)) {
      Kept.Lazy.push_back(L.Blocks);
      Kept.Lazy.back().Guard = Tu.Namer.symbol(L.Guard);
      Kept.Lazy.back().At = Tu.Namer.locate(L.Read->getExprLoc());
    }
  for (const ProgramPoints::Guard &G : F.Points.guards())
    if (HasPoints(G.Blocks.Blocks)) {
      Value Of;
      Of.Kind = ValueKind::Parameter;
      Of.Index = G.Of->getFunctionScopeIndex();
      Kept.Guarded.push_back(G.Blocks);
      Kept.Guarded.back().Parameter = Tu.intern(std::move(Of));
    }
}

/// Before anything is asked of \p Code.
void BodyVisitor::scan(const Stmt *Code, const FunctionDecl *In) {
  Body.scan(Code, Tu, In);
  Data.scan(Code, In);
}

void BodyVisitor::pop() {
  keepControl();
  sortData();
  Tu.Facts.Functions.push_back(std::move(Stack.back().Fact));
  Stack.pop_back();
}

void BodyVisitor::run(const FunctionDecl *F) {
  Stmt *Code = F->getBody();
  scan(Code, F);
  Frame &Top = push(F);
  Top.Fact.Coroutine = isa<CoroutineBodyStmt>(Code);
  if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    constructorInitializers(Ctor);
  TraverseStmt(Code);
  lower(F, Code);
  keepChanges();
  pop();
}

Frame &BodyVisitor::pushInitializer(const ValueDecl *Of, FunctionKind Kind,
                                    const Expr *Init) {
  scan(Init, nullptr);
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
  TraverseStmt(const_cast<Expr *>(Init));
  Lowering Statements(Tu, Body, nullptr);
  Statements.initializer(Var);
  keepFlow(std::move(Statements).take());
  keepChanges();
  pop();
}

void BodyVisitor::lower(const FunctionDecl *F, const Stmt *Code) {
  Lowering Statements(Tu, Body, F);
  Statements.function(Code);
  keepFlow(std::move(Statements).take());
}

void BodyVisitor::keepFlow(FlowBody Lowered) {
  if (!Lowered.Statements.empty())
    Stack.back().Fact.FlowBodies.push_back(std::move(Lowered));
}

void BodyVisitor::constructorInitializers(const CXXConstructorDecl *Ctor) {
  for (const CXXCtorInitializer *Init : Ctor->inits()) {
    const Expr *E = Init->getInit();
    scan(E, Ctor);
    given(Init);
    if (const FieldDecl *Field = Init->getAnyMember();
        Field && Init->isWritten()) {
      Frame &F = Stack.back();
      initialized(Field, E);
      Location At = placed(E);
      if (F.Valuer.isSymbolic(Field->getType()))
        F.Fact.StoredTexts.push_back(
            {Tu.Namer.symbol(Field), F.Valuer.of(E), /*Makes=*/true, At});
    }
    if (Init->isWritten())
      TraverseStmt(const_cast<Expr *>(E));
    // Members and bases that nobody names are constructed all the same.
    else if (auto *Construct = dyn_cast<CXXConstructExpr>(E->IgnoreImplicit()))
      VisitCXXConstructExpr(const_cast<CXXConstructExpr *>(Construct));
    else if (auto *Default = dyn_cast<CXXDefaultInitExpr>(E->IgnoreImplicit()))
      initializes(Default->getField(), Ctor->getLocation());
  }
}

/// What a constructor puts into a field or a base that holds texts. A base, and
/// a constructor that it delegates to, are named by their class.
void BodyVisitor::given(const CXXCtorInitializer *Init) {
  const Expr *E = Init->getInit();
  if (isa<CXXDefaultInitExpr>(E->IgnoreImplicit()))
    return;
  Frame &F = Stack.back();
  const FieldDecl *Field = Init->getAnyMember();
  QualType T = Field ? Field->getType() : QualType(Init->getBaseClass(), 0);
  if (Init->isDelegatingInitializer())
    T = Init->getTypeSourceInfo()->getType();
  const NamedDecl *Part = Field;
  if (!Field)
    Part = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (Part && F.Valuer.isSymbolic(T))
    F.Fact.Changes.push_back({F.Valuer.ofThis(),
                              F.Valuer.givenTo(Part, F.Valuer.of(E)),
                              Tu.Namer.locate(E->getExprLoc())});
}

/// What the body does to others' objects that hold texts.
void BodyVisitor::keepChanges() {
  Frame &F = Stack.back();
  for (const BodyChange &C : Body.changes())
    if (ValueId Of = F.Valuer.rootOf(C))
      F.Fact.Changes.push_back(
          {Of, F.Valuer.changeOf(C), Tu.Namer.locate(C.At->getExprLoc())});
}

bool BodyVisitor::TraverseLambdaExpr(LambdaExpr *Lambda) {
  for (unsigned I = 0; I < Lambda->capture_size(); ++I) {
    const LambdaCapture *Capture = Lambda->capture_begin() + I;
    Expr *Init = Lambda->capture_init_begin()[I];
    if (Init && Lambda->isInitCapture(Capture)) {
      TraverseStmt(Init);
      if (auto *Var = dyn_cast<VarDecl>(Capture->getCapturedVar());
          Var && Body.isKept(Var))
        keptLocal(Var);
    }
  }
  CXXMethodDecl *Operator = Lambda->getCallOperator();
  // A generic lambda is known by its instantiations, where it has any.
  if (FunctionTemplateDecl *Template =
          Lambda->getLambdaClass()->getDependentLambdaCallOperator()) {
    bool Instantiated = false;
    for (FunctionDecl *Spec : Template->specializations())
      if (Spec->hasBody()) {
        Instantiated = true;
        scan(Spec->getBody(), Spec);
        push(Spec);
        TraverseStmt(Spec->getBody());
        lower(Spec, Spec->getBody());
        pop();
      }
    if (Instantiated)
      return true;
  }
  push(Operator);
  TraverseStmt(Lambda->getBody());
  lower(Operator, Lambda->getBody());
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
      made(Var);
      OnLocalDecl(D);
    } else {
      if (Body.isKept(Var))
        keptLocal(Var);
      if (!isa<ParmVarDecl>(Var) && !Var->getType()->isReferenceType())
        destroyed(Var->getType(), Var->getLocation());
      if (const auto *Cleanup = Var->getAttr<CleanupAttr>())
        implicitCall(CallKind::Direct, Cleanup->getFunctionDecl(),
                     Var->getLocation());
    }
  }
  if (isa<FunctionDecl>(D))
    return true;
  return Base::TraverseDecl(D);
}

/// An object that may stay while the program serves is a variable fact.
void BodyVisitor::keptLocal(const VarDecl *Var) {
  if (!Tu.Trusted.believes(Var))
    return;
  Frame &F = Stack.back();
  Variable Fact;
  Fact.Symbol = Tu.Namer.symbol(Var);
  Fact.Pattern = Tu.Namer.patternSymbol(Var);
  if (Fact.Pattern)
    Fact.Instance = Tu.Namer.instance(Var);
  Fact.Name = Tu.Namer.name(Var);
  Fact.QualifiedName = Tu.Namer.qualifiedName(Var);
  Fact.Type = Tu.Typer.intern(Var->getType());
  Fact.Loc = placed(Var);
  Fact.Where = Storage::Automatic;
  Fact.Definition = true;
  Fact.Constexpr = Var->isConstexpr();
  Fact.Function = F.Fact.Symbol;
  for (const auto *A : Var->specific_attrs<AnnotateAttr>())
    Fact.Annotations.push_back(Tu.Facts.Strings.intern(A->getAnnotation()));
  Tu.Facts.Variables.push_back(std::move(Fact));
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
