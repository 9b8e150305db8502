//===- GivenClasses.cpp - Classes that a library's template gets ----------===//
#include "extract/GivenClasses.h"
#include "extract/ClangCompat.h"
#include "facts/StandardNames.h"

using namespace clang;

namespace stateless {

GivenClasses::Giver GivenClasses::giver(const Decl *Template) const {
  auto *Named = dyn_cast<NamedDecl>(Template);
  return Named && isStandard(Named->getQualifiedNameAsString())
             ? Giver::Standard
             : Giver::Other;
}

void GivenClasses::named(const Decl *D) {
  if (Tu.Namer.inProject(cast<NamedDecl>(D)))
    return;
  if (auto *F = dyn_cast<FunctionDecl>(D))
    if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
      arguments(Args->asArray(), giver(D));
  if (auto *Var = dyn_cast<VarTemplateSpecializationDecl>(D))
    arguments(Var->getTemplateArgs().asArray(), giver(D));
  for (const DeclContext *In = D->getDeclContext(); In; In = In->getParent())
    if (auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(In))
      arguments(Class->getTemplateArgs().asArray(), giver(Class));
}

void GivenClasses::arguments(llvm::ArrayRef<TemplateArgument> All, Giver By) {
  for (const TemplateArgument &Arg : All) {
    if (Arg.getKind() == TemplateArgument::Type)
      walk(Arg.getAsType(), By);
    else if (Arg.getKind() == TemplateArgument::Pack)
      arguments(Arg.getPackAsArray(), By);
  }
}

void GivenClasses::walk(QualType T, Giver By) {
  if (T.isNull())
    return;
  T = T.getCanonicalType().getUnqualifiedType();
  if (!Seen[size_t(By)].insert(T.getTypePtr()).second)
    return;
  if (auto *Member = T->getAs<MemberPointerType>())
    walk(Member->getPointeeType(), By);
  else if (QualType To = T->getPointeeType(); !To.isNull())
    walk(To, By);
  else if (auto *Array = dyn_cast<ArrayType>(T))
    walk(Array->getElementType(), By);
  else if (auto *Code = T->getAs<FunctionProtoType>()) {
    walk(Code->getReturnType(), By);
    for (QualType Param : Code->param_types())
      walk(Param, By);
  } else if (const CXXRecordDecl *Class = T->getAsCXXRecordDecl())
    record(Class, By);
}

void GivenClasses::record(const CXXRecordDecl *Class, Giver By) {
  bool Library = !Tu.Namer.inProject(Class);
  if (auto *Made = dyn_cast<ClassTemplateSpecializationDecl>(Class))
    arguments(Made->getTemplateArgs().asArray(),
              Library ? std::max(By, giver(Class)) : By);
  if (Library || By == Giver::None)
    return;
  SymbolId Symbol = Class->isLambda() ? SymbolId() : Tu.Namer.symbol(Class);
  if (Symbol && Given[size_t(By)].insert(Symbol).second)
    Found.push_back({Symbol, By == Giver::Standard});
  const CXXRecordDecl *Whole = Class->getDefinition();
  if (!Whole)
    return;
  for (const CXXBaseSpecifier &Base : Whole->bases())
    walk(Base.getType(), By);
  for (const Decl *D : Whole->decls()) {
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (auto *F = dyn_cast<FunctionDecl>(D))
      walk(F->getType(), By);
    else if (auto *Part = dyn_cast<ValueDecl>(D))
      walk(Part->getType(), By);
    else if (auto *Alias = dyn_cast<TypedefNameDecl>(D))
      walk(Alias->getUnderlyingType(), By);
    else if (auto *Inner = dyn_cast<TagDecl>(D); Inner && !D->isImplicit())
      walk(compat::typeOf(Tu.Ast, Inner), By);
  }
}

} // namespace stateless
