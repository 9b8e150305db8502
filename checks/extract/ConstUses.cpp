//===- ConstUses.cpp - Which variables could be const ---------------------===//
//
// The walk meets expressions from the outside in. Those that are known to mean
// the same on a constant (a value that is read, a reference or pointer to
// const that is made) take the variables that they read out of the walk; every
// variable that it still meets by name is used in a way that may need it to be
// mutable. So what nobody thought of stands in the way of const, not the other
// way round.
//
//===----------------------------------------------------------------------===//
#include "extract/ConstUses.h"
#include "extract/ClangCompat.h"
#include "extract/ConstEdits.h"
#include "extract/ConstObjects.h"
#include "extract/GivenClasses.h"
#include "extract/Mentions.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace stateless {

namespace {

struct Uses {
  bool NeedMutable = false;
  bool LendAsConst = false;
};

class ConstUses : public RecursiveASTVisitor<ConstUses> {
  using Base = RecursiveASTVisitor<ConstUses>;
  using Queue = Base::DataRecursionQueue;

public:
  explicit ConstUses(TuContext &Tu) : Tu(Tu), Given(Tu) {}

  void run();

  // RecursiveASTVisitor's protocol.
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool TraverseImplicitCastExpr(ImplicitCastExpr *Cast, Queue *Later = nullptr);
  bool TraverseCStyleCastExpr(CStyleCastExpr *Cast, Queue *Later = nullptr);
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E,
                                        Queue *Later = nullptr);
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *Loop, Queue *Later = nullptr);
  bool TraverseInitListExpr(InitListExpr *List, Queue *Later = nullptr);
  bool TraverseGenericSelectionExpr(GenericSelectionExpr *E,
                                    Queue *Later = nullptr);
  bool TraverseStaticAssertDecl(StaticAssertDecl *D);
  bool TraverseRequiresExpr(RequiresExpr *E, Queue *Later = nullptr);
  bool TraverseDecl(Decl *D);
  bool VisitDecl(Decl *D);
  bool VisitFileScopeAsmDecl(FileScopeAsmDecl *D);
  bool VisitAsmStmt(AsmStmt *S);
  bool VisitStringLiteral(StringLiteral *Text);
  bool VisitDependentScopeDeclRefExpr(DependentScopeDeclRefExpr *E);
  bool VisitCXXDependentScopeMemberExpr(CXXDependentScopeMemberExpr *E);
  bool VisitDeclaratorDecl(DeclaratorDecl *D);
  bool VisitVarDecl(VarDecl *Var);
  bool VisitFunctionDecl(FunctionDecl *F);
  bool VisitLambdaExpr(LambdaExpr *Lambda);
  bool VisitDeclRefExpr(DeclRefExpr *Ref);
  bool VisitOverloadExpr(OverloadExpr *Open);
  bool VisitMemberExpr(MemberExpr *Member);
  bool VisitCallExpr(CallExpr *Call);
  bool VisitCastExpr(CastExpr *Cast);
  bool VisitCXXConstructExpr(CXXConstructExpr *Construct);
  bool VisitCXXRecordDecl(CXXRecordDecl *Class);

private:
  void named(const NamedDecl *D);
  Uses &of(const VarDecl *Var) { return Found[Var->getCanonicalDecl()]; }
  void needsMutable(const ValueDecl *D);
  void needMutable(const Stmt *Code);
  bool accept(Expr *E, bool Lends);
  bool acceptPointer(Expr *E);
  void castAway(QualType From, QualType To);
  void mention(MentionKind Kind, SourceLocation At, llvm::StringRef Name);
  void symbolsIn(SourceLocation At, llvm::StringRef Text);
  void complete(Variable &Fact, const VarDecl *Var, Uses Use);

  TuContext &Tu;
  llvm::MapVector<const VarDecl *, Uses> Found; ///< By canonical declaration.
  llvm::DenseMap<SourceLocation, const DeclaratorDecl *> Starts;
  llvm::DenseSet<SourceLocation> Shared; ///< Starts of several declarators.
  llvm::DenseSet<const Expr *> Callees;  ///< What calls name to call it.
  /// Functions that somebody names other than to call them, and who does.
  llvm::SetVector<std::pair<SymbolId, SymbolId>> Named;
  SymbolId In; ///< The function of what is walked now, if any.
  GivenClasses Given;
  bool Asserting = false; ///< In code that asks what compiles, or is constant.
};

//===-- Uses that a constant allows ---------------------------------------===//

/// Takes the lvalue \p E out of the walk if it is a part of a variable;
/// \p Lends: somebody else gets to hold it as const.
bool ConstUses::accept(Expr *E, bool Lends) {
  if (Asserting)
    return false;
  if (auto *Choice = dyn_cast<ConditionalOperator>(E->IgnoreParens())) {
    TraverseStmt(Choice->getCond());
    for (Expr *Each : {Choice->getTrueExpr(), Choice->getFalseExpr()})
      // A conversion of one side to the other's base does not allow const.
      if (isa<ImplicitCastExpr>(Each->IgnoreParens()) || !accept(Each, Lends))
        TraverseStmt(Each);
    return true;
  }
  ConstObject Read = objectOf(E, Tu.Namer);
  if (!Read)
    return false;
  of(Read.Var).LendAsConst |= Lends;
  for (Expr *Each : Read.Aside)
    TraverseStmt(Each);
  return true;
}

/// The same for a pointer to a part of a variable.
bool ConstUses::acceptPointer(Expr *E) {
  E = E->IgnoreParens();
  if (auto *Op = dyn_cast<UnaryOperator>(E))
    return Op->getOpcode() == UO_AddrOf &&
           accept(Op->getSubExpr(), /*Lends=*/true);
  auto *Decay = dyn_cast<ImplicitCastExpr>(E);
  return Decay && Decay->getCastKind() == CK_ArrayToPointerDecay &&
         accept(Decay->getSubExpr(), /*Lends=*/true);
}

bool ConstUses::TraverseImplicitCastExpr(ImplicitCastExpr *Cast, Queue *Later) {
  Expr *Sub = Cast->getSubExpr();
  bool Accepted = false;
  switch (Cast->getCastKind()) {
  case CK_LValueToRValue:
    Accepted = accept(Sub, /*Lends=*/false);
    break;
  case CK_NoOp:
  case CK_BitCast:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
    if (Cast->isLValue())
      Accepted =
          Cast->getType().isConstQualified() && accept(Sub, /*Lends=*/true);
    else if (Cast->getType()->isPointerType())
      Accepted = Cast->getType()->getPointeeType().isConstQualified() &&
                 acceptPointer(Sub);
    break;
  default:
    break;
  }
  return Accepted || Base::TraverseImplicitCastExpr(Cast, Later);
}

/// (void)Unused;
bool ConstUses::TraverseCStyleCastExpr(CStyleCastExpr *Cast, Queue *Later) {
  return (Cast->getCastKind() == CK_ToVoid &&
          accept(Cast->getSubExpr(), /*Lends=*/false)) ||
         Base::TraverseCStyleCastExpr(Cast, Later);
}

bool ConstUses::TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E,
                                                 Queue *Later) {
  return (!E->isArgumentType() &&
          accept(E->getArgumentExpr(), /*Lends=*/false)) ||
         Base::TraverseUnaryExprOrTypeTraitExpr(E, Later);
}

/// True if a loop only reads what it gets, and would get the same of a
/// constant: by value or const reference, and no proxy.
static bool readsElements(const CXXForRangeStmt *Loop) {
  const VarDecl *Var = Loop->getLoopVariable();
  if (!Var || Var->getType()->isDependentType() || !Var->getInit())
    return false;
  QualType T = Var->getType();
  if (T->isReferenceType() &&
      !(T->isLValueReferenceType() && T->getPointeeType().isConstQualified()))
    return false;
  const Expr *Element = Var->getInit()->IgnoreImplicit();
  if (auto *Copy = dyn_cast<CXXConstructExpr>(Element)) {
    const CXXConstructorDecl *Ctor = Copy->getConstructor();
    if (!Ctor->isCopyConstructor() ||
        !Ctor->getParamDecl(0)->getType()->getPointeeType().isConstQualified())
      return false;
    Element = Copy->getArg(0)->IgnoreImplicit();
  }
  return Element->isLValue();
}

bool ConstUses::TraverseCXXForRangeStmt(CXXForRangeStmt *Loop, Queue *Later) {
  Expr *Range = Loop->getRangeInit();
  const Decl *Container = Range->getType()->getAsCXXRecordDecl();
  bool Known = Range->getType()->isArrayType() ||
               (Container && !Tu.Namer.inProject(Container));
  if (!Known || !readsElements(Loop) || !accept(Range, /*Lends=*/true))
    return Base::TraverseCXXForRangeStmt(Loop, Later);
  return TraverseStmt(Loop->getInit()) &&
         TraverseStmt(Loop->getLoopVarStmt()) && TraverseStmt(Loop->getBody());
}

/// What is written lacks the conversions, so only the meaning is looked at.
bool ConstUses::TraverseInitListExpr(InitListExpr *List, Queue *) {
  if (List->isSyntacticForm() && List->getSemanticForm())
    List = List->getSemanticForm();
  for (Expr *Each : List->inits())
    if (!TraverseStmt(Each))
      return false;
  return TraverseStmt(List->getArrayFiller());
}

//===-- Uses that need the variable as it is ------------------------------===//

void ConstUses::needsMutable(const ValueDecl *D) {
  if (const VarDecl *Var = staticVariable(D))
    of(Var).NeedMutable = true;
}

/// For code in which the type of a variable decides, const and all.
void ConstUses::needMutable(const Stmt *Code) {
  llvm::SmallVector<const Stmt *, 16> Todo{Code};
  while (!Todo.empty()) {
    const Stmt *At = Todo.pop_back_val();
    if (!At)
      continue;
    if (auto *Ref = dyn_cast<DeclRefExpr>(At))
      needsMutable(Ref->getDecl());
    if (auto *Member = dyn_cast<MemberExpr>(At))
      needsMutable(Member->getMemberDecl());
    llvm::append_range(Todo, At->children());
  }
}

static bool isDecltypeAuto(QualType T) {
  const AutoType *Auto = T->getContainedAutoType();
  return Auto && Auto->isDecltypeAuto();
}

bool ConstUses::TraverseGenericSelectionExpr(GenericSelectionExpr *E,
                                             Queue *Later) {
  if (E->isExprPredicate())
    needMutable(E->getControllingExpr());
  return Base::TraverseGenericSelectionExpr(E, Later);
}

bool ConstUses::VisitDeclaratorDecl(DeclaratorDecl *D) {
  Given.has(D->getType());
  auto [It, New] = Starts.try_emplace(D->getBeginLoc(), D);
  if (!New && It->second != D)
    Shared.insert(D->getBeginLoc());
  return true;
}

bool ConstUses::VisitVarDecl(VarDecl *Var) {
  if (isDecltypeAuto(Var->getType()))
    needMutable(Var->getInit());
  if (staticVariable(Var))
    of(Var);
  return true;
}

bool ConstUses::VisitFunctionDecl(FunctionDecl *F) {
  if (F->doesThisDeclarationHaveABody() && isDecltypeAuto(F->getReturnType()))
    needMutable(F->getBody());
  return true;
}

bool ConstUses::VisitLambdaExpr(LambdaExpr *Lambda) {
  if (isDecltypeAuto(Lambda->getCallOperator()->getReturnType()))
    needMutable(Lambda->getBody());
  return true;
}

bool ConstUses::VisitCXXConstructExpr(CXXConstructExpr *Construct) {
  Given.named(Construct->getConstructor());
  return true;
}

bool ConstUses::VisitCXXRecordDecl(CXXRecordDecl *Class) {
  if (Class->isThisDeclarationADefinition())
    for (const CXXBaseSpecifier &Base : Class->bases())
      Given.has(Base.getType());
  return true;
}

bool ConstUses::VisitDeclRefExpr(DeclRefExpr *Ref) {
  Given.named(Ref->getDecl());
  needsMutable(Ref->getDecl());
  if (!Callees.contains(Ref))
    named(Ref->getDecl());
  return true;
}

/// In a template, it may come to any of them.
bool ConstUses::VisitOverloadExpr(OverloadExpr *Open) {
  for (const NamedDecl *D : Open->decls())
    named(D->getUnderlyingDecl());
  return true;
}

bool ConstUses::TraverseDecl(Decl *D) {
  SymbolId Outer = In;
  if (auto *F = dyn_cast_or_null<FunctionDecl>(D))
    In = Tu.Namer.symbol(F);
  bool GoesOn = RecursiveASTVisitor::TraverseDecl(D);
  In = Outer;
  return GoesOn;
}

void ConstUses::named(const NamedDecl *D) {
  if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  if (isa<FunctionDecl>(D) && Tu.Namer.inProject(D))
    Named.insert({Tu.Namer.symbol(D), In});
}

bool ConstUses::VisitMemberExpr(MemberExpr *Member) {
  Given.named(Member->getMemberDecl());
  needsMutable(Member->getMemberDecl());
  return true;
}

/// strchr and strtol take a pointer to const and give a pointer into the same
/// object that is none.
bool ConstUses::VisitCallExpr(CallExpr *Call) {
  Callees.insert(Call->getCallee()->IgnoreParenImpCasts());
  auto GivesBack = [](QualType T) {
    return T->isPointerType() && !T->getPointeeType().isConstQualified() &&
           !T->isFunctionPointerType();
  };
  auto FillsIn = [&](const Expr *Arg) {
    return Arg->getType()->isPointerType() &&
           GivesBack(Arg->getType()->getPointeeType());
  };
  if (!GivesBack(Call->getType()) && llvm::none_of(Call->arguments(), FillsIn))
    return true;
  for (Expr *Arg : Call->arguments()) {
    Arg = Arg->IgnoreParenImpCasts();
    auto *Op = dyn_cast<UnaryOperator>(Arg);
    bool Address = Op && Op->getOpcode() == UO_AddrOf;
    if (!Address && !Arg->getType()->isArrayType())
      continue;
    if (ConstObject Lent = objectOf(Address ? Op->getSubExpr() : Arg, Tu.Namer))
      of(Lent.Var).NeedMutable = true;
  }
  return true;
}

/// static_assert(!std::is_const_v<decltype(X)>);
bool ConstUses::TraverseStaticAssertDecl(StaticAssertDecl *D) {
  llvm::SaveAndRestore<bool> Inside(Asserting, true);
  return Base::TraverseStaticAssertDecl(D);
}

bool ConstUses::TraverseRequiresExpr(RequiresExpr *E, Queue *) {
  // Without the queue: what it holds is to be walked now.
  llvm::SaveAndRestore<bool> Inside(Asserting, true);
  return Base::TraverseRequiresExpr(E);
}

//===-- Names that no declaration stands behind ---------------------------===//

void ConstUses::mention(MentionKind Kind, SourceLocation At,
                        llvm::StringRef Name) {
  Tu.Mentioned[{Tu.Namer.locate(At).File, Kind}].push_back(nameHash(Name));
}

/// \p Text is for the assembler or the linker.
void ConstUses::symbolsIn(SourceLocation At, llvm::StringRef Text) {
  forEachWord(Text, [&](llvm::StringRef Word) {
    mention(MentionKind::Linker, At, Word);
  });
}

bool ConstUses::VisitDecl(Decl *D) {
  for (const Attr *A : D->attrs()) {
    if (auto *Alias = dyn_cast<AliasAttr>(A))
      symbolsIn(D->getLocation(), Alias->getAliasee());
    else if (auto *Weak = dyn_cast<WeakRefAttr>(A))
      symbolsIn(D->getLocation(), Weak->getAliasee());
    else if (auto *Label = dyn_cast<AsmLabelAttr>(A))
      symbolsIn(D->getLocation(), Label->getLabel());
  }
  return true;
}

bool ConstUses::VisitFileScopeAsmDecl(FileScopeAsmDecl *D) {
  symbolsIn(D->getLocation(), compat::assembly(D));
  return true;
}

bool ConstUses::VisitAsmStmt(AsmStmt *S) {
  symbolsIn(S->getAsmLoc(), S->generateAsmString(Tu.Ast));
  return true;
}

bool ConstUses::VisitStringLiteral(StringLiteral *Text) {
  if (Text->getCharByteWidth() == 1 && isWord(Text->getString()))
    mention(MentionKind::Text, Text->getBeginLoc(), Text->getString());
  return true;
}

bool ConstUses::VisitDependentScopeDeclRefExpr(DependentScopeDeclRefExpr *E) {
  mention(MentionKind::Member, E->getLocation(),
          E->getDeclName().getAsString());
  return true;
}

bool ConstUses::VisitCXXDependentScopeMemberExpr(
    CXXDependentScopeMemberExpr *E) {
  mention(MentionKind::Member, E->getMemberLoc(), E->getMember().getAsString());
  return true;
}

//===-- Casts that take const away ----------------------------------------===//

void ConstUses::castAway(QualType From, QualType To) {
  if (!From.isConstQualified() || To.isConstQualified())
    return;
  TypeId Id =
      Tu.Typer.intern(Tu.Ast.getBaseElementType(From).getUnqualifiedType());
  ConstCast Cast{Tu.Facts.Types[Id.Value].Spelling};
  if (!llvm::is_contained(Tu.Facts.ConstCasts, Cast))
    Tu.Facts.ConstCasts.push_back(Cast);
}

bool ConstUses::VisitCastExpr(CastExpr *Cast) {
  QualType From = Cast->getSubExpr()->getType(), To = Cast->getType();
  if (From->isDependentType() || To->isDependentType())
    return true;
  if (Cast->isGLValue() && Cast->getSubExpr()->isGLValue())
    castAway(From, To);
  // That of nullptr is one of these, too.
  if (Cast->getCastKind() == CK_PointerToIntegral && From->isPointerType())
    castAway(From->getPointeeType(), Tu.Ast.VoidTy);
  while (From->isPointerType() && To->isPointerType()) {
    From = From->getPointeeType();
    To = To->getPointeeType();
    castAway(From, To);
  }
  return true;
}

//===-- The facts ---------------------------------------------------------===//

void ConstUses::complete(Variable &Fact, const VarDecl *Var, Uses Use) {
  Fact.StaysMutable = Use.NeedMutable;
  Fact.LentAsConst = Use.LendAsConst;
  if (Use.NeedMutable)
    return;
  Fact.ConstEdits = constEdits(Tu, Var, Shared);
  Fact.StaysMutable = Fact.ConstEdits.empty();
}

void ConstUses::run() {
  for (Decl *D : Tu.Ast.getTranslationUnitDecl()->decls())
    if (Tu.Namer.inProject(D) || isa<LinkageSpecDecl>(D))
      TraverseDecl(D);
  llvm::DenseMap<SymbolId, Variable *> Facts;
  for (Variable &Fact : Tu.Facts.Variables)
    Facts[Fact.Symbol] = &Fact;
  for (auto [Function, By] : Named)
    Tu.Facts.NamedFunctions.push_back({Function, By});
  llvm::append_range(Tu.Facts.GivenClasses, Given.found());
  // Instances of a template share a symbol; they have no edits anyway.
  for (const auto &[Var, Use] : Found)
    if (Variable *Fact = Facts.lookup(Tu.Namer.symbol(Var)))
      complete(*Fact, Var, Use);
}

} // namespace

void extractConstUses(TuContext &Tu) { ConstUses(Tu).run(); }

} // namespace stateless
