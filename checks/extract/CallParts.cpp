//===- CallParts.cpp - A call or a construction, taken apart --------------===//
#include "extract/CallParts.h"
#include "extract/Constructors.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace stateless {

/// What \p Call calls. In a template that nothing instantiates, a member of the
/// project whose name has one meaning only is known whatever its arguments are.
static const FunctionDecl *calleeOf(const CallExpr *Call, TuContext &Tu) {
  if (const FunctionDecl *Direct = Call->getDirectCallee())
    return Direct;
  auto *Open =
      dyn_cast<UnresolvedMemberExpr>(Call->getCallee()->IgnoreParens());
  if (!Open || Open->getNumDecls() != 1)
    return nullptr;
  const NamedDecl *D = (*Open->decls_begin())->getUnderlyingDecl();
  if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  return Tu.Namer.inProject(D) ? dyn_cast<FunctionDecl>(D) : nullptr;
}

const Expr *objectOf(const CallExpr *Call) {
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Member->getImplicitObjectArgument();
  const Expr *Callee = Call->getCallee()->IgnoreParens();
  if (auto *Open = dyn_cast<UnresolvedMemberExpr>(Callee);
      Open && !Open->isImplicitAccess())
    return Open->getBase();
  auto *Member = dyn_cast<MemberExpr>(Callee);
  auto *Method =
      Member ? dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
  return Method && !Method->isStatic() ? Member->getBase() : nullptr;
}

CallParts::CallParts(TuContext &Tu, const Expr *E) {
  if (auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    Callee = writtenConstructor(Construct->getConstructor());
    Args.append(Construct->arg_begin(), Construct->arg_end());
    return;
  }
  auto *Call = cast<CallExpr>(E);
  Callee = calleeOf(Call, Tu);
  Args.append(Call->arg_begin(), Call->arg_end());
  Receiver = objectOf(Call);
  if (Receiver || !isa<CXXOperatorCallExpr>(Call) || Args.empty() ||
      !isa_and_nonnull<CXXMethodDecl>(Callee))
    return;
  if (!cast<CXXMethodDecl>(Callee)->isStatic())
    Receiver = Args.front();
  Args.erase(Args.begin());
}

} // namespace stateless
