//===- BodyAccesses.cpp - Stores, returns and loops in a body -------------===//
//
// Assignments, increments, returns, initialisers, and loops that serve. It must
// not know calls.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"

using namespace clang;

namespace stateless {

void BodyVisitor::emitIn(Frame &F, AccessKind Kind, const PlaceList &Targets,
                         const Expr *At, const Expr *Stored) {
  for (const Place &Target : Targets) {
    Access A;
    A.Kind = Kind;
    A.Target = Target;
    A.Loc = placed(At);
    A.Macro = Tu.Namer.macro(At->getExprLoc());
    if (Stored) {
      QualType T = Stored->getType();
      if (F.Valuer.isSymbolic(T))
        A.Stored = F.Valuer.of(Stored);
      if (isPointerLike(T)) {
        PlaceList From = F.Placer.pointees(Stored);
        A.From.assign(From.begin(), From.end());
      }
    }
    F.Fact.Accesses.push_back(std::move(A));
  }
}

bool BodyVisitor::isPointerLike(QualType T) {
  return !T.isNull() && (T->isPointerType() || Tu.Typer.isPointerLike(T));
}

void BodyVisitor::emit(AccessKind Kind,
                       llvm::function_ref<PlaceList(Frame &)> Targets,
                       const Expr *At, const Expr *Stored) {
  emitIn(Stack.back(), Kind, Targets(Stack.back()), At, Stored);
}

// What is read and written, value flow tells (Lowering): here it only gets a
// program point, and stores of texts and pointers are told.

/// A field or a variable with static storage gets a text by its characters.
void BodyVisitor::givesText(const Buffer &To, ValueId Text,
                            SourceLocation Loc) {
  if (!To.Of || !To.FromStart || !Text)
    return;
  const ValueDecl *D = nullptr;
  if (auto *Member = dyn_cast<MemberExpr>(To.Of))
    D = Member->getMemberDecl();
  else
    D = cast<DeclRefExpr>(To.Of)->getDecl();
  auto *Var = dyn_cast<VarDecl>(D);
  if ((!isa<FieldDecl>(D) && !(Var && Var->hasGlobalStorage())) ||
      !Tu.Namer.inProject(D))
    return;
  FieldValue Given;
  Given.Field = Tu.Namer.symbol(D);
  Given.Stored = Text;
  Given.Loc = Tu.Namer.locate(Loc);
  Stack.back().Fact.FieldValues.push_back(std::move(Given));
}

/// snprintf(J.Path, ..), memset(J.Path, 0, ..)
void BodyVisitor::writesText(const FunctionDecl *Callee, const Expr *E,
                             llvm::ArrayRef<const Expr *> Args, Frame &F) {
  const ValueModel *Model = Tu.Known.of(Callee).get<ValueModel>();
  if (!Model || (Model->Kind != ValueModelKind::FormatInto &&
                 Model->Kind != ValueModelKind::FillInto))
    return;
  size_t To = Model->Args.empty() ? 0 : static_cast<size_t>(Model->Args[0]);
  if (To < Args.size())
    givesText(bufferOf(Args[To], Tu), F.Valuer.of(E), E->getExprLoc());
}

bool BodyVisitor::VisitBinaryOperator(BinaryOperator *Op) {
  if (!Op->isAssignmentOp())
    return true;
  if (Op->getOpcode() == BO_Assign && Op->getType()->isAnyCharacterType() &&
      isZero(Op->getRHS(), Tu.Ast) &&
      !isa<DeclRefExpr, MemberExpr>(Op->getLHS()->IgnoreParens()))
    givesText(bufferOf(Op->getLHS(), Tu), Stack.back().Valuer.empty(),
              Op->getExprLoc());
  QualType T = Op->getRHS()->getType();
  if (Op->getOpcode() == BO_Assign &&
      (isPointerLike(T) || Stack.back().Valuer.isSymbolic(T)))
    emit(
        AccessKind::Assign,
        [&](Frame &F) { return F.Placer.objects(Op->getLHS()); }, Op,
        Op->getRHS());
  placed(Op);
  storedCallback(Op);
  return true;
}

bool BodyVisitor::VisitUnaryOperator(UnaryOperator *Op) {
  if (Op->isIncrementDecrementOp())
    placed(Op);
  return true;
}

bool BodyVisitor::VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
  if (Cast->getCastKind() == CK_LValueToRValue)
    placed(Cast);
  return true;
}

bool BodyVisitor::VisitInitListExpr(InitListExpr *List) {
  // What was written has no conversions yet.
  if (InitListExpr *Semantic = List->getSemanticForm())
    List = Semantic;
  if (const RecordDecl *Class = List->getType()->getAsRecordDecl();
      Class && !Class->isUnion()) {
    unsigned Bases = List->getNumInits() -
                     std::min<unsigned>(List->getNumInits(),
                                        std::distance(Class->field_begin(),
                                                      Class->field_end()));
    unsigned At = Bases;
    for (const FieldDecl *Field : Class->fields())
      if (At < List->getNumInits())
        aggregateField(Field, List->getInit(At++));
  }
  return true;
}

void BodyVisitor::aggregateField(const FieldDecl *Field, const Expr *Init) {
  if (!Init || Init->getType().isNull())
    return;
  Frame &F = Stack.back();
  if (!Tu.Namer.inProject(Field) || isa<CXXDefaultInitExpr>(Init))
    return;
  QualType T = Field->getType();
  FieldValue Given;
  if (F.Valuer.isSymbolic(T))
    Given.Stored = F.Valuer.of(Init);
  PlaceList From = T->isReferenceType() ? F.Placer.objects(Init)
                   : T->isPointerType() ? F.Placer.pointees(Init)
                                        : PlaceList{};
  Given.From.assign(From.begin(), From.end());
  if (!F.Valuer.isSymbolic(T) && From.empty())
    return;
  Given.Field = Tu.Namer.symbol(Field);
  Given.Loc = Tu.Namer.locate(Init->getExprLoc());
  F.Fact.FieldValues.push_back(std::move(Given));
}

bool BodyVisitor::VisitGCCAsmStmt(GCCAsmStmt *Asm) {
  for (unsigned I = 0; I < Asm->getNumOutputs(); ++I)
    placed(Asm->getOutputExpr(I));
  return true;
}

bool BodyVisitor::VisitAtomicExpr(AtomicExpr *Atomic) {
  placed(Atomic);
  return true;
}

namespace {
/// What the code of a loop does, calls inside lambdas apart.
struct LoopCode {
  bool CallsProject = false; ///< Or may do so.
  bool Receives = false;     ///< Calls a source of requests.
  bool Options = false;      ///< Reads the command line.
};
} // namespace

static LoopCode codeOf(const Stmt *S, TuContext &Tu) {
  LoopCode Result;
  if (!S || isa<LambdaExpr>(S))
    return Result;
  if (auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    // What stands behind a pointer or in a std::function may be the project's.
    auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
    Result.CallsProject = !Callee || Tu.Namer.inProject(Callee) ||
                          (Operator && Operator->getOperator() == OO_Call &&
                           Tu.Code.canHold(Operator->getArg(0)->getType()));
    if (Callee) {
      Result.Receives = takesRequests(Tu.Known.roleOf(Callee));
      Result.Options = Tu.Known.byName(Callee).get<OptionReaderModel>();
    }
  }
  for (const Stmt *Child : S->children()) {
    LoopCode Inner = codeOf(Child, Tu);
    Result.CallsProject |= Inner.CallsProject;
    Result.Receives |= Inner.Receives;
    Result.Options |= Inner.Options;
  }
  return Result;
}

/// Loops that count, and those that do nothing of the project's, serve nobody.
void BodyVisitor::loop(const Stmt *Code, const Expr *Condition, bool Counts) {
  bool Endless = !Condition;
  if (Condition && !Condition->isValueDependent())
    Condition->EvaluateAsBooleanCondition(Endless, Tu.Ast);
  if (!Endless && Counts)
    return;
  LoopCode Does = codeOf(Code, Tu);
  if (!Endless && !Does.CallsProject && !Does.Receives)
    return;
  Frame &F = Stack.back();
  Loop Fact{Tu.Namer.locate(Code->getBeginLoc()),
            F.InLoop,
            Endless,
            Does.Options,
            {}};
  for (const VarDecl *Local : Body.kept())
    if (F.Decl && F.Fresh.isFresh(Local, Code))
      Fact.Fresh.push_back(Tu.Namer.symbol(Local));
  llvm::sort(Fact.Fresh);
  F.InLoop = static_cast<uint32_t>(F.Fact.Loops.size());
  F.Fact.Loops.push_back(std::move(Fact));
}

bool BodyVisitor::TraverseWhileStmt(WhileStmt *Loop) {
  uint32_t Around = Stack.back().InLoop;
  loop(Loop, Loop->getCond(), /*Counts=*/false);
  Base::TraverseWhileStmt(Loop);
  Stack.back().InLoop = Around;
  return true;
}

bool BodyVisitor::TraverseForStmt(ForStmt *Loop) {
  uint32_t Around = Stack.back().InLoop;
  TraverseStmt(Loop->getInit());
  // `C = Next()` counts nothing.
  LoopCode Step = codeOf(Loop->getInc(), Tu);
  loop(Loop, Loop->getCond(),
       Loop->getInc() && !Step.CallsProject && !Step.Receives);
  if (const DeclStmt *Condition = Loop->getConditionVariableDeclStmt())
    TraverseStmt(const_cast<DeclStmt *>(Condition));
  for (Stmt *Part : {static_cast<Stmt *>(Loop->getCond()), Loop->getBody(),
                     static_cast<Stmt *>(Loop->getInc())})
    TraverseStmt(Part);
  Stack.back().InLoop = Around;
  return true;
}

bool BodyVisitor::TraverseDoStmt(DoStmt *Loop) {
  uint32_t Around = Stack.back().InLoop;
  // do { ... } while (0) is how macros are written.
  Expr::EvalResult Never;
  bool Once = !Loop->getCond()->isValueDependent() &&
              Loop->getCond()->EvaluateAsInt(Never, Tu.Ast) &&
              Never.Val.getInt() == 0;
  if (!Once)
    loop(Loop, Loop->getCond(), /*Counts=*/false);
  Base::TraverseDoStmt(Loop);
  Stack.back().InLoop = Around;
  return true;
}

/// A callable that goes into a field of the library (sa.sa_handler = f) is
/// passed on like an argument; the field's name stands for the callee.
void BodyVisitor::storedCallback(const BinaryOperator *Op) {
  const FieldDecl *Field = libraryField(Tu, *Op);
  if (!Field)
    return;
  Call Fact;
  Fact.Kind = CallKind::Indirect;
  Fact.Callee = Tu.Namer.symbol(Field);
  Fact.CalleeName = Tu.Namer.qualifiedName(Field);
  Fact.Library = true;
  Fact.Loc = placed(Op);
  Stack.back().Fact.Calls.push_back(std::move(Fact));
}

bool BodyVisitor::VisitCXXDeleteExpr(CXXDeleteExpr *Delete) {
  placed(Delete);
  QualType Deleted = Delete->getDestroyedType();
  if (!Deleted.isNull())
    destroyed(Deleted, Delete->getExprLoc());
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
  placed(E);
  return true;
}

bool BodyVisitor::VisitCXXNewExpr(CXXNewExpr *New) {
  recordCreation(New, Stack.back());
  if (const FunctionDecl *Allocate = New->getOperatorNew())
    implicitCall(CallKind::Direct, Allocate, New->getExprLoc());
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
  else
    Made.Kind = CreationKind::Allocated;
  Made.Loc = placed(E);
  F.Fact.Creations.push_back(std::move(Made));
  return static_cast<uint32_t>(F.Fact.Creations.size() - 1);
}

} // namespace stateless
