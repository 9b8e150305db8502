//===- Answers.cpp - What waits for an answer, not for a request ----------===//
//
// Goes backwards from what waits, over Clang's control-flow graph, until each
// way has come to a send on the same socket. A way that comes to the start of
// the function, to the next turn of a loop around the call, or to where the
// socket becomes another one, has none: then it is a request.
//
// A loop that does nothing but wait (until it is not interrupted) is no turn.
//
// Limits: what a function of the project sends for this one; sockets that two
// names stand for.
//
//===----------------------------------------------------------------------===//
#include "extract/Answers.h"
#include "extract/KeyPaths.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include <map>

using namespace clang;

namespace stateless {
namespace {

using Blocks = llvm::SmallPtrSet<const CFGBlock *, 16>;

struct Send {
  const CallExpr *Call = nullptr;
  const Expr *Socket = nullptr;
};

/// What \p Call, a call of a function that sends, sends on; null: unknown.
const Expr *socketOf(const CallExpr *Call, const SenderModel &Model) {
  const Expr *Object = receiverOf(Call);
  ArgumentIndex Index = Model.Socket.value_or(Object ? ReceiverArgument : 0);
  if (Index == ReceiverArgument)
    return Object;
  auto Args = argumentsOf(Call);
  return static_cast<size_t>(Index) < Args.size() ? Args[Index] : nullptr;
}

/// The calls of a body. Lambdas are functions of their own.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  explicit Collector(TuContext &Tu) : Tu(Tu) {}

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return true;
    if (Tu.Known.roleOf(Callee) == CallRole::Receives)
      Receives.push_back(Call);
    else if (const SenderModel *Model = Tu.Known.of(Callee).get<SenderModel>())
      if (const Expr *Socket = socketOf(Call, *Model))
        Sends.push_back({Call, Socket});
    return true;
  }

  llvm::SmallVector<const CallExpr *, 4> Receives;
  llvm::SmallVector<Send, 4> Sends;

private:
  TuContext &Tu;
};

/// Clang's graph, and its loops: where they begin, and what is in them. Loops
/// by goto are loops, too.
class Graph {
public:
  explicit Graph(const FunctionDecl &F) {
    CFG::BuildOptions Options;
    Options.setAllAlwaysAdd();
    Whole = CFG::buildCFG(&F, F.getBody(), &F.getASTContext(), Options);
    if (!Whole)
      return;
    llvm::DenseMap<const CFGBlock *, unsigned> Order;
    for (const CFGBlock *B : PostOrderCFGView(Whole.get())) {
      Order.try_emplace(B, Order.size());
      for (size_t I = 0; I < B->size(); ++I)
        if (auto Of = (*B)[I].getAs<CFGStmt>())
          Places[Of->getStmt()] = {B, I};
    }
    for (auto [From, Number] : Order)
      for (const CFGBlock *To : From->succs())
        if (To && Order.lookup(To) <= Number)
          addLoop(*To, *From);
  }

  explicit operator bool() const { return Whole != nullptr; }
  bool isEntry(const CFGBlock &B) const { return &B == &Whole->getEntry(); }
  /// The block of \p S and its index there; null: it is never run.
  std::pair<const CFGBlock *, size_t> find(const Stmt *S) const {
    return Places.lookup(S);
  }
  /// The loop that begins at \p B; null: none does.
  const Blocks *loopAt(const CFGBlock &B) const {
    auto It = Loops.find(&B);
    return It == Loops.end() ? nullptr : &It->second;
  }

private:
  /// What comes to \p Back, from where control goes back to \p Head.
  void addLoop(const CFGBlock &Head, const CFGBlock &Back) {
    Blocks &In = Loops[&Head];
    In.insert(&Head);
    llvm::SmallVector<const CFGBlock *, 16> Work{&Back};
    while (!Work.empty()) {
      const CFGBlock *B = Work.pop_back_val();
      if (In.insert(B).second)
        for (const CFGBlock *From : B->preds())
          if (From)
            Work.push_back(From);
    }
  }

  std::unique_ptr<CFG> Whole;
  llvm::DenseMap<const Stmt *, std::pair<const CFGBlock *, size_t>> Places;
  std::map<const CFGBlock *, Blocks> Loops; ///< By their first block.
};

/// One call that waits, and the sends on what it waits for.
class Search {
public:
  Search(const Graph &In, TuContext &Tu, const CallExpr *Receive)
      : In(In), Tu(Tu), Receive(Receive) {}

  bool isAnswerTo(llvm::ArrayRef<Send> Sends) {
    for (const Send &S : Sends) {
      if (!isUsed(S.Socket))
        continue;
      auto Names = stablePaths(S.Socket, Tu);
      if (!Names)
        continue;
      Socket = std::move(*Names);
      Stops.clear();
      for (const Send &Other : Sends)
        if (isSameObject(Other.Socket, S.Socket))
          Stops.insert(Other.Call);
      if (alwaysSent())
        return true;
    }
    return false;
  }

private:
  /// True if the call waits on \p Of.
  bool isUsed(const Expr *Of) const {
    const Expr *Object = receiverOf(Receive);
    return (Object && isSameObject(Object, Of)) ||
           llvm::any_of(argumentsOf(Receive),
                        [&](const Expr *Arg) { return isSameObject(Arg, Of); });
  }

  enum class Step : uint8_t { Passes, Sends, Loses };

  /// True if storing to \p E may make the socket another one.
  bool changes(const Expr *E) const {
    NamedPath Changed = pathOf(E);
    return llvm::any_of(Socket, [&](const NamedPath &Part) {
      return mayChange(Changed, Part);
    });
  }

  Step stepOver(const Stmt *S) const {
    if (Stops.contains(S))
      return Step::Sends;
    bool Loses = false;
    if (auto *Op = dyn_cast<BinaryOperator>(S))
      Loses = Op->isAssignmentOp() && changes(Op->getLHS());
    else if (auto *Unary = dyn_cast<UnaryOperator>(S))
      Loses = Unary->isIncrementDecrementOp() && changes(Unary->getSubExpr());
    else if (auto *Call = dyn_cast<CXXOperatorCallExpr>(S))
      Loses = Call->isAssignmentOp() && changes(Call->getArg(0));
    else if (auto *Declares = dyn_cast<DeclStmt>(S))
      Loses = llvm::any_of(Declares->decls(), [&](const Decl *D) {
        return llvm::any_of(
            Socket, [&](const NamedPath &Part) { return Part.Root == D; });
      });
    return Loses ? Step::Loses : Step::Passes;
  }

  /// What comes first, going backwards from before \p End in \p B.
  Step stepBack(const CFGBlock &B, size_t End) const {
    while (End-- != 0)
      if (auto Of = B[End].getAs<CFGStmt>())
        if (Step Next = stepOver(Of->getStmt()); Next != Step::Passes)
          return Next;
    return Step::Passes;
  }

  /// True for what says why a call of a library has failed, and the like.
  bool onlyLooks(const CallExpr *Call) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || Tu.Namer.inProject(Callee))
      return false;
    auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    return Method ? Method->isConst()
                  : Call->getNumArgs() == 0 || Callee->isOverloadedOperator();
  }

  static bool isOwn(const Expr *E) {
    NamedPath Path = pathOf(E);
    return Path.Root && !Path.Indirect && Path.Root->hasLocalStorage();
  }

  /// True if nothing that matters is done in \p Loop but to wait.
  bool onlyWaits(const Blocks &Loop) const {
    return llvm::all_of(Loop, [&](const CFGBlock *B) {
      return llvm::all_of(*B, [&](const CFGElement &Element) {
        auto Of = Element.getAs<CFGStmt>();
        if (!Of || Of->getStmt() == Receive)
          return true;
        const Stmt *S = Of->getStmt();
        if (auto *Call = dyn_cast<CallExpr>(S))
          return onlyLooks(Call);
        if (auto *Op = dyn_cast<BinaryOperator>(S))
          return !Op->isAssignmentOp() || isOwn(Op->getLHS());
        if (auto *Unary = dyn_cast<UnaryOperator>(S))
          return !Unary->isIncrementDecrementOp() || isOwn(Unary->getSubExpr());
        return !isa<CXXNewExpr, CXXDeleteExpr, AtomicExpr, AsmStmt>(S);
      });
    });
  }

  bool alwaysSent() const {
    auto [Start, Index] = In.find(Receive);
    if (!Start)
      return false;
    Blocks Seen;
    llvm::SmallVector<std::pair<const CFGBlock *, size_t>, 16> Work{
        {Start, Index}};
    while (!Work.empty()) {
      auto [B, End] = Work.pop_back_val();
      Step Next = stepBack(*B, End);
      if (Next == Step::Sends)
        continue;
      const Blocks *Loop = In.loopAt(*B);
      bool NextTurn = Loop && Loop->contains(Start) && !onlyWaits(*Loop);
      if (Next == Step::Loses || NextTurn || In.isEntry(*B))
        return false;
      for (const CFGBlock *From : B->preds())
        if (From && Seen.insert(From).second)
          Work.push_back({From, From->size()});
    }
    return true;
  }

  const Graph &In;
  TuContext &Tu;
  const CallExpr *Receive;
  llvm::SmallVector<NamedPath, 4> Socket; ///< The names that it is made of.
  llvm::SmallPtrSet<const Stmt *, 4> Stops;
};

} // namespace

CallRole Answers::roleOf(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  CallRole Role = Callee ? Tu.Known.roleOf(Callee) : CallRole::None;
  if (Role != CallRole::Receives)
    return Role;
  if (!std::exchange(Asked, true) && F && F->hasBody() &&
      !F->isDependentContext()) {
    Collector All(Tu);
    All.TraverseStmt(F->getBody());
    if (!All.Sends.empty())
      if (Graph In(*F); In)
        for (const CallExpr *Receive : All.Receives)
          if (Search(In, Tu, Receive).isAnswerTo(All.Sends))
            Found.insert(Receive);
  }
  return Found.contains(Call) ? CallRole::None : Role;
}

} // namespace stateless
