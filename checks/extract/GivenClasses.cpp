//===- GivenClasses.cpp - Classes that a library's template gets ----------===//
#include "extract/GivenClasses.h"
#include "extract/ClangCompat.h"

using namespace clang;

namespace stateless {

void GivenClasses::named(const Decl *D) {
  if (Tu.Namer.inProject(cast<NamedDecl>(D)))
    return;
  if (auto *F = dyn_cast<FunctionDecl>(D))
    if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
      arguments(Args->asArray(), /*Given=*/true);
  if (auto *Var = dyn_cast<VarTemplateSpecializationDecl>(D))
    arguments(Var->getTemplateArgs().asArray(), /*Given=*/true);
  for (const DeclContext *In = D->getDeclContext(); In; In = In->getParent())
    if (auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(In))
      arguments(Class->getTemplateArgs().asArray(), /*Given=*/true);
}

void GivenClasses::arguments(llvm::ArrayRef<TemplateArgument> All, bool Given) {
  for (const TemplateArgument &Arg : All) {
    if (Arg.getKind() == TemplateArgument::Type)
      walk(Arg.getAsType(), Given);
    else if (Arg.getKind() == TemplateArgument::Pack)
      arguments(Arg.getPackAsArray(), Given);
  }
}

void GivenClasses::walk(QualType T, bool Given) {
  if (T.isNull())
    return;
  T = T.getCanonicalType().getUnqualifiedType();
  if (!Seen[Given].insert(T.getTypePtr()).second)
    return;
  if (auto *Member = T->getAs<MemberPointerType>())
    walk(Member->getPointeeType(), Given);
  else if (QualType To = T->getPointeeType(); !To.isNull())
    walk(To, Given);
  else if (auto *Array = dyn_cast<ArrayType>(T))
    walk(Array->getElementType(), Given);
  else if (auto *Code = T->getAs<FunctionProtoType>()) {
    walk(Code->getReturnType(), Given);
    for (QualType Param : Code->param_types())
      walk(Param, Given);
  } else if (const CXXRecordDecl *Class = T->getAsCXXRecordDecl())
    record(Class, Given);
}

void GivenClasses::record(const CXXRecordDecl *Class, bool Given) {
  bool Library = !Tu.Namer.inProject(Class);
  if (auto *Made = dyn_cast<ClassTemplateSpecializationDecl>(Class))
    arguments(Made->getTemplateArgs().asArray(), Given || Library);
  if (Library || !Given)
    return;
  if (!Class->isLambda())
    Found.insert(Tu.Namer.symbol(Class));
  const CXXRecordDecl *Whole = Class->getDefinition();
  if (!Whole)
    return;
  for (const CXXBaseSpecifier &Base : Whole->bases())
    walk(Base.getType(), Given);
  for (const Decl *D : Whole->decls()) {
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (auto *F = dyn_cast<FunctionDecl>(D))
      walk(F->getType(), Given);
    else if (auto *Part = dyn_cast<ValueDecl>(D))
      walk(Part->getType(), Given);
    else if (auto *Alias = dyn_cast<TypedefNameDecl>(D))
      walk(Alias->getUnderlyingType(), Given);
    else if (auto *Inner = dyn_cast<TagDecl>(D); Inner && !D->isImplicit())
      walk(compat::typeOf(Tu.Ast, Inner), Given);
  }
}

} // namespace stateless
