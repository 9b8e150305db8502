//===- Callables.cpp - Expressions to what they may call ------------------===//
#include "extract/Callables.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace stateless {

static constexpr unsigned MaxCallableDepth = 24;
static constexpr size_t MaxCallables = 16;
/// std::map<std::string, std::vector<std::function<..>>>, and one more.
static constexpr unsigned MaxHolderDepth = 4;

/// The methods by which an object of \p Class is called.
static llvm::SmallVector<const CXXMethodDecl *, 2>
callOperators(ASTContext &Ast, const CXXRecordDecl *Class) {
  llvm::SmallVector<const CXXMethodDecl *, 2> Found;
  DeclarationName Name = Ast.DeclarationNames.getCXXOperatorName(OO_Call);
  for (const NamedDecl *D : Class->lookup(Name)) {
    if (auto *Used = dyn_cast<UsingShadowDecl>(D))
      D = Used->getTargetDecl();
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (auto *Method = dyn_cast<CXXMethodDecl>(D))
      Found.push_back(Method);
  }
  return Found;
}

/// A function of the library that a model gives a role has no body in sight.
/// Where it is handed on to be called, a function that only calls it stands
/// for it.
SymbolId CallableBuilder::callOf(const FunctionDecl *F, CallRole Role) {
  SymbolId Callee = Tu.Namer.symbol(F);
  Function Caller;
  Caller.Symbol =
      Tu.Facts.Strings.intern("call " + Tu.Facts.Strings[Callee].str());
  if (!Tu.Callers.insert(Caller.Symbol).second)
    return Caller.Symbol;
  Caller.Name = Tu.Namer.name(F);
  Caller.QualifiedName = Tu.Namer.qualifiedName(F);
  Caller.Loc = Tu.Namer.locate(F->getLocation());
  Caller.Link = Linkage::Internal;
  Caller.Definition = true;
  Caller.Project = false;
  Call Only;
  Only.Callee = Callee;
  Only.CalleeName = Caller.QualifiedName;
  Only.Role = Role;
  Only.Library = true;
  Only.Loc = Caller.Loc;
  Caller.Calls.push_back(std::move(Only));
  Tu.Facts.Functions.push_back(std::move(Caller));
  return Tu.Facts.Functions.back().Symbol;
}

void CallableBuilder::add(CallableKind Kind, const NamedDecl *D,
                          std::vector<Callable> &Into, uint32_t Index) {
  Callable C{Kind, Tu.Namer.symbol(D), Index};
  if (auto *F = dyn_cast<FunctionDecl>(D);
      F && Kind == CallableKind::Function && !Tu.Namer.inProject(F))
    if (CallRole Role = Tu.Known.roleOf(F);
        Role == CallRole::Serves || Role == CallRole::Receives)
      C.Symbol = callOf(F, Role);
  if (Into.size() < MaxCallables && !llvm::is_contained(Into, C))
    Into.push_back(C);
}

bool CallableBuilder::canHold(QualType T) { return canHold(T, 0); }

bool CallableBuilder::canHold(QualType T, unsigned Level) {
  if (T.isNull() || Level > MaxHolderDepth)
    return false;
  T = T.getNonReferenceType().getCanonicalType();
  if (T->isFunctionType() || T->isFunctionPointerType() ||
      T->isMemberFunctionPointerType() || T->isBlockPointerType())
    return true;
  if (T->isPointerType())
    return canHold(T->getPointeeType(), Level + 1);
  if (auto *Array = Tu.Ast.getAsArrayType(T))
    return canHold(Array->getElementType(), Level + 1);
  // A C library's struct of callbacks, however deep in unions.
  if (const RecordDecl *Plain = T->getAsRecordDecl();
      Plain && !isa<CXXRecordDecl>(Plain)) {
    Plain = Plain->getDefinition();
    return Plain && llvm::any_of(Plain->fields(), [&](const FieldDecl *F) {
             return canHold(F->getType(), Level + 1);
           });
  }
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return false;
  auto [It, New] = Holders.try_emplace(T.getTypePtr(), false);
  if (!New)
    return It->second;
  bool Result = !callOperators(Tu.Ast, Record).empty();
  auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!Result && Spec && !Tu.Namer.inProject(Record))
    Result = anyCanHold(Spec->getTemplateArgs().asArray(), Level + 1);
  // A struct of callbacks, and containers of it.
  if (!Result)
    for (const FieldDecl *F : Record->fields())
      Result |= Tu.Namer.inProject(Record)
                    ? canHold(F->getType(), Level + 1)
                    : F->getType()->isFunctionPointerType() ||
                          (Record->isPOD() && F->getType()->isUnionType() &&
                           canHold(F->getType(), Level + 1));
  Holders[T.getTypePtr()] = Result;
  return Result;
}

bool CallableBuilder::anyCanHold(llvm::ArrayRef<TemplateArgument> Args,
                                 unsigned Level) {
  return llvm::any_of(Args, [&](const TemplateArgument &Arg) {
    if (Arg.getKind() == TemplateArgument::Pack)
      return anyCanHold(Arg.getPackAsArray(), Level);
    return Arg.getKind() == TemplateArgument::Type &&
           canHold(Arg.getAsType(), Level);
  });
}

std::vector<Callable> CallableBuilder::of(const Expr *E) {
  std::vector<Callable> Result;
  collect(E, Result);
  return Result;
}

std::vector<Callable> CallableBuilder::keepers(const Expr *E) {
  std::vector<Callable> Result = of(E);
  llvm::erase_if(Result, [](const Callable &C) {
    return C.Kind == CallableKind::Function;
  });
  return Result;
}

std::vector<Callable>
CallableBuilder::members(const Expr *Object,
                         llvm::ArrayRef<std::string> Names) {
  std::vector<Callable> Result;
  const CXXRecordDecl *Record =
      Object->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) ||
      !Tu.Namer.inProject(Record))
    return Result;
  for (const std::string &Name : Names)
    for (const NamedDecl *D : Record->lookup(&Tu.Ast.Idents.get(Name))) {
      if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        D = Template->getTemplatedDecl();
      if (isa<CXXMethodDecl>(D))
        add(CallableKind::Function, D, Result);
    }
  return Result;
}

void CallableBuilder::collect(const Expr *E, std::vector<Callable> &Into) {
  if (!E || Depth >= MaxCallableDepth || E->getType().isNull())
    return;
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  E = E->IgnoreParenCasts()->IgnoreImplicit()->IgnoreParenCasts();
  if (auto *Lambda = dyn_cast<LambdaExpr>(E))
    return add(CallableKind::Function, Lambda->getCallOperator(), Into);
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    return collectReference(Ref, Into);
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return collectMember(Member, Into);
  if (auto *Unary = dyn_cast<UnaryOperator>(E)) {
    // A copy of the function object that runs.
    if (isa<CXXThisExpr>(Unary->getSubExpr()->IgnoreParenImpCasts()))
      return collectFunctor(E->getType(), Into);
    return collect(Unary->getSubExpr(), Into);
  }
  if (auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return collect(Subscript->getBase(), Into);
  if (auto *Binary = dyn_cast<BinaryOperator>(E)) {
    // (object.*member)(): the member says which function.
    if (Binary->isPtrMemOp() || Binary->isAssignmentOp() ||
        Binary->getOpcode() == BO_Comma)
      collect(Binary->getRHS(), Into);
    else if (Binary->isAdditiveOp())
      collect(Binary->getLHS(), Into);
    return;
  }
  if (auto *Conditional = dyn_cast<AbstractConditionalOperator>(E)) {
    collect(Conditional->getTrueExpr(), Into);
    return collect(Conditional->getFalseExpr(), Into);
  }
  if (auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    size_t Before = Into.size();
    bool Own = Tu.Namer.inProject(Construct->getConstructor());
    if (!Own || Construct->getConstructor()->isCopyOrMoveConstructor())
      for (const Expr *Arg : Construct->arguments())
        collect(Arg, Into);
    if (Into.size() == Before)
      collectFunctor(E->getType(), Into);
    return;
  }
  if (auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Init : List->inits())
      collect(Init, Into);
    if (Into.empty())
      collectFunctor(E->getType(), Into);
    return;
  }
  if (auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
    return collect(List->getSubExpr(), Into);
  if (auto *Call = dyn_cast<CallExpr>(E))
    return collectCall(Call, Into);
  // A handler object of the library that is made from a function.
  if (auto *New = dyn_cast<CXXNewExpr>(E))
    return collect(New->getConstructExpr(), Into);
  if (isa<CXXThisExpr>(E))
    return;
  collectFunctor(E->getType(), Into);
}

void CallableBuilder::collectReference(const DeclRefExpr *Ref,
                                       std::vector<Callable> &Into) {
  if (auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
    return add(CallableKind::Function, F, Into);
  // auto &[Path, Run] = *It: of a pair, get<1>(*It) says what Run is.
  if (auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl())) {
    const VarDecl *Holding = Binding->getHoldingVar();
    return collect(Holding ? Holding->getInit() : Binding->getBinding(), Into);
  }
  auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
  if (!Var || !canHold(Var->getType()))
    return;
  if (auto *Param = dyn_cast<ParmVarDecl>(Var)) {
    if (auto *Owner = dyn_cast<FunctionDecl>(Param->getDeclContext()))
      add(CallableKind::Parameter, Owner, Into, Param->getFunctionScopeIndex());
    // A functor passed by its own type is known.
    return collectFunctor(Var->getType(), Into);
  }
  // An object with a call operator of the project's is one function.
  size_t Before = Into.size();
  collectFunctor(Var->getType(), Into);
  if (Into.size() != Before)
    return;
  if (Var->hasGlobalStorage())
    return add(CallableKind::Variable, Var, Into);
  if (const LocalInfo *Info = Body.info(Var);
      Info && InProgress.insert(Var).second) {
    for (const Expr *E : Info->Assigned)
      collect(E, Into);
    for (const Expr *E : Info->Stored)
      collect(E, Into);
    InProgress.erase(Var);
  }
  // What is put into a local container later is kept under its name.
  const CXXRecordDecl *Record =
      Var->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Var->getType()->isReferenceType() &&
      (Into.size() == Before ||
       (Record && callOperators(Tu.Ast, Record).empty())))
    add(CallableKind::Variable, Var, Into);
}

void CallableBuilder::collectMember(const MemberExpr *Member,
                                    std::vector<Callable> &Into) {
  const ValueDecl *D = Member->getMemberDecl();
  if (auto *Static = dyn_cast<VarDecl>(D))
    return add(CallableKind::Variable, Static, Into);
  if (auto *Method = dyn_cast<FunctionDecl>(D))
    return add(CallableKind::Function, Method, Into);
  auto *Field = dyn_cast<FieldDecl>(D);
  if (!Field)
    return;
  // it->second: the pair is the library's, what holds it is not.
  auto *Record = dyn_cast<CXXRecordDecl>(Field->getParent());
  if (Record && isa<ClassTemplateSpecializationDecl>(Record) &&
      !Tu.Namer.inProject(Record))
    return collect(Member->getBase(), Into);
  add(CallableKind::Field, Field, Into);
}

void CallableBuilder::collectCall(const CallExpr *Call,
                                  std::vector<Callable> &Into) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return;
  // A captureless lambda as a function pointer.
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      Member && isa<CXXConversionDecl>(Callee))
    return collect(Member->getImplicitObjectArgument(), Into);
  if (Tu.Namer.inProject(Callee)) {
    if (canHold(Callee->getReturnType()))
      add(CallableKind::Result, Callee, Into);
    return;
  }
  // handlers.at(x), *it, f.get(): what the object holds. std::bind(f, ..),
  // std::move(f), std::make_pair(x, f): what is passed.
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    collect(Member->getImplicitObjectArgument(), Into);
  for (const Expr *Arg : Call->arguments())
    if (canHold(Arg->getType()))
      collect(Arg, Into);
}

void CallableBuilder::collectFunctor(QualType T, std::vector<Callable> &Into) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !(Record = Record->getDefinition()) ||
      !(Record->isLambda() || Tu.Namer.inProject(Record)))
    return;
  for (const CXXMethodDecl *Operator : callOperators(Tu.Ast, Record))
    add(CallableKind::Function, Operator, Into);
}

} // namespace stateless
