//===- ChildProcesses.cpp - What only a child process runs ----------------===//
//
// 1. Edges. A branch on what fork() returned, compared with a constant, or a
//    switch: the edge that 0 takes and no other process id does.
// 2. Ends. From such an edge every way must come to the end of the process, and
//    none out of the function or into an endless loop.
// 3. Region. What control comes to by such edges, and not without them.
//
// A local stands for what fork() returned if that, or a constant other than 0,
// is all that it is ever assigned.
//
// Limits: exceptions that calls throw out of the function are not looked at,
// but for those of functions that never return otherwise.
//
//===----------------------------------------------------------------------===//
#include "extract/ChildProcesses.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace stateless {

/// A call that may throw ends its block: the first successor is what follows
/// it.
bool isThrownOut(const CFGBlock &From, const CFGBlock::AdjacentBlock &To) {
  return !From.getTerminatorStmt() && &To != From.succ_begin() &&
         To.getReachableBlock() == &From.getParent()->getExit();
}

namespace {

using Edge = std::pair<const CFGBlock *, const CFGBlock *>;
using Blocks = llvm::SmallPtrSet<const CFGBlock *, 16>;

llvm::SmallVector<const CFGBlock *, 4> successors(const CFGBlock &B) {
  llvm::SmallVector<const CFGBlock *, 4> Result;
  for (const CFGBlock::AdjacentBlock &To : B.succs())
    if (To.getReachableBlock() && !isThrownOut(B, To))
      Result.push_back(To.getReachableBlock());
  return Result;
}

/// How the locals of a function are used, as far as that matters here.
class LocalUses : public RecursiveASTVisitor<LocalUses> {
public:
  struct Uses {
    unsigned All = 0, Reads = 0;
    llvm::SmallVector<const Expr *, 2> Assigned;
  };
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    ++Of[Ref->getDecl()].All;
    return true;
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
    if (Cast->getCastKind() == CK_LValueToRValue)
      if (auto *Ref = dyn_cast<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens()))
        ++Of[Ref->getDecl()].Reads;
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Op) {
    if (Op->getOpcode() == BO_Assign)
      if (auto *Ref = dyn_cast<DeclRefExpr>(Op->getLHS()->IgnoreParens()))
        Of[Ref->getDecl()].Assigned.push_back(Op->getRHS());
    return true;
  }
  bool VisitVarDecl(VarDecl *Var) {
    if (Var->hasLocalStorage() && Var->getInit())
      Inits[Var] = Var->getInit();
    return true;
  }

  llvm::DenseMap<const ValueDecl *, Uses> Of;
  llvm::DenseMap<const ValueDecl *, const Expr *> Inits;
};

class ChildFinder {
public:
  ChildFinder(const CFG &Graph, const FunctionDecl &F, ModelIndex &Known)
      : Graph(Graph), F(F), Known(Known), Context(F.getASTContext()) {}

  std::vector<const CFGBlock *> run();

private:
  bool hasRole(const Stmt *S, CallRole Role) const;
  bool forks() const;
  bool holdsForked(const VarDecl *Var);
  bool isForked(const Expr *E);
  std::optional<bool> isTrue(const Expr *E, const llvm::APSInt &Id);
  const CFGBlock *childOf(const CFGBlock &B);
  bool endsProcess(const Stmt *S) const;
  bool endsProcess(const CFGBlock &B) const;
  Blocks reachable(const CFGBlock *From, llvm::ArrayRef<Edge> Without,
                   bool UpToEnds) const;
  bool endsAlways(const CFGBlock *From, llvm::ArrayRef<Edge> Without) const;

  const CFG &Graph;
  const FunctionDecl &F;
  ModelIndex &Known;
  ASTContext &Context;
  std::optional<LocalUses> Locals;
};

bool ChildFinder::hasRole(const Stmt *S, CallRole Role) const {
  auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Known.of(Callee).role() == Role;
}

bool ChildFinder::forks() const {
  return llvm::any_of(Graph, [&](const CFGBlock *B) {
    return llvm::any_of(*B, [&](const CFGElement &Element) {
      auto Of = Element.getAs<CFGStmt>();
      return Of && hasRole(Of->getStmt(), CallRole::Forks);
    });
  });
}

bool ChildFinder::holdsForked(const VarDecl *Var) {
  if (!Var->hasLocalStorage() || isa<ParmVarDecl>(Var) ||
      !Var->getType()->isIntegerType())
    return false;
  if (!Locals) {
    Locals.emplace();
    Locals->TraverseStmt(F.getBody());
  }
  LocalUses::Uses Uses = Locals->Of.lookup(Var);
  if (Uses.All != Uses.Reads + Uses.Assigned.size())
    return false;
  if (const Expr *Init = Locals->Inits.lookup(Var))
    Uses.Assigned.push_back(Init);
  bool Forked = false;
  for (const Expr *E : Uses.Assigned) {
    Expr::EvalResult Constant;
    if (hasRole(E->IgnoreParenCasts(), CallRole::Forks))
      Forked = true;
    else if (E->isValueDependent() || !E->EvaluateAsInt(Constant, Context) ||
             Constant.Val.getInt() == 0)
      return false;
  }
  return Forked;
}

/// True if \p E is what fork() returned.
bool ChildFinder::isForked(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (auto *Op = dyn_cast<BinaryOperator>(E);
      Op && Op->getOpcode() == BO_Assign)
    return isForked(Op->getRHS());
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return holdsForked(Var);
  return hasRole(E, CallRole::Forks);
}

/// Whether the condition \p E holds if fork() returned \p Id; none: that does
/// not decide it.
std::optional<bool> ChildFinder::isTrue(const Expr *E, const llvm::APSInt &Id) {
  E = E->IgnoreParenImpCasts();
  if (auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    std::optional<bool> Inner = isTrue(Not->getSubExpr(), Id);
    return Inner ? std::optional(!*Inner) : std::nullopt;
  }
  if (auto *Call = dyn_cast<CallExpr>(E);
      Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
    return isTrue(Call->getArg(0), Id);
  auto *Op = dyn_cast<BinaryOperator>(E);
  if (!Op || !Op->isComparisonOp())
    return isForked(E) ? std::optional(Id != 0) : std::nullopt;
  bool Swapped = isForked(Op->getRHS());
  const Expr *Other = Swapped ? Op->getLHS() : Op->getRHS();
  Expr::EvalResult Constant;
  if ((!Swapped && !isForked(Op->getLHS())) || Other->isValueDependent() ||
      !Other->EvaluateAsInt(Constant, Context))
    return std::nullopt;
  const llvm::APSInt &With = Constant.Val.getInt();
  int Order = llvm::APSInt::compareValues(Id, With);
  if (Swapped)
    Order = -Order;
  switch (Op->getOpcode()) {
  case BO_EQ:
    return Order == 0;
  case BO_NE:
    return Order != 0;
  case BO_LT:
    return Order < 0;
  case BO_LE:
    return Order <= 0;
  case BO_GT:
    return Order > 0;
  case BO_GE:
    return Order >= 0;
  default:
    return std::nullopt;
  }
}

/// Where the child goes from \p B, and its parent does not; null: they part
/// elsewhere.
const CFGBlock *ChildFinder::childOf(const CFGBlock &B) {
  const Stmt *Ends = B.getTerminatorStmt();
  if (!Ends)
    return nullptr;
  if (auto *Switch = dyn_cast<SwitchStmt>(Ends)) {
    if (!isForked(Switch->getCond()))
      return nullptr;
    for (const CFGBlock *To : successors(B))
      if (auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel()))
        if (!Case->getRHS() && !Case->getLHS()->isValueDependent() &&
            Case->getLHS()->EvaluateKnownConstInt(Context) == 0)
          return To;
    return nullptr;
  }
  auto *Condition = dyn_cast_or_null<Expr>(B.getLastCondition());
  if (!Condition || B.succ_size() != 2)
    return nullptr;
  std::optional<bool> Child = isTrue(Condition, llvm::APSInt::get(0));
  if (!Child || isTrue(Condition, llvm::APSInt::get(1)) == Child ||
      isTrue(Condition, llvm::APSInt::get(INT32_MAX)) == Child)
    return nullptr;
  return (B.succ_begin() + (*Child ? 0 : 1))->getReachableBlock();
}

/// A call that does not return ends the process, unless it may go on elsewhere:
/// by an exception, or by a jump.
bool ChildFinder::endsProcess(const Stmt *S) const {
  if (hasRole(S, CallRole::EndsProcess))
    return true;
  auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->isNoReturn())
    return false;
  switch (Callee->getBuiltinID()) {
  case Builtin::BIlongjmp:
  case Builtin::BI_longjmp:
  case Builtin::BIsiglongjmp:
  case Builtin::BI__builtin_longjmp:
    return false;
  default:
    break;
  }
  auto *Type = Callee->getType()->getAs<FunctionProtoType>();
  return Callee->isExternC() || (Type && Type->isNothrow());
}

bool ChildFinder::endsProcess(const CFGBlock &B) const {
  return llvm::any_of(B, [&](const CFGElement &Element) {
    auto Of = Element.getAs<CFGStmt>();
    return Of && endsProcess(Of->getStmt());
  });
}

/// What control comes to from \p From, without some edges; \p UpToEnds: and not
/// behind what ends the process.
Blocks ChildFinder::reachable(const CFGBlock *From,
                              llvm::ArrayRef<Edge> Without,
                              bool UpToEnds) const {
  Blocks Seen;
  llvm::SmallVector<const CFGBlock *, 16> Work{From};
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (!Seen.insert(B).second || (UpToEnds && endsProcess(*B)))
      continue;
    for (const CFGBlock *To : successors(*B))
      if (!llvm::is_contained(Without, Edge(B, To)))
        Work.push_back(To);
  }
  return Seen;
}

/// True if each way from \p From, without some edges, comes to the end of the
/// process.
bool ChildFinder::endsAlways(const CFGBlock *From,
                             llvm::ArrayRef<Edge> Without) const {
  Blocks All = reachable(From, Without, /*UpToEnds=*/true);
  if (All.contains(&Graph.getExit()))
    return false;
  return llvm::all_of(All, [&](const CFGBlock *B) {
    return llvm::any_of(
        reachable(B, Without, /*UpToEnds=*/true),
        [&](const CFGBlock *Last) { return endsProcess(*Last); });
  });
}

std::vector<const CFGBlock *> ChildFinder::run() {
  if (!forks())
    return {};
  std::vector<Edge> ToChild;
  for (const CFGBlock *B : Graph)
    if (const CFGBlock *Child = childOf(*B); Child && endsAlways(Child, {}))
      ToChild.push_back({B, Child});
  // Where its parent goes, other children do not.
  std::vector<Edge> Candidates = ToChild;
  llvm::erase_if(ToChild, [&](const Edge &E) {
    return llvm::all_of(successors(*E.first), [&](const CFGBlock *Other) {
      return Other == E.second || endsAlways(Other, Candidates);
    });
  });
  Blocks Others = reachable(&Graph.getEntry(), ToChild, /*UpToEnds=*/false);
  Blocks Found;
  for (const Edge &E : ToChild)
    for (const CFGBlock *B : reachable(E.second, {}, /*UpToEnds=*/false))
      if (!Others.contains(B))
        Found.insert(B);
  return {Found.begin(), Found.end()};
}

} // namespace

std::vector<const CFGBlock *>
blocksOfChildren(const CFG &Graph, const FunctionDecl &F, ModelIndex &Known) {
  return ChildFinder(Graph, F, Known).run();
}

} // namespace stateless
