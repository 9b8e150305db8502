//===- DataSources.cpp - What the values in a body are made of ------------===//
//
// See DataSources.h. A call of a library gives something made of all that it
// is given; what the project's own functions make, their own facts tell.
//
//===----------------------------------------------------------------------===//
#include "extract/DataSources.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace stateless {

/// A value of more sources is of any.
static constexpr size_t MaxSources = 16;

//===-- Calls -------------------------------------------------------------===//

bool mayWrite(TuContext &Tu, const CallParts &Of, unsigned Index) {
  QualType Param = Of.Callee && Index < Of.Callee->getNumParams()
                       ? Of.Callee->getParamDecl(Index)->getType()
                       : Of.Args[Index]->getType();
  if (Param->isDependentType() || Of.Args[Index]->isTypeDependent())
    return true;
  return (Param->isReferenceType() || Param->isPointerType() ||
          Tu.Typer.isPointerLike(Param)) &&
         mayWriteArgument(Tu, Of.Callee, Index, Of.Args[Index], Param);
}

bool writesReceiver(const CallParts &Of) {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Of.Callee);
  return Of.Receiver && Method && !Method->isStatic() && !Method->isConst();
}

/// What \p E is a part of, or leads to; null: it is neither.
static const Expr *stepIn(const Expr *E) {
  if (auto *Op = dyn_cast<UnaryOperator>(E))
    return Op->getSubExpr();
  if (auto *Part = dyn_cast<ArraySubscriptExpr>(E))
    return Part->getBase();
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getBase();
  if (auto *Op = dyn_cast<BinaryOperator>(E))
    return Op->isCommaOp() ? Op->getRHS() : Op->getLHS();
  // A stream, of all that is written to it.
  if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E); Op && Op->isGLValue())
    return Op->getArg(0);
  if (auto *Call = dyn_cast<CallExpr>(E))
    return objectOf(Call);
  return nullptr;
}

const Expr *rootOf(const Expr *E) {
  E = E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
  // A new object. Behind it an iterator may lead on.
  if (isa<CallExpr>(E) && E->isPRValue() && !E->getType()->isPointerType())
    return E;
  while (const Expr *In = stepIn(E))
    E = In->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
  return E;
}

const VarDecl *localOf(const Expr *E) {
  auto *Ref = dyn_cast<DeclRefExpr>(rootOf(E));
  const ValueDecl *D = Ref ? Ref->getDecl() : nullptr;
  if (auto *Binding = dyn_cast_or_null<BindingDecl>(D))
    D = dyn_cast_or_null<ValueDecl>(Binding->getDecomposedDecl());
  auto *Var = dyn_cast_or_null<VarDecl>(D);
  return Var && !Var->hasGlobalStorage() ? Var : nullptr;
}

//===-- What is put into locals -------------------------------------------===//

/// What is put where \p To leads, is put into the locals that it leads to.
void DataSources::put(const VarDecl *To, const Put &What) {
  llvm::SmallVector<const VarDecl *, 4> Work{To};
  for (size_t I = 0; I < Work.size(); ++I) {
    Puts[Work[I]].push_back(What);
    for (const VarDecl *Target : Targets.lookup(Work[I]))
      if (!llvm::is_contained(Work, Target))
        Work.push_back(Target);
  }
}

void DataSources::leadsTo(const VarDecl *Var, const Expr *What) {
  QualType T = Var->getType();
  if (!T->isReferenceType() && !T->isPointerType())
    return;
  if (const VarDecl *Target = localOf(What);
      Target && Target != Var && !llvm::is_contained(Targets[Var], Target))
    Targets[Var].push_back(Target);
}

void DataSources::putByCall(const Expr *E, const FunctionDecl *In) {
  CallParts Parts(Tu, E);
  if (const VarDecl *To = Parts.Receiver ? localOf(Parts.Receiver) : nullptr;
      To && writesReceiver(Parts))
    for (const Expr *Arg : Parts.Args)
      put(To, {Arg, In, E});
  for (unsigned I = 0; I < Parts.Args.size(); ++I)
    if (const VarDecl *To = localOf(Parts.Args[I]);
        To && mayWrite(Tu, Parts, I))
      put(To, {E, In, E, I});
}

void DataSources::scan(const Stmt *Code, const FunctionDecl *In) {
  if (!Code)
    return;
  if (auto *Lambda = dyn_cast<LambdaExpr>(Code)) {
    for (unsigned I = 0; I < Lambda->capture_size(); ++I) {
      const LambdaCapture *Capture = Lambda->capture_begin() + I;
      const Expr *Init = Lambda->capture_init_begin()[I];
      if (!Init || !Lambda->isInitCapture(Capture))
        continue;
      scan(Init, In);
      if (auto *Var = dyn_cast<VarDecl>(Capture->getCapturedVar()))
        put(Var, {Init, In, Init});
    }
    scan(Lambda->getBody(), Lambda->getCallOperator());
    return;
  }
  if (auto *Declared = dyn_cast<DeclStmt>(Code)) {
    for (const Decl *D : Declared->decls())
      if (auto *Var = dyn_cast<VarDecl>(D);
          Var && Var->getInit() && !Var->hasGlobalStorage()) {
        put(Var, {Var->getInit(), In, Var->getInit()});
        leadsTo(Var, Var->getInit());
      }
  } else if (auto *Op = dyn_cast<BinaryOperator>(Code);
             Op && Op->isAssignmentOp()) {
    if (const VarDecl *To = localOf(Op->getLHS())) {
      put(To, {Op->getRHS(), In, Op});
      if (isa<DeclRefExpr>(Op->getLHS()->IgnoreParens()))
        leadsTo(To, Op->getRHS());
    }
  } else if (isa<CallExpr, CXXConstructExpr>(Code)) {
    putByCall(cast<Expr>(Code), In);
  }
  for (const Stmt *Child : Code->children())
    scan(Child, In);
}

//===-- The slice ---------------------------------------------------------===//

/// One slice: from some values of one function.
class DataSlice {
public:
  DataSlice(DataSources &Of, const FunctionDecl *In)
      : Of(Of), Tu(Of.Tu), In(In) {}

  /// \p Part is the name of the part of \p S that matters; empty: all of it.
  void add(const Stmt *S, SymbolId Part = {});
  void addVariable(const VarDecl *Var, SymbolId Part);

  std::vector<Source> take() && {
    llvm::sort(Found);
    return std::move(Found);
  }

private:
  void found(Source S);
  void addCall(const Expr *E, SymbolId Part, unsigned Output);
  void addLibraryCall(const CallParts &Parts, SymbolId Part, Location At);
  StringId partOf(const CallParts &Parts);
  void addMember(const MemberExpr *Member, SymbolId Part);
  void addReference(const ValueDecl *D, SymbolId Part);

  DataSources &Of;
  TuContext &Tu;
  const FunctionDecl *In;
  std::vector<Source> Found;
  llvm::SmallPtrSet<const VarDecl *, 8> Seen;
};

void DataSlice::found(Source S) {
  if (Found.size() >= MaxSources)
    S = {};
  if (!llvm::is_contained(Found, S))
    Found.push_back(S);
}

/// The parts of a library's string, or pointer, are it.
static bool isAll(const NamedDecl *Part) { return isOfStd(Part); }

void DataSlice::addMember(const MemberExpr *Member, SymbolId Part) {
  const ValueDecl *D = Member->getMemberDecl();
  if (isa<VarDecl>(D))
    return addReference(D, Part);
  if (isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
    return found({SourceKind::Field, 0, Tu.Namer.symbol(D), {}, {}});
  add(Member->getBase(), isAll(D) ? Part : Tu.Namer.qualifiedName(D));
}

void DataSlice::addReference(const ValueDecl *D, SymbolId Part) {
  if (auto *Binding = dyn_cast<BindingDecl>(D))
    D = cast_or_null<ValueDecl>(Binding->getDecomposedDecl());
  if (auto *Var = dyn_cast_or_null<VarDecl>(D))
    addVariable(Var, Part);
}

void DataSlice::addVariable(const VarDecl *Var, SymbolId Part) {
  if (Var->hasGlobalStorage()) {
    if (!Var->isUsableInConstantExpressions(Tu.Ast))
      found({SourceKind::Variable, 0, Tu.Namer.symbol(Var), {}, {}});
    return;
  }
  auto *Owner = dyn_cast<FunctionDecl>(Var->getDeclContext());
  if (Owner && In && Owner->getCanonicalDecl() != In->getCanonicalDecl() &&
      !Var->isInitCapture()) {
    if (Of.IsUsed.insert(Var).second)
      Of.Used.push_back(Var);
    return found({SourceKind::Elsewhere, 0, Tu.Namer.symbol(Owner), Part,
                  Tu.Namer.locate(Var->getLocation())});
  }
  if (auto *Param = dyn_cast<ParmVarDecl>(Var))
    found(
        {SourceKind::Parameter, Param->getFunctionScopeIndex(), {}, Part, {}});
  if (!Seen.insert(Var).second)
    return;
  auto It = Of.Puts.find(Var);
  if (It == Of.Puts.end())
    return;
  for (const DataSources::Put &P : It->second) {
    if (P.In != In && !Var->isInitCapture())
      found({SourceKind::Elsewhere, 0,
             P.In ? Tu.Namer.symbol(P.In) : SymbolId(), Part,
             Tu.Namer.locate(P.At->getExprLoc())});
    else if (P.Output == DataSources::NoOutput)
      add(P.What, Part);
    else
      addCall(P.What, Part, P.Output);
  }
}

/// "web::Request::header("Cookie")": what a method gives of its object.
StringId DataSlice::partOf(const CallParts &Parts) {
  constexpr size_t MaxKey = 40;
  StringId Name = Tu.Namer.qualifiedName(Parts.Callee);
  if (Parts.Args.empty())
    return Name;
  auto *Key = dyn_cast<StringLiteral>(
      Parts.Args.front()->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts());
  if (!Key || !Key->isOrdinary() || Key->getLength() > MaxKey ||
      !llvm::all_of(Key->getString(), llvm::isPrint))
    return Name;
  return Tu.Facts.Strings.intern(
      (Tu.Facts.Strings[Name] + "(\"" + Key->getString() + "\")").str());
}

void DataSlice::addLibraryCall(const CallParts &Parts, SymbolId Part,
                               Location At) {
  const ModelsOf &Models = Tu.Known.of(Parts.Callee);
  const OperationModel *Operation = Models.get<OperationModel>();
  bool Receives = takesRequests(Models.role()) ||
                  (Operation && Operation->Kind == OperationKind::Receive);
  if (Operation || Receives ||
      (!isOfStd(Parts.Callee) && !Models.get<PureModel>()))
    found(
        {SourceKind::Library, 0, Tu.Namer.qualifiedName(Parts.Callee), {}, At});
  // Whom it comes from is no part of it.
  if (Receives)
    return;
  if (Parts.Receiver)
    add(Parts.Receiver, isAll(Parts.Callee) ? Part : partOf(Parts));
  for (const Expr *Arg : Parts.Args)
    add(Arg);
}

void DataSlice::addCall(const Expr *E, SymbolId Part, unsigned Output) {
  CallParts Parts(Tu, E);
  Location At = Tu.Namer.locate(E->getExprLoc());
  bool IsCopy =
      isa<CXXConstructExpr>(E) && Parts.Args.size() == 1 &&
      cast<CXXConstructExpr>(E)->getConstructor()->isCopyOrMoveConstructor();
  if (IsCopy)
    return add(Parts.Args.front(), Part);
  if (Parts.Callee && !Tu.Namer.inProject(Parts.Callee))
    return addLibraryCall(Parts, Part, At);
  // An object is made of what its constructor gets.
  if (isa<CXXConstructExpr>(E)) {
    for (const Expr *Arg : Parts.Args)
      add(Arg);
    return;
  }
  if (!Parts.Callee && E->isTypeDependent())
    return found({});
  if (Output == DataSources::NoOutput)
    found({SourceKind::Result, 0, {}, Part, At});
  else
    found({SourceKind::Output, Output, {}, Part, At});
}

void DataSlice::add(const Stmt *S, SymbolId Part) {
  if (!S || isa<UnaryExprOrTypeTraitExpr, CXXTypeidExpr, CXXNoexceptExpr>(S))
    return;
  if (auto *E = dyn_cast<Expr>(S))
    S = E->IgnoreParens();
  if (auto *Ref = dyn_cast<DeclRefExpr>(S))
    return addReference(Ref->getDecl(), Part);
  if (auto *Member = dyn_cast<MemberExpr>(S))
    return addMember(Member, Part);
  if (isa<CallExpr, CXXConstructExpr>(S))
    return addCall(cast<Expr>(S), Part, DataSources::NoOutput);
  if (auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      add(Init);
    return;
  }
  if (auto *Default = dyn_cast<CXXDefaultArgExpr>(S))
    return add(Default->getExpr());
  if (isa<CXXDefaultInitExpr>(S))
    return;
  bool Passes = isa<CastExpr, ExprWithCleanups, MaterializeTemporaryExpr,
                    CXXBindTemporaryExpr, UnaryOperator, ArraySubscriptExpr>(S);
  for (const Stmt *Child : S->children())
    add(Child, Passes ? Part : SymbolId());
}

std::vector<Source> DataSources::of(llvm::ArrayRef<const Expr *> Values,
                                    const FunctionDecl *In) {
  DataSlice Slice(*this, In);
  for (const Expr *E : Values)
    Slice.add(E);
  return std::move(Slice).take();
}

std::vector<DataFlow> DataSources::shared(const FunctionDecl *In) {
  std::vector<DataFlow> Result;
  // What is asked for may ask for more.
  for (size_t I = 0; I < Used.size(); ++I) {
    const VarDecl *Var = Used[I];
    auto *Owner = dyn_cast<FunctionDecl>(Var->getDeclContext());
    if (!In || !Owner || Owner->getCanonicalDecl() != In->getCanonicalDecl())
      continue;
    DataSlice Slice(*this, In);
    Slice.addVariable(Var, {});
    Result.push_back({SinkKind::Shared, 0, SymbolId(),
                      Tu.Namer.locate(Var->getLocation()),
                      std::move(Slice).take()});
  }
  return Result;
}

} // namespace stateless
