//===- LazyParts.cpp - What runs only where something is not set ----------===//
//
// 1. Tests. The condition of a branch says whether a variable is set: by the
//    truth of it (a pointer, a number, an object that converts to bool),
//    negated, or compared with null, zero or false. Or it says whether the
//    variable differs from a local, the key: `!=`, `==`; or `<`, `>`, if the
//    key is what it is initialised with: else one that is far ahead would stay.
// 2. Region. What control comes to by the edge on which it is not set, and not
//    without that edge: the blocks that the edge dominates.
// 3. Needs. A region that names a parameter, or a local that is declared
//    outside of it, depends on who calls the function.
// 4. Stores. A region that unsets what was tested is run again. One is sure to
//    run once if each way through it stores what is set: a constant, a new
//    object, an address.
// 5. Results. A part that returns a constant tells the caller that it was run,
//    unless the function returns nothing else.
//
// Limits: tests by methods (empty()), of elements, of the objects of others,
// and those that are one operand of several are no tests here.
//
//===----------------------------------------------------------------------===//
#include "extract/LazyParts.h"
#include "extract/ChildProcesses.h"
#include "extract/EdgeRegions.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/Analyses/ExprMutationAnalyzer.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace stateless {

namespace {

using Blocks = llvm::SmallPtrSet<const CFGBlock *, 16>;

/// What a condition says: Guard is set where it is true or, Negated, false.
struct Test {
  const Expr *Guard = nullptr;
  bool Negated = false;
  const VarDecl *Key = nullptr; ///< Guard is set if it is equal to that,
  bool Ordered = false;         ///< or is beyond it.
};

/// The variable of static storage that \p E names; a field is another one in
/// each object.
const VarDecl *named(const Expr *E) {
  const ValueDecl *Named = nullptr;
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    Named = Ref->getDecl();
  else if (auto *Member = dyn_cast<MemberExpr>(E))
    Named = Member->getMemberDecl();
  auto *Var = dyn_cast_or_null<VarDecl>(Named);
  return Var && Var->hasGlobalStorage() ? Var : nullptr;
}

/// \p E, if it names such a variable of which there is one in the process.
const Expr *guardOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  const VarDecl *Var = named(E);
  return Var && Var->getTLSKind() == VarDecl::TLS_None ? E : nullptr;
}

/// The local, not a reference, that \p E names; null: it names none.
const VarDecl *keyOf(const Expr *E) {
  auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasLocalStorage() && !isa<ParmVarDecl>(Var) &&
                 !Var->getType()->isReferenceType()
             ? Var
             : nullptr;
}

/// What `Left Op Right` says of a variable and a key.
Test keyTest(const Expr *Left, const Expr *Right, BinaryOperatorKind Op) {
  if (keyOf(Left))
    std::swap(Left, Right);
  Left = Left->IgnoreParenImpCasts();
  const VarDecl *Key = keyOf(Right);
  return Key && named(Left)
             ? Test{Left, Op != BO_EQ, Key, Op != BO_EQ && Op != BO_NE}
             : Test();
}

/// True for null, zero and false.
bool isUnset(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return true;
  if (auto *Number = dyn_cast<IntegerLiteral>(E))
    return Number->getValue() == 0;
  if (auto *Flag = dyn_cast<CXXBoolLiteralExpr>(E))
    return !Flag->getValue();
  if (auto *Cast = dyn_cast<ExplicitCastExpr>(E)) // NULL of C.
    return isUnset(Cast->getSubExpr());
  return false;
}

Test comparison(const Expr *Left, const Expr *Right, bool Equal) {
  if (isUnset(Left))
    std::swap(Left, Right);
  return isUnset(Right) ? Test{guardOf(Left), Equal} : Test();
}

Test testOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      return {};
    Test Inner = testOf(Not->getSubExpr());
    Inner.Negated = !Inner.Negated;
    return Inner;
  }
  if (auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->isEqualityOp())
      if (Test Of =
              comparison(Op->getLHS(), Op->getRHS(), Op->getOpcode() == BO_EQ);
          Of.Guard)
        return Of;
    return Op->isEqualityOp() || Op->getOpcode() == BO_LT ||
                   Op->getOpcode() == BO_GT
               ? keyTest(Op->getLHS(), Op->getRHS(), Op->getOpcode())
               : Test();
  }
  if (auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    auto Form = Rewritten->getDecomposedForm();
    bool Equal = Form.Opcode == BO_EQ;
    return Equal || Form.Opcode == BO_NE ? comparison(Form.LHS, Form.RHS, Equal)
                                         : Test();
  }
  if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E)) {
    bool Equal = Op->getOperator() == OO_EqualEqual;
    if (Op->getNumArgs() != 2 ||
        (!Equal && Op->getOperator() != OO_ExclaimEqual))
      return {};
    return comparison(Op->getArg(0), Op->getArg(1), Equal);
  }
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    return isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl())
               ? Test{guardOf(Call->getImplicitObjectArgument()), false}
               : Test();
  return {guardOf(E), false};
}

/// Whether statements need what stands outside of them.
class Needs {
public:
  Needs(llvm::ArrayRef<const CFGBlock *> Part, const VarDecl *Key) {
    Own.insert(Key);
    for (const CFGBlock *B : Part)
      for (const CFGElement &Element : *B)
        if (auto Of = Element.getAs<CFGStmt>())
          if (auto *Declares = dyn_cast<DeclStmt>(Of->getStmt()))
            Own.insert(Declares->decl_begin(), Declares->decl_end());
    for (const CFGBlock *B : Part)
      for (const CFGElement &Element : *B)
        if (auto Of = Element.getAs<CFGStmt>())
          Any |= needs(Of->getStmt());
  }
  bool Any = false;

private:
  bool isOutside(const ValueDecl *D) const {
    auto *Var = dyn_cast<VarDecl>(D);
    return isa<BindingDecl>(D) ||
           (Var && !Var->hasGlobalStorage() && !Own.contains(Var));
  }
  bool needs(const Stmt *S) const {
    if (auto *Ref = dyn_cast<DeclRefExpr>(S))
      return isOutside(Ref->getDecl());
    if (auto *Lambda = dyn_cast<LambdaExpr>(S))
      return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
        return C.capturesVariable() && isOutside(C.getCapturedVar());
      });
    return false;
  }

  llvm::SmallPtrSet<const Decl *, 8> Own;
};

/// What a region does to the object that is tested.
class Stores {
public:
  Stores(const LazyPart &Part, const CFGBlock &First, ModelIndex &Known)
      : Guard(Part.Guard), Key(Part.Key), Known(Known) {
    for (const CFGBlock *B : Part.Blocks)
      for (const CFGElement &Element : *B)
        if (auto Of = Element.getAs<CFGStmt>())
          look(Of->getStmt(), *B);
    Sure = onEachWay(First, Blocks(Part.Blocks.begin(), Part.Blocks.end()));
  }
  bool Unset = false; ///< It may be made unset again.
  bool Sure = false;  ///< Whoever leaves the region has set it.

private:
  bool isGuard(const Expr *E) const {
    E = E->IgnoreParenImpCasts();
    return named(E) == Guard;
  }

  void look(const Stmt *S, const CFGBlock &In) {
    if (auto *Op = dyn_cast<BinaryOperator>(S)) {
      if (Op->getOpcode() == BO_Assign && isGuard(Op->getLHS()))
        store(Op->getRHS(), In);
    } else if (auto *Op = dyn_cast<CXXOperatorCallExpr>(S)) {
      if (Op->getOperator() == OO_Equal && isGuard(Op->getArg(0)))
        store(Op->getArg(1), In);
    } else if (auto *Call = dyn_cast<CXXMemberCallExpr>(S)) {
      const CXXMethodDecl *Method = Call->getMethodDecl();
      Unset |= Method && !Method->isConst() &&
               !Call->getImplicitObjectArgument()->getType()->isPointerType() &&
               isGuard(Call->getImplicitObjectArgument()) &&
               (Call->getNumArgs() == 0 || isUnset(Call->getArg(0)));
    }
  }

  void store(const Expr *Value, const CFGBlock &In) {
    Value = Value->IgnoreUnlessSpelledInSource();
    bool IsKey = Key && keyOf(Value) == Key;
    Unset |= Key ? !IsKey : isUnset(Value);
    if (Key ? IsKey : isSet(Value))
      Setting.insert(&In);
  }

  bool isSet(const Expr *Value) const {
    auto Number = Value->getIntegerConstantExpr(Guard->getASTContext());
    if (Number)
      return *Number != 0;
    if (auto *Op = dyn_cast<UnaryOperator>(Value))
      return Op->getOpcode() == UO_AddrOf;
    if (auto *Call = dyn_cast<CallExpr>(Value))
      return Call->getDirectCallee() &&
             Known.of(Call->getDirectCallee()).get<MakerModel>();
    // An optional that is given a value has it.
    bool Holds =
        Guard->getType()->isRecordType() && !Value->getType()->isRecordType();
    return Holds || isa<CXXNewExpr, StringLiteral, LambdaExpr>(Value);
  }

  bool onEachWay(const CFGBlock &First, const Blocks &Part) const {
    Blocks Seen;
    llvm::SmallVector<const CFGBlock *, 8> Work{&First};
    while (!Work.empty()) {
      const CFGBlock *At = Work.pop_back_val();
      if (!Part.contains(At))
        return false;
      if (Setting.contains(At) || !Seen.insert(At).second)
        continue;
      for (const CFGBlock::AdjacentBlock &To : At->succs())
        if (To.getReachableBlock() && !isThrownOut(*At, To))
          Work.push_back(To.getReachableBlock());
    }
    return true;
  }

  const VarDecl *Guard, *Key;
  ModelIndex &Known;
  Blocks Setting;
};

/// The constants that \p Part returns: nothing for what is no constant.
std::vector<std::optional<llvm::APSInt>>
returnedBy(llvm::ArrayRef<const CFGBlock *> Part, const ASTContext &Ast) {
  std::vector<std::optional<llvm::APSInt>> Result;
  for (const CFGBlock *B : Part)
    for (const CFGElement &Element : *B) {
      auto Of = Element.getAs<CFGStmt>();
      auto *Return = Of ? dyn_cast<ReturnStmt>(Of->getStmt()) : nullptr;
      const Expr *Value = Return ? Return->getRetValue() : nullptr;
      if (Value)
        Result.push_back(Value->getIntegerConstantExpr(Ast));
    }
  return Result;
}

/// True if what \p Part of \p Graph returns tells that it was run.
bool tells(llvm::ArrayRef<const CFGBlock *> Part, const CFG &Graph,
           const ASTContext &Ast) {
  std::vector<const CFGBlock *> Blocks;
  for (const CFGBlock *B : Graph)
    if (B)
      Blocks.push_back(B);
  auto Own = returnedBy(Part, Ast);
  return llvm::any_of(Own, [](const auto &Value) { return bool(Value); }) &&
         llvm::any_of(returnedBy(Blocks, Ast), [&](const auto &Value) {
           return !Value || !Own.front() ||
                  !llvm::APSInt::isSameValue(*Value, *Own.front());
         });
}

/// True if the local \p Var of \p F keeps the value that it begins with.
bool isAsInitialized(const VarDecl &Var, const FunctionDecl &F) {
  return Var.hasInit() && F.hasBody() &&
         !ExprMutationAnalyzer(*F.getBody(), F.getASTContext()).isMutated(&Var);
}

} // namespace

std::vector<LazyPart> lazyPartsOf(const CFG &Graph, const FunctionDecl &F,
                                  ModelIndex &Known) {
  ASTContext &Ast = F.getASTContext();
  std::vector<LazyPart> Parts;
  for (const CFGBlock *B : Graph) {
    const auto *Condition =
        B && B->succ_size() == 2 &&
                isa_and_nonnull<IfStmt>(B->getTerminatorStmt())
            ? dyn_cast_or_null<Expr>(B->getTerminatorCondition())
            : nullptr;
    Test Of = Condition ? testOf(Condition) : Test();
    if (!Of.Guard || (Of.Ordered && !isAsInitialized(*Of.Key, F)))
      continue;
    unsigned Unset = Of.Negated ? 0 : 1;
    if (!successor(*B, Unset) || !successor(*B, !Unset))
      continue;
    LazyPart Part{named(Of.Guard), Of.Guard, blocksBehind(Graph, *B, Unset),
                  false, Of.Key};
    if (Part.Blocks.empty() || Needs(Part.Blocks, Part.Key).Any ||
        tells(Part.Blocks, Graph, Ast))
      continue;
    Stores Made(Part, *successor(*B, Unset), Known);
    Part.Sure = Made.Sure;
    if (!Made.Unset && (Part.Sure || !Part.Key))
      Parts.push_back(std::move(Part));
  }
  return Parts;
}

} // namespace stateless
