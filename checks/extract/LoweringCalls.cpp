//===- LoweringCalls.cpp - Calls as value-flow statements -----------------===//
//
// A call of the project's own code hands its object and arguments over, and
// gives what is returned. What libraries do stands in LoweringLibrary.cpp.
//
//===----------------------------------------------------------------------===//
#include "extract/ClangCompat.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace stateless {

StatementNumber Lowering::result(Number Call, QualType T) {
  return T->isReferenceType() || isObject(T) || carries(T) ? Call : 0;
}

/// The type of a function, of a pointer to one, or of what a pointer to a
/// method leads to; null: \p T is none of these.
static const FunctionProtoType *functionType(QualType T) {
  if (auto *Member = T->getAs<MemberPointerType>())
    T = Member->getPointeeType();
  else if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  return T->getAs<FunctionProtoType>();
}

void Lowering::give(Number Call, const FunctionProtoType *Callee,
                    Arguments Args, Passing How) {
  for (unsigned I = 0; I < Args.size(); ++I) {
    const Expr *E = Args[I];
    bool Named = Callee && I < Callee->getNumParams();
    QualType T = Named ? Callee->getParamType(I) : E->getType();
    Number N = lower(E);
    if (!N)
      continue;
    bool More = !Named && Callee && Callee->isVariadic();
    if (More && isObject(T)) {
      if (carries(T))
        escape(N, E->getExprLoc());
      continue;
    }
    // A pointer that is forwarded arrives by value.
    if (How != Passing::Plain && E->isGLValue() && !isObject(E->getType()) &&
        carries(E->getType()) && !E->getType()->isFunctionType())
      N = How == Passing::ForwardedOn || !Named ? either(N, load(N))
          : T->isReferenceType()                ? N
                                                : load(N);
    bool Object = !T->isReferenceType() && isObject(T);
    // Nobody wrote the conversion of what is forwarded.
    if (How != Passing::Plain && Object && isLibraryObject(T) &&
        bare(T) != bare(E->getType())) {
      Number Made = object(T);
      keep(Made, T, {E, T, N}, E->getExprLoc());
      N = Made;
    }
    if (!T->isReferenceType() && !carries(T) && !(Object && callOperator(T)))
      continue;
    Statement S;
    S.Kind = Object ? StatementKind::ArgumentObject : StatementKind::Argument;
    S.A = N;
    S.B = Call;
    // All that has no parameter of its own shares one more.
    S.Index = More ? Callee->getNumParams() : I;
    QualType Pointee = T->getPointeeType(); // None in what a template leaves.
    if (isStart(E))
      S.How = AccessKind::Assign;
    S.ReadOnly = !Object && !Pointee.isNull() && Pointee.isConstQualified();
    add(std::move(S));
  }
}

static Statement callStatement(TuContext &Tu, const Expr *E) {
  Statement S;
  S.Kind = StatementKind::Call;
  S.Loc = Tu.Namer.locate(E->getExprLoc());
  return S;
}

/// The call itself, without arguments.
StatementNumber Lowering::callOf(const FunctionDecl *Callee, Number Receiver,
                                 const Expr *E) {
  Statement S = callStatement(Tu, E);
  S.Symbol = Tu.Namer.symbol(Callee);
  if (!Callee->isDefined())
    S.Called = Tu.Namer.qualifiedName(Callee);
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  auto *AsCall = dyn_cast<CallExpr>(E);
  auto *Member = AsCall
                     ? dyn_cast<MemberExpr>(AsCall->getCallee()->IgnoreParens())
                     : nullptr;
  S.Virtual = Method && Method->isVirtual() &&
              !isa<CXXConstructorDecl>(Callee) &&
              !(Member && Member->hasQualifier());
  Number Call = add(std::move(S));
  if (Receiver) {
    Statement Of;
    Of.Kind = StatementKind::Receiver;
    Of.A = Receiver;
    Of.B = Call;
    Of.ReadOnly = Method && Method->isConst();
    add(std::move(Of));
  }
  return Call;
}

StatementNumber Lowering::projectCall(const FunctionDecl *Callee,
                                      Number Receiver, Arguments Args,
                                      const Expr *E, Passing How) {
  for (const Expr *Argument : Args)
    lower(Argument);
  Number Call = callOf(Callee, Receiver, E);
  give(Call, Callee->getType()->getAs<FunctionProtoType>(), Args, How);
  return result(Call, Callee->getReturnType());
}

StatementNumber Lowering::indirectCall(Number Callee, QualType T,
                                       Number Receiver, Arguments Args,
                                       const Expr *E, Passing How) {
  for (const Expr *Argument : Args)
    lower(Argument);
  Statement S = callStatement(Tu, E);
  S.A = Callee ? Callee : unknown();
  Number Call = add(std::move(S));
  if (Receiver)
    value(StatementKind::Receiver, {}, Receiver, Call);
  give(Call, functionType(T), Args, How);
  return E->isGLValue() ? Call : result(Call, E->getType());
}

/// An assignment that nobody wrote.
StatementNumber Lowering::defaulted(const CXXMethodDecl *Method,
                                    Number Receiver, Arguments Args,
                                    const Expr *E) {
  Number From = Args.empty() ? 0 : lower(Args[0]);
  read(From, E->getExprLoc());
  if (carries(compat::typeOf(Tu.Ast, Method->getParent())))
    act(StatementKind::Copy, Receiver, From, E->getExprLoc());
  write(Receiver, AccessKind::Assign, E->getExprLoc());
  return Receiver;
}

/// The argument that \p E, a call in a template that nobody instantiates, gives
/// on as it is (std::forward<T>(x)); null: it may do more.
const Expr *Lowering::forwardedByName(const CallExpr *E) {
  auto *Name = dyn_cast<UnresolvedLookupExpr>(E->getCallee()->IgnoreParens());
  std::optional<unsigned> Index;
  if (!Name)
    return nullptr;
  for (const NamedDecl *D : Name->decls()) {
    const FunctionDecl *F = D->getUnderlyingDecl()->getAsFunction();
    // std::move has another meaning with three arguments.
    if (F && (F->getMinRequiredArguments() > E->getNumArgs() ||
              F->getNumParams() < E->getNumArgs()))
      continue;
    const auto *Model = F ? Tu.Known.of(F).get<ForwardModel>() : nullptr;
    if (!Model || (Index && *Index != static_cast<unsigned>(Model->Argument)))
      return nullptr;
    Index = Model->Argument;
  }
  return Index && *Index < E->getNumArgs() ? E->getArg(*Index) : nullptr;
}

/// In a template that nobody instantiates, a call may do anything to what takes
/// part in it.
StatementNumber Lowering::dependentCall(const CallExpr *E) {
  if (const Expr *Forwarded = forwardedByName(E))
    return lower(Forwarded);
  auto Lose = [&](const Expr *Of) {
    if (Of->isGLValue() || Of->getType()->isPointerType() ||
        Of->isTypeDependent())
      escape(lower(Of), E->getExprLoc(), nullptr, AccessKind::DependentUse);
    else
      lower(Of);
  };
  const Expr *Name = E->getCallee()->IgnoreParens();
  auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(Name);
  auto *Overloaded = dyn_cast<UnresolvedMemberExpr>(Name);
  if (Member && !Member->isImplicitAccess())
    Lose(Member->getBase());
  else if (Overloaded && !Overloaded->isImplicitAccess())
    Lose(Overloaded->getBase());
  else if (Number Callee = lower(Name); Callee && !isa<CallExpr>(Name))
    indirectCall(Callee, Name->getType(), 0, {}, E);
  for (const Expr *Arg : E->arguments())
    Lose(Arg);
  return unknown();
}

/// True for va_start and its kin. A list of arguments leads to all that have no
/// parameter of their own.
bool Lowering::listsArguments(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee || Callee->getBuiltinID() == 0 || !Callee->getIdentifier())
    return false;
  llvm::StringRef Name = Callee->getName();
  auto List = [&](unsigned I) { return lower(E->getArg(I)); };
  if (Name == "__builtin_va_start" || Name == "__builtin_c23_va_start") {
    Statement S;
    S.Kind = StatementKind::Parameter;
    S.Index = In ? In->getNumParams() : 0;
    Number More = add(std::move(S));
    store(List(0), load(More), E->getExprLoc());
    return true;
  }
  if (Name == "__builtin_va_copy")
    store(List(0), load(List(1)), E->getExprLoc());
  return Name == "__builtin_va_copy" || Name == "__builtin_va_end";
}

/// True for a stream for people, and for what a logger gives to write to.
bool Lowering::isLogStream(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (auto *Shift = dyn_cast<CXXOperatorCallExpr>(E))
    return Shift->getOperator() == OO_LessLess && isLogStream(Shift->getArg(0));
  if (auto *Call = dyn_cast<CallExpr>(E))
    return Call->getDirectCallee() &&
           Tu.Known.byName(Call->getDirectCallee()).get<LoggerModel>();
  auto *Name = dyn_cast<DeclRefExpr>(E);
  return Name && Tu.Known.isLogStream(Name->getDecl());
}

/// True if \p E does no more with what it is given than to tell people.
bool Lowering::tells(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return false;
  const auto *M = Tu.Known.byName(Callee).get<LoggerModel>();
  // What is made of the values goes on.
  QualType T = Callee->getReturnType();
  bool Ends = T->isVoidType() || T->isReferenceType() || E == Ignored;
  if (M && Ends)
    return !M->Stream || (static_cast<unsigned>(*M->Stream) < E->getNumArgs() &&
                          isLogStream(E->getArg(*M->Stream)));
  return Callee->getOverloadedOperator() == OO_LessLess &&
         E->getNumArgs() == 2 && isLogStream(E->getArg(0));
}

StatementNumber Lowering::call(const CallExpr *E) {
  if (listsArguments(E))
    return 0;
  // What else gets a value on its way to people may keep it, unless that is a
  // library's.
  const FunctionDecl *Callee = E->getDirectCallee();
  llvm::SaveAndRestore Here(
      Telling, tells(E) || (Telling && Callee && isLibrary(Callee)));
  return anyCall(E);
}

StatementNumber Lowering::anyCall(const CallExpr *E) {
  llvm::SmallVector<const Expr *, 4> Args(E->arguments());
  const Expr *Name = E->getCallee()->IgnoreParens();
  const FunctionDecl *Callee = E->getDirectCallee();
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  bool HasObject = Method && Method->isImplicitObjectMemberFunction();
  Number Receiver = 0;
  const Expr *Named = nullptr;
  QualType Object;
  auto OfObject = [&](const Expr *Of) {
    Named = Of;
    Receiver = lower(Of);
    Object = Of->getType()->isPointerType() ? Of->getType()->getPointeeType()
                                            : Of->getType();
    if (!Receiver && Of->isPRValue() && isObject(Of->getType()))
      Receiver = object(Of->getType());
  };
  if (auto *Bound = dyn_cast<BinaryOperator>(Name);
      Bound && Bound->isPtrMemOp()) {
    OfObject(Bound->getLHS());
    return indirectCall(lower(Bound->getRHS()), Bound->getRHS()->getType(),
                        Receiver, Args, E);
  }
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(E); Member && HasObject) {
    OfObject(Member->getImplicitObjectArgument());
  } else if (auto *Of = dyn_cast<MemberExpr>(Name); Of && HasObject) {
    OfObject(Of->getBase());
  } else if (isa<CXXOperatorCallExpr>(E) && HasObject && !Args.empty()) {
    OfObject(Args.front());
    Args.erase(Args.begin());
  } else if (isa<CXXOperatorCallExpr>(E) && Method && Method->isStatic()) {
    lower(Args.front());
    Args.erase(Args.begin());
  } else if (Method && Method->isExplicitObjectMemberFunction() &&
             Method->getParent()->isLambda()) {
    // Its captures are read through the object, whatever that is called.
    Receiver = lower(Args.front());
  }
  if (!Callee) {
    if (E->isTypeDependent() || Name->isTypeDependent())
      return dependentCall(E);
    return indirectCall(lower(Name), Name->getType(), Receiver, Args, E);
  }
  expectHandover(Callee, Named, Args, E);
  Number Result = directCall(Callee, Receiver, Object, Args, E);
  handOver(Args, E);
  return Result;
}

/// \p Receiver: the object of a method, of type \p Object.
StatementNumber Lowering::directCall(const FunctionDecl *Callee,
                                     Number Receiver, QualType Object,
                                     Arguments Args, const CallExpr *E) {
  auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  // A lambda without captures becomes a pointer to a function.
  if (Method && Method->getParent()->isLambda() &&
      isa<CXXConversionDecl>(Method))
    return value(StatementKind::Function,
                 Tu.Namer.symbol(Method->getParent()->getLambdaCallOperator()));
  // The compiler declares a builtin where it is first used.
  bool Builtin = Callee->getBuiltinID() != 0 && !Callee->isDefined();
  if (!isLibrary(Callee) && !Builtin) {
    if (Method && Method->isDefaulted() &&
        Method->getOverloadedOperator() == OO_Equal)
      return defaulted(Method, Receiver, Args, E);
    return projectCall(Callee, Receiver, Args, E);
  }
  return Method && Method->isImplicitObjectMemberFunction() &&
                 !Tu.Namer.functionObject(Method)
             ? libraryMethod(Method, Receiver, Object, Args, E)
             : libraryFunction(Callee, Args, E);
}

} // namespace stateless
