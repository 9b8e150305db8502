//===- Callees.cpp - What the declaration of a callee says ----------------===//
#include "extract/Callees.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace stateless {

bool isAccessor(const CXXMethodDecl *Method) {
  if (Method->isConst() || Method->isStatic())
    return false;
  const DeclContext *Class = Method->getParent();
  for (const NamedDecl *D : Class->lookup(Method->getDeclName())) {
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    auto *Other = dyn_cast<CXXMethodDecl>(D);
    if (Other && Other->isConst() &&
        Other->getNumParams() == Method->getNumParams())
      return true;
  }
  return false;
}

bool isForwarding(const FunctionDecl *Callee, unsigned Index) {
  const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern(false);
  if (!Pattern)
    return false;
  // Arguments of a pack share its one parameter.
  unsigned At = std::min<unsigned>(Index, Pattern->getNumParams() - 1);
  if (Pattern->getNumParams() == 0)
    return false;
  QualType T = Pattern->getParamDecl(At)->getType();
  if (auto *Pack = T->getAs<PackExpansionType>())
    T = Pack->getPattern();
  auto *Ref = T->getAs<RValueReferenceType>();
  if (!Ref || Ref->getPointeeType().isConstQualified())
    return false;
  auto *Param = Ref->getPointeeType()->getAs<TemplateTypeParmType>();
  const FunctionTemplateDecl *Own = Pattern->getDescribedFunctionTemplate();
  return Param && (!Own || Param->getDepth() ==
                               Own->getTemplateParameters()->getDepth());
}

bool isOfTemplate(const FunctionDecl *Callee, unsigned Index) {
  const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern(false);
  if (!Pattern || Index >= Pattern->getNumParams())
    return false;
  auto *Param =
      Pattern->getParamDecl(Index)->getType()->getAs<TemplateTypeParmType>();
  const FunctionTemplateDecl *Own = Pattern->getDescribedFunctionTemplate();
  return Param && Own &&
         Param->getDepth() == Own->getTemplateParameters()->getDepth();
}

bool isForwardedCopy(TuContext &Tu, const FunctionDecl *Callee,
                     unsigned Index) {
  return !Tu.Namer.inProject(Callee) && isForwarding(Callee, Index) &&
         !Tu.Known.of(Callee).get<ForwardModel>() &&
         Tu.Known.roleOf(Callee) != CallRole::RunsNow &&
         Callee->getOverloadedOperator() != OO_GreaterGreater;
}

} // namespace stateless
