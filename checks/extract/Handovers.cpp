//===- Handovers.cpp - Which argument is registered as a handler ----------===//
#include "extract/Handovers.h"

using namespace clang;

namespace stateless {

const FunctionDecl *madeConstructor(TuContext &Tu, const FunctionDecl *Callee,
                                    size_t Args) {
  const MakerModel *Model = Tu.Known.byName(Callee).get<MakerModel>();
  if (!Model || Model->Makes == MakerKind::Holder)
    return nullptr;
  const TemplateArgumentList *Types = Callee->getTemplateSpecializationArgs();
  if (Model->Makes == MakerKind::Element) {
    auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    auto *Container =
        Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
               : nullptr;
    Types = Container ? &Container->getTemplateArgs() : nullptr;
  }
  if (!Types || Types->size() == 0)
    return nullptr;
  const TemplateArgument &First = Types->get(0);
  const CXXRecordDecl *Made = First.getKind() == TemplateArgument::Type
                                  ? First.getAsType()->getAsCXXRecordDecl()
                                  : nullptr;
  if (!Made || !Made->hasDefinition())
    return nullptr;
  for (const CXXConstructorDecl *Ctor : Made->ctors())
    if (!Ctor->isCopyOrMoveConstructor() && Ctor->getNumParams() >= Args)
      return Ctor;
  return nullptr;
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
  if (const FunctionDecl *Made = madeConstructor(Tu, Callee, Args.size()))
    Callee = Made;
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
