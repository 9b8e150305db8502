//===- CodeTypes.cpp - What can be called, and what holds it --------------===//
#include "extract/CodeTypes.h"

using namespace clang;

namespace stateless {

/// std::map<std::string, std::vector<std::function<..>>>, and one more.
static constexpr unsigned MaxHolderDepth = 4;
/// Objects of libraries that are made of others.
static constexpr unsigned MaxWrapped = 8;

const Expr *coreOf(const Expr *E) {
  return E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
}

bool CodeTypes::hasCallOperator(const CXXRecordDecl *Class) const {
  if (!Class || !Class->hasDefinition())
    return false;
  DeclarationName Name = Ast.DeclarationNames.getCXXOperatorName(OO_Call);
  return llvm::any_of(Class->lookup(Name), [](const NamedDecl *D) {
    if (auto *Used = dyn_cast<UsingShadowDecl>(D))
      D = Used->getTargetDecl();
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    return isa<CXXMethodDecl>(D);
  });
}

bool CodeTypes::canHold(QualType T, unsigned Level) {
  if (T.isNull() || Level > MaxHolderDepth)
    return false;
  T = T.getNonReferenceType().getCanonicalType();
  if (T->isFunctionType() || T->isFunctionPointerType() ||
      T->isMemberFunctionPointerType() || T->isBlockPointerType())
    return true;
  if (T->isPointerType())
    return canHold(T->getPointeeType(), Level + 1);
  if (auto *Array = Ast.getAsArrayType(T))
    return canHold(Array->getElementType(), Level + 1);
  // A C library's struct of callbacks, however deep in unions.
  if (const RecordDecl *Plain = T->getAsRecordDecl();
      Plain && !isa<CXXRecordDecl>(Plain)) {
    Plain = Plain->getDefinition();
    return Plain && llvm::any_of(Plain->fields(), [&](const FieldDecl *F) {
             return canHold(F->getType(), Level + 1);
           });
  }
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return false;
  auto [It, New] = Holders.try_emplace(T.getTypePtr(), false);
  if (!New)
    return It->second;
  bool Result = hasCallOperator(Record);
  auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!Result && Spec && !Namer.inProject(Record))
    Result = anyCanHold(Spec->getTemplateArgs().asArray(), Level + 1);
  // A struct of callbacks, and containers of it.
  if (!Result)
    for (const FieldDecl *F : Record->fields())
      Result |= Namer.inProject(Record)
                    ? canHold(F->getType(), Level + 1)
                    : F->getType()->isFunctionPointerType() ||
                          (Record->isPOD() && F->getType()->isUnionType() &&
                           canHold(F->getType(), Level + 1));
  Holders[T.getTypePtr()] = Result;
  return Result;
}

bool CodeTypes::anyCanHold(llvm::ArrayRef<TemplateArgument> Args,
                           unsigned Level) {
  return llvm::any_of(Args, [&](const TemplateArgument &Arg) {
    if (Arg.getKind() == TemplateArgument::Pack)
      return anyCanHold(Arg.getPackAsArray(), Level);
    return Arg.getKind() == TemplateArgument::Type &&
           canHold(Arg.getAsType(), Level);
  });
}

bool CodeTypes::mayGive(const Expr *E, unsigned Level) {
  if (isa<CXXDefaultArgExpr>(E) || E->getType().isNull() || Level > MaxWrapped)
    return false;
  const Expr *Core = coreOf(E);
  if (Core->getType().isNull() ||
      Core->isNullPointerConstant(Ast, Expr::NPC_ValueDependentIsNotNull))
    return false;
  llvm::ArrayRef<const Expr *> Parts;
  if (auto *New = dyn_cast<CXXNewExpr>(Core))
    Core = New->getConstructExpr() ? New->getConstructExpr() : Core;
  const FunctionDecl *Callee = nullptr;
  if (auto *Construct = dyn_cast<CXXConstructExpr>(Core)) {
    Callee = Construct->getConstructor();
    Parts = {Construct->getArgs(), Construct->getNumArgs()};
  } else if (auto *Call = dyn_cast<CallExpr>(Core)) {
    Callee = Call->getDirectCallee();
    Parts = {Call->getArgs(), Call->getNumArgs()};
  }
  auto Wraps = [&](const Expr *Part) { return mayGive(Part, Level + 1); };
  if (auto *List = dyn_cast<InitListExpr>(Core);
      List && llvm::any_of(List->inits(), Wraps))
    return true;
  if (Callee && !Namer.inProject(Callee) && !Parts.empty()) {
    if (llvm::any_of(Parts, Wraps))
      return true;
    // A std::function that is made of nothing.
    if (isa<CXXConstructorDecl>(Callee))
      return false;
  }
  return canHold(E->getType()) || canHold(Core->getType());
}

llvm::SmallVector<const CXXMethodDecl *, 2>
CodeTypes::usedOperators(QualType T) const {
  llvm::SmallVector<const CXXMethodDecl *, 2> Result;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) ||
      !Namer.inProject(Record))
    return Result;
  DeclarationName Name = Ast.DeclarationNames.getCXXOperatorName(OO_Call);
  for (const NamedDecl *D : Record->lookup(Name)) {
    auto *Used = dyn_cast<UsingShadowDecl>(D);
    const NamedDecl *Target = Used ? Used->getTargetDecl() : nullptr;
    if (auto *Template = dyn_cast_or_null<FunctionTemplateDecl>(Target))
      Target = Template->getTemplatedDecl();
    if (auto *Method = dyn_cast_or_null<CXXMethodDecl>(Target))
      Result.push_back(Method);
  }
  return Result;
}

llvm::SmallVector<const CXXMethodDecl *, 4>
CodeTypes::members(const Expr *Object,
                   llvm::ArrayRef<std::string> Names) const {
  llvm::SmallVector<const CXXMethodDecl *, 4> Result;
  const CXXRecordDecl *Record =
      Object->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) ||
      !Namer.inProject(Record))
    return Result;
  for (const std::string &Name : Names)
    for (const NamedDecl *D : Record->lookup(&Ast.Idents.get(Name))) {
      if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        D = Template->getTemplatedDecl();
      if (auto *Method = dyn_cast<CXXMethodDecl>(D))
        Result.push_back(Method);
    }
  return Result;
}

} // namespace stateless
