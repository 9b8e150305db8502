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
#include "extract/KeyPaths.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"
#include "extract/Places.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/Builtins.h"
#include <set>

using namespace clang;

namespace stateless {

const KeyMethodModel *keyMethod(const FunctionDecl *Callee, TuContext &Tu) {
  return Callee && isa<CXXMethodDecl>(Callee) && !Tu.Namer.inProject(Callee)
             ? Tu.Known.of(Callee).get<KeyMethodModel>()
             : nullptr;
}

bool isSubscript(const CallExpr *Call) {
  auto *Op = dyn_cast<CXXOperatorCallExpr>(Call);
  return Op && Op->getOperator() == OO_Subscript && Op->getNumArgs() == 2 &&
         receiverOf(Op);
}

namespace {

/// A container and a key in it.
struct LookUp {
  const Expr *Container = nullptr;
  const Expr *Key = nullptr;
  /// The names that they are made of.
  llvm::SmallVector<NamedPath, 4> OfContainer, OfKey;
  bool OwnKey = false; ///< No other function changes the key.
};

/// Something that is known. Unless Local is null: of \c At only if Local is
/// not 0 and not the end; or only if it is, as Unless says.
struct Knowledge {
  size_t At = 0;
  const VarDecl *Local = nullptr;
  bool Unless = false;
  auto operator<=>(const Knowledge &) const = default;
};
using State = std::set<Knowledge>;

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
  KeyAnalysis(const FunctionDecl &F, TuContext &Tu) : F(F), Tu(Tu), In(Tu) {}

  llvm::DenseSet<const CallExpr *> run() {
    In.TraverseStmt(F.getBody());
    for (const CallExpr *Call : In.Subscripts)
      add(Call);
    if (LookUps.empty())
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
    OfSubscript[Call] = LookUps.size();
    LookUps.push_back(std::move(L));
  }

  /// Calls \p Do(index) for the look-ups of \p Container and \p Key.
  template <typename Action>
  void forEachOf(const Expr *Container, const Expr *Key, const CalledWith *With,
                 Action Do) const {
    for (size_t I = 0; I < LookUps.size(); ++I)
      if (isSameObject(Container, LookUps[I].Container, With) &&
          isSame(Key, LookUps[I].Key, With))
        Do(I);
  }

  /// The call of a method of kind \p Kind that \p E is; null: it is none.
  const CallExpr *asKeyCall(const Expr *E, KeyMethodKind Kind) const {
    auto *Call = dyn_cast<CallExpr>(E);
    const KeyMethodModel *Model =
        Call ? keyMethod(Call->getDirectCallee(), Tu) : nullptr;
    return Model && Model->Kind == Kind && receiverOf(Call) ? Call : nullptr;
  }

  //===-- Conditions ------------------------------------------------------===//

  /// \p E without what gives the same answer.
  static const Expr *answer(const Expr *E) {
    for (;;) {
      const Expr *Next = plain(E);
      if (auto *Cast = dyn_cast<ExplicitCastExpr>(Next);
          Cast && Cast->getType()->isIntegralOrEnumerationType())
        Next = Cast->getSubExpr();
      else if (auto *Call = dyn_cast<CallExpr>(Next);
               Call && Call->getBuiltinCallee() == Builtin::BI__builtin_expect)
        Next = Call->getArg(0);
      else if (auto *Op = dyn_cast<BinaryOperator>(Next);
               Op &&
               (Op->getOpcode() == BO_Comma || Op->getOpcode() == BO_Assign))
        Next = Op->getRHS();
      else if (auto *Assign = dyn_cast<CXXOperatorCallExpr>(Next);
               Assign && Assign->getOperator() == OO_Equal)
        Next = Assign->getArg(1);
      if (Next == E)
        return E;
      E = Next;
    }
  }

  /// Adds to \p Known what follows if \p E is \p True, said in the names of
  /// \p With.
  void learn(const Expr *E, bool True, State &Known,
             const CalledWith *With = nullptr) const {
    E = answer(E);
    if (auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot)
      return learn(Not->getSubExpr(), !True, Known, With);
    if (auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
      return learn(Rewritten->getSemanticForm(), True, Known, With);
    if (auto *Op = dyn_cast<BinaryOperator>(E)) {
      if (Op->getOpcode() == (True ? BO_LAnd : BO_LOr)) {
        learn(Op->getLHS(), True, Known, With);
        learn(Op->getRHS(), True, Known, With);
      } else if (Op->isComparisonOp()) {
        compare(Op->getLHS(), Op->getOpcode(), Op->getRHS(), True, Known, With);
      }
      return;
    }
    if (const CallExpr *Tells = asKeyCall(E, KeyMethodKind::Tells)) {
      if (True && Tells->getNumArgs() != 0)
        learnCall(Tells, Known, With);
      return;
    }
    if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
        Op && Op->getNumArgs() == 2 &&
        (Op->getOperator() == OO_EqualEqual ||
         Op->getOperator() == OO_ExclaimEqual))
      return compare(Op->getArg(0),
                     Op->getOperator() == OO_EqualEqual ? BO_EQ : BO_NE,
                     Op->getArg(1), True, Known, With);
    if (auto *Ref = dyn_cast<DeclRefExpr>(E); Ref && !With)
      return recall(Ref, !True, Known);
    if (auto *Call = dyn_cast<CallExpr>(E); Call && !With)
      learnPredicate(Call, True, Known);
  }

  void learnCall(const CallExpr *Call, State &Known,
                 const CalledWith *With) const {
    auto Args = argumentsOf(Call);
    if (Args.empty())
      return;
    bool Adds = asKeyCall(Call, KeyMethodKind::Adds);
    forEachOf(receiverOf(Call), Adds ? addedKey(Call) : Args[0], With,
              [&](size_t I) { Known.insert({I}); });
  }

  /// The local \p Ref is not 0; or, as \p Unless says, it is.
  static void recall(const DeclRefExpr *Ref, bool Unless, State &Known) {
    State New;
    for (const Knowledge &K : Known)
      if (K.Local && K.Local == Ref->getDecl() && K.Unless == Unless)
        New.insert({K.At});
    Known.insert(New.begin(), New.end());
  }

  void compare(const Expr *Left, BinaryOperatorKind Op, const Expr *Right,
               bool True, State &Known, const CalledWith *With) const {
    if (!True)
      Op = BinaryOperator::negateComparisonOp(Op);
    compareEnds(answer(Left), Op, answer(Right), Known, With);
    compareEnds(answer(Right), Op, answer(Left), Known, With);
    compareNumber(Left, Op, Right, Known, With);
    compareNumber(Right, BinaryOperator::reverseComparisonOp(Op), Left, Known,
                  With);
  }

  /// M.find(K) != M.end()
  void compareEnds(const Expr *Found, BinaryOperatorKind Op, const Expr *End,
                   State &Known, const CalledWith *With) const {
    const CallExpr *Ends = asKeyCall(End, KeyMethodKind::Ends);
    if (!Ends)
      return;
    if (const CallExpr *Finds = asKeyCall(Found, KeyMethodKind::Finds)) {
      if (Op == BO_NE && isSameObject(receiverOf(Ends), receiverOf(Finds)))
        learnCall(Finds, Known, With);
    } else if (auto *Ref = dyn_cast<DeclRefExpr>(Found); Ref && !With) {
      State Of = Known;
      recall(Ref, Op == BO_EQ, Of);
      for (const Knowledge &K : Of)
        if (!K.Local && isSameObject(receiverOf(Ends), LookUps[K.At].Container))
          Known.insert(K);
    }
  }

  /// M.count(K) > 0, Flag == false
  void compareNumber(const Expr *Count, BinaryOperatorKind Op,
                     const Expr *Number, State &Known,
                     const CalledWith *With) const {
    Expr::EvalResult Result;
    if (Number->isValueDependent() ||
        !Number->getType()->isIntegralOrEnumerationType() ||
        !Number->EvaluateAsInt(Result, Tu.Ast))
      return;
    std::optional<int64_t> N = Result.Val.getInt().tryExtValue();
    if (!N)
      return;
    // Whether 0 makes it true, and whether only 0 does.
    bool AlsoZero = Op == BO_EQ   ? *N == 0
                    : Op == BO_NE ? *N != 0
                    : Op == BO_LT ? *N > 0
                    : Op == BO_LE ? *N >= 0
                    : Op == BO_GT ? *N < 0
                                  : *N <= 0;
    bool OnlyZero =
        (Op == BO_EQ && *N == 0) || (Op == BO_LT && *N == 1) ||
        (Op == BO_LE && *N == 0) ||
        (Op == BO_NE && *N == 1 && Count->getType()->isBooleanType());
    if (!AlsoZero)
      learn(Count, true, Known, With);
    else if (OnlyZero)
      learn(Count, false, Known, With);
  }

  /// A function of the project that is nothing but a condition.
  void learnPredicate(const CallExpr *Call, bool True, State &Known) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !Tu.Namer.inProject(Callee) || !Callee->hasBody(Callee))
      return;
    auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    auto *Block = dyn_cast<CompoundStmt>(Callee->getBody());
    if ((Method && Method->isVirtual()) || !Block || Block->size() != 1)
      return;
    auto *Return = dyn_cast<ReturnStmt>(Block->body_front());
    if (!Return || !Return->getRetValue())
      return;
    CalledWith With;
    With.Object = receiverOf(Call);
    auto Args = argumentsOf(Call);
    for (size_t I = 0; I < Args.size() && I < Callee->getNumParams(); ++I)
      With.Arguments[Callee->getParamDecl(I)] = Args[I];
    learn(Return->getRetValue(), True, Known, &With);
  }

  //===-- Statements ------------------------------------------------------===//

  /// \p OnlyKeys: what is done to a container in \p Changed, is told where it
  /// is done.
  void forget(const NamedPath &Changed, State &Known,
              bool OnlyKeys = false) const {
    auto Changes = [&](const NamedPath &Name) {
      return mayChange(Changed, Name);
    };
    std::erase_if(Known, [&](const Knowledge &K) {
      const LookUp &L = LookUps[K.At];
      return (K.Local && Changed.Root == K.Local) ||
             llvm::any_of(L.OfKey, Changes) ||
             (!OnlyKeys && llvm::any_of(L.OfContainer, Changes));
    });
  }

  /// Something of the project runs, or somebody else does.
  void forgetForeign(State &Known) const {
    std::erase_if(Known, [&](const Knowledge &K) {
      return !LookUps[K.At].OwnKey || (K.Local && In.Lent.contains(K.Local));
    });
  }

  /// \p Var gets the value of \p E.
  void bind(const VarDecl *Var, const Expr *E, State &Known) const {
    if (!E || Var->hasGlobalStorage() || Var->getType()->isReferenceType())
      return;
    const Expr *Value = answer(E);
    State Same;
    if (auto *Other = dyn_cast<DeclRefExpr>(Value)) {
      for (const Knowledge &K : Known)
        if (K.Local && K.Local == Other->getDecl())
          Same.insert({K.At, Var, K.Unless});
    } else if (const CallExpr *Finds = asKeyCall(Value, KeyMethodKind::Finds)) {
      State Found;
      learnCall(Finds, Found, nullptr);
      for (const Knowledge &K : Found)
        Same.insert({K.At, Var, false});
    } else {
      for (bool Unless : {false, true}) {
        State Follows = Known;
        learn(E, !Unless, Follows);
        for (const Knowledge &K : Follows)
          if (!K.Local && !Known.contains(K))
            Same.insert({K.At, Var, Unless});
      }
    }
    Known.insert(Same.begin(), Same.end());
  }

  /// True if \p Key is the key of the element \p Element of a range of pairs.
  static bool isKeyOf(const Expr *Key, const VarDecl *Element) {
    Key = plain(Key);
    if (auto *Ref = dyn_cast<DeclRefExpr>(Key)) {
      auto *Part = dyn_cast<BindingDecl>(Ref->getDecl());
      auto *Whole = dyn_cast<DecompositionDecl>(Element);
      return Part && Whole && !Whole->bindings().empty() &&
             Whole->bindings().front() == Part;
    }
    auto *Member = dyn_cast<MemberExpr>(Key);
    auto *Field =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    auto *Ref =
        Member ? dyn_cast<DeclRefExpr>(plain(Member->getBase())) : nullptr;
    return Field && Field->getFieldIndex() == 0 && Ref &&
           Ref->getDecl() == Element;
  }

  void declare(const VarDecl *Var, State &Known) const {
    NamedPath Path;
    Path.Root = Var;
    Path.Type = bare(Var->getType());
    forget(Path, Known);
    bind(Var, Var->getInit(), Known);
    if (const Expr *Range = In.Ranges.lookup(Var))
      for (size_t I = 0; I < LookUps.size(); ++I)
        if (isSameObject(Range, LookUps[I].Container) &&
            isKeyOf(LookUps[I].Key, Var))
          Known.insert({I});
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
              llvm::ArrayRef<const Expr *> Args, State &Known) const {
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

  void after(const Stmt *S, State &Known) const {
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

  void assigned(const Expr *To, const Expr *What, State &Known) const {
    forget(pathOf(To), Known);
    auto *Ref = dyn_cast<DeclRefExpr>(plain(To));
    auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Var && What)
      bind(Var, What, Known);
  }

  void afterCall(const CallExpr *Call, State &Known) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    auto Args = argumentsOf(Call);
    called(Callee, receiverOf(Call), Args, Known);
    if (auto *Assign = dyn_cast<CXXOperatorCallExpr>(Call);
        Assign && Assign->getOperator() == OO_Equal && Args.size() == 1)
      assigned(Assign->getArg(0), Assign->getArg(1), Known);
    const KeyMethodModel *Keys = keyMethod(Callee, Tu);
    if (Keys && (Keys->Kind == KeyMethodKind::Adds ||
                 Keys->Kind == KeyMethodKind::Needs))
      learnCall(Call, Known, nullptr);
  }

  //===-- The graph -------------------------------------------------------===//

  /// What is known at the end of a block and, if its last call throws, there.
  struct AtEnd {
    State Known, Thrown;
  };

  /// Tells the subscripts of \p B that find their key.
  AtEnd through(const CFGBlock &B, State Known) {
    State Before;
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

  static bool keepCommon(State &Of, const State &With) {
    return std::erase_if(
               Of, [&](const Knowledge &K) { return !With.contains(K); }) != 0;
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
  State along(const CFGBlock &B, size_t Index, const AtEnd &End) const {
    if (!B.getTerminatorStmt() && Index != 0)
      return End.Thrown;
    State Known = End.Known;
    const Expr *Condition = conditionOf(B);
    if (!Condition)
      return Known;
    learn(Condition, Index == 0, Known);
    // Of !(A && B), what B does comes behind A.
    if (hasLogic(Condition)) {
      State Left = Known;
      afterAll(Condition, Left);
      keepCommon(Known, Left);
    }
    return Known;
  }

  static bool hasLogic(const Stmt *S) {
    auto *Op = dyn_cast<BinaryOperator>(S);
    return (Op && Op->isLogicalOp()) ||
           llvm::any_of(S->children(), [](const Stmt *Child) {
             return Child && hasLogic(Child);
           });
  }

  void afterAll(const Stmt *S, State &Known) const {
    for (const Stmt *Child : S->children())
      if (Child)
        afterAll(Child, Known);
    after(S, Known);
  }

  void solve(const CFG &Graph) {
    // What is not in it has not been reached.
    llvm::DenseMap<const CFGBlock *, State> AtStart;
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

  static bool join(llvm::DenseMap<const CFGBlock *, State> &AtStart,
                   const CFGBlock *B, const State &Known) {
    auto [It, New] = AtStart.try_emplace(B, Known);
    return New || keepCommon(It->second, Known);
  }

  const FunctionDecl &F;
  TuContext &Tu;
  Collector In;
  std::vector<LookUp> LookUps;
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
