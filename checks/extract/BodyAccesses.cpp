//===- BodyAccesses.cpp - Stores, returns and loops in a body -------------===//
//
// Assignments, increments, returns, initialisers, and loops that serve. It must
// not know calls.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"

using namespace clang;

namespace stateless {

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
  Stack.back().Fact.StoredTexts.push_back(
      {Tu.Namer.symbol(D), Text, /*Makes=*/true, Tu.Namer.locate(Loc)});
}

/// The text \p What, an expression of \p F, is put into \p To.
void BodyVisitor::storesText(const Expr *To, const Expr *What, const Expr *At,
                             Frame &F) {
  if (!F.Valuer.isSymbolic(What->getType()))
    return;
  To = To->IgnoreParenImpCasts();
  StoredText Stored;
  Stored.Text = F.Valuer.of(What);
  Stored.Loc = placed(At);
  if (auto *Member = dyn_cast<MemberExpr>(To)) {
    auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (Field && !Field->getType()->isReferenceType()) {
      Stored.Into = Tu.Namer.symbol(Field);
      Stored.Makes = isa_and_nonnull<CXXConstructorDecl>(F.Decl) &&
                     isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts());
    }
  } else if (auto *Ref = dyn_cast<DeclRefExpr>(To)) {
    auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (Var && !Var->getType()->isReferenceType()) {
      if (!Var->hasGlobalStorage() && !Body.isKept(Var))
        return; // Its values tell.
      Stored.Into = Tu.Namer.symbol(Var);
    }
  }
  F.Fact.StoredTexts.push_back(std::move(Stored));
}

/// Path = Other, of objects.
void BodyVisitor::assignsText(const FunctionDecl *Callee, const Expr *Receiver,
                              llvm::ArrayRef<const Expr *> Args, const Expr *E,
                              Frame &F) {
  if (Receiver && Args.size() == 1 &&
      Callee->getOverloadedOperator() == OO_Equal &&
      F.Valuer.isSymbolic(Receiver->getType()))
    storesText(Receiver, Args[0], E, F);
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
  if (Op->getOpcode() == BO_Assign)
    storesText(Op->getLHS(), Op->getRHS(), Op, Stack.back());
  placed(Op);
  stored(Op->getLHS(), {Op->getRHS()}, Op->getExprLoc());
  storedCallback(Op);
  return true;
}

bool BodyVisitor::VisitUnaryOperator(UnaryOperator *Op) {
  if (Op->isIncrementDecrementOp())
    placed(Op);
  return true;
}

/// Here a variable is read, or lent to be read.
bool BodyVisitor::VisitCastExpr(CastExpr *Cast) {
  if (Cast->getCastKind() == CK_LValueToRValue ||
      (Cast->getCastKind() == CK_NoOp &&
       (Cast->isGLValue() || Cast->getType()->isPointerType())))
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
  initialized(Field, Init);
  if (F.Valuer.isSymbolic(Field->getType()))
    F.Fact.StoredTexts.push_back({Tu.Namer.symbol(Field), F.Valuer.of(Init),
                                  /*Makes=*/true,
                                  Tu.Namer.locate(Init->getExprLoc())});
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

static LoopCode codeOf(const Stmt *S, TuContext &Tu, Answers &Replies) {
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
      Result.Receives = takesRequests(Replies.roleOf(Call));
      Result.Options = Tu.Known.byName(Callee).get<OptionReaderModel>();
    }
  }
  for (const Stmt *Child : S->children()) {
    LoopCode Inner = codeOf(Child, Tu, Replies);
    Result.CallsProject |= Inner.CallsProject;
    Result.Receives |= Inner.Receives;
    Result.Options |= Inner.Options;
  }
  return Result;
}

/// True if \p S, in a loop, leaves it. \p Inner: it is in a loop or switch in
/// that, whose `break` is not the loop's.
static bool leaves(const Stmt *S, bool Inner = false) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<ReturnStmt, CoreturnStmt, GotoStmt, IndirectGotoStmt>(S))
    return true;
  if (isa<BreakStmt>(S))
    return !Inner;
  Inner |= isa<WhileStmt, DoStmt, ForStmt, CXXForRangeStmt, SwitchStmt>(S);
  return llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return leaves(Child, Inner); });
}

/// Loops that count, and those that do nothing of the project's, serve nobody.
void BodyVisitor::loop(const Stmt *Code, const Expr *Condition, bool Counts) {
  bool Endless = !Condition;
  if (Condition && !Condition->isValueDependent())
    Condition->EvaluateAsBooleanCondition(Endless, Tu.Ast);
  if (Endless || !Counts)
    loop(Code, Code, Endless,
         !Endless || llvm::any_of(Code->children(),
                                  [](const Stmt *S) { return leaves(S); }));
}

/// A loop of the statements \p All, of which \p First is the first.
void BodyVisitor::loop(const Stmt *First, llvm::ArrayRef<const Stmt *> All,
                       bool Endless, bool Left) {
  LoopCode Does;
  for (const Stmt *Code : All) {
    LoopCode Each = codeOf(Code, Tu, Stack.back().Replies);
    Does.CallsProject |= Each.CallsProject;
    Does.Receives |= Each.Receives;
    Does.Options |= Each.Options;
  }
  if (!Endless && !Does.CallsProject && !Does.Receives)
    return;
  Frame &F = Stack.back();
  Loop Fact{Tu.Namer.locate(First->getBeginLoc()),
            F.InLoop,
            Endless,
            Left,
            Does.Options,
            {}};
  for (const VarDecl *Local : Body.kept())
    if (F.Decl && All.size() == 1 && F.Fresh.isFresh(Local, First))
      Fact.Fresh.push_back(Tu.Namer.symbol(Local));
  llvm::sort(Fact.Fresh);
  F.InLoop = static_cast<uint32_t>(F.Fact.Loops.size());
  F.Fact.Loops.push_back(std::move(Fact));
}

/// True if \p S jumps to \p Label.
static bool jumpsTo(const Stmt *S, const LabelDecl *Label) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  auto *Jump = dyn_cast<GotoStmt>(S);
  return (Jump && Jump->getLabel() == Label) ||
         llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return jumpsTo(Child, Label); });
}

/// What is between a label and a jump back to it is a loop.
bool BodyVisitor::TraverseCompoundStmt(CompoundStmt *Block) {
  llvm::SmallVector<Stmt *, 16> All(Block->body());
  uint32_t Around = Stack.back().InLoop;
  size_t End = 0; // Behind the loop.
  for (size_t I = 0; I < All.size(); ++I) {
    if (I == End)
      Stack.back().InLoop = Around;
    auto *Label = I >= End ? dyn_cast_or_null<LabelStmt>(All[I]) : nullptr;
    for (size_t Last = All.size(); Label && Last > I && I >= End; --Last)
      if (jumpsTo(All[Last - 1], Label->getDecl())) {
        llvm::ArrayRef<const Stmt *> In(&All[I], Last - I);
        bool Endless = isa<GotoStmt>(In.back());
        loop(Label, In, Endless,
             !Endless || llvm::any_of(In.drop_back(),
                                      [](const Stmt *S) { return leaves(S); }));
        End = Last;
      }
    TraverseStmt(All[I]);
  }
  Stack.back().InLoop = Around;
  return true;
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
  LoopCode Step = codeOf(Loop->getInc(), Tu, Stack.back().Replies);
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
  if (const EntryPointModel *Model = modelOfField(Tu, Field)) {
    Registration Entry;
    Entry.Kind = Model->Kind;
    Entry.By = Fact.CalleeName;
    Entry.Method = Tu.Facts.Strings.intern(Model->Method);
    Entry.Loc = Fact.Loc;
    Stack.back().Fact.Registrations.push_back(std::move(Entry));
  }
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
  keepData(SinkKind::Return, 0, {}, {}, Data.of({E}, F.Decl));
  QualType T = F.Decl->getReturnType();
  if (F.Valuer.isSymbolic(T)) {
    ValueId Id = F.Valuer.of(E);
    if (!llvm::is_contained(F.Fact.ReturnedValues, Id))
      F.Fact.ReturnedValues.push_back(Id);
  }
  // What is handed out by it, may be written from there on.
  if (T->isReferenceType() || T->isPointerType() || Tu.Typer.isPointerLike(T))
    placed(E);
  return true;
}

bool BodyVisitor::VisitCXXNewExpr(CXXNewExpr *New) {
  placed(New);
  if (const FunctionDecl *Allocate = New->getOperatorNew())
    implicitCall(CallKind::Direct, Allocate, New->getExprLoc());
  return true;
}

} // namespace stateless
