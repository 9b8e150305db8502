//===- Lowering.cpp - A function body as value-flow statements ------------===//
//
// Statements, declarations and what types can carry. Expressions stand in
// LoweringExprs.cpp, calls in LoweringCalls.cpp.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"
#include "extract/ClangCompat.h"
#include "extract/LibraryTypes.h"
#include <map>
#include <set>

using namespace clang;

namespace stateless {

Lowering::Lowering(TuContext &Tu, const Locals &Body, const FunctionDecl *In)
    : Tu(Tu), Body(Body), In(In), Keys(In, Tu) {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(In);
  if (!Method || !Method->getParent()->isLambda())
    return;
  Lambda = Method->getParent();
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
  FieldDecl *OfThis = nullptr;
  Lambda->getCaptureFields(Fields, OfThis);
  for (auto [Var, Field] : Fields)
    Captures[Var] = Field;
  ThisCapture = OfThis;
}

//===-- Statements --------------------------------------------------------===//

StatementNumber Lowering::add(Statement S) {
  Out.Statements.push_back(std::move(S));
  return static_cast<Number>(Out.Statements.size());
}

StatementNumber Lowering::value(StatementKind Kind, SymbolId Symbol, Number A,
                                Number B) {
  Statement S;
  S.Kind = Kind;
  S.A = A;
  S.B = B;
  S.Symbol = Symbol;
  return add(std::move(S));
}

StatementNumber Lowering::load(Number A) {
  return A ? value(StatementKind::Load, {}, A) : 0;
}

StatementNumber Lowering::loadOf(Number A, QualType T) {
  Number Loaded = load(A);
  if (Loaded && T->isRecordType())
    Out.Statements.back().Type =
        Tu.Typer.intern(T.getCanonicalType().getUnqualifiedType());
  return Loaded;
}

StatementNumber Lowering::field(Number Object, const FieldDecl *Field) {
  return Object ? field(Object, Tu.Namer.symbol(Field), Field->getType()) : 0;
}

StatementNumber Lowering::field(Number Object, SymbolId Field, QualType T) {
  Statement S;
  S.Kind = StatementKind::Field;
  S.A = Object;
  S.Symbol = Field;
  S.Called = callOperator(T);
  return add(std::move(S));
}

StatementNumber Lowering::element(Number Object) {
  return Object ? value(StatementKind::Element, {}, Object) : 0;
}

StatementNumber Lowering::either(Number A, Number B) {
  if (!A || !B || A == B)
    return A ? A : B;
  return value(StatementKind::Either, {}, A, B);
}

void Lowering::act(StatementKind Kind, Number A, Number B, SourceLocation At) {
  if (!A ||
      (!B && Kind != StatementKind::Escape && Kind != StatementKind::Return))
    return;
  Statement S;
  S.Kind = Kind;
  S.A = A;
  S.B = B;
  S.Loc = Tu.Namer.locate(At);
  add(std::move(S));
}

void Lowering::store(Number At, Number What, SourceLocation Loc) {
  act(StatementKind::Store, At, What, Loc);
}

void Lowering::escape(Number What, SourceLocation Loc, const FunctionDecl *To,
                      AccessKind How) {
  if (!What)
    return;
  Statement S;
  S.Kind = StatementKind::Escape;
  S.How = How;
  S.A = What;
  S.Loc = Tu.Namer.locate(Loc);
  if (To)
    S.Symbol = Tu.Namer.qualifiedName(To);
  add(std::move(S));
}

Statement *Lowering::write(Number At, AccessKind How, SourceLocation Loc,
                           const FunctionDecl *By, bool IsArgument) {
  if (!At)
    return nullptr;
  Statement S;
  S.Kind = StatementKind::Write;
  S.A = At;
  S.How = How;
  S.Index = IsArgument;
  S.Loc = Tu.Namer.locate(Loc);
  if (By)
    S.Symbol = Tu.Namer.qualifiedName(By);
  return &Out.Statements[add(std::move(S)) - 1];
}

void Lowering::read(Number At, SourceLocation Loc, const FunctionDecl *By,
                    AccessKind How) {
  if (!At)
    return;
  Statement S;
  S.Kind = StatementKind::Read;
  S.How = How;
  S.A = At;
  S.Index = Telling;
  S.Loc = Tu.Namer.locate(Loc);
  if (By)
    S.Symbol = Tu.Namer.qualifiedName(By);
  add(std::move(S));
}

StatementNumber Lowering::object(QualType T, StatementKind Kind) {
  Statement S;
  S.Kind = Kind;
  S.Type = objectType(T);
  S.Called = callOperator(T);
  return add(std::move(S));
}

StatementNumber Lowering::thisAddress() {
  if (!This)
    This = value(StatementKind::This);
  return This;
}

SymbolId Lowering::capture(const CXXRecordDecl *Class, unsigned Index) {
  // What an init-capture makes is a variable of its own, and told as one.
  if (Index < Class->capture_size())
    if (const LambdaCapture *C = Class->getCapture(Index);
        C->capturesVariable())
      if (auto *Var = dyn_cast<VarDecl>(C->getCapturedVar());
          Var && Var->isInitCapture() && Body.isKept(Var))
        return Tu.Namer.symbol(Var);
  SymbolId Operator = Tu.Namer.symbol(Class->getLambdaCallOperator());
  return Tu.Facts.Strings.intern(
      (Tu.Facts.Strings[Operator] + "@capture" + llvm::Twine(Index)).str());
}

//===-- Types -------------------------------------------------------------===//

bool Lowering::isLibrary(const Decl *D) const { return !Tu.Namer.inProject(D); }

bool Lowering::isAddressSized(QualType T) const {
  return !T.isNull() && !T->isDependentType() && T->isIntegerType() &&
         !T->isIncompleteType() &&
         Tu.Ast.getTypeSize(T) == Tu.Ast.getTypeSize(Tu.Ast.VoidPtrTy);
}

SymbolId Lowering::callOperator(QualType T) {
  const CXXRecordDecl *Record = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) || isLibrary(Record))
    return {};
  if (Record->isLambda())
    return Tu.Namer.symbol(Record->getLambdaCallOperator());
  DeclarationName Name = Tu.Ast.DeclarationNames.getCXXOperatorName(OO_Call);
  for (const NamedDecl *D : Record->lookup(Name)) {
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (isa<CXXMethodDecl>(D))
      return Tu.Namer.symbol(D);
  }
  return {};
}

TypeId Lowering::objectType(QualType T) {
  if (T.isNull())
    return {};
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  bool Told = Record ? !Record->isLambda()
                     : T->isPointerType() && !T->isDependentType();
  return Told ? Tu.Typer.intern(T.getCanonicalType().getUnqualifiedType())
              : TypeId();
}

bool Lowering::carries(QualType T) {
  if (T.isNull())
    return false;
  T = T.getCanonicalType();
  if (T->isDependentType())
    return true;
  if (T->isPointerType() || T->isReferenceType()) {
    QualType To = T->getPointeeType();
    // Through a pointer to constant numbers or characters nothing is written.
    return !(To.isConstQualified() &&
             (To->isArithmeticType() || To->isEnumeralType()));
  }
  if (T->isMemberPointerType() || T->isFunctionType() ||
      T->isBlockPointerType() || T->isVoidType())
    return !T->isVoidType();
  if (auto *Array = Tu.Ast.getAsArrayType(T))
    return carries(Array->getElementType());
  if (auto *Atomic = T->getAs<AtomicType>())
    return carries(Atomic->getValueType());
  auto *Record = T->getAsCXXRecordDecl();
  if (!Record) {
    const RecordDecl *Plain = T->getAsRecordDecl();
    if (!Plain || !(Plain = Plain->getDefinition()))
      return Plain != nullptr;
    auto [It, New] = Carrying.try_emplace(T.getTypePtr(), false);
    if (!New)
      return It->second;
    bool Result = llvm::any_of(Plain->fields(), [&](const FieldDecl *F) {
      return carries(F->getType());
    });
    return Carrying[T.getTypePtr()] = Result;
  }
  auto [It, New] = Carrying.try_emplace(T.getTypePtr(), false);
  if (!New)
    return It->second;
  bool Result = carriesRecord(Record);
  return Carrying[T.getTypePtr()] = Result;
}

static void argumentTypes(llvm::ArrayRef<TemplateArgument> Args,
                          llvm::SmallVectorImpl<QualType> &Into) {
  for (const TemplateArgument &Arg : Args)
    if (Arg.getKind() == TemplateArgument::Type)
      Into.push_back(Arg.getAsType());
    else if (Arg.getKind() == TemplateArgument::Pack)
      argumentTypes(Arg.getPackAsArray(), Into);
}

bool Lowering::carriesRecord(const CXXRecordDecl *Record) {
  Record = Record->getDefinition();
  if (!Record)
    return true;
  auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!isLibrary(Record)) {
    for (const FieldDecl *F : Record->fields())
      if (carries(F->getType()))
        return true;
    for (const CXXBaseSpecifier &Base : Record->bases())
      if (carries(Base.getType()))
        return true;
    return false;
  }
  if (Tu.Known.isText(Record))
    return false;
  // A handle of a library that is no template may hold whatever it is given.
  if (!Spec)
    return !Record->isEmpty();
  llvm::SmallVector<QualType, 4> Types;
  argumentTypes(Spec->getTemplateArgs().asArray(), Types);
  if (llvm::any_of(Types, [&](QualType T) { return carries(T); }))
    return true;
  // unique_ptr<int>, weak_ptr<int>, a view of numbers.
  QualType T = compat::typeOf(Tu.Ast, Record);
  return Tu.Typer.isPointerLike(T) || isView(T) || isOutputIterator(T) ||
         isProxy(T) || Record->getName().ends_with("_ptr");
}

//===-- Code --------------------------------------------------------------===//

StatementNumber Lowering::localAddress(const VarDecl *Var) {
  auto [It, New] = Addresses.try_emplace(Var, 0);
  if (!New)
    return It->second;
  Statement S;
  if (auto *Param = dyn_cast<ParmVarDecl>(Var);
      Param && Param->getDeclContext() == In) {
    S.Kind = StatementKind::Parameter;
    S.Index = Param->getFunctionScopeIndex();
  } else {
    S.Kind = StatementKind::Local;
    S.Loc = Tu.Namer.locate(Var->getLocation());
    if (Body.isKept(Var))
      S.Symbol = Tu.Namer.symbol(Var);
  }
  S.Type = objectType(Var->getType());
  S.Called = callOperator(Var->getType());
  Number N = add(std::move(S));
  Addresses[Var] = N;
  return N;
}

StatementNumber Lowering::globalAddress(const VarDecl *Var) {
  Statement S;
  S.Kind = StatementKind::Variable;
  S.Symbol = Tu.Namer.symbol(Var);
  S.Called = callOperator(Var->getType());
  return add(std::move(S));
}

void Lowering::declare(const VarDecl *Var) {
  if (Var->getType()->isDependentType() && !Var->getInit())
    return;
  Number At = Var->hasGlobalStorage() ? globalAddress(Var) : localAddress(Var);
  if (Var->getInit())
    initialize(At, Var->getInit(), Var->getType());
  if (const auto *Cleanup = Var->getAttr<CleanupAttr>();
      Cleanup && !isLibrary(Cleanup->getFunctionDecl()))
    cleanUp(At, Var, Cleanup->getFunctionDecl());
  if (auto *Parts = dyn_cast<DecompositionDecl>(Var))
    for (const BindingDecl *Part : Parts->bindings())
      if (const VarDecl *Holder = Part->getHoldingVar())
        declare(Holder);
}

/// At the end of its scope, \p Code gets the address of \p Var.
void Lowering::cleanUp(Number At, const VarDecl *Var,
                       const FunctionDecl *Code) {
  Statement S;
  S.Kind = StatementKind::Call;
  S.Symbol = Tu.Namer.symbol(Code);
  if (!Code->isDefined())
    S.Called = Tu.Namer.qualifiedName(Code);
  S.Loc = Tu.Namer.locate(Var->getLocation());
  Number Call = add(std::move(S));
  value(StatementKind::Argument, {}, At, Call);
}

void Lowering::giveBack(const Expr *E) {
  if (!E)
    return;
  QualType T = In ? In->getReturnType() : E->getType();
  if (!T->isReferenceType() && isObject(T)) {
    Statement S;
    S.Kind = StatementKind::Result;
    S.Called = callOperator(T);
    initialize(add(std::move(S)), E, T);
    return;
  }
  Number V = lower(E);
  if (carries(T))
    act(StatementKind::Return, V, 0, E->getExprLoc());
}

/// True if \p Parent does nothing with the value of \p E.
static bool ignores(const Stmt *Parent, const Expr *E) {
  if (auto *If = dyn_cast<IfStmt>(Parent))
    return E == If->getThen() || E == If->getElse();
  if (auto *Loop = dyn_cast<WhileStmt>(Parent))
    return E == Loop->getBody();
  if (auto *Loop = dyn_cast<DoStmt>(Parent))
    return E == Loop->getBody();
  if (auto *Loop = dyn_cast<ForStmt>(Parent))
    return E == Loop->getBody() || E == Loop->getInc();
  return isa<CompoundStmt, CaseStmt, DefaultStmt, LabelStmt>(Parent);
}

void Lowering::walk(const Stmt *S) {
  if (!S)
    return;
  if (auto *E = dyn_cast<Expr>(S)) {
    lower(E);
    return;
  }
  if (auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declaration->decls())
      if (auto *Var = dyn_cast<VarDecl>(D); Var && !Var->isLocalExternDecl())
        declare(Var);
    return;
  }
  if (auto *Return = dyn_cast<ReturnStmt>(S))
    return giveBack(Return->getRetValue());
  if (auto *Return = dyn_cast<CoreturnStmt>(S))
    return walk(Return->getOperand());
  if (auto *Coroutine = dyn_cast<CoroutineBodyStmt>(S))
    return walk(Coroutine->getBody());
  if (auto *Asm = dyn_cast<GCCAsmStmt>(S)) {
    for (unsigned I = 0; I < Asm->getNumOutputs(); ++I) {
      Number At = lower(Asm->getOutputExpr(I));
      write(At, AccessKind::Assign, Asm->getBeginLoc());
      escape(At, Asm->getBeginLoc());
    }
    for (unsigned I = 0; I < Asm->getNumInputs(); ++I)
      escape(lower(Asm->getInputExpr(I)), Asm->getBeginLoc());
    return;
  }
  for (const Stmt *Child : S->children()) {
    if (auto *E = dyn_cast_or_null<Expr>(Child); E && ignores(S, E))
      Ignored = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
    walk(Child);
  }
}

void Lowering::constructor(const CXXConstructorDecl *Ctor) {
  Number Self = thisAddress();
  for (const CXXCtorInitializer *Init : Ctor->inits()) {
    // Whoever calls an inherited constructor gives the arguments to the base's.
    if (isa<CXXInheritedCtorInitExpr>(Init->getInit()->IgnoreImplicit()))
      continue;
    if (const IndirectFieldDecl *Within = Init->getIndirectMember()) {
      Number At = Self;
      for (const NamedDecl *Part : Within->chain())
        At = member(At, cast<FieldDecl>(Part));
      initialize(At, Init->getInit(), Within->getType());
    } else if (const FieldDecl *Field = Init->getMember())
      initialize(member(Self, Field), Init->getInit(), Field->getType());
    else
      initialize(Self, Init->getInit(), Init->getInit()->getType());
  }
}

void Lowering::function(const Stmt *Code) {
  // Closures that are parameters are told by what calling them runs.
  if (In)
    for (const ParmVarDecl *Param : In->parameters())
      if (callOperator(Param->getType()))
        localAddress(Param);
  if (auto *Ctor = dyn_cast_or_null<CXXConstructorDecl>(In))
    constructor(Ctor);
  // Whoever has its handle resumes a coroutine, at any time.
  if (In && isa_and_nonnull<CoroutineBodyStmt>(Code))
    resume(cast<CoroutineBodyStmt>(*Code));
  walk(Code);
}

void Lowering::resume(const CoroutineBodyStmt &Body) {
  Statement S;
  S.Kind = StatementKind::Run;
  S.A = value(StatementKind::Function, Tu.Namer.symbol(In));
  S.Loc = Tu.Namer.locate(Body.getBeginLoc());
  add(std::move(S));
}

void Lowering::initializer(const VarDecl *Var) { declare(Var); }

//===-- What matters ------------------------------------------------------===//

namespace {

/// Leaves out the statements whose value nobody uses.
class Pruner {
public:
  explicit Pruner(FlowBody Whole) : Whole(std::move(Whole)) {}

  FlowBody run() && {
    const std::vector<Statement> &Code = Whole.Statements;
    Live.assign(Code.size() + 1, false);
    nameAddresses();
    for (StatementNumber N = 1; N <= Code.size(); ++N)
      if (isRoot(Code[N - 1]) && !isOwnAccess(Code[N - 1]) &&
          !isReadAgain(Code[N - 1]))
        mark(N);
    // Of what only this function can see, nobody asks who writes it.
    for (StatementNumber N = 1; N <= Code.size(); ++N)
      if (Code[N - 1].Kind == StatementKind::Write &&
          isOwnAccess(Code[N - 1]) && Live[baseOf(Code[N - 1].A)])
        mark(N);
    return kept();
  }

private:
  static bool isRoot(const Statement &S) {
    return S.Kind >= StatementKind::Store || S.Kind == StatementKind::Call ||
           S.Kind == StatementKind::Run || S.Called;
  }

  StatementNumber baseOf(StatementNumber N) const {
    while (N != 0 && (Whole.Statements[N - 1].Kind == StatementKind::Field ||
                      Whole.Statements[N - 1].Kind == StatementKind::Element))
      N = Whole.Statements[N - 1].A;
    return N;
  }

  /// Statements that give the same address, as far as one can tell without
  /// knowing what is stored meanwhile, get the number of the first of them.
  void nameAddresses() {
    using Key = std::tuple<StatementKind, SymbolId, uint32_t, StatementNumber>;
    std::map<Key, StatementNumber> First;
    Address.push_back(0);
    for (const Statement &S : Whole.Statements) {
      StatementNumber N = static_cast<StatementNumber>(Address.size());
      bool Alike =
          S.Kind == StatementKind::Parameter || S.Kind == StatementKind::This ||
          S.Kind == StatementKind::Variable || S.Kind == StatementKind::Field ||
          S.Kind == StatementKind::Element || S.Kind == StatementKind::Load;
      Address.push_back(
          Alike
              ? First.try_emplace({S.Kind, S.Symbol, S.Index, Address[S.A]}, N)
                    .first->second
              : N);
    }
  }

  /// True if a read of the same on the same line has been told, and nothing is
  /// written in between.
  bool isReadAgain(const Statement &S) {
    // What a call reads after it has written counts for what comes before.
    if (S.Kind == StatementKind::Read && S.How == AccessKind::Assign)
      return false;
    if (S.Kind == StatementKind::Read)
      return !Reads.insert({Address[S.A], S.Loc.Line, S.Index}).second;
    if (S.Kind == StatementKind::Write || S.Kind == StatementKind::Call ||
        S.Kind == StatementKind::Run)
      Reads.clear();
    return false;
  }

  bool isOwnAccess(const Statement &S) const {
    bool Accesses =
        S.Kind == StatementKind::Write || S.Kind == StatementKind::Read;
    if (!Accesses || S.A == 0)
      return false;
    const Statement &Base = Whole.Statements[baseOf(S.A) - 1];
    return (Base.Kind == StatementKind::Local && !Base.Symbol) ||
           Base.Kind == StatementKind::Parameter ||
           Base.Kind == StatementKind::Result;
  }

  /// Operands come before what uses them.
  void mark(StatementNumber N) {
    llvm::SmallVector<StatementNumber, 8> Work{N};
    while (!Work.empty()) {
      StatementNumber At = Work.pop_back_val();
      if (At == 0 || Live[At])
        continue;
      Live[At] = true;
      Work.push_back(Whole.Statements[At - 1].A);
      Work.push_back(Whole.Statements[At - 1].B);
    }
  }

  FlowBody kept() {
    FlowBody Result;
    std::vector<StatementNumber> New(Live.size());
    for (StatementNumber N = 1; N < Live.size(); ++N) {
      if (!Live[N])
        continue;
      Statement S = std::move(Whole.Statements[N - 1]);
      S.A = New[S.A];
      S.B = New[S.B];
      Result.Statements.push_back(std::move(S));
      New[N] = static_cast<StatementNumber>(Result.Statements.size());
    }
    return Result;
  }

  FlowBody Whole;
  std::vector<bool> Live;
  std::vector<StatementNumber> Address;
  std::set<std::tuple<StatementNumber, uint32_t, uint32_t>> Reads;
};

} // namespace

FlowBody Lowering::take() && { return Pruner(std::move(Out)).run(); }

} // namespace stateless
