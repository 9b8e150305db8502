//===- Handovers.cpp - Which argument is registered as a handler ----------===//
#include "extract/Handovers.h"
#include "extract/MadeObjects.h"

using namespace clang;

namespace stateless {

/// The constructors of \p Class, those that its templates give included.
static llvm::SmallVector<const CXXConstructorDecl *, 8>
allConstructors(const CXXRecordDecl *Class) {
  llvm::SmallVector<const CXXConstructorDecl *, 8> Result(Class->ctors());
  for (const Decl *D : Class->decls())
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      for (const FunctionDecl *F : Template->specializations())
        if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
          Result.push_back(Ctor);
  return Result;
}

MadeCall madeConstructor(TuContext &Tu, const FunctionDecl *Callee,
                         const Expr *Receiver,
                         llvm::ArrayRef<const Expr *> Args) {
  if (!Callee)
    return {};
  QualType Object = Receiver ? Receiver->getType() : Callee->getReturnType();
  if (Object->isPointerType())
    Object = Object->getPointeeType();
  for (MadeObject &Made : madeBy(Tu, Callee, Object, Args))
    for (const CXXConstructorDecl *Ctor :
         allConstructors(Made.Type->getAsCXXRecordDecl()))
      if (!Ctor->isCopyOrMoveConstructor() &&
          Ctor->getNumParams() >= Made.Args.size())
        return {Ctor, std::move(Made.Args)};
  return {};
}

const FieldDecl *libraryField(TuContext &Tu, const BinaryOperator &Op) {
  const Expr *Target = Op.getLHS()->IgnoreParens();
  auto *Member = dyn_cast<MemberExpr>(Target);
  auto *Field = Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  return Field && Op.getOpcode() == BO_Assign && !Tu.Namer.inProject(Field) &&
                 Tu.Code.canHold(Target->getType()) &&
                 Tu.Code.mayGive(Op.getRHS())
             ? Field
             : nullptr;
}

const EntryPointModel *modelOfField(TuContext &Tu, const FieldDecl *Field) {
  auto Entries = Tu.Known.byName(Field).entries();
  return Entries.empty() ? nullptr : Entries.front();
}

Handover handoverOf(TuContext &Tu, const FunctionDecl *Callee,
                    const Expr *Receiver, llvm::ArrayRef<const Expr *> Args) {
  MadeCall Made = madeConstructor(Tu, Callee, Receiver, Args);
  if (Made.Constructor) {
    Callee = Made.Constructor;
    Args = Made.Args;
  }
  for (const EntryPointModel *Model : Tu.Known.of(Callee).entries()) {
    Handover Found{Model, Callee, {}};
    for (ArgumentIndex Index : Model->Handlers) {
      const Expr *Handler = Index == ReceiverArgument ? Receiver
                            : static_cast<size_t>(Index) < Args.size()
                                ? Args[Index]
                                : nullptr;
      if (!Handler)
        continue;
      if (Model->Members.empty()
              ? Tu.Code.mayGive(Handler)
              : !Tu.Code.members(Handler, Model->Members).empty())
        Found.Handlers.push_back(Handler);
    }
    // Another overload has its handler elsewhere.
    if (!Found.Handlers.empty())
      return Found;
  }
  return {};
}

} // namespace stateless
