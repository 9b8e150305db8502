//===- BodyOperations.cpp - Modelled calls as operations ------------------===//
//
// A call that a model of an operation names becomes a fact with the values that
// the model asks for. What a role says of a value is known here; what a kind of
// operation means is not.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace stateless {

/// The openmode bits of "out|app"; libstdc++ and libc++ agree on them.
static int64_t iosBits(llvm::StringRef Mode) {
  int64_t Bits = 0;
  llvm::SmallVector<llvm::StringRef, 4> Names;
  Mode.split(Names, '|');
  for (llvm::StringRef Name : Names)
    Bits |= llvm::StringSwitch<int64_t>(Name.trim())
                .Case("app", 1)
                .Case("ate", 2)
                .Case("binary", 4)
                .Case("in", 8)
                .Case("out", 16)
                .Case("trunc", 32)
                .Default(0);
  return Bits;
}

/// True if \p E, in the place of a value of \p Form, is one.
static bool isGiven(const Expr *E, ValueForm Form, ASTContext &Ast) {
  if (Form == ValueForm::Any)
    return true;
  return !E->getType()->isIntegralOrEnumerationType() &&
         !E->isNullPointerConstant(Ast, Expr::NPC_ValueDependentIsNotNull);
}

/// What \p Model implies where a call gives \p Mode.
ValueId BodyVisitor::impliedMode(const OperationModel &Model,
                                 std::optional<ValueId> Mode) {
  llvm::StringRef Implied = Model.ImpliedMode;
  bool Always = Implied.consume_front("+");
  if (Implied.empty() || (Mode && !Always))
    return Mode.value_or(ValueId());
  Value V;
  if (Model.Syntax == ModeSyntax::Ios) {
    V.Kind = ValueKind::Integer;
    V.Number = iosBits(Implied);
    if (const Value *Given = Mode ? &Tu.Facts.Values[Mode->Value] : nullptr;
        Given && Given->Kind == ValueKind::Integer)
      V.Number |= Given->Number;
  } else {
    V.Kind = ValueKind::Text;
    V.Text = Tu.Facts.Strings.intern(Implied);
  }
  return Tu.intern(std::move(V));
}

/// The mode that nobody gave, and the language of all modes.
void BodyVisitor::completeModes(const OperationModel &Model,
                                std::vector<NamedValue> &Values) {
  if (Model.Syntax == ModeSyntax::None)
    return;
  bool Any = false;
  for (NamedValue &V : Values)
    if (V.Role == ValueRole::Mode) {
      V.Value = impliedMode(Model, V.Value);
      V.Syntax = Model.Syntax;
      Any = true;
    }
  if (!Any)
    Values.push_back(
        {ValueRole::Mode, impliedMode(Model, std::nullopt), Model.Syntax});
}

/// What \p Given, which has the role \p Role, is to the operation.
ValueId BodyVisitor::operationValue(const OperationModel &Model, ValueRole Role,
                                    const Expr *Given, const Expr *Base,
                                    Frame &F) {
  if (Role == ValueRole::Mode && Model.Syntax == ModeSyntax::Driver)
    return F.Valuer.driver(Given);
  if (Role != ValueRole::Path)
    return F.Valuer.of(Given);
  ValueId Path = Base ? F.Valuer.join(Base, Given) : F.Valuer.of(Given);
  if (!Model.PathAfter.empty())
    Path = F.Valuer.behind(Path, Model.PathAfter);
  return Model.Setting.empty()
             ? Path
             : F.Valuer.belowSetting(Model.Setting, Model.SettingDefault, Path);
}

/// A call that sets a folder for others is a text that is stored.
void BodyVisitor::recordSetting(const FunctionDecl *Callee, const Expr *E,
                                llvm::ArrayRef<const Expr *> Args, Frame &F) {
  const SettingModel *Model = Tu.Known.of(Callee).get<SettingModel>();
  if (!Model)
    return;
  ValueId Folder = F.Valuer.fromConfiguration();
  if (Model->Value)
    Folder = static_cast<size_t>(*Model->Value) < Args.size()
                 ? F.Valuer.of(Args[*Model->Value])
                 : ValueId{};
  F.Fact.StoredTexts.push_back(
      {F.Valuer.setting(Model->Setting), Folder, false, placed(E)});
}

/// True if \p Model speaks of a call with \p Args: a macro that it knows names
/// the first one.
static bool isSelected(const OperationModel &Model,
                       llvm::ArrayRef<const Expr *> Args,
                       const ASTContext &Ast) {
  if (Model.Selector.empty())
    return true;
  if (Args.empty())
    return false;
  const SourceManager &Sources = Ast.getSourceManager();
  for (SourceLocation At = Args.front()->getBeginLoc(); At.isMacroID();
       At = Sources.getImmediateMacroCallerLoc(At))
    if (llvm::is_contained(Model.Selector, Lexer::getImmediateMacroName(
                                               At, Sources, Ast.getLangOpts())))
      return true;
  return false;
}

void BodyVisitor::recordOperation(const FunctionDecl *Callee, const Expr *E,
                                  const Expr *Receiver,
                                  llvm::ArrayRef<const Expr *> Args, Frame &F) {
  MadeCall Made = madeConstructor(Tu, Callee, Receiver, Args);
  if (Made.Constructor) {
    Callee = Made.Constructor;
    Args = Made.Args;
  }
  const OperationModel *Model = Tu.Known.of(Callee).get<OperationModel>();
  if (!Model || !isSelected(*Model, Args, Tu.Ast))
    return;
  // A copy does nothing anew.
  if (isa<CXXConstructExpr>(E) && Args.size() == 1 &&
      cast<CXXConstructExpr>(E)->getConstructor()->isCopyOrMoveConstructor())
    return;
  auto Argument = [&](ArgumentIndex Index) -> const Expr * {
    if (Index == ReceiverArgument)
      return Receiver;
    return static_cast<size_t>(Index) < Args.size() ? Args[Index] : nullptr;
  };
  const Expr *Base = Model->Base ? Argument(*Model->Base) : nullptr;
  Operation Fact;
  bool NamesText = false, HasText = false;
  visitValueRoles([&](ValueRole Role, ValueForm Form, auto Arguments) {
    for (ArgumentIndex Index : Model->*Arguments) {
      const Expr *Given = Argument(Index);
      bool Counts = Given && isGiven(Given, Form, Tu.Ast);
      NamesText |= Form == ValueForm::Text;
      HasText |= Form == ValueForm::Text && Counts;
      if (Counts)
        Fact.Values.push_back(
            {Role, operationValue(*Model, Role, Given, Base, F)});
    }
  });
  if (!HasText && !Model->Setting.empty())
    Fact.Values.push_back(
        {ValueRole::Path,
         F.Valuer.belowSetting(Model->Setting, Model->SettingDefault, {})});
  else if (NamesText && !HasText)
    return;
  completeModes(*Model, Fact.Values);
  Fact.Kind = Model->Kind;
  Fact.Callee = Tu.Facts.Strings.intern(
      Model->Display.empty() ? Model->Function : Model->Display);
  Fact.Loc = placed(E);
  Fact.What = Tu.Facts.Strings.intern(Model->Keeps);
  Fact.Configured = Model->Configured;
  Fact.Folder = Model->Folder;
  if (Fact.Kind == OperationKind::Open)
    if (std::optional<OpenedFiles::Uses> Uses = F.Opened.usesOf(E)) {
      Fact.Kept = false;
      for (const Expr *Use : *Uses)
        Fact.Uses.push_back(placed(Use));
    }
  F.Fact.Operations.push_back(std::move(Fact));
}

} // namespace stateless
