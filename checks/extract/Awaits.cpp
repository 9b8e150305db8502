//===- Awaits.cpp - Where a function waits for what it starts -------------===//
//
// 1. Handle. The local that the started thread is put in, or whose address is
//    the first argument of the call; or the container that gets it as a new
//    element.
// 2. Uses. The handle may be started, awaited, asked about, and gone through by
//    a loop. Anything else may hand it on: then nobody knows.
// 3. Anchors. The await itself, or the test around it whether there is anything
//    to wait for. In a loop over all elements, which does nothing but go to its
//    end, the loop.
// 4. A destructor that waits does so on each way out of its scope: no call in
//    there may serve.
//
// Limits: handles in fields, in containers of containers, behind pointers;
// loops over elements other than `for (T &E : All)` and `for (i = 0; i < N;
// ++i)`.
//
//===----------------------------------------------------------------------===//
#include "extract/Awaits.h"
#include "facts/Globs.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace stateless {

/// Beyond so many calls in its scope, what a destructor waits for is unknown.
static constexpr size_t MaxInScope = 64;

const Stmt *Awaits::parent(const Stmt *S) {
  if (!Parents)
    Parents.emplace(F->getBody());
  return Parents->getParent(S);
}

static bool isTransparent(const Stmt *S) {
  auto *Construct = dyn_cast<CXXConstructExpr>(S);
  return isa<ExprWithCleanups, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
             ParenExpr, CastExpr, ConstantExpr>(S) ||
         (Construct && Construct->getNumArgs() == 1 &&
          Construct->getConstructor()->isCopyOrMoveConstructor());
}

static const CXXForRangeStmt *rangeOf(const VarDecl *Var, const Stmt *In) {
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
      if (Loop->getLoopVariable() == Var)
        Found = Loop;
      return !Found;
    }
    const VarDecl *Var = nullptr;
    const CXXForRangeStmt *Found = nullptr;
  } Find;
  Find.Var = Var;
  Find.TraverseStmt(const_cast<Stmt *>(In));
  return Find.Found;
}

/// The local that \p E names, or an element of which; null: none.
const VarDecl *Awaits::local(const Expr *E) {
  for (unsigned Depth = 0; Depth < 8; ++Depth) {
    E = E->IgnoreParenCasts();
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
    } else if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
               Op && Op->getOperator() == OO_Subscript) {
      E = Op->getArg(0);
    } else if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (!Var || !Var->hasLocalStorage() || isa<ParmVarDecl>(Var) ||
          Var->getDeclContext() != F)
        return nullptr;
      if (Var->isInitCapture())
        return nullptr;
      if (!Var->getType()->isReferenceType())
        return Var->getType()->isPointerType() ? nullptr : Var;
      const CXXForRangeStmt *Loop = rangeOf(Var, F->getBody());
      if (!Loop)
        return nullptr;
      E = Loop->getRangeInit();
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

static const Expr *addressed(const Expr *E) {
  auto *Of = dyn_cast<UnaryOperator>(E->IgnoreParenCasts());
  return Of && Of->getOpcode() == UO_AddrOf ? Of->getSubExpr() : nullptr;
}

bool Awaits::starts(const Expr *E) {
  auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && llvm::any_of(Known.of(Callee).entries(), [](auto *Model) {
           return Model->Kind == EntryKind::Thread;
         });
}

const AwaitModel *Awaits::model(const FunctionDecl *Callee) {
  return Callee ? Known.of(Callee).get<AwaitModel>() : nullptr;
}

/// A method that adds an element, or makes room for some.
static bool grows(const CXXMemberCallExpr *Call) {
  const CXXMethodDecl *Method = Call->getMethodDecl();
  return Method && Method->getIdentifier() &&
         (Method->getName() == "emplace_back" ||
          Method->getName() == "push_back" || Method->getName() == "reserve");
}

const VarDecl *Awaits::handleOf(const Expr *Start) {
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(Start))
    return local(Call->getImplicitObjectArgument());
  if (auto *Call = dyn_cast<CallExpr>(Start); Call && Call->getNumArgs() != 0)
    if (const Expr *Of = addressed(Call->getArg(0)))
      if (const VarDecl *Var = local(Of))
        return Var;
  for (const Stmt *S = Start, *Up = parent(S); Up; S = Up, Up = parent(S)) {
    if (isTransparent(Up))
      continue;
    if (auto *Declares = dyn_cast<DeclStmt>(Up)) {
      for (const Decl *D : Declares->decls())
        if (auto *Var = dyn_cast<VarDecl>(D); Var && Var->getInit() == S)
          return Var->hasLocalStorage() ? Var : nullptr;
      return nullptr;
    }
    if (auto *Op = dyn_cast<CXXOperatorCallExpr>(Up))
      return Op->getOperator() == OO_Equal && Op->getArg(1) == S
                 ? local(Op->getArg(0))
                 : nullptr;
    if (auto *Op = dyn_cast<BinaryOperator>(Up))
      return Op->getOpcode() == BO_Assign && Op->getRHS() == S
                 ? local(Op->getLHS())
                 : nullptr;
    auto *Call = dyn_cast<CXXMemberCallExpr>(Up);
    return Call && grows(Call) ? local(Call->getImplicitObjectArgument())
                               : nullptr;
  }
  return nullptr;
}

/// What the expression that \p Ref begins does with the handle.
void Awaits::classify(const DeclRefExpr *Ref, Uses &Into) {
  const Stmt *S = Ref;
  const Stmt *Up = parent(S);
  auto Goes = [&](const Stmt *Next) {
    S = Next;
    Up = parent(S);
  };
  while (Up) {
    auto *Op = dyn_cast<CXXOperatorCallExpr>(Up);
    bool Part = (isa<ArraySubscriptExpr>(Up) &&
                 cast<ArraySubscriptExpr>(Up)->getBase() == S) ||
                (Op && Op->getOperator() == OO_Subscript && Op->getArg(0) == S);
    if (!Part && !isa<ParenExpr, ImplicitCastExpr>(Up))
      break;
    Goes(Up);
  }
  auto *Address = dyn_cast_or_null<UnaryOperator>(Up);
  bool Lent = Address && Address->getOpcode() == UO_AddrOf;
  while (Lent && Up && isa<UnaryOperator, CastExpr, ParenExpr>(Up))
    Goes(Up);
  if (auto *Member = dyn_cast_or_null<MemberExpr>(Up)) {
    auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(parent(Member));
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (const AwaitModel *M = model(Method);
        M && M->Handle == ReceiverArgument) {
      Into.Awaits.push_back(Call);
    } else if (Call && (starts(Call) || grows(Call))) {
      Into.Starts.push_back(Call);
      Into.Grows = true;
    } else {
      Into.Elsewhere |= !Method || !Method->isConst();
    }
    return;
  }
  if (auto *Call = dyn_cast_or_null<CallExpr>(Up);
      Call && !isa<CXXOperatorCallExpr>(Call)) {
    const AwaitModel *M = model(Call->getDirectCallee());
    if (Lent && starts(Call) && Call->getArg(0) == S)
      Into.Starts.push_back(Call);
    else if (!Lent && M && M->Handle >= 0 &&
             static_cast<unsigned>(M->Handle) < Call->getNumArgs() &&
             Call->getArg(M->Handle) == S)
      Into.Awaits.push_back(Call);
    else
      Into.Elsewhere = true;
    return;
  }
  // A loop over its elements: `auto &&__range = V`, in a statement of its own.
  if (auto *Declares = dyn_cast_or_null<DeclStmt>(Up))
    if (auto *Loop = dyn_cast_or_null<CXXForRangeStmt>(parent(Declares));
        Loop && Loop->getRangeStmt() == Declares) {
      Into.Elsewhere |= !Loop->getLoopVariable()->getType()->isReferenceType();
      return;
    }
  auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
  auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
  if (!Lent && ((Assign && Assign->isAssignmentOp() && Assign->getLHS() == S) ||
                (Op && Op->getOperator() == OO_Equal && Op->getArg(0) == S)))
    Into.Starts.push_back(cast<Expr>(Up));
  else
    Into.Elsewhere = true;
}

const Awaits::Uses &Awaits::usesOf(const VarDecl *Handle) {
  auto [It, New] = Cache.try_emplace(Handle);
  if (!New)
    return It->second;
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitDeclRefExpr(DeclRefExpr *Ref) {
      Refs.push_back({Ref, Lambdas != 0});
      return true;
    }
    bool TraverseLambdaExpr(LambdaExpr *Lambda) {
      ++Lambdas;
      bool Result = RecursiveASTVisitor::TraverseLambdaExpr(Lambda);
      --Lambdas;
      return Result;
    }
    unsigned Lambdas = 0;
    /// And whether a lambda has it.
    llvm::SmallVector<std::pair<const DeclRefExpr *, bool>, 16> Refs;
  } Find;
  Find.TraverseStmt(F->getBody());
  Uses Found;
  for (auto [Ref, InLambda] : Find.Refs) {
    if (local(Ref) != Handle)
      continue;
    if (InLambda)
      Found.Elsewhere = true;
    else
      classify(Ref, Found);
  }
  return Cache[Handle] = std::move(Found);
}

static bool contains(const Stmt *S, const Stmt *Part) {
  if (!S || S == Part)
    return S;
  return llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return contains(Child, Part); });
}

/// True if control may leave \p S other than at its end.
static bool jumps(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<BreakStmt, ContinueStmt, ReturnStmt, GotoStmt, IndirectGotoStmt,
          CXXThrowExpr, CoreturnStmt>(S))
    return true;
  return llvm::any_of(S->children(),
                      [](const Stmt *Child) { return jumps(Child); });
}

/// \p Await, or the test around it whether there is something to wait for.
const Expr *Awaits::guarded(const Expr *Await) {
  const Stmt *S = Await, *Up = parent(S);
  while (Up && (isTransparent(Up) ||
                (isa<CompoundStmt>(Up) && isa_and_nonnull<IfStmt>(parent(Up)) &&
                 !jumps(Up)))) {
    S = Up;
    Up = parent(S);
  }
  auto *If = dyn_cast_or_null<IfStmt>(Up);
  if (!If || If->getThen() != S || If->getElse())
    return Await;
  auto *Test =
      dyn_cast<CXXMemberCallExpr>(If->getCond()->IgnoreParenImpCasts());
  auto *Call = cast<CallExpr>(Await);
  const AwaitModel *M = model(Call->getDirectCallee());
  auto *Waits = dyn_cast<CXXMemberCallExpr>(Await);
  bool Asks =
      Test && Waits && Test->getMethodDecl() && !M->Test.empty() &&
      matchesGlob(M->Test, Strings[Namer.qualifiedName(Test->getMethodDecl())]);
  if (!Asks)
    return Await;
  // Of the same object.
  auto Named = [](const CXXMemberCallExpr *Of) {
    auto *Ref = dyn_cast<DeclRefExpr>(
        Of->getImplicitObjectArgument()->IgnoreParenImpCasts());
    return Ref ? Ref->getDecl() : nullptr;
  };
  return Named(Test) && Named(Test) == Named(Waits) ? Test : Await;
}

/// A loop `for (i = 0; i < N; ++i)`: its i and N; null: it is another.
static std::pair<const ValueDecl *, const Expr *> counted(const ForStmt *Loop) {
  auto IsZero = [](const Expr *E) {
    auto *Number =
        E ? dyn_cast<IntegerLiteral>(E->IgnoreParenCasts()) : nullptr;
    return Number && Number->getValue() == 0;
  };
  auto RefOf = [](const Expr *E) -> const ValueDecl * {
    auto *Ref = E ? dyn_cast<DeclRefExpr>(E->IgnoreParenCasts()) : nullptr;
    return Ref ? Ref->getDecl() : nullptr;
  };
  const ValueDecl *Counter = nullptr;
  if (auto *Declares = dyn_cast_or_null<DeclStmt>(Loop->getInit());
      Declares && Declares->isSingleDecl()) {
    auto *Var = dyn_cast<VarDecl>(Declares->getSingleDecl());
    Counter = Var && IsZero(Var->getInit()) ? Var : nullptr;
  } else if (auto *Assign = dyn_cast_or_null<BinaryOperator>(Loop->getInit())) {
    if (Assign->getOpcode() == BO_Assign && IsZero(Assign->getRHS()))
      Counter = RefOf(Assign->getLHS());
  }
  auto *Condition = dyn_cast_or_null<BinaryOperator>(Loop->getCond());
  auto *Step = dyn_cast_or_null<UnaryOperator>(Loop->getInc());
  if (!Counter || !Condition || !Step || !Step->isIncrementOp() ||
      RefOf(Step->getSubExpr()) != Counter ||
      RefOf(Condition->getLHS()) != Counter ||
      (Condition->getOpcode() != BO_LT && Condition->getOpcode() != BO_NE))
    return {};
  // Nothing else moves it.
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitDeclRefExpr(DeclRefExpr *Ref) {
      Refs += Ref->getDecl() == Counter;
      return true;
    }
    bool VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
      auto *Ref = dyn_cast<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens());
      Reads += Ref && Ref->getDecl() == Counter &&
               Cast->getCastKind() == CK_LValueToRValue;
      return true;
    }
    const ValueDecl *Counter = nullptr;
    unsigned Refs = 0, Reads = 0;
  } Find;
  Find.Counter = Counter;
  Find.TraverseStmt(const_cast<Stmt *>(Loop->getBody()));
  if (Find.Refs != Find.Reads)
    return {};
  return {Counter, Condition->getRHS()};
}

/// The index of the element that \p Of names: a variable.
static const ValueDecl *indexIn(const Stmt *Of) {
  const Expr *Index = nullptr;
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(Of))
    Index = Subscript->getIdx();
  else if (auto *Op = dyn_cast<CXXOperatorCallExpr>(Of);
           Op && Op->getOperator() == OO_Subscript && Op->getNumArgs() == 2)
    Index = Op->getArg(1);
  if (Index) {
    auto *Ref = dyn_cast<DeclRefExpr>(Index->IgnoreParenCasts());
    return Ref ? Ref->getDecl() : nullptr;
  }
  for (const Stmt *Child : Of->children())
    if (Child && !isa<LambdaExpr>(Child))
      if (const ValueDecl *Found = indexIn(Child))
        return Found;
  return nullptr;
}

/// True if the elements of \p All up to \p Bound are all that there are.
static bool isAll(const VarDecl *All, const Expr *Bound, ASTContext &Context) {
  if (auto *Size = dyn_cast<CXXMemberCallExpr>(Bound->IgnoreParenImpCasts())) {
    auto *Ref = dyn_cast<DeclRefExpr>(
        Size->getImplicitObjectArgument()->IgnoreParenImpCasts());
    return Ref && Ref->getDecl() == All && Size->getMethodDecl() &&
           Size->getMethodDecl()->getIdentifier() &&
           Size->getMethodDecl()->getName() == "size";
  }
  auto *Array = Context.getAsConstantArrayType(All->getType());
  Expr::EvalResult Value;
  return Array && !Bound->isValueDependent() &&
         Bound->EvaluateAsInt(Value, Context) &&
         llvm::APSInt::compareValues(Value.Val.getInt(),
                                     llvm::APSInt(Array->getSize())) == 0;
}

static bool isPlain(const Stmt *S) {
  return isa<CompoundStmt, ExprWithCleanups, CastExpr, ParenExpr>(S);
}

/// Adds where \p Await, of the handle, waits; false: not for all that there is.
bool Awaits::addAnchor(const VarDecl *Handle, const Expr *Start,
                       const Expr *Await, Awaited &Into) {
  const Expr *At = guarded(Await);
  auto *Member = dyn_cast<CXXMemberCallExpr>(Await);
  const AwaitModel *M = model(cast<CallExpr>(Await)->getDirectCallee());
  const Expr *Of = Member ? Member->getImplicitObjectArgument()
                          : cast<CallExpr>(Await)->getArg(M->Handle);
  auto *Ref = dyn_cast<DeclRefExpr>(Of->IgnoreParenCasts());
  if (Ref && Ref->getDecl() == Handle) {
    Into.By.push_back(At);
    Into.Behind.push_back(Await);
    return true;
  }
  // Up to the loop that has this as one of its steps, and does not stop early.
  const Stmt *Step = At;
  if (At != Await)
    while (!isa<IfStmt>(Step))
      Step = parent(Step);
  const Stmt *Loop = parent(Step);
  while (Loop && isPlain(Loop))
    Loop = parent(Loop);
  const Expr *Anchor = nullptr;
  if (auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Loop)) {
    if (Ref && Ref->getDecl() == Range->getLoopVariable() &&
        !jumps(Range->getBody()))
      Anchor = Range->getRangeInit();
  } else if (auto *Counts = dyn_cast_or_null<ForStmt>(Loop)) {
    auto [Counter, Bound] = counted(Counts);
    if (Counter && indexIn(Of) == Counter && !jumps(Counts->getBody()) &&
        isAll(Handle, Bound, F->getASTContext()))
      Anchor = Counts->getCond();
  }
  if (!Anchor || contains(Loop, Start))
    return false;
  Into.By.push_back(Anchor);
  Into.Behind.push_back(Await);
  return true;
}

/// The end of its scope awaits what an object started.
bool Awaits::awaitedAtEnd(const VarDecl *Handle, Awaited &Into) {
  const CXXRecordDecl *Class = Handle->getType()->getAsCXXRecordDecl();
  const CXXDestructorDecl *Destructor =
      Class && Class->hasDefinition() ? Class->getDestructor() : nullptr;
  if (!Destructor || !model(Destructor))
    return false;
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitDeclStmt(DeclStmt *S) {
      if (llvm::is_contained(S->decls(), Handle))
        Declared = S;
      return true;
    }
    bool VisitExpr(Expr *E) {
      auto *Binary = dyn_cast<BinaryOperator>(E);
      auto *Unary = dyn_cast<UnaryOperator>(E);
      if (isa<CallExpr, CXXConstructExpr>(E) ||
          (Binary && Binary->isAssignmentOp()) ||
          (Unary && Unary->isIncrementDecrementOp()))
        Does.push_back(E);
      return true;
    }
    const VarDecl *Handle = nullptr;
    const DeclStmt *Declared = nullptr;
    llvm::SmallVector<const Expr *, 16> Does;
  } Find;
  Find.Handle = Handle;
  Find.TraverseStmt(F->getBody());
  const Stmt *Scope = Find.Declared ? parent(Find.Declared) : nullptr;
  if (!isa_and_nonnull<CompoundStmt>(Scope))
    return false;
  Find.Does.clear();
  Find.TraverseStmt(const_cast<Stmt *>(Scope));
  Into.Behind.append(Find.Does.begin(), Find.Does.end());
  return Find.Does.size() <= MaxInScope;
}

std::optional<Awaited> Awaits::of(const Expr *Start) {
  if (!F || !F->hasBody() || F->isDependentContext())
    return std::nullopt;
  const VarDecl *Handle = handleOf(Start);
  if (!Handle)
    return std::nullopt;
  const Uses &Found = usesOf(Handle);
  if (Found.Elsewhere)
    return std::nullopt;
  Awaited Result;
  for (const Expr *Await : Found.Awaits)
    addAnchor(Handle, Start, Await, Result);
  if (Result.By.empty() && !awaitedAtEnd(Handle, Result))
    return std::nullopt;
  if (Found.Grows)
    return Result;
  // A start of one element for each turn of a loop loses none.
  const Stmt *Loop = parent(Start);
  while (Loop && !isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Loop))
    Loop = parent(Loop);
  auto *Counts = dyn_cast_or_null<ForStmt>(Loop);
  const ValueDecl *Counter = Counts ? counted(Counts).first : nullptr;
  const Stmt *Whole = Start;
  for (const Expr *Other : Found.Starts)
    if (contains(Other, Start))
      Whole = Other;
  bool Each = Counter && indexIn(Whole) == Counter;
  for (const Stmt *Up = Loop ? parent(Loop) : nullptr; Up; Up = parent(Up))
    Each &= !isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Up);
  for (const Expr *Other : Found.Starts)
    if (Other != Whole)
      Result.Lost.push_back(Other);
  if (!Each)
    Result.Lost.push_back(Start);
  return Result;
}

} // namespace stateless
