//===- BodyCalls.cpp - Calls in a body ------------------------------------===//
//
// A call becomes a fact with the texts that it is given. What is done to
// objects, value flow tells; what a model says, the other files of BodyVisitor.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"
#include "extract/Callees.h"
#include "extract/LibraryTypes.h"

using namespace clang;

namespace stateless {

bool BodyVisitor::VisitCallExpr(CallExpr *Call) {
  // An assignment that nobody wrote has no body, but is one for sure.
  if (auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
      Method && Method->isDefaulted() && isa<CXXOperatorCallExpr>(Call) &&
      Method->getOverloadedOperator() == OO_Equal &&
      Tu.Namer.inProject(Method->getParent()))
    placed(Call);
  recordCall(Call, Stack.back());
  givenTo(Call);
  return true;
}

bool BodyVisitor::VisitCXXConstructExpr(CXXConstructExpr *Construct) {
  recordCall(Construct, Stack.back());
  if (Tu.Namer.inProject(Construct->getConstructor()))
    givenTo(Construct);
  constructed(Construct->getConstructor(), Construct->getExprLoc());
  return true;
}

void BodyVisitor::recordCall(const Expr *E, Frame &F) {
  bool HandsCode = false;
  Call Fact = describeCall(E, F, HandsCode);
  if (HandsCode || Fact.Kind == CallKind::Indirect ||
      Fact.Role != CallRole::None || (Fact.Callee && !Fact.Library))
    F.Fact.Calls.push_back(std::move(Fact));
}

/// The position of argument \p Index in the models of \p Callee: a range stands
/// where two iterators do.
static ArgumentIndex modelledIndex(TuContext &Tu, const FunctionDecl *Callee,
                                   unsigned Index) {
  auto At = static_cast<ArgumentIndex>(Index);
  if (!Tu.Namer.functionObject(Callee))
    return At;
  for (unsigned I = 0; I < std::min(Index, Callee->getNumParams()); ++I) {
    QualType T = bare(Callee->getParamDecl(I)->getType());
    At +=
        T->isArrayType() || (T->isRecordType() && !isIterator(T) &&
                             !Tu.Code.hasCallOperator(T->getAsCXXRecordDecl()));
  }
  return At;
}

bool mayWriteArgument(TuContext &Tu, const FunctionDecl *Callee, unsigned Index,
                      const Expr *Arg, QualType Param) {
  bool Library = Callee && !Tu.Namer.inProject(Callee);
  if (Callee && (Tu.Known.of(Callee).isPure(modelledIndex(Tu, Callee, Index)) ||
                 Tu.Known.of(Callee).get<ForwardModel>()))
    return false;
  // Beyond the parameters, only the scanf family writes.
  if (Library && Index >= Callee->getNumParams())
    return llvm::any_of(Callee->specific_attrs<FormatAttr>(),
                        [](const FormatAttr *A) {
                          return A->getType()->getName().contains("scanf");
                        });
  // A library that forwards an lvalue copies from it; what takes ranges takes
  // them so, too, and writes them.
  bool IsObject = Callee && Tu.Namer.functionObject(Callee);
  if (Library && !IsObject && Param->isReferenceType() &&
      isForwarding(Callee, Index) && Arg->isLValue() &&
      Callee->getOverloadedOperator() != OO_GreaterGreater)
    return false;
  // A range that a container copies, given by pointers.
  if (Library && Param->isPointerType() && isa<CXXMethodDecl>(Callee) &&
      isOfTemplate(Callee, Index))
    return false;
  QualType Pointee = Param->getPointeeType();
  if (!Pointee.isNull())
    return !Pointee.isConstQualified() && !Pointee->isFunctionType();
  // Iterators by value write through a free algorithm; a method that takes a
  // range reads it.
  return Tu.Typer.isPointerLike(Param) && Callee &&
         (!Library || IsObject || !isa<CXXMethodDecl>(Callee));
}

void BodyVisitor::describeArguments(Call &Fact, const FunctionDecl *Callee,
                                    llvm::ArrayRef<const Expr *> Args,
                                    Frame &F) {
  for (unsigned I = 0; I < Args.size(); ++I) {
    // How many a pack stands for, and so which parameter is next, is open.
    if (isa<PackExpansionExpr>(Args[I]))
      break;
    QualType Param = Callee && I < Callee->getNumParams()
                         ? Callee->getParamDecl(I)->getType()
                         : Args[I]->getType();
    Fact.Args.push_back(F.Valuer.ofArgument(Args[I], Param));
  }
}

/// True if the library only puts callables into what it makes or is called on
/// (std::function's constructor, push_back, std::bind): they flow on, and run
/// where that is called.
bool BodyVisitor::onlyKeeps(const FunctionDecl *Callee, const Expr *E,
                            const Expr *Receiver) {
  // A copy or an assignment that nobody wrote.
  if (Callee->isDefaulted())
    return true;
  if (Tu.Namer.inProject(Callee) || Callee->getOverloadedOperator() == OO_Call)
    return false;
  if (isa<CXXConstructExpr>(E))
    return Tu.Code.canHold(E->getType());
  if (Receiver)
    return Tu.Code.canHold(Receiver->getType());
  return Callee->isTemplateInstantiation() &&
         Tu.Code.canHold(Callee->getReturnType());
}

/// True if a call of \p Method on \p Object runs that method, and none that
/// overrides it: the object is a variable of the class, or the class is final.
static bool isExact(const CXXMethodDecl *Method, const Expr *Object) {
  if (Object->isTypeDependent() || Method->getParent()->isDependentContext())
    return false;
  const CXXMethodDecl *Runs =
      const_cast<CXXMethodDecl *>(Method)->getDevirtualizedMethod(
          Object, /*IsAppleKext=*/false);
  return Runs && Runs->getCanonicalDecl() == Method->getCanonicalDecl();
}

/// \p HandsCode becomes true if something is passed on to be called.
Call BodyVisitor::describeCall(const Expr *E, Frame &F, bool &HandsCode) {
  Call Fact;
  Fact.Loc = placed(E);
  const CallParts Parts(Tu, E);
  const FunctionDecl *Callee = Parts.Callee;
  const Expr *Receiver = Parts.Receiver;
  llvm::ArrayRef<const Expr *> Args = Parts.Args;
  if (isa<CXXConstructExpr>(E))
    Fact.Kind = CallKind::Constructor;
  else if (!Callee)
    Fact.Kind = CallKind::Indirect;
  if (Callee) {
    Fact.Callee = Tu.Namer.symbol(Callee);
    Fact.CalleeName = Tu.Namer.qualifiedName(Callee);
    Fact.Library = !Tu.Namer.inProject(Callee);
    auto *AsCall = dyn_cast<CallExpr>(E);
    Fact.Role = AsCall && AsCall->getDirectCallee() ? F.Replies.roleOf(AsCall)
                                                    : Tu.Known.roleOf(Callee);
    // Handler(Request) of a std::function.
    if (Fact.Library && Receiver &&
        Callee->getOverloadedOperator() == OO_Call &&
        Tu.Code.canHold(Receiver->getType()))
      Fact.Kind = CallKind::Indirect;
  }
  if (Receiver) {
    if (Callee && !Fact.Library && Tu.Holders.of(Receiver->getType()))
      Fact.Object = F.Valuer.of(Receiver);
    if (auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee)) {
      // Moving out of a const object cannot be; `Base::f()` is not virtual.
      auto *Member =
          dyn_cast<MemberExpr>(cast<CallExpr>(E)->getCallee()->IgnoreParens());
      if (Method->isVirtual() && !(Member && Member->hasQualifier()) &&
          !isExact(Method, Receiver))
        Fact.Kind = CallKind::Virtual;
    }
  }
  describeArguments(Fact, Callee, Args, F);
  bool Keeps = Callee && Fact.Role != CallRole::RunsNow &&
               onlyKeeps(Callee, E, Receiver);
  HandsCode = !Keeps && llvm::any_of(Args, [&](const Expr *Arg) {
    return !isa<CXXDefaultArgExpr>(Arg) && Tu.Code.canHold(Arg->getType());
  });
  // A container may run what it compares with.
  HandsCode |= Receiver && Fact.Library && Tu.Code.canHold(Receiver->getType());
  if (Callee && &F == &Stack.back()) {
    recordOperation(Callee, E, Receiver, Args, F);
    recordSetting(Callee, E, Args, F);
    writesText(Callee, E, Args, F);
    assignsText(Callee, Receiver, Args, E, F);
    HandsCode |= recordRegistration(Callee, E, Receiver, Args, F);
    madeCall(Callee,
             isa<CXXConstructExpr>(E) ? E->getType()
             : Receiver               ? Receiver->getType()
                                      : Callee->getReturnType(),
             Args, E);
  }
  return Fact;
}

} // namespace stateless
