//===- OpenedFiles.cpp - How long a function keeps what it opens ----------===//
//
// The object is a local (`std::ofstream Out(Path)`, `Out.open(Path)`) or what
// the call returns is put into one (`FILE *F = fopen(..)`). Of its uses only
// these keep nothing: to ask it, to compare it, to call its methods, and to
// give it to a function of a library that keeps nothing (`value-flow` models).
//
// Limits: temporaries and smart pointers count as kept.
//
//===----------------------------------------------------------------------===//
#include "extract/OpenedFiles.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace stateless {

/// More than these nobody looks at.
static constexpr size_t MaxUses = 64;

const Stmt *OpenedFiles::parent(const Stmt *S) {
  if (!Parents)
    Parents.emplace(F->getBody());
  return Parents->getParent(S);
}

static bool isTransparent(const Stmt *S) {
  return isa<ExprWithCleanups, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
             ParenExpr, CastExpr, ConstantExpr>(S);
}

static const VarDecl *localOf(const Expr *E) {
  auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// The variable in which what \p Opens opens stands; null: in none.
const VarDecl *OpenedFiles::keptIn(const Expr *Opens) {
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(Opens))
    return localOf(Call->getImplicitObjectArgument());
  const Stmt *S = Opens, *Up = parent(S);
  for (; Up && isTransparent(Up); Up = parent(S))
    S = Up;
  if (auto *Declares = dyn_cast_or_null<DeclStmt>(Up)) {
    for (const Decl *D : Declares->decls())
      if (auto *Var = dyn_cast<VarDecl>(D); Var && Var->getInit() == S)
        return Var;
    return nullptr;
  }
  auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
  return Assign && Assign->getOpcode() == BO_Assign && Assign->getRHS() == S
             ? localOf(Assign->getLHS())
             : nullptr;
}

/// True if \p Call may keep its \p Argument: code of the project, what models
/// say so of (dup), and what gives out something that may be made of it.
bool OpenedFiles::isKeptBy(const CallExpr *Call, const Stmt *Argument) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  QualType Gives = Call->getType();
  if (!Callee || Tu.Namer.inProject(Callee) || Gives->isPointerType() ||
      Gives->isRecordType())
    return true;
  auto *Flow = Tu.Known.of(Callee).get<ValueFlowModel>();
  return Flow && llvm::any_of(Flow->Keeps, [&](ArgumentIndex I) {
           return I >= 0 && static_cast<unsigned>(I) < Call->getNumArgs() &&
                  Call->getArg(I) == Argument;
         });
}

/// True if what \p Ref names may be kept by the expression that it is part of.
bool OpenedFiles::isKeptBy(const DeclRefExpr *Ref) {
  const Stmt *S = Ref, *Up = parent(S);
  for (; Up && isa<ParenExpr, ImplicitCastExpr>(Up); Up = parent(S))
    S = Up;
  if (!Up)
    return true;
  if (isa<MemberExpr>(Up)) {
    auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(parent(Up));
    // Its buffer may be kept (rdbuf).
    return !Call || Call->getType()->isPointerType();
  }
  if (isa<CXXOperatorCallExpr>(Up))
    return false;
  if (auto *Call = dyn_cast<CallExpr>(Up))
    return isKeptBy(Call, S);
  if (auto *Op = dyn_cast<BinaryOperator>(Up))
    return !Op->isComparisonOp() && !Op->isLogicalOp() &&
           !(Op->getOpcode() == BO_Assign && Op->getLHS() == S);
  if (auto *Op = dyn_cast<UnaryOperator>(Up))
    return Op->getOpcode() != UO_LNot;
  // `std::ostream &Out = Quiet ? File : Other` gives it out.
  if (auto *Choice = dyn_cast<ConditionalOperator>(Up))
    return Choice->getCond() != S;
  return !isa<IfStmt, WhileStmt>(Up);
}

/// Adds the uses in \p S; false: it may be kept.
bool OpenedFiles::collect(const Stmt *S, const VarDecl *Of, Uses &Into) {
  if (!S)
    return true;
  if (auto *Lambda = dyn_cast<LambdaExpr>(S))
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable() && Capture.getCapturedVar() == Of)
        return false;
  if (auto *Ref = dyn_cast<DeclRefExpr>(S); Ref && Ref->getDecl() == Of) {
    if (Into.size() == MaxUses || isKeptBy(Ref))
      return false;
    Into.push_back(Ref);
  }
  return llvm::all_of(S->children(), [&](const Stmt *Child) {
    return collect(Child, Of, Into);
  });
}

std::optional<OpenedFiles::Uses> OpenedFiles::usesOf(const Expr *Opens) {
  if (!F || !F->hasBody())
    return std::nullopt;
  const VarDecl *Of = keptIn(Opens);
  Uses Found;
  bool Local = Of && Of->hasLocalStorage() && !isa<ParmVarDecl>(Of) &&
               !Of->getType()->isReferenceType();
  if (!Local || !collect(F->getBody(), Of, Found))
    return std::nullopt;
  return Found;
}

} // namespace stateless
