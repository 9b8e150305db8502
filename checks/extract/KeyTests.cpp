//===- KeyTests.cpp - What conditions tell about keys ---------------------===//
#include "extract/KeyTests.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace stateless {

const KeyMethodModel *keyMethod(const FunctionDecl *Callee, TuContext &Tu) {
  return Callee && isa<CXXMethodDecl>(Callee) && !Tu.Namer.inProject(Callee)
             ? Tu.Known.of(Callee).get<KeyMethodModel>()
             : nullptr;
}

const CallExpr *KeyTests::asKeyCall(const Expr *E, KeyMethodKind Kind) const {
  auto *Call = dyn_cast<CallExpr>(E);
  const KeyMethodModel *Model =
      Call ? keyMethod(Call->getDirectCallee(), Tu) : nullptr;
  return Model && Model->Kind == Kind && receiverOf(Call) ? Call : nullptr;
}

const Expr *KeyTests::answer(const Expr *E) {
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

/// The local \p Ref is not 0; or, as \p Unless says, it is.
static void recall(const DeclRefExpr *Ref, bool Unless, KeyState &Known) {
  KeyState New;
  for (const KeyKnowledge &K : Known)
    if (K.Local && K.Local == Ref->getDecl() && K.Unless == Unless)
      New.insert({K.At});
  Known.insert(New.begin(), New.end());
}

void KeyTests::learn(const Expr *E, bool True, KeyState &Known,
                     const CalledWith *With) const {
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

void KeyTests::learnCall(const CallExpr *Call, KeyState &Known,
                         const CalledWith *With) const {
  auto Args = argumentsOf(Call);
  if (Args.empty())
    return;
  bool Adds = asKeyCall(Call, KeyMethodKind::Adds);
  const Expr *Key = Adds ? addedKey(Call) : Args[0];
  for (size_t I = 0; I < LookUps.size(); ++I)
    if (isSameObject(receiverOf(Call), LookUps[I].Container, With) &&
        isSame(Key, LookUps[I].Key, With))
      Known.insert({I});
}

void KeyTests::compare(const Expr *Left, BinaryOperatorKind Op,
                       const Expr *Right, bool True, KeyState &Known,
                       const CalledWith *With) const {
  if (!True)
    Op = BinaryOperator::negateComparisonOp(Op);
  compareEnds(answer(Left), Op, answer(Right), Known, With);
  compareEnds(answer(Right), Op, answer(Left), Known, With);
  compareNumber(Left, Op, Right, Known, With);
  compareNumber(Right, BinaryOperator::reverseComparisonOp(Op), Left, Known,
                With);
}

/// True if \p Key is the key of the pair that \p Element is or leads to.
static bool isKeyOf(const Expr *Key, const ValueDecl *Element) {
  Key = plain(Key);
  if (auto *Ref = dyn_cast<DeclRefExpr>(Key)) {
    auto *Part = dyn_cast<BindingDecl>(Ref->getDecl());
    auto *Whole = dyn_cast<DecompositionDecl>(Element);
    return Part && Whole && !Whole->bindings().empty() &&
           Whole->bindings().front() == Part;
  }
  auto *Member = dyn_cast<MemberExpr>(Key);
  auto *Field = Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  auto *Ref =
      Member ? dyn_cast<DeclRefExpr>(objectIn(Member->getBase())) : nullptr;
  return Field && Field->getFieldIndex() == 0 && Ref &&
         Ref->getDecl() == Element;
}

void KeyTests::learnElement(const Expr *Container, const ValueDecl *Element,
                            KeyState &Known) const {
  for (size_t I = 0; I < LookUps.size(); ++I)
    if (isSameObject(Container, LookUps[I].Container) &&
        isKeyOf(LookUps[I].Key, Element))
      Known.insert({I});
}

/// M.find(K) != M.end()
void KeyTests::compareEnds(const Expr *Found, BinaryOperatorKind Op,
                           const Expr *End, KeyState &Known,
                           const CalledWith *With) const {
  const CallExpr *Ends = asKeyCall(End, KeyMethodKind::Ends);
  if (!Ends)
    return;
  if (const CallExpr *Finds = asKeyCall(Found, KeyMethodKind::Finds)) {
    if (Op == BO_NE && isSameObject(receiverOf(Ends), receiverOf(Finds)))
      learnCall(Finds, Known, With);
  } else if (auto *Ref = dyn_cast<DeclRefExpr>(Found); Ref && !With) {
    KeyState Of = Known;
    recall(Ref, Op == BO_EQ, Of);
    for (const KeyKnowledge &K : Of)
      if (!K.Local && isSameObject(receiverOf(Ends), LookUps[K.At].Container))
        Known.insert(K);
    // Iterators of different containers cannot be compared.
    if (Op == BO_NE)
      learnElement(receiverOf(Ends), Ref->getDecl(), Known);
  }
}

/// M.count(K) > 0, Flag == false
void KeyTests::compareNumber(const Expr *Count, BinaryOperatorKind Op,
                             const Expr *Number, KeyState &Known,
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
  bool OnlyZero = (Op == BO_EQ && *N == 0) || (Op == BO_LT && *N == 1) ||
                  (Op == BO_LE && *N == 0) ||
                  (Op == BO_NE && *N == 1 && Count->getType()->isBooleanType());
  if (!AlsoZero)
    learn(Count, true, Known, With);
  else if (OnlyZero)
    learn(Count, false, Known, With);
}

/// True if nothing in \p S changes anything.
bool KeyTests::onlyAsks(const Stmt *S) const {
  if (auto *Op = dyn_cast<BinaryOperator>(S); Op && Op->isAssignmentOp())
    return false;
  if (auto *Op = dyn_cast<UnaryOperator>(S); Op && Op->isIncrementDecrementOp())
    return false;
  if (auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    const KeyMethodModel *Keys = keyMethod(Callee, Tu);
    bool Asks = (Keys && Keys->Kind != KeyMethodKind::Adds) ||
                (Method && Method->isConst()) ||
                (isa<CXXOperatorCallExpr>(Call) && !Method);
    if (!Asks)
      return false;
  }
  return llvm::all_of(S->children(), [&](const Stmt *Child) {
    return !Child || onlyAsks(Child);
  });
}

/// A function of the project that is nothing but a condition.
void KeyTests::learnPredicate(const CallExpr *Call, bool True,
                              KeyState &Known) const {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Tu.Namer.inProject(Callee) || !Callee->hasBody(Callee))
    return;
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  auto *Block = dyn_cast<CompoundStmt>(Callee->getBody());
  if ((Method && Method->isVirtual()) || !Block || Block->size() != 1)
    return;
  auto *Return = dyn_cast<ReturnStmt>(Block->body_front());
  if (!Return || !Return->getRetValue() || !onlyAsks(Return->getRetValue()))
    return;
  CalledWith With;
  With.Object = receiverOf(Call);
  auto Args = argumentsOf(Call);
  for (size_t I = 0; I < Args.size() && I < Callee->getNumParams(); ++I)
    With.Arguments[Callee->getParamDecl(I)] = Args[I];
  learn(Return->getRetValue(), True, Known, &With);
}

} // namespace stateless
