//===- ConstObjects.cpp - What could be a part of a constant --------------===//
//
// Fields, elements of arrays, bases, and elements that a container of a
// library gives out by reference.
//
//===----------------------------------------------------------------------===//
#include "extract/ConstObjects.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace stateless {

const VarDecl *staticVariable(const ValueDecl *D) {
  auto *Var = dyn_cast<VarDecl>(D);
  return Var && Var->hasGlobalStorage() && !Var->getType()->isReferenceType()
             ? Var
             : nullptr;
}

/// True if \p Method has an overload that takes and gives the same, but as
/// const; then a constant may take its object's place.
static bool hasConstTwin(const CXXMethodDecl *Method) {
  QualType Result = Method->getReturnType();
  if (Method->isConst() || Method->isStatic() ||
      !Result->isLValueReferenceType())
    return false;
  const ASTContext &Ast = Method->getASTContext();
  QualType Wanted =
      Ast.getLValueReferenceType(Result.getNonReferenceType().withConst());
  auto IsTwin = [&](const NamedDecl *D) {
    auto *Other = dyn_cast<CXXMethodDecl>(D);
    return Other && Other->isConst() && !Other->isDeleted() &&
           Other->getAccess() == Method->getAccess() &&
           Ast.hasSameType(Other->getReturnType(), Wanted) &&
           llvm::equal(Other->parameters(), Method->parameters(),
                       [&](const ParmVarDecl *A, const ParmVarDecl *B) {
                         return Ast.hasSameType(A->getType(), B->getType());
                       });
  };
  return llvm::any_of(Method->getParent()->lookup(Method->getDeclName()),
                      IsTwin);
}

static ConstObject elementOf(CallExpr *Call, const Names &Namer) {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  if (!Method || Namer.inProject(Method) || !hasConstTwin(Method))
    return {};
  llvm::SmallVector<Expr *, 4> Args(Call->arguments());
  Expr *Receiver = nullptr;
  if (auto *Named = dyn_cast<CXXMemberCallExpr>(Call)) {
    auto *Callee = dyn_cast<MemberExpr>(Named->getCallee()->IgnoreParens());
    Receiver = Callee && !Callee->isArrow() ? Callee->getBase() : nullptr;
  } else if (isa<CXXOperatorCallExpr>(Call) && !Args.empty()) {
    Receiver = Args.front();
    Args.erase(Args.begin());
  }
  if (!Receiver)
    return {};
  ConstObject Container = objectOf(Receiver, Namer);
  llvm::append_range(Container.Aside, Args);
  return Container;
}

static ConstObject memberOf(MemberExpr *Member, const Names &Namer) {
  if (const VarDecl *Var = staticVariable(Member->getMemberDecl()))
    return {Var, {Member->getBase()}};
  auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  bool Inside =
      Field && !Field->getType()->isReferenceType() && !Member->isArrow();
  return Inside ? objectOf(Member->getBase(), Namer) : ConstObject();
}

static ConstObject elementOf(ArraySubscriptExpr *Element, const Names &Namer) {
  auto *Decay = dyn_cast<ImplicitCastExpr>(Element->getBase()->IgnoreParens());
  if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
    return {};
  ConstObject Array = objectOf(Decay->getSubExpr(), Namer);
  Array.Aside.push_back(Element->getIdx());
  return Array;
}

ConstObject objectOf(Expr *E, const Names &Namer) {
  E = E->IgnoreParens();
  if (E->isTypeDependent())
    return {};
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    return {staticVariable(Ref->getDecl()), {}};
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return memberOf(Member, Namer);
  if (auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return elementOf(Element, Namer);
  if (auto *Call = dyn_cast<CallExpr>(E))
    return elementOf(Call, Namer);
  auto *Cast = dyn_cast<ImplicitCastExpr>(E);
  bool ToBase = Cast && Cast->isLValue() &&
                (Cast->getCastKind() == CK_DerivedToBase ||
                 Cast->getCastKind() == CK_UncheckedDerivedToBase);
  return ToBase ? objectOf(Cast->getSubExpr(), Namer) : ConstObject();
}

} // namespace stateless
