//===- LoweringInits.cpp - Initialisation as value-flow statements --------===//
//
// What is put into an object when it is made: by lists, constructors that
// somebody wrote or nobody did, captures.
//
//===----------------------------------------------------------------------===//
#include "extract/ClangCompat.h"
#include "extract/Constructors.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

/// \p E without what only says when its parts end.
static const Expr *initializerCore(const Expr *E) {
  for (;;) {
    E = E->IgnoreParens();
    if (auto *Full = dyn_cast<FullExpr>(E))
      E = Full->getSubExpr();
    else if (auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bound->getSubExpr();
    else if (auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temporary->getSubExpr();
    else if (auto *Cast = dyn_cast<CastExpr>(E);
             Cast && (Cast->getCastKind() == CK_NoOp ||
                      Cast->getCastKind() == CK_ConstructorConversion))
      E = Cast->getSubExpr();
    else
      return E;
  }
}

void Lowering::initialize(Number Into, const Expr *E, QualType T) {
  if (!E || !Into)
    return;
  // What a template that nobody instantiates hands to a constructor.
  if (auto *List = dyn_cast<ParenListExpr>(E)) {
    if (List->getNumExprs() == 1 && !T.isNull() && !T->isDependentType() &&
        isObject(T))
      return initializeByUnknown(Into, List->getExpr(0), T);
    for (unsigned I = 0; I < List->getNumExprs(); ++I)
      initialize(Into, List->getExpr(I), List->getExpr(I)->getType());
    return;
  }
  if (T.isNull())
    return walk(E);
  if (auto *List = dyn_cast<InitListExpr>(E);
      List && List->getNumInits() == 1 && List->isTypeDependent() &&
      !T->isDependentType() && isObject(T))
    return initializeByUnknown(Into, List->getInit(0), T);
  T = T.getCanonicalType();
  if (T->isReferenceType())
    return store(Into, materialize(E), E->getExprLoc());
  if (!isObject(T)) {
    Number N = lower(E);
    // What a library forwards is an object that holds the value.
    if (carries(T))
      store(Into, E->isGLValue() ? load(N) : N, E->getExprLoc());
    return;
  }
  const Expr *Core = initializerCore(E);
  if (auto *Default = dyn_cast<CXXDefaultInitExpr>(Core)) {
    llvm::DenseMap<const Expr *, Number> Here;
    std::swap(Here, Values);
    initialize(Into, Default->getExpr(), T);
    std::swap(Here, Values);
    return;
  }
  if (auto *Construct = dyn_cast<CXXConstructExpr>(Core))
    return construct(Into, Construct);
  if (auto *Closure = dyn_cast<LambdaExpr>(Core))
    return closure(Into, Closure);
  if (auto *List = dyn_cast<InitListExpr>(Core))
    return initializeList(Into, List);
  if (auto *List = dyn_cast<CXXParenListInitExpr>(Core))
    return initializeParts(Into, T, List->getInitExprs());
  if (auto *List = dyn_cast<CXXStdInitializerListExpr>(Core)) {
    Number From = lower(List->getSubExpr());
    if (carries(List->getSubExpr()->getType()))
      act(StatementKind::Copy, Into, From, E->getExprLoc());
    return;
  }
  if (auto *Loop = dyn_cast<ArrayInitLoopExpr>(Core)) {
    Number From = lower(Loop->getCommonExpr());
    if (carries(T))
      act(StatementKind::Copy, Into, From, E->getExprLoc());
    return;
  }
  if (isa<ImplicitValueInitExpr, CXXScalarValueInitExpr, StringLiteral>(Core))
    return;
  Number From = lower(Core);
  if (carries(T))
    act(StatementKind::Copy, Into, From, E->getExprLoc());
}

/// The object of type \p T at \p Into is made of \p E, the type of which a
/// template leaves open: it is copied, or put into a library's object.
void Lowering::initializeByUnknown(Number Into, const Expr *E, QualType T) {
  Number From = lower(E);
  if (!carries(T))
    return;
  // A parameter that is no reference may hold the object, or lead to it.
  const Expr *Given = E->IgnoreParens();
  while (auto *Call = dyn_cast<CallExpr>(Given)) {
    const Expr *Forwarded = forwardedByName(Call);
    if (!Forwarded)
      break;
    Given = Forwarded->IgnoreParens();
  }
  auto *Name = dyn_cast<DeclRefExpr>(Given);
  if (Name && !Name->getDecl()->getType()->isReferenceType())
    From = either(From, load(From));
  act(StatementKind::Copy, Into, From, E->getExprLoc());
  if (isLibraryObject(T))
    keep(Into, T, {E, parameterFor(E), From}, E->getExprLoc());
}

void Lowering::initializeList(Number Into, const InitListExpr *List) {
  if (const InitListExpr *Semantic = List->getSemanticForm())
    List = Semantic;
  if (List->isTransparent() && List->getNumInits() == 1)
    return initialize(Into, List->getInit(0), List->getInit(0)->getType());
  const RecordDecl *Record = List->getType()->getAsRecordDecl();
  if (Record && Record->isUnion()) {
    if (List->getNumInits() == 1 && List->getInitializedFieldInUnion())
      initializePart(Into, Into, List->getInit(0),
                     List->getInitializedFieldInUnion()->getType());
    return;
  }
  initializeParts(Into, List->getType(), List->inits());
  if (const Expr *Filler =
          List->hasArrayFiller() ? List->getArrayFiller() : nullptr)
    initialize(element(Into), Filler, Filler->getType());
}

/// \p Inits are those of the bases and fields, or of the elements, of the
/// object of type \p T at \p Into.
void Lowering::initializeParts(Number Into, QualType T,
                               llvm::ArrayRef<const Expr *> Inits) {
  const RecordDecl *Record = T->getAsRecordDecl();
  if (!Record) {
    for (const Expr *Init : Inits)
      if (Init)
        initialize(element(Into), Init, Init->getType());
    return;
  }
  size_t I = 0;
  if (auto *Cxx = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Cxx->bases())
      if (I < Inits.size())
        initialize(Into, Inits[I++], Base.getType());
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I >= Inits.size())
      break;
    initializePart(Into, member(Into, Field), Inits[I++], Field->getType());
  }
}

/// \p Init is that of the part at \p At of the object at \p Whole. What the
/// class itself says of a field may read the fields before it.
void Lowering::initializePart(Number Whole, Number At, const Expr *Init,
                              QualType T) {
  if (!Init || !isa<CXXDefaultInitExpr>(initializerCore(Init)))
    return initialize(At, Init, T);
  Number Outer = This;
  const CXXRecordDecl *OuterLambda = Lambda;
  This = Whole;
  Lambda = nullptr;
  initialize(At, Init, T);
  This = Outer;
  Lambda = OuterLambda;
}

void Lowering::closure(Number Into, const LambdaExpr *E) {
  const CXXRecordDecl *Class = E->getLambdaClass();
  auto Field = Class->field_begin();
  for (const Expr *Init : E->capture_inits()) {
    if (Field == Class->field_end())
      break;
    Number At =
        field(Into, capture(Class, Field->getFieldIndex()), Field->getType());
    Out.Statements[At - 1].Type = Tu.Typer.intern(Field->getType());
    if (Init)
      initialize(At, Init, Field->getType());
    ++Field;
  }
}

void Lowering::constructMembers(Number Into, const CXXConstructorDecl *Ctor) {
  static constexpr unsigned MaxParts = 8;
  if (Depth >= MaxParts) {
    // An object of this depth has no pointers that anybody follows.
    if (carries(Tu.Ast.VoidPtrTy))
      store(Into, unknown(), Ctor->getLocation());
    return;
  }
  llvm::DenseMap<const Expr *, Number> Here;
  Number Outer = This;
  const CXXRecordDecl *OuterLambda = Lambda;
  std::swap(Here, Values);
  This = Into;
  Lambda = nullptr;
  ++Depth;
  constructor(Ctor);
  --Depth;
  Lambda = OuterLambda;
  This = Outer;
  std::swap(Here, Values);
}

/// What the class itself says of the fields of a new object.
void Lowering::constructMembers(Number Into, const CXXRecordDecl *Record) {
  llvm::DenseMap<const Expr *, Number> Here;
  Number Outer = This;
  std::swap(Here, Values);
  This = Into;
  for (const FieldDecl *Field : Record->fields())
    if (const Expr *Init = Field->getInClassInitializer())
      initialize(member(Into, Field), Init, Field->getType());
  This = Outer;
  std::swap(Here, Values);
}

/// The object \p From, which has a name, is moved from.
void Lowering::moveFrom(const CXXConstructExpr *E, Number From) {
  if (E->getConstructor()->isMoveConstructor() && !E->isElidable() &&
      !isa<MaterializeTemporaryExpr>(E->getArg(0)->IgnoreImpCasts()))
    write(From, AccessKind::CompoundAssign, E->getExprLoc());
}

void Lowering::construct(Number Into, const CXXConstructExpr *E) {
  llvm::SmallVector<const Expr *, 4> Args(E->arguments());
  if (!E->getType()->isDependentType())
    expectHandover(writtenConstructor(E->getConstructor()), nullptr, Args, E);
  constructObject(Into, E);
  handOver(Args, E);
}

void Lowering::constructObject(Number Into, const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  if (E->getType()->isDependentType())
    return walk(E->getNumArgs() ? E->getArg(0) : nullptr);
  if (E->getType()->isArrayType())
    Into = element(Into);
  if (isLibrary(Ctor->getParent()))
    return libraryConstruct(Into, E);
  llvm::SmallVector<const Expr *, 4> Args(E->arguments());
  if (Ctor->isInheritingConstructor()) {
    constructMembers(Into, Ctor);
    Ctor = writtenConstructor(Ctor);
    if (isLibrary(Ctor->getParent()))
      return libraryConstruct(Into, E);
    projectCall(Ctor, Into, Args, E);
    return;
  }
  bool Copies = Ctor->isCopyOrMoveConstructor();
  if (Ctor->isDefaulted() || Ctor->isImplicit() || Ctor->isTrivial()) {
    if (Copies && E->getNumArgs() > 0) {
      Number From = lower(E->getArg(0));
      read(From, E->getExprLoc());
      if (carries(E->getType()))
        act(StatementKind::Copy, Into, From, E->getExprLoc());
      moveFrom(E, From);
      return;
    }
    for (const Expr *Argument : E->arguments())
      lower(Argument);
    return constructMembers(Into, Ctor);
  }
  projectCall(Ctor, Into, Args, E);
}

} // namespace stateless
