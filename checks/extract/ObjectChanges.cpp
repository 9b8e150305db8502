//===- ObjectChanges.cpp - What a body does to objects with texts ---------===//
#include "extract/ObjectChanges.h"
#include "extract/Places.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace stateless {

/// References to references are followed through as many declarations.
static constexpr unsigned MaxReferences = 8;

static const Expr *stripped(const Expr *E) {
  return E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
}

namespace {

/// Finds the object that an expression names a part of.
class PartFinder {
public:
  explicit PartFinder(TuContext &Tu) : Tu(Tu) {}

  /// False if \p E names no part of an object that holds texts.
  bool find(const Expr *E, BodyChange &Into) {
    E = stripped(E);
    if (auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary &&
        (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref))
      return find(Unary->getSubExpr(), Into);
    if (auto *Member = dyn_cast<MemberExpr>(E)) {
      auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field || !Tu.Holders.of(Member->getBase()->getType()) ||
          !find(Member->getBase(), Into))
        return Field ? false : root(E, Into);
      Into.Path.push_back(Field);
      return true;
    }
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      Into.Element = true;
      return find(Subscript->getBase(), Into);
    }
    if (auto *Call = dyn_cast<CallExpr>(E))
      return findCall(Call, Into);
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      // A reference is what it is bound to.
      if (Var && !Var->hasGlobalStorage() &&
          Var->getType()->isReferenceType() && !isa<ParmVarDecl>(Var) &&
          Var->getInit() && ++Depth < MaxReferences)
        return find(Var->getInit(), Into);
    }
    return root(E, Into);
  }

private:
  bool findCall(const CallExpr *Call, BodyChange &Into) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return false;
    const Expr *Object = nullptr;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      Object = Member->getImplicitObjectArgument();
    else if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee))
      Object = Call->getArg(0);
    if (Object && !Tu.Namer.inProject(Callee)) {
      // A smart pointer is what it points to.
      QualType Owned = Tu.Typer.owned(Object->getType());
      QualType Result = Call->getType();
      if (Result->isPointerType())
        Result = Result->getPointeeType();
      return !Owned.isNull() &&
             Tu.Ast.hasSameUnqualifiedType(Owned.getNonReferenceType(),
                                           Result.getNonReferenceType()) &&
             find(Object, Into);
    }
    // What hands back its own object: B.path("x").name("y").
    if (Object && Call->isLValue() &&
        Tu.Ast.hasSameUnqualifiedType(Object->getType(), Call->getType()) &&
        !cast<CXXMethodDecl>(Callee)->isConst())
      return find(Object, Into);
    return Tu.Namer.inProject(Callee) && root(Call, Into);
  }

  bool root(const Expr *E, BodyChange &Into) {
    if (!Tu.Holders.of(E->getType()))
      return false;
    Into.Root = E;
    if (auto *Ref = dyn_cast<DeclRefExpr>(E))
      if (auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
          Var && !Var->hasGlobalStorage())
        Into.Local = Var;
    return isa<CXXThisExpr, DeclRefExpr, CallExpr, MemberExpr>(E);
  }

  TuContext &Tu;
  unsigned Depth = 0;
};

class ChangeCollector : public RecursiveASTVisitor<ChangeCollector> {
public:
  ChangeCollector(TuContext &Tu, std::vector<BodyChange> &Into)
      : Tu(Tu), Into(Into) {}

  bool VisitBinaryOperator(BinaryOperator *Op) {
    if (!Op->isAssignmentOp())
      return true;
    BodyChange C;
    if (!PartFinder(Tu).find(Op->getLHS(), C) || isLocalAlone(Op->getLHS(), C))
      return true;
    bool Plain = Op->getOpcode() == BO_Assign;
    add(std::move(C), Plain ? ChangeKind::Given : ChangeKind::Lost,
        Op->getRHS(), Op);
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *Op) {
    bool Counts = Op->isIncrementDecrementOp();
    if (!Counts && (Op->getOpcode() != UO_AddrOf || Handed.contains(Op)))
      return true;
    BodyChange C;
    if (PartFinder(Tu).find(Op->getSubExpr(), C) &&
        !(Counts && isLocalAlone(Op->getSubExpr(), C)))
      add(std::move(C), Counts ? ChangeKind::Lost : ChangeKind::Lent, nullptr,
          Op);
    return true;
  }

  bool VisitVarDecl(VarDecl *Var) {
    // const T *P = &Object only reads.
    if (Var->getInit() && Var->getType()->isPointerType() &&
        Var->getType()->getPointeeType().isConstQualified())
      Handed.insert(stripped(Var->getInit()));
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    llvm::SmallVector<const Expr *, 4> Args(Call->arguments());
    for (const Expr *Arg : Args)
      Handed.insert(stripped(Arg));
    if (!Callee) {
      for (const Expr *Arg : Args)
        lend(Arg, Arg->getType(), Call);
      return true;
    }
    const Expr *Object = nullptr;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      Object = Member->getImplicitObjectArgument();
    else if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee) &&
             !cast<CXXMethodDecl>(Callee)->isStatic()) {
      Object = Args.front();
      Args.erase(Args.begin());
    }
    if (Object)
      received(Object, cast<CXXMethodDecl>(Callee), Args, Call);
    for (unsigned I = 0; I < Args.size(); ++I)
      passed(Args[I], I, Callee, Call);
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    const CXXConstructorDecl *Ctor = Construct->getConstructor();
    for (unsigned I = 0; I < Construct->getNumArgs(); ++I) {
      const Expr *Arg = Construct->getArg(I);
      Handed.insert(stripped(Arg));
      if (I < Ctor->getNumParams() && !isForwardedCopy(Tu, Ctor, I))
        lend(Arg, Ctor->getParamDecl(I)->getType(), Construct);
    }
    return true;
  }

private:
  void add(BodyChange C, ChangeKind Kind, const Expr *What, const Expr *At) {
    C.Kind = Kind;
    C.What = What;
    C.At = At;
    Into.push_back(std::move(C));
  }

  /// `Local = ..` and `++Pointer` are what Locals tells.
  static bool isLocalAlone(const Expr *Target, const BodyChange &C) {
    return C.Local && C.Path.empty() && isa<DeclRefExpr>(stripped(Target)) &&
           !C.Local->getType()->isReferenceType();
  }

  /// Non-const methods that hand out the inside change nothing by themselves.
  static bool isReading(const CXXMethodDecl *Method) {
    return Method->isConst() || isAccessor(Method);
  }

  void received(const Expr *Object, const CXXMethodDecl *Method,
                llvm::ArrayRef<const Expr *> Args, const CallExpr *Call) {
    BodyChange C;
    bool Part = PartFinder(Tu).find(Object, C);
    bool Assigns = Method->getOverloadedOperator() == OO_Equal;
    if (!Part || Method->isConst() || (Assigns && isLocalAlone(Object, C)))
      return;
    if (Assigns && Args.size() == 1)
      return add(std::move(C), ChangeKind::Given, Args[0], Call);
    bool Own = Tu.Namer.inProject(Method);
    if (Own) {
      C.Argument = 0;
      return add(std::move(C), ChangeKind::Called, Call, Call);
    }
    // Pointer.reset(new T(..))
    QualType Owned = Tu.Typer.owned(Object->getType());
    if (!Owned.isNull() && Args.size() == 1 &&
        Args[0]->getType()->isPointerType())
      return add(std::move(C), ChangeKind::Given, Args[0], Call);
    const ValueModel *Model = Tu.Known.of(Method).get<ValueModel>();
    if (Model && (Model->Kind == ValueModelKind::Concat ||
                  Model->Kind == ValueModelKind::Join))
      return add(std::move(C), ChangeKind::Grown, Call, Call);
    if (!Model && !isReading(Method) &&
        !Tu.Known.of(Method).isPure(ReceiverArgument))
      add(std::move(C), ChangeKind::Lost, nullptr, Call);
  }

  /// True if a function can change what it is given as \p Param.
  static bool mayChange(QualType Param) {
    QualType Pointee = Param->getPointeeType();
    return !Pointee.isNull() && !Pointee.isConstQualified() &&
           !Pointee->isFunctionType();
  }

  void lend(const Expr *Arg, QualType Param, const Expr *At) {
    BodyChange C;
    if (mayChange(Param) && !Param->isRValueReferenceType() &&
        (Arg->isLValue() || Arg->getType()->isPointerType()) &&
        PartFinder(Tu).find(Arg, C) && !isPointerAlone(Arg, Param, C))
      add(std::move(C), ChangeKind::Lent, nullptr, At);
  }

  /// A pointer that is passed by value stays what it is; it leads to an object
  /// that others know.
  bool isPointerAlone(const Expr *Arg, QualType Param, const BodyChange &C) {
    return C.Local && C.Path.empty() && isa<DeclRefExpr>(stripped(Arg)) &&
           !Param->isReferenceType() && C.Local->getType()->isPointerType() &&
           !Tu.Holders.of(C.Local->getType());
  }

  void passed(const Expr *Arg, unsigned Index, const FunctionDecl *Callee,
              const CallExpr *Call) {
    const ModelsOf &Models = Tu.Known.of(Callee);
    const ValueModel *Text = Models.get<ValueModel>();
    BodyChange C;
    if (Text && Text->Kind == ValueModelKind::FormatInto) {
      unsigned Target =
          Text->Args.empty() ? 0 : static_cast<unsigned>(Text->Args[0]);
      if (Target == Index && PartFinder(Tu).find(Arg, C) && !C.Path.empty())
        add(std::move(C), ChangeKind::Given, Call, Call);
      return;
    }
    if (Text || Models.isPure(static_cast<int>(Index)) ||
        Index >= Callee->getNumParams() || isForwardedCopy(Tu, Callee, Index))
      return;
    QualType Param = Callee->getParamDecl(Index)->getType();
    if (!mayChange(Param) || Param->isRValueReferenceType() ||
        !PartFinder(Tu).find(Arg, C))
      return;
    if (!Tu.Namer.inProject(Callee)) {
      bool Fills = Tu.Ast.hasSameUnqualifiedType(
          Param->getPointeeType(), Arg->getType()->isPointerType()
                                       ? Arg->getType()->getPointeeType()
                                       : Arg->getType().getNonReferenceType());
      Fills &= !Models.get<ForwardModel>();
      return add(std::move(C), Fills ? ChangeKind::Lost : ChangeKind::Lent,
                 nullptr, Call);
    }
    // What is given back can be changed there, too.
    if (mayChange(Callee->getReturnType()) &&
        Tu.Holders.of(Callee->getReturnType()))
      add(C, ChangeKind::Lent, nullptr, Call);
    C.Argument = Index + 1;
    bool Holder = Tu.Holders.of(Arg->getType());
    add(std::move(C), Holder ? ChangeKind::Called : ChangeKind::Lost,
        Holder ? Call : nullptr, Call);
  }

  TuContext &Tu;
  std::vector<BodyChange> &Into;
  llvm::SmallPtrSet<const Expr *, 16> Handed;
};

/// Marks the changes that a block begins with, one object for itself: from
/// there on, what it was given before is gone.
class FirstFinder : public RecursiveASTVisitor<FirstFinder> {
public:
  FirstFinder(std::vector<BodyChange> &Changes, size_t From)
      : Changes(Changes), From(From) {}

  void body(const Stmt *S) {
    if (auto *Block = dyn_cast<CompoundStmt>(S))
      begin(Block->body(), nullptr);
  }

  bool VisitCompoundStmt(CompoundStmt *Block) {
    llvm::ArrayRef<Stmt *> All(Block->body_begin(), Block->size());
    for (size_t I = 0; I < All.size(); ++I)
      if (auto *Declares = dyn_cast<DeclStmt>(All[I]))
        for (const Decl *D : Declares->decls())
          if (auto *Var = dyn_cast<VarDecl>(D); Var && !Var->hasGlobalStorage())
            begin(All.drop_front(I + 1), Var);
    return true;
  }

private:
  /// \p Local: what was declared before; null: what is no local.
  template <typename Range> void begin(Range Statements, const VarDecl *Local) {
    for (const Stmt *S : Statements) {
      auto *E = dyn_cast<Expr>(S);
      bool Mine = false;
      for (size_t I = From; E && I < Changes.size(); ++I) {
        BodyChange &C = Changes[I];
        if (C.At != E->IgnoreImplicit() ||
            (Local ? C.Local != Local : C.Local && !isa<ParmVarDecl>(C.Local)))
          continue;
        Mine = true;
        C.First = !C.Element;
      }
      if (!Mine && (!Local || mentions(S, Local)))
        return;
    }
  }

  static bool mentions(const Stmt *S, const VarDecl *Local) {
    if (!S)
      return false;
    if (auto *Ref = dyn_cast<DeclRefExpr>(S); Ref && Ref->getDecl() == Local)
      return true;
    // A jump may leave before the rest is done.
    if (isa<ReturnStmt, GotoStmt, BreakStmt, ContinueStmt>(S))
      return true;
    if (auto *Lambda = dyn_cast<LambdaExpr>(S))
      return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &C) {
        return C.capturesVariable() && C.getCapturedVar() == Local;
      });
    return llvm::any_of(S->children(),
                        [&](const Stmt *C) { return mentions(C, Local); });
  }

  std::vector<BodyChange> &Changes;
  size_t From;
};

} // namespace

void collectChanges(const Stmt *Body, bool IsBody, TuContext &Tu,
                    std::vector<BodyChange> &Into) {
  size_t From = Into.size();
  ChangeCollector(Tu, Into).TraverseStmt(const_cast<Stmt *>(Body));
  if (Into.size() == From)
    return;
  std::stable_sort(Into.begin() + From, Into.end(),
                   [](const BodyChange &A, const BodyChange &B) {
                     return A.At->getEndLoc() < B.At->getEndLoc();
                   });
  FirstFinder Finder(Into, From);
  if (IsBody)
    Finder.body(Body);
  Finder.TraverseStmt(const_cast<Stmt *>(Body));
}

} // namespace stateless
