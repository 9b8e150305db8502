//===- KnownKeys.cpp - Subscripts whose key is known to be there ----------===//
//
// 1. Look-ups: the pairs of a container and a key that the function's
//    subscripts have, each with the names that it is made of.
// 2. What is known at a place: of a look-up, that its key is there; of a local
//    and a look-up, that the key is there if the local is true, not 0, or not
//    the end (or, if it is not).
// 3. Conditions add to this on the edges behind them, and statements take away
//    what they may change.
//
//===----------------------------------------------------------------------===//
#include "extract/KnownKeys.h"
#include "extract/Callees.h"
#include "extract/KeyTests.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"

using namespace clang;

namespace stateless {

bool isSubscript(const CallExpr *Call) {
  auto *Op = dyn_cast<CXXOperatorCallExpr>(Call);
  return Op && Op->getOperator() == OO_Subscript && Op->getNumArgs() == 2 &&
         receiverOf(Op);
}

namespace {

/// The subscripts of a body, the ranges of its loops, and the locals whose
/// address somebody may have. Lambdas are functions of their own.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  explicit Collector(TuContext &Tu) : Tu(Tu) {}

  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef)
        Lent.insert(Capture.getCapturedVar());
    return true;
  }
  bool VisitCallExpr(CallExpr *Call) {
    const KeyMethodModel *Model = keyMethod(Call->getDirectCallee(), Tu);
    if (Model && Model->Kind == KeyMethodKind::Adds && isSubscript(Call))
      Subscripts.push_back(Call);
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *Op) {
    if (Op->getOpcode() == UO_AddrOf)
      if (const VarDecl *Root = pathOf(Op->getSubExpr()).Root)
        Lent.insert(Root);
    return true;
  }
  bool VisitVarDecl(VarDecl *Var) {
    // Another name for it.
    if (Var->getType()->isReferenceType() && Var->getInit() &&
        !Var->getType()->getPointeeType().isConstQualified())
      if (const VarDecl *Root = pathOf(Var->getInit()).Root)
        Lent.insert(Root);
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
    Ranges[Loop->getLoopVariable()] = Loop->getRangeInit();
    return true;
  }

  llvm::SmallVector<const CallExpr *, 8> Subscripts;
  llvm::DenseMap<const VarDecl *, const Expr *> Ranges;
  llvm::DenseSet<const ValueDecl *> Lent;

private:
  TuContext &Tu;
};

class KeyAnalysis {
public:
  KeyAnalysis(const FunctionDecl &F, TuContext &Tu)
      : F(F), Tu(Tu), In(Tu), Tests(Tu) {}

  llvm::DenseSet<const CallExpr *> run() {
    In.TraverseStmt(F.getBody());
    for (const CallExpr *Call : In.Subscripts)
      add(Call);
    if (Tests.LookUps.empty())
      return {};
    CFG::BuildOptions Options;
    Options.setAllAlwaysAdd();
    Options.AddEHEdges = true;
    std::unique_ptr<CFG> Graph =
        CFG::buildCFG(&F, F.getBody(), &F.getASTContext(), Options);
    if (Graph)
      solve(*Graph);
    return std::move(There);
  }

private:
  //===-- Look-ups --------------------------------------------------------===//

  void add(const CallExpr *Call) {
    LookUp L;
    L.Container = receiverOf(Call);
    L.Key = argumentsOf(Call)[0];
    auto OfContainer = stablePaths(L.Container, Tu);
    auto OfKey = stablePaths(L.Key, Tu);
    if (!OfContainer || !OfKey)
      return;
    L.OwnKey = llvm::all_of(*OfKey, [&](const NamedPath &P) {
      return P.Root && !P.Root->hasGlobalStorage() &&
             !In.Lent.contains(P.Root) && P.Root->getDeclContext() == &F &&
             (!P.Indirect || P.Root->getType()->isReferenceType());
    });
    L.OfContainer = std::move(*OfContainer);
    L.OfKey = std::move(*OfKey);
    for (NamedPath &P : L.OfKey)
      P.Indirect |= In.Lent.contains(P.Root);
    OfSubscript[Call] = Tests.LookUps.size();
    Tests.LookUps.push_back(std::move(L));
  }

  //===-- Statements ------------------------------------------------------===//

  /// \p OnlyKeys: what is done to a container in \p Changed, is told where it
  /// is done.
  void forget(const NamedPath &Changed, KeyState &Known,
              bool OnlyKeys = false) const {
    auto Changes = [&](const NamedPath &Name) {
      return mayChange(Changed, Name);
    };
    std::erase_if(Known, [&](const KeyKnowledge &K) {
      const LookUp &L = Tests.LookUps[K.At];
      return (K.Local && Changed.Root == K.Local) ||
             llvm::any_of(L.OfKey, Changes) ||
             (!OnlyKeys && llvm::any_of(L.OfContainer, Changes));
    });
  }

  /// Something of the project runs, or somebody else does.
  void forgetForeign(KeyState &Known) const {
    std::erase_if(Known, [&](const KeyKnowledge &K) {
      return !Tests.LookUps[K.At].OwnKey ||
             (K.Local && In.Lent.contains(K.Local));
    });
  }

  /// \p Var gets the value of \p E.
  void bind(const VarDecl *Var, const Expr *E, KeyState &Known) const {
    if (!E || Var->hasGlobalStorage() || Var->getType()->isReferenceType())
      return;
    const Expr *Value = Tests.answer(E);
    KeyState Same;
    if (auto *Other = dyn_cast<DeclRefExpr>(Value)) {
      for (const KeyKnowledge &K : Known)
        if (K.Local && K.Local == Other->getDecl())
          Same.insert({K.At, Var, K.Unless});
    } else if (const CallExpr *Finds =
                   Tests.asKeyCall(Value, KeyMethodKind::Finds)) {
      KeyState Found;
      Tests.learnCall(Finds, Found);
      for (const KeyKnowledge &K : Found)
        Same.insert({K.At, Var, false});
    } else {
      for (bool Unless : {false, true}) {
        KeyState Follows = Known;
        learnFrom(E, !Unless, Follows);
        for (const KeyKnowledge &K : Follows)
          if (!K.Local && !Known.contains(K))
            Same.insert({K.At, Var, Unless});
      }
    }
    Known.insert(Same.begin(), Same.end());
  }

  void declare(const VarDecl *Var, KeyState &Known) const {
    NamedPath Path;
    Path.Root = Var;
    Path.Type = bare(Var->getType());
    forget(Path, Known);
    bind(Var, Var->getInit(), Known);
    if (const Expr *Range = In.Ranges.lookup(Var))
      Tests.learnElement(Range, Var, Known);
  }

  /// True if code of the project may run while \p Callee does.
  bool runsProject(const FunctionDecl *Callee,
                   llvm::ArrayRef<const Expr *> Args) const {
    if (!Callee || Tu.Namer.inProject(Callee) ||
        Callee->getOverloadedOperator() == OO_Call)
      return true;
    return llvm::any_of(Args,
                        [](const Expr *E) { return holdsCode(E->getType()); });
  }

  void called(const FunctionDecl *Callee, const Expr *Object,
              llvm::ArrayRef<const Expr *> Args, KeyState &Known) const {
    const KeyMethodModel *Keys = keyMethod(Callee, Tu);
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (Object && Method && !Method->isConst() && !Keys &&
        (Tu.Namer.inProject(Method) || !isAccessor(Method)) &&
        !Tu.Known.of(Method).isPure(ReceiverArgument) &&
        !Tu.Known.handsOut(Method))
      forget(pathOfObject(Object), Known, Tu.Namer.inProject(Method));
    for (unsigned I = 0; I < Args.size(); ++I) {
      QualType Param = Callee && I < Callee->getNumParams()
                           ? Callee->getParamDecl(I)->getType()
                           : Args[I]->getType();
      if ((Param->isReferenceType() || Param->isPointerType()) &&
          mayWriteArgument(Tu, Callee, I, Args[I], Param))
        forget(pathOfObject(Args[I]), Known);
    }
    if (runsProject(Callee, Args))
      forgetForeign(Known);
  }

  void after(const Stmt *S, KeyState &Known) const {
    if (auto *Declares = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declares->decls())
        if (auto *Var = dyn_cast<VarDecl>(D))
          declare(Var, Known);
    } else if (auto *Op = dyn_cast<BinaryOperator>(S);
               Op && Op->isAssignmentOp()) {
      assigned(Op->getLHS(),
               Op->getOpcode() == BO_Assign ? Op->getRHS() : nullptr, Known);
    } else if (auto *Count = dyn_cast<UnaryOperator>(S);
               Count && Count->isIncrementDecrementOp()) {
      forget(pathOf(Count->getSubExpr()), Known);
    } else if (auto *Call = dyn_cast<CallExpr>(S)) {
      afterCall(Call, Known);
    } else if (auto *Made = dyn_cast<CXXConstructExpr>(S)) {
      llvm::SmallVector<const Expr *, 4> Args(Made->arguments());
      called(Made->getConstructor(), nullptr, Args, Known);
    } else if (isa<CXXDeleteExpr, CoawaitExpr, CoyieldExpr>(S)) {
      forgetForeign(Known);
    } else if (isa<AsmStmt, AtomicExpr>(S)) {
      Known.clear();
    }
  }

  void assigned(const Expr *To, const Expr *What, KeyState &Known) const {
    forget(pathOf(To), Known);
    auto *Ref = dyn_cast<DeclRefExpr>(plain(To));
    auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Var && What)
      bind(Var, What, Known);
  }

  void afterCall(const CallExpr *Call, KeyState &Known) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    auto Args = argumentsOf(Call);
    called(Callee, receiverOf(Call), Args, Known);
    if (auto *Assign = dyn_cast<CXXOperatorCallExpr>(Call);
        Assign && Assign->getOperator() == OO_Equal && Args.size() == 1)
      assigned(Assign->getArg(0), Assign->getArg(1), Known);
    const KeyMethodModel *Keys = keyMethod(Callee, Tu);
    if (Keys && (Keys->Kind == KeyMethodKind::Adds ||
                 Keys->Kind == KeyMethodKind::Needs))
      Tests.learnCall(Call, Known);
  }

  //===-- The graph -------------------------------------------------------===//

  /// What is known at the end of a block and, if its last call throws, there.
  struct AtEnd {
    KeyState Known, Thrown;
  };

  /// Tells the subscripts of \p B that find their key.
  AtEnd through(const CFGBlock &B, KeyState Known) {
    KeyState Before;
    for (const CFGElement &Element : B) {
      auto Of = Element.getAs<CFGStmt>();
      if (!Of)
        continue;
      if (auto *Call = dyn_cast<CallExpr>(Of->getStmt()))
        if (auto It = OfSubscript.find(Call); It != OfSubscript.end()) {
          if (Known.contains({It->second}))
            There.insert(Call);
          else
            There.erase(Call);
        }
      Before = Known;
      after(Of->getStmt(), Known);
    }
    keepCommon(Before, Known);
    return {std::move(Known), std::move(Before)};
  }

  static bool keepCommon(KeyState &Of, const KeyState &With) {
    return std::erase_if(Of, [&](const KeyKnowledge &K) {
             return !With.contains(K);
           }) != 0;
  }

  /// What decides at the end of \p B: of A && B, it is B there. Null: nothing
  /// does that is understood.
  static const Expr *conditionOf(const CFGBlock &B) {
    const Stmt *Branch = B.getTerminatorStmt();
    if (!Branch || B.succ_size() != 2 ||
        isa<SwitchStmt, CXXForRangeStmt, CXXTryStmt>(Branch))
      return nullptr;
    auto *E = dyn_cast_or_null<Expr>(B.getTerminatorCondition());
    while (E) {
      auto *Op = dyn_cast<BinaryOperator>(E->IgnoreParens());
      if (!Op || !Op->isLogicalOp())
        return E;
      E = Op->getRHS();
    }
    return nullptr;
  }

  /// What is known at the start of the \p Index-th block behind \p B.
  KeyState along(const CFGBlock &B, size_t Index, const AtEnd &End) const {
    if (!B.getTerminatorStmt() && Index != 0)
      return End.Thrown;
    KeyState Known = End.Known;
    const Expr *Condition = conditionOf(B);
    if (!Condition)
      return Known;
    learnFrom(Condition, Index == 0, Known);
    return Known;
  }

  /// As learn(), where something in \p E may run behind what tests a key.
  void learnFrom(const Expr *E, bool True, KeyState &Known) const {
    Tests.learn(E, True, Known);
    if (!hasLogic(E))
      return;
    // Of A && B, what B does comes behind A.
    KeyState Left = Known;
    afterAll(E, Left);
    keepCommon(Known, Left);
  }

  static bool hasLogic(const Stmt *S) {
    auto *Op = dyn_cast<BinaryOperator>(S);
    return (Op && Op->isLogicalOp()) ||
           llvm::any_of(S->children(), [](const Stmt *Child) {
             return Child && hasLogic(Child);
           });
  }

  void afterAll(const Stmt *S, KeyState &Known) const {
    for (const Stmt *Child : S->children())
      if (Child)
        afterAll(Child, Known);
    after(S, Known);
  }

  void solve(const CFG &Graph) {
    // What is not in it has not been reached.
    llvm::DenseMap<const CFGBlock *, KeyState> AtStart;
    AtStart[&Graph.getEntry()] = {};
    PostOrderCFGView Order(&Graph);
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (const CFGBlock *B : Order) {
        auto It = AtStart.find(B);
        if (It == AtStart.end())
          continue;
        AtEnd End = through(*B, It->second);
        size_t Index = 0;
        for (const CFGBlock::AdjacentBlock &To : B->succs()) {
          size_t At = Index++;
          if (const CFGBlock *Next = To.getReachableBlock())
            Changed |= join(AtStart, Next, along(*B, At, End));
        }
      }
    }
  }

  static bool join(llvm::DenseMap<const CFGBlock *, KeyState> &AtStart,
                   const CFGBlock *B, const KeyState &Known) {
    auto [It, New] = AtStart.try_emplace(B, Known);
    return New || keepCommon(It->second, Known);
  }

  const FunctionDecl &F;
  TuContext &Tu;
  Collector In;
  KeyTests Tests;
  llvm::DenseMap<const CallExpr *, size_t> OfSubscript;
  llvm::DenseSet<const CallExpr *> There;
};

} // namespace

bool KnownKeys::isThere(const CallExpr *Subscript) {
  if (!Asked && F && F->hasBody() && !F->isDependentContext() &&
      !Tu.Ast.getDiagnostics().hasUncompilableErrorOccurred())
    There = KeyAnalysis(*F, Tu).run();
  Asked = true;
  return There.contains(Subscript);
}

} // namespace stateless
