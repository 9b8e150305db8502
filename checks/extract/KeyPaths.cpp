//===- KeyPaths.cpp - Which expressions name the same object --------------===//
#include "extract/KeyPaths.h"
#include "extract/Callees.h"
#include "extract/LibraryTypes.h"

using namespace clang;

namespace stateless {

const Expr *plain(const Expr *E) {
  for (;;) {
    const Expr *Next = E->IgnoreParenImpCasts();
    if (auto *Full = dyn_cast<FullExpr>(Next))
      Next = Full->getSubExpr();
    else if (auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Next))
      Next = Temporary->getSubExpr();
    else if (auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Next))
      Next = Bound->getSubExpr();
    else if (auto *Default = dyn_cast<SubstNonTypeTemplateParmExpr>(Next))
      Next = Default->getReplacement();
    else if (auto *Made = dyn_cast<CXXConstructExpr>(Next);
             Made && Made->getNumArgs() >= 1 &&
             !isa<CXXTemporaryObjectExpr>(Made) &&
             (Made->getNumArgs() == 1 ||
              isa<CXXDefaultArgExpr>(Made->getArg(1))))
      Next = Made->getArg(0);
    else if (auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Next);
             Cast && Cast->getType()->isRecordType())
      Next = Cast->getSubExpr();
    if (Next == E)
      return E;
    E = Next;
  }
}

const Expr *receiverOf(const CallExpr *Call) {
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Member->getImplicitObjectArgument();
  if (isa<CXXOperatorCallExpr>(Call) && Call->getNumArgs() != 0 &&
      isa_and_nonnull<CXXMethodDecl>(Call->getDirectCallee()))
    return Call->getArg(0);
  return nullptr;
}

llvm::SmallVector<const Expr *, 4> argumentsOf(const CallExpr *Call) {
  llvm::SmallVector<const Expr *, 4> Args(Call->arguments());
  if (isa<CXXOperatorCallExpr>(Call) && receiverOf(Call))
    Args.erase(Args.begin());
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()))
    Args.pop_back();
  return Args;
}

const Expr *firstOfPair(const Expr *E) {
  E = plain(E);
  if (auto *List = dyn_cast<InitListExpr>(E); List && List->getNumInits() == 2)
    return List->getInit(0);
  if (auto *Made = dyn_cast<CXXConstructExpr>(E);
      Made && Made->getNumArgs() == 2)
    return Made->getArg(0);
  return nullptr;
}

const Expr *addedKey(const CallExpr *Call) {
  auto Args = argumentsOf(Call);
  const Expr *First = Args.size() == 1 && !isa<CXXOperatorCallExpr>(Call)
                          ? firstOfPair(Args[0])
                          : nullptr;
  return First ? First : Args[0];
}

//===-- What is written twice ---------------------------------------------===//

const Expr *objectIn(const Expr *E) {
  for (;;) {
    E = plain(E);
    if (auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary &&
        (Unary->getOpcode() == UO_Deref || Unary->getOpcode() == UO_AddrOf))
      E = Unary->getSubExpr();
    else if (auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
             Op && Op->getNumArgs() == 1 && receiverOf(Op) &&
             (Op->getOperator() == OO_Arrow || Op->getOperator() == OO_Star))
      E = Op->getArg(0);
    else
      return E;
  }
}

/// What a pair or another object of a library is made of; nothing: \p E is no
/// such object.
static llvm::SmallVector<const Expr *, 4> partsOf(const Expr *E) {
  llvm::SmallVector<const Expr *, 4> Parts;
  if (auto *List = dyn_cast<InitListExpr>(E))
    for (const Expr *Init : List->inits())
      Parts.push_back(Init);
  else if (auto *Made = dyn_cast<CXXConstructExpr>(E))
    Parts.append(Made->arg_begin(), Made->arg_end());
  return llvm::is_contained(Parts, nullptr)
             ? llvm::SmallVector<const Expr *, 4>()
             : Parts;
}

bool isSameObject(const Expr *A, const Expr *B, const CalledWith *In) {
  return isSame(objectIn(A), objectIn(B), In);
}

static bool isSameCall(const CallExpr *A, const CallExpr *B,
                       const CalledWith *In) {
  const FunctionDecl *Callee = A->getDirectCallee();
  if (!Callee || !B->getDirectCallee() ||
      Callee->getDeclName() != B->getDirectCallee()->getDeclName() ||
      Callee->getDeclContext() != B->getDirectCallee()->getDeclContext())
    return false;
  const Expr *OfA = receiverOf(A), *OfB = receiverOf(B);
  if (!OfA != !OfB || (OfA && !isSameObject(OfA, OfB, In)))
    return false;
  auto ArgsA = argumentsOf(A), ArgsB = argumentsOf(B);
  if (ArgsA.size() != ArgsB.size())
    return false;
  for (size_t I = 0; I < ArgsA.size(); ++I)
    if (!isSame(ArgsA[I], ArgsB[I], In))
      return false;
  return true;
}

bool isSame(const Expr *A, const Expr *B, const CalledWith *In) {
  A = plain(A);
  B = plain(B);
  if (In) {
    if (auto *Ref = dyn_cast<DeclRefExpr>(A))
      if (auto *Param = dyn_cast<ParmVarDecl>(Ref->getDecl())) {
        const Expr *Given = In->Arguments.lookup(Param);
        return Given && isSame(Given, B);
      }
    if (isa<CXXThisExpr>(A))
      return In->Object && isSameObject(In->Object, B, nullptr);
  }
  if (A->getStmtClass() != B->getStmtClass())
    return false;
  switch (A->getStmtClass()) {
  case Stmt::CXXThisExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
    return true;
  case Stmt::DeclRefExprClass:
    return cast<DeclRefExpr>(A)->getDecl() == cast<DeclRefExpr>(B)->getDecl();
  case Stmt::MemberExprClass:
    return cast<MemberExpr>(A)->getMemberDecl() ==
               cast<MemberExpr>(B)->getMemberDecl() &&
           isSameObject(cast<MemberExpr>(A)->getBase(),
                        cast<MemberExpr>(B)->getBase(), In);
  case Stmt::IntegerLiteralClass:
    return llvm::APInt::isSameValue(cast<IntegerLiteral>(A)->getValue(),
                                    cast<IntegerLiteral>(B)->getValue());
  case Stmt::CharacterLiteralClass:
    return cast<CharacterLiteral>(A)->getValue() ==
           cast<CharacterLiteral>(B)->getValue();
  case Stmt::CXXBoolLiteralExprClass:
    return cast<CXXBoolLiteralExpr>(A)->getValue() ==
           cast<CXXBoolLiteralExpr>(B)->getValue();
  case Stmt::StringLiteralClass:
    return cast<StringLiteral>(A)->getBytes() ==
           cast<StringLiteral>(B)->getBytes();
  case Stmt::UnaryOperatorClass:
    return cast<UnaryOperator>(A)->getOpcode() ==
               cast<UnaryOperator>(B)->getOpcode() &&
           isSame(cast<UnaryOperator>(A)->getSubExpr(),
                  cast<UnaryOperator>(B)->getSubExpr(), In);
  case Stmt::BinaryOperatorClass:
    return cast<BinaryOperator>(A)->getOpcode() ==
               cast<BinaryOperator>(B)->getOpcode() &&
           isSame(cast<BinaryOperator>(A)->getLHS(),
                  cast<BinaryOperator>(B)->getLHS(), In) &&
           isSame(cast<BinaryOperator>(A)->getRHS(),
                  cast<BinaryOperator>(B)->getRHS(), In);
  case Stmt::ArraySubscriptExprClass:
    return isSame(cast<ArraySubscriptExpr>(A)->getBase(),
                  cast<ArraySubscriptExpr>(B)->getBase(), In) &&
           isSame(cast<ArraySubscriptExpr>(A)->getIdx(),
                  cast<ArraySubscriptExpr>(B)->getIdx(), In);
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
    return bare(A->getType()) == bare(B->getType()) &&
           isSame(cast<CastExpr>(A)->getSubExpr(),
                  cast<CastExpr>(B)->getSubExpr(), In);
  case Stmt::InitListExprClass:
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: {
    auto PartsA = partsOf(A), PartsB = partsOf(B);
    return !PartsA.empty() && PartsA.size() == PartsB.size() &&
           llvm::all_of(llvm::zip(PartsA, PartsB), [&](auto Pair) {
             return isSame(std::get<0>(Pair), std::get<1>(Pair), In);
           });
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
    return isSameCall(cast<CallExpr>(A), cast<CallExpr>(B), In);
  default:
    return false;
  }
}

//===-- What changes it ---------------------------------------------------===//

NamedPath pathOf(const Expr *E) {
  NamedPath Path;
  Path.Type = bare(E->getType());
  for (;;) {
    E = plain(E);
    if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl())) {
        Path.Fields.insert(Path.Fields.begin(), Field);
        Path.Indirect |= Field->getType()->isReferenceType();
      } else if (auto *Static = dyn_cast<VarDecl>(Member->getMemberDecl())) {
        Path.Root = Static;
        return Path;
      }
      Path.Indirect |= Member->isArrow();
      E = Member->getBase();
    } else if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      Path.Indirect |= Unary->getOpcode() == UO_Deref;
      E = Unary->getSubExpr();
    } else if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
      Path.Indirect |= E->IgnoreParenImpCasts()->getType()->isPointerType();
    } else if (auto *Cast = dyn_cast<CastExpr>(E)) {
      E = Cast->getSubExpr();
    } else if (auto *Call = dyn_cast<CallExpr>(E)) {
      const Expr *Object = receiverOf(Call);
      auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
      Path.Indirect = true;
      if (!Object || !Method || !(Method->isConst() || isAccessor(Method)))
        return Path;
      E = Object;
    } else if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      Path.Root = dyn_cast<VarDecl>(Ref->getDecl());
      Path.Indirect |= !Path.Root || Path.Root->getType()->isReferenceType();
      return Path;
    } else {
      Path.Indirect = true;
      return Path;
    }
  }
}

NamedPath pathOfObject(const Expr *E) {
  NamedPath Path = pathOf(E);
  if (!E->getType()->isPointerType())
    return Path;
  auto *Address = dyn_cast<UnaryOperator>(plain(E));
  Path.Indirect |= !Address || Address->getOpcode() != UO_AddrOf;
  Path.Type = bare(E->getType()->getPointeeType());
  return Path;
}

/// True if \p Path is known to be \p Variable itself, or a part of it.
static bool isDirect(const NamedPath &Path) {
  return Path.Root && !Path.Indirect;
}

bool mayChange(const NamedPath &Changed, const NamedPath &Part) {
  // One is the other, or a part of it.
  size_t Common = std::min(Changed.Fields.size(), Part.Fields.size());
  if (Changed.Root == Part.Root && (Changed.Root || Common != 0) &&
      std::equal(Changed.Fields.begin(), Changed.Fields.begin() + Common,
                 Part.Fields.begin()))
    return !Part.Link || Changed.Fields.size() <= Part.Fields.size();
  // Two names of one object.
  if (isDirect(Changed) && isDirect(Part))
    return false;
  if (!Changed.Fields.empty() &&
      llvm::is_contained(Part.Fields, Changed.Fields.back()))
    return true;
  // A local that is no reference has one name only, while nobody has its
  // address; what takes it, counts as a change.
  auto IsOwn = [](const NamedPath &P) {
    return isDirect(P) && !P.Root->hasGlobalStorage();
  };
  if (IsOwn(Changed) || IsOwn(Part))
    return false;
  const RecordDecl *Class = Changed.Type->getAsRecordDecl();
  return Changed.Type == Part.Type ||
         (Class && llvm::any_of(Part.Fields, [&](const FieldDecl *Field) {
            return Field->getParent()->getCanonicalDecl() ==
                   Class->getCanonicalDecl();
          }));
}

/// True for a function of the project that only gives out a variable or a
/// field, the same each time.
static bool isGetter(const FunctionDecl *Callee) {
  const Stmt *Code = Callee->getBody();
  auto *Block = dyn_cast_or_null<CompoundStmt>(Code);
  if (!Block || Block->body_empty())
    return false;
  for (const Stmt *S : Block->body())
    if (S != Block->body_back()) {
      auto *Declares = dyn_cast<DeclStmt>(S);
      if (!Declares || !llvm::all_of(Declares->decls(), [](const Decl *D) {
            auto *Var = dyn_cast<VarDecl>(D);
            return Var && Var->isStaticLocal();
          }))
        return false;
    }
  auto *Return = dyn_cast<ReturnStmt>(Block->body_back());
  if (!Return || !Return->getRetValue())
    return false;
  const Expr *E = plain(Return->getRetValue());
  while (auto *Member = dyn_cast<MemberExpr>(E))
    E = plain(Member->getBase());
  auto *Ref = dyn_cast<DeclRefExpr>(E);
  return isa<CXXThisExpr>(E) || (Ref && isa<VarDecl>(Ref->getDecl()));
}

/// True if \p Callee gives the same each time for the same object and
/// arguments.
static bool isStable(const FunctionDecl *Callee, TuContext &Tu) {
  if (Tu.Namer.inProject(Callee))
    return isGetter(Callee);
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  if (Method && !Method->isStatic())
    return Method->isConst() || isAccessor(Method) ||
           Tu.Known.handsOut(Method) ||
           Tu.Known.of(Method).get<KeyMethodModel>();
  // Operators of a library, and what makes one text of others.
  return Callee->isOverloadedOperator() ||
         Tu.Known.of(Callee).says<ValueModel, ForwardModel>();
}

namespace {

/// Collects the names in an expression.
class PathFinder {
public:
  explicit PathFinder(TuContext &Tu) : Tu(Tu) {}

  /// What an expression is to the one around it.
  enum class Role : uint8_t {
    Value, ///< Its value counts.
    Whole, ///< Only a field of it counts.
    Link,  ///< Only what it leads to counts.
  };

  /// False: it is not stable.
  bool add(const Expr *E, Role As = Role::Value) {
    E = plain(E);
    if (isa<CXXThisExpr, IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr,
            StringLiteral, CXXNullPtrLiteralExpr>(E))
      return true;
    if (auto *Ref = dyn_cast<DeclRefExpr>(E))
      return addName(Ref, As);
    if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (!isa<FieldDecl, VarDecl>(Member->getMemberDecl()))
        return false;
      keep(E, As);
      return isa<VarDecl>(Member->getMemberDecl()) ||
             add(Member->getBase(),
                 Member->isArrow() ? Role::Link : Role::Whole);
    }
    if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
      bool Leads = Unary->getOpcode() == UO_Deref;
      if (Leads)
        keep(E, As);
      return !Unary->isIncrementDecrementOp() &&
             add(Unary->getSubExpr(), Leads ? Role::Link : Role::Value);
    }
    if (auto *Binary = dyn_cast<BinaryOperator>(E))
      return !Binary->isAssignmentOp() && add(Binary->getLHS()) &&
             add(Binary->getRHS());
    if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      keep(E, As);
      return add(Subscript->getBase()) && add(Subscript->getIdx());
    }
    if (auto *Cast = dyn_cast<ExplicitCastExpr>(E))
      return add(Cast->getSubExpr());
    if (auto *Made = dyn_cast<CXXConstructExpr>(E);
        Made && Tu.Namer.inProject(Made->getConstructor()) &&
        Made->getConstructor()->isUserProvided())
      return false;
    if (auto Parts = partsOf(E); !Parts.empty())
      return llvm::all_of(Parts, [&](const Expr *Part) { return add(Part); });
    auto *Call = dyn_cast<CallExpr>(E);
    return Call && addCall(Call, As);
  }

  llvm::SmallVector<NamedPath, 4> Found;

private:
  void keep(const Expr *E, Role As) {
    if (As == Role::Whole)
      return;
    Found.push_back(pathOf(E));
    Found.back().Link = As == Role::Link;
  }

  bool addName(const DeclRefExpr *Ref, Role As) {
    const ValueDecl *D = Ref->getDecl();
    if (auto *Part = dyn_cast<BindingDecl>(D)) {
      NamedPath Path;
      Path.Root = dyn_cast_or_null<VarDecl>(Part->getDecomposedDecl());
      Path.Type = bare(Ref->getType());
      Path.Indirect = Path.Root && Path.Root->getType()->isReferenceType();
      Found.push_back(Path);
      return Path.Root != nullptr;
    }
    if (isa<VarDecl>(D))
      keep(Ref, As);
    return isa<EnumConstantDecl>(D) ||
           (isa<VarDecl>(D) && !Ref->getType().isVolatileQualified());
  }

  bool addCall(const CallExpr *Call, Role As) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || !isStable(Callee, Tu))
      return false;
    if (Call->isGLValue())
      keep(Call, As);
    OverloadedOperatorKind Op = Callee->getOverloadedOperator();
    bool Leads = Op == OO_Arrow || Op == OO_Star;
    const Expr *Object = receiverOf(Call);
    if (Object && !add(Object, Leads ? Role::Link : Role::Value))
      return false;
    return llvm::all_of(argumentsOf(Call),
                        [&](const Expr *Argument) { return add(Argument); });
  }

  TuContext &Tu;
};

} // namespace

std::optional<llvm::SmallVector<NamedPath, 4>> stablePaths(const Expr *E,
                                                           TuContext &Tu) {
  PathFinder Finder(Tu);
  if (!Finder.add(E))
    return std::nullopt;
  return std::move(Finder.Found);
}

} // namespace stateless
