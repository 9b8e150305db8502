//===- BodyImplicit.cpp - Calls that nobody wrote ------------------------===//
//
// Constructors of members and bases, default arguments and initialisers,
// destructors of what goes out of scope, and constructors that a library
// function such as make_unique runs: they become calls like any other. It must
// not know what they do.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"
#include "extract/Constructors.h"
#include "extract/MadeObjects.h"

using namespace clang;

namespace stateless {

/// Members of members are looked at this deep.
static constexpr unsigned MaxParts = 4;

void BodyVisitor::implicitCall(CallKind Kind, const FunctionDecl *Callee,
                               SourceLocation Loc) {
  if (!Tu.Namer.inProject(Callee))
    return;
  Call Fact;
  Fact.Kind = Kind;
  Fact.Callee = Tu.Namer.symbol(Callee);
  Fact.CalleeName = Tu.Namer.qualifiedName(Callee);
  Fact.Loc = placed(Stack.back().Points.last(), Loc);
  std::vector<Call> &Calls = Stack.back().Fact.Calls;
  if (!llvm::is_contained(Calls, Fact))
    Calls.push_back(std::move(Fact));
}

//===-- Construction ------------------------------------------------------===//

namespace {

/// What the construction of an object runs besides a constructor that somebody
/// wrote for it.
struct ImplicitParts {
  llvm::SmallVector<const CXXConstructorDecl *, 4> Constructors;
  llvm::SmallVector<const FieldDecl *, 4> Initializers;
};

} // namespace

static void collectParts(const CXXConstructorDecl *Ctor, unsigned Depth,
                         ImplicitParts &Into);

/// The constructor of \p Record that copies or moves, or the default one, as
/// \p Like does.
static bool isLike(const CXXConstructorDecl *Ctor,
                   const CXXConstructorDecl *Like) {
  return Like->isCopyConstructor()   ? Ctor->isCopyConstructor()
         : Like->isMoveConstructor() ? Ctor->isCopyOrMoveConstructor()
                                     : Ctor->isDefaultConstructor();
}

static void collectLike(const CXXConstructorDecl *Like, QualType T,
                        unsigned Depth, ImplicitParts &Into) {
  while (auto *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return;
  for (const CXXConstructorDecl *Ctor : Record->ctors())
    if (isLike(Ctor, Like) && !Ctor->isDeleted()) {
      if (Ctor->isUserProvided())
        Into.Constructors.push_back(Ctor);
      else
        collectParts(Ctor, Depth + 1, Into);
    }
}

/// Of a constructor that nobody wrote: those of bases and members.
static void collectParts(const CXXConstructorDecl *Ctor, unsigned Depth,
                         ImplicitParts &Into) {
  if (Depth > MaxParts)
    return;
  const CXXRecordDecl *Record = Ctor->getParent();
  // The base whose constructor is inherited has been told as the callee.
  const CXXRecordDecl *Inherited = Ctor->isInheritingConstructor()
                                       ? writtenConstructor(Ctor)->getParent()
                                       : nullptr;
  for (const CXXBaseSpecifier &Base : Record->bases()) {
    const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
    if (!Inherited || !Of ||
        (Of->getCanonicalDecl() != Inherited->getCanonicalDecl() &&
         !Of->isDerivedFrom(Inherited)))
      collectLike(Ctor, Base.getType(), Depth, Into);
  }
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->hasInClassInitializer() && !Ctor->isCopyOrMoveConstructor())
      Into.Initializers.push_back(Field);
    else
      collectLike(Ctor, Field->getType(), Depth, Into);
  }
}

void BodyVisitor::constructed(const CXXConstructorDecl *Ctor,
                              SourceLocation Loc) {
  if (Ctor->isUserProvided() || !Tu.Namer.inProject(Ctor->getParent()))
    return;
  ImplicitParts Parts;
  collectParts(Ctor, 0, Parts);
  for (const CXXConstructorDecl *Part : Parts.Constructors)
    implicitCall(CallKind::Constructor, Part, Loc);
  for (const FieldDecl *Field : Parts.Initializers)
    initializes(Field, Loc);
}

/// The initialiser of a member is a function of its own.
void BodyVisitor::initializes(const FieldDecl *Field, SourceLocation Loc) {
  if (!Tu.Namer.inProject(Field))
    return;
  Call Fact;
  Fact.Kind = CallKind::Constructor;
  Fact.Callee = Tu.Namer.initializerSymbol(Field);
  Fact.CalleeName = Tu.Namer.qualifiedName(Field);
  Fact.Loc = placed(Stack.back().Points.last(), Loc);
  std::vector<Call> &Calls = Stack.back().Fact.Calls;
  if (!llvm::is_contained(Calls, Fact))
    Calls.push_back(std::move(Fact));
}

bool BodyVisitor::VisitCXXDefaultInitExpr(CXXDefaultInitExpr *Default) {
  initializes(Default->getField(), Default->getUsedLocation());
  return true;
}

/// A default argument is evaluated by each call that leaves it out.
bool BodyVisitor::VisitCXXDefaultArgExpr(CXXDefaultArgExpr *Default) {
  if (Tu.Namer.inProject(Default->getParam()))
    TraverseStmt(Default->getExpr());
  return true;
}

/// `co_await X` calls what X says of waiting and of going on.
bool BodyVisitor::VisitCoroutineSuspendExpr(CoroutineSuspendExpr *Suspend) {
  for (Expr *Part : {Suspend->getReadyExpr(), Suspend->getSuspendExpr(),
                     Suspend->getResumeExpr()})
    calledIn(Part);
  return true;
}

/// A range-for calls begin, end and the iterator's operators.
bool BodyVisitor::VisitCXXForRangeStmt(CXXForRangeStmt *Loop) {
  for (DeclStmt *Hidden : {Loop->getBeginStmt(), Loop->getEndStmt()})
    if (Hidden)
      if (auto *Var = dyn_cast<VarDecl>(Hidden->getSingleDecl()))
        calledIn(Var->getInit());
  calledIn(Loop->getCond());
  calledIn(Loop->getInc());
  if (VarDecl *Var = Loop->getLoopVariable())
    calledIn(Var->getInit());
  return true;
}

/// The outermost call of \p E: of the project, or of a view that runs its code.
void BodyVisitor::calledIn(const Expr *E) {
  if (!E)
    return;
  E = E->IgnoreImplicit()->IgnoreParens();
  auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (Callee && !Tu.Namer.inProject(Callee))
    recordCall(Call, Stack.back());
  else if (Callee)
    implicitCall(CallKind::Direct, Callee, Call->getExprLoc());
}

/// make_unique<T>(..), Objects.emplace_back(..): the library runs T's
/// constructor with what it is given.
void BodyVisitor::madeCall(const FunctionDecl *Callee, QualType Object,
                           llvm::ArrayRef<const Expr *> Args, const Expr *E) {
  for (const MadeObject &Made : madeBy(Tu, Callee, Object, Args)) {
    MadeConstructors Fitting = constructorsOf(Tu, Made);
    for (const CXXConstructorDecl *Ctor : Fitting.All) {
      if (!Ctor->isUserProvided()) {
        constructed(Ctor, E->getExprLoc());
        continue;
      }
      Frame &F = Stack.back();
      Call Fact;
      Fact.Kind = CallKind::Constructor;
      Fact.Callee = Tu.Namer.symbol(Ctor);
      Fact.CalleeName = Tu.Namer.qualifiedName(Ctor);
      Fact.Loc = placed(E);
      if (!Fitting.Loosely)
        describeArguments(Fact, Ctor, Made.Args, F);
      F.Fact.Calls.push_back(std::move(Fact));
    }
  }
}

//===-- Destruction -------------------------------------------------------===//

/// Destructors that somebody wrote and that the end of an object of type \p T
/// runs: its own, or else those of what it is made of or holds.
static void
collectDestructors(QualType T, unsigned Depth, const Names &Namer,
                   llvm::SmallVectorImpl<const CXXDestructorDecl *> &Into) {
  if (T.isNull() || Depth > MaxParts)
    return;
  while (auto *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return;
  if (!Namer.inProject(Record)) {
    // What a smart pointer or a container of the library owns.
    if (auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record))
      for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray())
        if (Arg.getKind() == TemplateArgument::Type)
          collectDestructors(Arg.getAsType(), Depth + 1, Namer, Into);
    return;
  }
  const CXXDestructorDecl *Destructor = Record->getDestructor();
  if (Destructor && Destructor->isUserProvided() &&
      !llvm::is_contained(Into, Destructor))
    Into.push_back(Destructor);
  for (const CXXBaseSpecifier &Base : Record->bases())
    collectDestructors(Base.getType(), Depth + 1, Namer, Into);
  for (const FieldDecl *Field : Record->fields())
    collectDestructors(Field->getType(), Depth + 1, Namer, Into);
}

void BodyVisitor::destroyed(QualType T, SourceLocation Loc) {
  llvm::SmallVector<const CXXDestructorDecl *, 4> Destructors;
  collectDestructors(T, 0, Tu.Namer, Destructors);
  for (const CXXDestructorDecl *Destructor : Destructors)
    implicitCall(Destructor->isVirtual() ? CallKind::Virtual
                                         : CallKind::Destructor,
                 Destructor, Loc);
}

bool BodyVisitor::VisitCXXBindTemporaryExpr(CXXBindTemporaryExpr *Temporary) {
  destroyed(Temporary->getType(), Temporary->getExprLoc());
  return true;
}

} // namespace stateless
