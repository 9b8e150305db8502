//===- ParameterGuards.cpp - What runs only for some arguments ------------===//
//
// 1. Tests. A branch asks for the truth of a parameter, its negation, or
//    compares it with a constant; a switch goes to the case of a constant.
// 2. Parameters. Numbers of 32 bits or more, booleans and pointers: an argument
//    is converted to them without becoming another small number. Nothing in
//    the function changes them.
// 3. Region. What the edge of the test dominates.
//
// Limits: MaxGuards regions of a function; ranges (`Level > 2`) and negations
// of several conditions are no tests.
//
//===----------------------------------------------------------------------===//
#include "extract/ParameterGuards.h"
#include "extract/EdgeRegions.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>
#include <utility>

using namespace clang;

namespace stateless {

namespace {

constexpr size_t MaxGuards = 64;

/// Of is Number where a condition is true (Equal), or where it is not.
struct Test {
  const ParmVarDecl *Of = nullptr;
  int64_t Number = 0;
  bool Equal = false;
};

/// The parameter of \p F that \p E names, if its values can be told apart.
const ParmVarDecl *named(const Expr *E, const FunctionDecl &F) {
  auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  auto *Param = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  if (!Param || Param->getDeclContext() != &F)
    return nullptr;
  QualType T = Param->getType();
  bool IsWide = T->isIntegralOrEnumerationType() &&
                F.getASTContext().getTypeSize(T) >= 32;
  return T->isBooleanType() || T->isPointerType() || IsWide ? Param : nullptr;
}

/// The value of the constant \p E; a null pointer is 0.
std::optional<int64_t> numberOf(const Expr *E, const ASTContext &Ast) {
  if (E->isNullPointerConstant(const_cast<ASTContext &>(Ast),
                               Expr::NPC_NeverValueDependent))
    return 0;
  Expr::EvalResult Value;
  return E->EvaluateAsInt(Value, Ast) ? Value.Val.getInt().tryExtValue()
                                      : std::nullopt;
}

/// What it means that \p Param is \p Number.
Test equality(const ParmVarDecl *Param, int64_t Number) {
  // A boolean that is 1 is one that is not 0.
  if (Param->getType()->isBooleanType() && Number == 1)
    return {Param, 0, false};
  return {Param, Number, true};
}

Test testOf(const Expr *E, const FunctionDecl &F) {
  E = E->IgnoreParenImpCasts();
  if (auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    Test Inner = testOf(Not->getSubExpr(), F);
    Inner.Equal = !Inner.Equal;
    return Inner;
  }
  if (auto *Op = dyn_cast<BinaryOperator>(E); Op && Op->isEqualityOp()) {
    const Expr *Left = Op->getLHS(), *Right = Op->getRHS();
    if (!named(Left, F))
      std::swap(Left, Right);
    const ParmVarDecl *Param = named(Left, F);
    auto Number = Param ? numberOf(Right, F.getASTContext()) : std::nullopt;
    if (!Number)
      return {};
    Test Result = equality(Param, *Number);
    if (Op->getOpcode() == BO_NE)
      Result.Equal = !Result.Equal;
    return Result;
  }
  return {named(E, F), 0, false};
}

/// The test of the edge from \p B to its successor \p Number: whoever takes it
/// has passed that.
Test testOfEdge(const CFGBlock &B, unsigned Number, const FunctionDecl &F) {
  const Expr *Condition = B.getLastCondition();
  if (!Condition)
    return {};
  if (isa_and_nonnull<SwitchStmt>(B.getTerminatorStmt())) {
    const CFGBlock *To = successor(B, Number);
    auto *Case = To ? dyn_cast_or_null<CaseStmt>(To->getLabel()) : nullptr;
    const ParmVarDecl *Param = named(Condition, F);
    // Several cases may share a block.
    if (!Param || !Case || Case->getRHS() ||
        isa_and_nonnull<SwitchCase>(Case->getSubStmt()))
      return {};
    auto Value = numberOf(Case->getLHS(), F.getASTContext());
    return Value ? equality(Param, *Value) : Test();
  }
  if (B.succ_size() != 2)
    return {};
  Test Result = testOf(Condition, F);
  if (Number == 1)
    Result.Equal = !Result.Equal;
  return Result;
}

/// Which parameters of a function keep the values that they are given: those
/// of which nothing but the value is used.
class Kept {
public:
  explicit Kept(const FunctionDecl &F) : F(F) {}

  bool contains(const ParmVarDecl *Param) {
    if (!std::exchange(Scanned, true))
      scan();
    return !Changed.contains(Param);
  }

private:
  /// True if \p S takes the value of what it names, or a reference to const.
  static bool reads(const Stmt *S) {
    auto *Cast = dyn_cast<CastExpr>(S);
    return Cast && (Cast->getCastKind() == CK_LValueToRValue ||
                    Cast->getCastKind() == CK_ToVoid ||
                    (Cast->getCastKind() == CK_NoOp &&
                     Cast->getType().isConstQualified()));
  }

  void scan() {
    llvm::SmallVector<std::pair<const Stmt *, bool>, 32> Work{
        {F.getBody(), false}};
    if (auto *Ctor = dyn_cast<CXXConstructorDecl>(&F))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        Work.push_back({Init->getInit(), false});
    while (!Work.empty()) {
      auto [S, IsRead] = Work.pop_back_val();
      if (!S)
        continue;
      if (auto *Name = dyn_cast<DeclRefExpr>(S); Name && !IsRead)
        Changed.insert(Name->getDecl());
      bool Reads = reads(S) || (IsRead && isa<ParenExpr>(S));
      for (const Stmt *Part : S->children())
        Work.push_back({Part, Reads});
    }
  }

  const FunctionDecl &F;
  bool Scanned = false;
  llvm::SmallPtrSet<const ValueDecl *, 8> Changed;
};

} // namespace

std::vector<ParameterGuard> parameterGuardsOf(const CFG &Graph,
                                              const FunctionDecl &F) {
  std::vector<ParameterGuard> Guards;
  Kept Constant(F);
  for (const CFGBlock *B : Graph)
    for (unsigned I = 0; B && B->succ_size() > 1 && I < B->succ_size(); ++I) {
      Test Of = testOfEdge(*B, I, F);
      if (!Of.Of || !successor(*B, I) || !Constant.contains(Of.Of))
        continue;
      if (Guards.size() == MaxGuards)
        return Guards;
      std::vector<const CFGBlock *> Blocks = blocksBehind(Graph, *B, I);
      if (!Blocks.empty())
        Guards.push_back({Of.Of, Of.Number, Of.Equal, std::move(Blocks)});
    }
  return Guards;
}

} // namespace stateless
