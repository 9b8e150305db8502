//===- Locals.cpp - What the locals of a function body stand for ----------===//
#include "extract/Locals.h"
#include "extract/Buffers.h"
#include "extract/Callees.h"
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

/// The object that `a.b.c` is a part of.
static const Expr *outermost(const MemberExpr *Member) {
  const Expr *E = Member;
  while (auto *Part = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts()))
    E = Part->getBase();
  return E;
}

class LocalsVisitor : public RecursiveASTVisitor<LocalsVisitor> {
public:
  LocalsVisitor(Locals &Out, TuContext &Tu)
      : Out(Out), Known(Tu.Known), Tu(Tu) {}

  /// A call that serves, or waits for requests, stands in the body itself.
  bool Serves = false;

  bool TraverseLambdaExpr(LambdaExpr *Lambda) {
    // The copies of a closure that changes them are objects that it keeps.
    bool Changes = !Lambda->getCallOperator()->isConst();
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable())
        if (auto *Var = dyn_cast<VarDecl>(Capture.getCapturedVar()))
          capture(Var, Changes || Capture.getCaptureKind() == LCK_ByRef);
    ++Lambdas;
    bool Result = RecursiveASTVisitor::TraverseLambdaExpr(Lambda);
    --Lambdas;
    return Result;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    if (Tu.Namer.inProject(Construct->getConstructor()))
      for (const Expr *Arg : Construct->arguments())
        hand(Arg);
    return true;
  }

  bool VisitVarDecl(VarDecl *Var) {
    if (!Var->hasGlobalStorage() && !isa<ParmVarDecl>(Var)) {
      LocalInfo &Info = Out.Infos[Var];
      Info.InLambda = Lambdas != 0;
      if (Var->getInit())
        Info.Assigned.push_back(Var->getInit());
    }
    QualType T = Var->getType();
    if (Var->getInit() && T->isReferenceType() &&
        !T.getNonReferenceType().isConstQualified())
      lend(Var->getInit());
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
    if (auto *Member = dyn_cast<MemberExpr>(Op->getLHS()->IgnoreParens()))
      if (const VarDecl *Var = localOf(outermost(Member)))
        Out.Infos[Var].Stored.push_back(Op->getRHS());
    if (Op->getOpcode() == BO_Assign)
      poke(Op->getLHS(), Op->getRHS());
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
    if (Op->getOpcode() == UO_AddrOf)
      lend(Op->getSubExpr());
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
    if (const VarDecl *Object = Var ? Var : pointerOf(Call))
      Out.Infos[Object].Methods.push_back(Call);
    if (Var && Method && !Method->isConst()) {
      const ValueModel *Model = Known.of(Method).get<ValueModel>();
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
    if (const FunctionDecl *Callee = Call->getDirectCallee()) {
      Serves |= !Lambdas && takesRequests(Known.roleOf(Callee));
      // make_unique<Server>(Store)
      if (const auto *Maker = Known.byName(Callee).get<MakerModel>();
          Maker && Maker->Makes != MakerKind::Element)
        for (const Expr *Arg : Call->arguments())
          hand(Arg);
    }
    if (!isa<CXXMemberCallExpr, CXXOperatorCallExpr>(Call))
      passed(Call->getDirectCallee(), Call, false);
    return true;
  }

private:
  /// The smart pointer through which \p Call goes.
  static const VarDecl *pointerOf(const CXXMemberCallExpr *Call) {
    auto *Arrow = dyn_cast<CXXOperatorCallExpr>(
        Call->getImplicitObjectArgument()->IgnoreParenImpCasts());
    return Arrow && Arrow->getNumArgs() == 1 ? localOf(Arrow->getArg(0))
                                             : nullptr;
  }

  void capture(const VarDecl *Var, bool ByReference) {
    if (Var->hasGlobalStorage() || isa<ParmVarDecl>(Var))
      return;
    if (ByReference || Var->getType()->isPointerType() ||
        Tu.Typer.isPointerLike(Var->getType()))
      Out.Infos[Var].Captured = true;
  }

  /// A number that has another name or address may become any other one.
  void lend(const Expr *Number) {
    if (const VarDecl *Var = localOf(Number);
        Var && Var->getType()->isArithmeticType())
      Out.Infos[Var].Unknown = true;
  }

  void hand(const Expr *Arg) {
    if (const VarDecl *Var = localOf(Arg); Var && !isa<ParmVarDecl>(Var))
      Out.Infos[Var].Handed = true;
    else if (auto *Call = dyn_cast<CallExpr>(Arg->IgnoreParenImpCasts());
             Call && Call->getNumArgs() == 1 && Call->getDirectCallee() &&
             Known.of(Call->getDirectCallee()).get<ForwardModel>())
      hand(Call->getArg(0));
  }

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

  /// True for free() and its kin: who gets nothing but memory without a type or
  /// a size, and gives nothing, cannot put a text there.
  static bool onlyEnds(const FunctionDecl *Callee) {
    return Callee->getNumParams() == 1 && !Callee->isVariadic() &&
           Callee->getReturnType()->isVoidType() &&
           Callee->getParamDecl(0)->getType()->isVoidPointerType();
  }

  /// The callee may write behind \p Pointer: &Buffer[0], Buffer.data().
  void lentInside(const Expr *Pointer) {
    Pointer = Pointer->IgnoreParenImpCasts();
    if (!Pointer->getType()->isPointerType() ||
        !Pointer->getType()->getPointeeType()->isAnyCharacterType())
      return;
    Buffer B = bufferOf(Pointer, Tu);
    const VarDecl *Var = localIn(B);
    if (!Var || Var->getType()->isPointerType())
      return;
    Out.Infos[Var].Unknown |= B.FromStart;
    Out.Infos[Var].Extended |= !B.FromStart;
  }

  /// Arguments that the callee may change.
  void passed(const FunctionDecl *Callee, const CallExpr *Call,
              bool SkipFirst) {
    if (!Callee)
      return;
    const ModelsOf &Of = Known.of(Callee);
    const ValueModel *Text = Of.get<ValueModel>();
    if (Text && (Text->Kind == ValueModelKind::FormatInto ||
                 Text->Kind == ValueModelKind::AppendInto ||
                 Text->Kind == ValueModelKind::FillInto))
      return written(Call, *Text);
    if (Text || Of.get<ForwardModel>())
      return;
    for (unsigned I = SkipFirst ? 1 : 0; I < Call->getNumArgs(); ++I) {
      unsigned P = SkipFirst ? I - 1 : I;
      if (Of.isPure(static_cast<int>(P)))
        continue;
      if (P >= Callee->getNumParams())
        break;
      QualType Pointee = Callee->getParamDecl(P)->getType()->getPointeeType();
      if (Pointee.isNull() || Pointee.isConstQualified() ||
          isForwardedCopy(Tu, Callee, P))
        continue;
      const VarDecl *Var = localOf(Call->getArg(I));
      if (Var && (!Var->getType()->isPointerType() ||
                  Callee->getParamDecl(P)->getType()->isReferenceType()))
        Out.Infos[Var].Unknown = true;
      else if (Var && !onlyEnds(Callee))
        Out.Infos[Var].Lent = true;
      else if (!Var)
        lentInside(Call->getArg(I));
    }
  }

  /// \p Call writes a text into a buffer.
  void written(const CallExpr *Call, const ValueModel &Model) {
    auto Argument = [&](size_t At) -> const Expr * {
      ArgumentIndex Index =
          At < Model.Args.size() ? Model.Args[At] : Call->getNumArgs() + At;
      if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
          Member && Index == ReceiverArgument)
        return Member->getImplicitObjectArgument();
      return Index >= 0 && static_cast<unsigned>(Index) < Call->getNumArgs()
                 ? Call->getArg(Index)
                 : nullptr;
    };
    const Expr *To = Argument(0);
    Buffer B = To ? bufferOf(To, Tu) : Buffer();
    const VarDecl *Var = localIn(B);
    if (!Var)
      return;
    LocalInfo &Info = Out.Infos[Var];
    bool Clears = Model.Kind == ValueModelKind::FillInto &&
                  (!Argument(1) || isZero(Argument(1), Tu.Ast));
    if (Model.Kind == ValueModelKind::AppendInto)
      Info.Continued.push_back(Call);
    else if (!B.FromStart)
      Info.Extended |= !Clears;
    else if (Model.Kind == ValueModelKind::FormatInto)
      Info.Formatted.push_back(Call);
    else if (Clears)
      Info.Cleared.push_back(Call);
    else
      Info.Unknown = true;
  }

  /// A character of a buffer becomes \p What.
  void poke(const Expr *Character, const Expr *What) {
    if (Character->getType().isNull() ||
        !Character->getType()->isAnyCharacterType() ||
        isa<DeclRefExpr, MemberExpr>(Character->IgnoreParens()))
      return;
    Buffer B = bufferOf(Character, Tu);
    const VarDecl *Var = localIn(B);
    if (!Var)
      return;
    if (!isZero(What, Tu.Ast))
      Out.Infos[Var].Poked = true;
    else if (B.FromStart)
      Out.Infos[Var].Cleared.push_back(What);
  }

  Locals &Out;
  ModelIndex &Known;
  TuContext &Tu;
  unsigned Lambdas = 0;
};

/// True if \p E gives the pointer, of type \p T, to an object that nobody else
/// holds, or may do so: what a function of the project returns, link() knows.
static bool mayBeNew(const Expr *E, QualType T, TuContext &Tu) {
  E = E->IgnoreParenCasts();
  if (isa<CXXNewExpr>(E))
    return true;
  auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !T->getPointeeType()->isRecordType() ||
      T->getPointeeType().isConstQualified())
    return false;
  return Tu.Known.of(Callee).allocates() || Tu.Namer.inProject(Callee);
}

/// True if \p Local is an object of its own that can hold state.
static bool isObject(const VarDecl *Local, const LocalInfo &Info,
                     TuContext &Tu) {
  QualType T = Local->getType();
  if (T.isNull() || T->isReferenceType() || T->isDependentType() ||
      isa<ParmVarDecl>(Local) || isa<DecompositionDecl>(Local) ||
      Local->isImplicit() || !Local->getIdentifier())
    return false;
  if (T->isPointerType())
    return llvm::any_of(Info.Assigned,
                        [&](const Expr *E) { return mayBeNew(E, T, Tu); });
  if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
      Record && Record->isLambda())
    return false;
  return !Tu.Typer.isPointerLike(T) || !Tu.Typer.owned(T).isNull();
}

/// True if \p T is a class of the project with more to it than plain data, or
/// a smart pointer to one.
static bool isActive(QualType T, TuContext &Tu) {
  if (QualType Owned = Tu.Typer.owned(T); !Owned.isNull())
    return isActive(Owned, Tu);
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return Record && (Record = Record->getDefinition()) &&
         Tu.Namer.inProject(Record) && !T.isTriviallyCopyableType(Tu.Ast);
}

void Locals::scan(const Stmt *Body, TuContext &Tu, const FunctionDecl *In) {
  LocalsVisitor Visitor(*this, Tu);
  Visitor.TraverseStmt(const_cast<Stmt *>(Body));
  collectChanges(Body, In && Body == In->getBody(), Tu, Changes);
  bool Serves = Visitor.Serves || (In && In->isMain());
  for (auto &[Local, Info] : Infos) {
    bool Stays = Info.Captured || Info.Handed ||
                 (!Info.InLambda && (Serves || isActive(Local->getType(), Tu)));
    if (Stays && isObject(Local, Info, Tu))
      Kept.insert(Local);
  }
  // In a chain the inner call comes first, though it is met last.
  for (auto &[Local, Info] : Infos)
    llvm::stable_sort(Info.Appended, [](const Expr *A, const Expr *B) {
      return A->getEndLoc() < B->getEndLoc();
    });
}

} // namespace stateless
