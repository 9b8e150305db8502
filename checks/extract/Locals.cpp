//===- Locals.cpp - What the locals of a function body stand for ----------===//
#include "extract/Locals.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace stateless {

/// The local that \p E names, seen through parentheses, casts, '&', and what
/// hands back the object that it appends to (a.append(b).append(c)).
static const VarDecl *localOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_AddrOf)
    E = Unary->getSubExpr()->IgnoreParenImpCasts();
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(E);
      Call && Call->isLValue() && Call->getMethodDecl() &&
      !Call->getMethodDecl()->isConst() &&
      Call->getType().getCanonicalType().getUnqualifiedType() ==
          Call->getImplicitObjectArgument()
              ->getType()
              .getCanonicalType()
              .getUnqualifiedType())
    return localOf(Call->getImplicitObjectArgument());
  auto *Ref = dyn_cast<DeclRefExpr>(E);
  auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->hasGlobalStorage() ? Var : nullptr;
}

class LocalsVisitor : public RecursiveASTVisitor<LocalsVisitor> {
public:
  LocalsVisitor(Locals &Out, ModelIndex &Known) : Out(Out), Known(Known) {}

  bool VisitVarDecl(VarDecl *Var) {
    if (!Var->hasGlobalStorage() && !isa<ParmVarDecl>(Var)) {
      LocalInfo &Info = Out.Infos[Var];
      if (Var->getInit())
        Info.Assigned.push_back(Var->getInit());
    }
    return true;
  }

  // The hidden variables of a range-for are locals like any other.
  bool VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
    for (DeclStmt *Hidden : {Loop->getRangeStmt(), Loop->getBeginStmt()})
      if (Hidden)
        for (Decl *D : Hidden->decls())
          if (auto *Var = dyn_cast<VarDecl>(D))
            VisitVarDecl(Var);
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *Op) {
    if (!Op->isAssignmentOp())
      return true;
    if (const VarDecl *Var = localOf(Op->getLHS())) {
      if (Op->getOpcode() == BO_Assign)
        Out.Infos[Var].Assigned.push_back(Op->getRHS());
      else if (!Var->getType()->isPointerType())
        Out.Infos[Var].Unknown = true;
    }
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *Op) {
    if (Op->isIncrementDecrementOp())
      if (const VarDecl *Var = localOf(Op->getSubExpr());
          Var && !Var->getType()->isPointerType())
        Out.Infos[Var].Unknown = true;
    return true;
  }

  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *Call) {
    const VarDecl *Var =
        Call->getNumArgs() ? localOf(Call->getArg(0)) : nullptr;
    if (Var && Call->getOperator() == OO_Equal)
      Out.Infos[Var].Assigned.push_back(Call->getArg(1));
    else if (Var && (Call->getOperator() == OO_PlusEqual ||
                     Call->getOperator() == OO_SlashEqual))
      Out.Infos[Var].Appended.push_back(Call);
    else if (Var && Call->getOperator() == OO_LessLess)
      Out.Infos[Var].Appended.push_back(Call);
    else
      passed(Call->getDirectCallee(), Call,
             isa_and_nonnull<CXXMethodDecl>(Call->getDirectCallee()));
    return true;
  }

  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *Call) {
    const VarDecl *Var = localOf(Call->getImplicitObjectArgument());
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Var && Method && !Method->isConst()) {
      const ValueModel *Model = Known.of(Method).Value;
      if (Model && (Model->Kind == ValueModelKind::Concat ||
                    Model->Kind == ValueModelKind::Join))
        Out.Infos[Var].Appended.push_back(Call);
      else if (!Model)
        Out.Infos[Var].Unknown |= !isReading(Method);
    }
    passed(Method, Call, false);
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    if (!isa<CXXMemberCallExpr, CXXOperatorCallExpr>(Call))
      passed(Call->getDirectCallee(), Call, false);
    return true;
  }

private:
  /// Non-const methods that hand out the inside (begin, data, c_str) do not
  /// change the text by themselves.
  static bool isReading(const CXXMethodDecl *Method) {
    for (const NamedDecl *Other :
         Method->getParent()->lookup(Method->getDeclName()))
      if (auto *Overload = dyn_cast<CXXMethodDecl>(Other))
        if (Overload->isConst() &&
            Overload->getNumParams() == Method->getNumParams())
          return true;
    return false;
  }

  /// Arguments that the callee may change.
  void passed(const FunctionDecl *Callee, const CallExpr *Call,
              bool SkipFirst) {
    if (!Callee)
      return;
    const ModelsOf &Of = Known.of(Callee);
    if (Of.Value && Of.Value->Kind == ValueModelKind::FormatInto) {
      unsigned Target =
          Of.Value->Args.empty() ? 0 : static_cast<unsigned>(Of.Value->Args[0]);
      if (Target < Call->getNumArgs())
        if (const VarDecl *Var = localOf(Call->getArg(Target)))
          Out.Infos[Var].Formatted.push_back(Call);
      return;
    }
    if (Of.Value || Of.Forward)
      return;
    for (unsigned I = SkipFirst ? 1 : 0; I < Call->getNumArgs(); ++I) {
      unsigned P = SkipFirst ? I - 1 : I;
      if (Of.isPure(static_cast<int>(P)))
        continue;
      if (P >= Callee->getNumParams())
        break;
      QualType Pointee = Callee->getParamDecl(P)->getType()->getPointeeType();
      if (Pointee.isNull() || Pointee.isConstQualified())
        continue;
      if (const VarDecl *Var = localOf(Call->getArg(I));
          Var && (!Var->getType()->isPointerType() ||
                  Callee->getParamDecl(P)->getType()->isReferenceType()))
        Out.Infos[Var].Unknown = true;
    }
  }

  Locals &Out;
  ModelIndex &Known;
};

void Locals::scan(const Stmt *Body, ModelIndex &Known) {
  LocalsVisitor(*this, Known).TraverseStmt(const_cast<Stmt *>(Body));
  // In a chain the inner call comes first, though it is met last.
  for (auto &[Local, Info] : Infos)
    llvm::stable_sort(Info.Appended, [](const Expr *A, const Expr *B) {
      return A->getEndLoc() < B->getEndLoc();
    });
}

} // namespace stateless
