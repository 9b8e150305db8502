//===- FreshLocals.cpp - Locals that no turn takes over -------------------===//
//
// Clang's live-variable analysis (clang/Analysis/Analyses/LiveVariables.h): a
// local that is dead where a loop turns back, is set before it is read, or not
// read at all. So each turn has to set it, whatever else it does. And that
// analysis knows a variable by its name only, so a local counts only if no
// pointer or reference to it is kept in the function: its address may be the
// argument of a call, but not the value of anything else.
//
//===----------------------------------------------------------------------===//
#include "extract/FreshLocals.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "clang/Analysis/AnalysisDeclContext.h"

using namespace clang;

namespace stateless {

namespace {

/// Looks for a use of a local that lets its address stay in the function.
class AddressFinder {
public:
  explicit AddressFinder(const VarDecl *Local) : Local(Local) {}

  /// \p Used: \p S is only read or written, or is the argument of a call.
  bool isKept(const Stmt *S, bool Used) const {
    if (!S)
      return false;
    if (auto *Ref = dyn_cast<DeclRefExpr>(S))
      return Ref->getDecl() == Local && !Used;
    if (auto *Declaration = dyn_cast<DeclStmt>(S))
      return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
        auto *Var = dyn_cast<VarDecl>(D);
        return Var && isKept(Var->getInit(), false);
      });
    return llvm::any_of(S->children(), [&](const Stmt *Child) {
      return isKept(Child, isUse(S, Child) || (Used && isPart(S)));
    });
  }

private:
  /// True if \p S does no more with \p Child than read it, write it, or pass
  /// it to a call.
  static bool isUse(const Stmt *S, const Stmt *Child) {
    if (auto *Cast = dyn_cast<CastExpr>(S))
      return Cast->getCastKind() == CK_LValueToRValue ||
             Cast->getCastKind() == CK_ToVoid;
    if (auto *Op = dyn_cast<BinaryOperator>(S))
      return Op->isAssignmentOp() && Op->getLHS() == Child;
    if (auto *Op = dyn_cast<UnaryOperator>(S))
      return Op->isIncrementDecrementOp();
    return isa<CallExpr>(S);
  }

  /// True if what is done with \p S, is done with what it is made of.
  static bool isPart(const Stmt *S) {
    if (auto *Op = dyn_cast<UnaryOperator>(S))
      return Op->getOpcode() == UO_AddrOf;
    return isa<ParenExpr, CastExpr, MemberExpr, ArraySubscriptExpr>(S);
  }

  const VarDecl *Local;
};

} // namespace

/// True if \p E, whenever it is evaluated, gives \p Local another value.
static bool sets(const Stmt *E, const VarDecl *Local) {
  if (!E || isa<AbstractConditionalOperator, LambdaExpr>(E))
    return false;
  if (auto *Op = dyn_cast<BinaryOperator>(E)) {
    auto *Ref = dyn_cast<DeclRefExpr>(Op->getLHS()->IgnoreParens());
    if (Op->getOpcode() == BO_Assign && Ref && Ref->getDecl() == Local)
      return true;
    if (Op->isLogicalOp())
      return sets(Op->getLHS(), Local);
  }
  return llvm::any_of(E->children(), [&](const Stmt *Child) {
    return isa_and_nonnull<Expr>(Child) && sets(Child, Local);
  });
}

/// True if each turn of \p Loop sets \p Local, unless it ends before: by a
/// statement of its body that depends on nothing, or by a condition.
static bool setsEachTurn(const Stmt *Loop, const VarDecl *Local) {
  const Stmt *Body = nullptr, *Condition = nullptr;
  if (auto *While = dyn_cast<WhileStmt>(Loop)) {
    Body = While->getBody();
    Condition = While->getCond();
  } else if (auto *For = dyn_cast<ForStmt>(Loop)) {
    Body = For->getBody();
    Condition = For->getCond();
  } else if (auto *Do = dyn_cast<DoStmt>(Loop)) {
    Body = Do->getBody();
  }
  if (sets(Condition, Local))
    return true;
  auto Sets = [&](const Stmt *S) {
    if (auto *For = dyn_cast_or_null<ForStmt>(S))
      return isa_and_nonnull<Expr>(For->getInit()) &&
             sets(For->getInit(), Local);
    if (auto *If = dyn_cast_or_null<IfStmt>(S))
      return sets(If->getCond(), Local);
    if (auto *While = dyn_cast_or_null<WhileStmt>(S))
      return sets(While->getCond(), Local);
    return isa_and_nonnull<Expr>(S) && sets(S, Local);
  };
  if (auto *Block = dyn_cast_or_null<CompoundStmt>(Body))
    return llvm::any_of(Block->body(), Sets);
  return Sets(Body);
}

FreshLocals::FreshLocals(const FunctionDecl *F, ASTContext &Ast)
    : F(F), Ast(Ast) {}
FreshLocals::~FreshLocals() = default;

/// The block from which \p Loop turns back to its start; null: it never does.
static const CFGBlock *turnOf(const CFG &Graph, const Stmt *Loop) {
  for (const CFGBlock *Block : Graph)
    if (Block->getLoopTarget() == Loop)
      return Block;
  return nullptr;
}

bool FreshLocals::isFresh(const VarDecl *Local, const Stmt *Loop) {
  // Clang itself looks at no control flow after an error.
  if (Ast.getDiagnostics().hasUncompilableErrorOccurred() ||
      F->isDependentContext() || Local->getDeclContext() != F ||
      Local->getType()->isReferenceType() || !setsEachTurn(Loop, Local))
    return false;
  if (!Flow) {
    Flow = std::make_unique<AnalysisDeclContextManager>(Ast);
    // What is not listed, that analysis does not see.
    Flow->getCFGBuildOptions().setAllAlwaysAdd();
  }
  AnalysisDeclContext *Context = Flow->getContext(F);
  const CFG *Graph = Context ? Context->getCFG() : nullptr;
  auto *Live = Graph ? Context->getAnalysis<LiveVariables>() : nullptr;
  const CFGBlock *Turn = Live ? turnOf(*Graph, Loop) : nullptr;
  return Turn && !Live->isLive(Turn, Local) &&
         !AddressFinder(Local).isKept(F->getBody(), /*Used=*/true);
}

} // namespace stateless
