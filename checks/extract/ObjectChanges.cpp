//===- ObjectChanges.cpp - What a body does to objects with texts ---------===//
#include "extract/ObjectChanges.h"
#include "extract/Callees.h"
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
    if (auto *Binary = dyn_cast<BinaryOperator>(E);
        Binary && Binary->isPtrMemOp()) {
      Into.AnyField = true;
      return find(Binary->getLHS(), Into);
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
      QualType Owned = Tu.Typer.held(Object->getType());
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
    keep(Op->getRHS(), Op);
    BodyChange C;
    if (!PartFinder(Tu).find(Op->getLHS(), C) || isLocalAlone(Op->getLHS(), C))
      return true;
    bool Plain = Op->getOpcode() == BO_Assign;
    add(std::move(C), Plain ? ChangeKind::Given : ChangeKind::Lost,
        Op->getRHS(), Op);
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *Op) {
    if (Op->getOpcode() == UO_Deref)
      Handed.insert(stripped(Op->getSubExpr()));
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

  bool VisitArraySubscriptExpr(ArraySubscriptExpr *Subscript) {
    Handed.insert(Subscript->getBase()->IgnoreParens());
    return true;
  }

  /// An array of objects or characters that is handed on as a pointer.
  bool VisitImplicitCastExpr(ImplicitCastExpr *Cast) {
    // const char *P = Buffer only reads.
    if (Cast->getType()->isPointerType() && !canChange(Cast->getType()))
      Handed.insert(stripped(Cast));
    BodyChange C;
    if (Cast->getCastKind() == CK_ArrayToPointerDecay &&
        canChange(Cast->getType()) && !Handed.contains(Cast) &&
        !Handed.contains(stripped(Cast)) &&
        PartFinder(Tu).find(Cast->getSubExpr(), C))
      add(std::move(C), ChangeKind::Lent, nullptr, Cast);
    return true;
  }

  bool VisitVarDecl(VarDecl *Var) {
    const Expr *Init = Var->getInit();
    if (!Init)
      return true;
    // const T *P = &Object only reads.
    if (Var->getType()->isPointerType() && !canChange(Var->getType()))
      Handed.insert(stripped(Init));
    else if (isa<DecompositionDecl>(Var) && canChange(Var->getType()))
      lend(Init, Init);
    else
      keep(Init, Init);
    return true;
  }

  /// Its elements can be changed by the variable of the loop.
  bool VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
    if (canChange(Loop->getLoopVariable()->getType()))
      lend(Loop->getRangeInit(), Loop->getRangeInit());
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    llvm::SmallVector<const Expr *, 4> Args(Call->arguments());
    for (const Expr *Arg : Args)
      Handed.insert(stripped(Arg));
    const Expr *Object = nullptr;
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      Object = Member->getImplicitObjectArgument();
    } else if (isa<CXXOperatorCallExpr>(Call) && Method &&
               !Method->isStatic()) {
      Object = Args.front();
      Args.erase(Args.begin());
    }
    if (Object && Method)
      received(Object, Method, Args, Call);
    else if (Object)
      lose(Object, Call); // By a pointer to member.
    for (unsigned I = 0; I < Args.size(); ++I)
      if (Callee)
        passed(Args[I], I, Callee, Call);
      else if (reaches(Args[I], Args[I]->getType()))
        lend(Args[I], Call);
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) {
    const CXXConstructorDecl *Ctor = Construct->getConstructor();
    bool Refers = refers(Construct->getType());
    for (unsigned I = 0; I < Construct->getNumArgs(); ++I) {
      const Expr *Arg = Construct->getArg(I);
      Handed.insert(stripped(Arg));
      if (I >= Ctor->getNumParams())
        continue;
      QualType Param = Ctor->getParamDecl(I)->getType();
      // A copy of a smart pointer leads there, too.
      QualType Held = Refers && Ctor->isCopyConstructor()
                          ? Tu.Typer.held(Arg->getType())
                          : QualType();
      bool Copies = !Held.isNull() && !Held.isConstQualified();
      bool Forwarded = !Refers && isForwardedCopy(Tu, Ctor, I);
      if (Copies ||
          reaches(Arg, Forwarded ? Param.getNonReferenceType() : Param))
        lend(Arg, Construct);
    }
    return true;
  }

  bool VisitInitListExpr(InitListExpr *List) {
    // What was written has no conversions yet.
    if (InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    bool Record = !List->getType().isNull() && List->getType()->isRecordType();
    for (Expr *Init : List->inits()) {
      if (!Init || Init->getType().isNull())
        continue;
      // A glvalue initialises a reference member.
      if (Record && Init->isLValue() && !Init->getType().isConstQualified())
        lend(Init, Init);
      else if (auto *Construct = dyn_cast<CXXConstructExpr>(stripped(Init)))
        VisitCXXConstructExpr(const_cast<CXXConstructExpr *>(Construct));
      else
        keep(Init, Init);
    }
    return true;
  }

private:
  /// True for classes whose objects keep references to what they are given: a
  /// smart pointer, a reference wrapper, a pair of references.
  bool refers(QualType T) {
    if (Tu.Typer.isPointerLike(T))
      return true;
    auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        T->getAsCXXRecordDecl());
    return Class &&
           llvm::any_of(Class->getTemplateArgs().asArray(), isReference);
  }

  static bool isReference(const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Pack)
      return llvm::any_of(A.pack_elements(), isReference);
    return A.getKind() == TemplateArgument::Type && canChange(A.getAsType()) &&
           A.getAsType()->isLValueReferenceType();
  }

  void add(BodyChange C, ChangeKind Kind, const Expr *What, const Expr *At) {
    C.Kind = C.AnyField && Kind != ChangeKind::Lent ? ChangeKind::Lost : Kind;
    C.What = What;
    C.At = At;
    Into.push_back(std::move(C));
  }

  void lend(const Expr *Part, const Expr *At) {
    BodyChange C;
    if (PartFinder(Tu).find(Part, C))
      add(std::move(C), ChangeKind::Lent, nullptr, At);
  }

  void lose(const Expr *Part, const Expr *At) {
    BodyChange C;
    if (PartFinder(Tu).find(Part, C))
      add(std::move(C), ChangeKind::Lost, nullptr, At);
  }

  /// A pointer that is copied elsewhere: `Last = Given`.
  void keep(const Expr *Pointer, const Expr *At) {
    if (canChange(Pointer->getType()) && Pointer->getType()->isPointerType() &&
        Tu.Holders.of(Pointer->getType()) &&
        isa<DeclRefExpr, CXXThisExpr>(stripped(Pointer)))
      lend(Pointer, At);
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

  /// True for a pointer or reference to something that is not const.
  static bool canChange(QualType T) {
    // In a template that nothing instantiates some lists have no type.
    if (T.isNull())
      return false;
    QualType Pointee = T->getPointeeType();
    return !Pointee.isNull() && !Pointee.isConstQualified() &&
           !Pointee->isFunctionType();
  }

  /// True if who is given \p Arg for a parameter of type \p Param can change
  /// what it names or points to.
  static bool reaches(const Expr *Arg, QualType Param) {
    if (Arg->getType().isNull() || Param.isNull())
      return false;
    if (Arg->getType()->isPointerType()) {
      // A pointer by reference may be made to lead elsewhere.
      QualType Given = Param.getNonReferenceType();
      return canChange(Given->isPointerType() ? Given : Arg->getType()) ||
             (Param->isLValueReferenceType() && canChange(Param));
    }
    return Arg->isLValue() && Param->isLValueReferenceType() &&
           canChange(Param);
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
    if (Tu.Namer.inProject(Method)) {
      // What is inside can be changed there, but for what chains calls.
      bool Chains = Call->isLValue() && Tu.Ast.hasSameUnqualifiedType(
                                            Object->getType(), Call->getType());
      if (canChange(Method->getReturnType()) && !Chains)
        add(C, ChangeKind::Lent, nullptr, Call);
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
    if (Text || Models.isPure(static_cast<int>(Index)))
      return;
    QualType Param = Index < Callee->getNumParams()
                         ? Callee->getParamDecl(Index)->getType()
                         : Arg->getType();
    bool Forwarded = isForwardedCopy(Tu, Callee, Index);
    if (Forwarded)
      Param = Param.getNonReferenceType();
    if (!reaches(Arg, Param) || !PartFinder(Tu).find(Arg, C))
      return;
    if (!Tu.Namer.inProject(Callee)) {
      bool Fills =
          !Forwarded && !Models.get<ForwardModel>() &&
          Tu.Ast.hasSameUnqualifiedType(Param->getPointeeType(),
                                        Arg->getType()->isPointerType()
                                            ? Arg->getType()->getPointeeType()
                                            : Arg->getType());
      return add(std::move(C), Fills ? ChangeKind::Lost : ChangeKind::Lent,
                 nullptr, Call);
    }
    // What is given back can be changed there, too.
    if (canChange(Callee->getReturnType()))
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
  markFirst(Body, IsBody, llvm::MutableArrayRef(Into).drop_front(From));
}

} // namespace stateless
