//===- Buffers.cpp - Texts in arrays of characters ------------------------===//
#include "extract/Buffers.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace stateless {

/// The argument or object of \p Call that it gives back, or a pointer into it;
/// null: it gives something else.
static const Expr *givenBack(const CallExpr *Call, TuContext &Tu) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return nullptr;
  const ModelsOf &Of = Tu.Known.of(Callee);
  ArgumentIndex At = ReceiverArgument - 1;
  if (const ForwardModel *Forward = Of.get<ForwardModel>()) {
    At = Forward->Argument;
  } else if (const ValueModel *Text = Of.get<ValueModel>()) {
    bool Writes = Text->Kind == ValueModelKind::FormatInto ||
                  Text->Kind == ValueModelKind::AppendInto ||
                  Text->Kind == ValueModelKind::FillInto;
    if (Writes && Callee->getReturnType()->isPointerType())
      At = Text->Args.empty() ? 0 : Text->Args[0];
    else if (Text->Kind == ValueModelKind::Same && Text->Args.size() == 1 &&
             Text->Args[0] == ReceiverArgument)
      At = ReceiverArgument;
  }
  if (At == ReceiverArgument)
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      return Member->getImplicitObjectArgument();
  return At >= 0 && static_cast<unsigned>(At) < Call->getNumArgs()
             ? Call->getArg(At)
             : nullptr;
}

Buffer bufferOf(const Expr *E, TuContext &Tu) {
  Buffer Result;
  auto Index = [&](const Expr *At) { Result.FromStart &= isZero(At, Tu.Ast); };
  for (;;) {
    E = E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
    if (auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary &&
        (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref)) {
      E = Unary->getSubExpr();
    } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      Index(Subscript->getIdx());
      E = Subscript->getBase();
    } else if (auto *Sum = dyn_cast<BinaryOperator>(E);
               Sum && Sum->isAdditiveOp() && Sum->getType()->isPointerType()) {
      bool Left = Sum->getLHS()->getType()->isPointerType();
      Index(Left ? Sum->getRHS() : Sum->getLHS());
      E = Left ? Sum->getLHS() : Sum->getRHS();
    } else if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
               Op && Op->getOperator() == OO_Subscript &&
               Op->getNumArgs() == 2) {
      Index(Op->getArg(1));
      E = Op->getArg(0);
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      E = givenBack(Call, Tu);
      if (!E)
        return {};
    } else {
      if (isa<DeclRefExpr, MemberExpr>(E))
        Result.Of = E;
      return Result;
    }
  }
}

const VarDecl *localIn(const Buffer &B) {
  auto *Ref = dyn_cast_or_null<DeclRefExpr>(B.Of);
  auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->hasGlobalStorage() ? Var : nullptr;
}

bool isZero(const Expr *E, const ASTContext &Ast) {
  Expr::EvalResult Result;
  return !E->isValueDependent() &&
         E->getType()->isIntegralOrEnumerationType() &&
         E->EvaluateAsInt(Result, Ast) && Result.Val.getInt().isZero();
}

std::optional<std::string> listedText(const Expr *E, const ASTContext &Ast) {
  const ArrayType *Array = Ast.getAsArrayType(E->getType());
  if (!Array || !Array->getElementType()->isAnyCharacterType() ||
      E->isValueDependent())
    return std::nullopt;
  if (isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(E))
    return "";
  auto *List = dyn_cast<InitListExpr>(E);
  if (!List)
    return std::nullopt;
  if (const InitListExpr *Semantic = List->getSemanticForm())
    List = Semantic;
  std::string Text;
  for (const Expr *Init : List->inits()) {
    Expr::EvalResult Result;
    if (!Init || !Init->getType()->isIntegerType() ||
        !Init->EvaluateAsInt(Result, Ast))
      return std::nullopt;
    if (Result.Val.getInt().isZero())
      break;
    Text += static_cast<char>(Result.Val.getInt().getExtValue());
  }
  return Text;
}

bool isFresh(const Expr *E, TuContext &Tu) {
  E = E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
  if (isa<CXXNewExpr>(E))
    return true;
  if (auto *Call = dyn_cast<CallExpr>(E))
    return Call->getDirectCallee() &&
           Tu.Known.of(Call->getDirectCallee()).allocates();
  auto *Made = dyn_cast<CXXConstructExpr>(E);
  return Made && !Made->getConstructor()->isCopyOrMoveConstructor() &&
         !Tu.Namer.inProject(Made->getConstructor()) &&
         !Tu.Known.isText(Made->getConstructor()->getParent());
}

} // namespace stateless
