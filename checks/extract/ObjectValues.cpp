//===- ObjectValues.cpp - Symbolic values of objects that hold texts ------===//
//
// How an object is made, and what is done to it, as values: the link finds out
// what that leaves in its fields. Pointers and references stand for the object
// that they lead to.
//
//===----------------------------------------------------------------------===//
#include "extract/Values.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace stateless {

/// A local to which more is done is unknown.
static constexpr size_t MaxChanges = 64;

std::vector<ValueId> ValueBuilder::valuesOf(llvm::ArrayRef<const Expr *> Args) {
  std::vector<ValueId> Result;
  for (const Expr *Arg : Args)
    Result.push_back(ofArgument(Arg, Arg->getType()));
  return Result;
}

/// The method whose object `this` is in \p In, however many lambdas are around.
static const CXXMethodDecl *methodAround(const FunctionDecl *In) {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(In);
  while (Method && Method->getParent()->isLambda())
    Method = dyn_cast_or_null<CXXMethodDecl>(
        Method->getParent()->getParentFunctionOrMethod());
  return Method;
}

ValueId ValueBuilder::ofThis() {
  Value V;
  V.Kind = ValueKind::This;
  if (const CXXMethodDecl *Method = methodAround(In); Method && Method != In)
    V.Symbol = Tu.Namer.symbol(Method);
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::ofMember(const MemberExpr *Member) {
  Value V;
  if (auto *Static = dyn_cast<VarDecl>(Member->getMemberDecl())) {
    V.Kind = ValueKind::Variable;
    V.Symbol = Tu.Namer.symbol(Static);
  } else if (isa<FieldDecl>(Member->getMemberDecl())) {
    V.Kind = ValueKind::Field;
    V.Symbol = Tu.Namer.symbol(Member->getMemberDecl());
    if (Tu.Holders.of(Member->getBase()->getType()))
      V.Of = of(Member->getBase());
  } else {
    return {};
  }
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::ofObject(const Expr *E) {
  if (isa<CXXThisExpr>(E))
    return Tu.Holders.of(E->getType()) ? ofThis() : ValueId{};
  if (auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    return of(Literal->getInitializer());
  if (auto *New = dyn_cast<CXXNewExpr>(E)) {
    const Expr *Init = New->getInitializer();
    return Init && Tu.Holders.of(New->getAllocatedType()) ? of(Init)
                                                          : ValueId{};
  }
  if (!E->getType()->isRecordType() || !Tu.Holders.of(E->getType()))
    return {};
  const RecordDecl *Record = E->getType()->getAsRecordDecl()->getDefinition();
  if (auto *List = dyn_cast<InitListExpr>(E)) {
    if (const InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    return ofAggregate(Record, {const_cast<Expr **>(List->getInits()),
                                static_cast<size_t>(List->getNumInits())});
  }
  if (auto *List = dyn_cast<CXXParenListInitExpr>(E))
    return ofAggregate(
        Record, const_cast<CXXParenListInitExpr *>(List)->getInitExprs());
  return {};
}

ValueId ValueBuilder::givenTo(const NamedDecl *Part, ValueId Init) {
  Value V;
  V.Kind = ValueKind::Given;
  V.First = true;
  if (Part)
    V.Symbol = Tu.Namer.symbol(Part);
  V.Args.push_back(Init);
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::ofAggregate(const RecordDecl *Record,
                                  llvm::ArrayRef<Expr *> Inits) {
  if (Record->isUnion())
    return {};
  Value V;
  V.Kind = ValueKind::Object;
  V.Symbol = Tu.Namer.symbol(Record);
  size_t At = 0;
  auto Give = [&](const NamedDecl *Part, QualType T) {
    const Expr *Init = At < Inits.size() ? Inits[At++] : nullptr;
    if (Init && Part && isSymbolic(T))
      V.Args.push_back(givenTo(Part, of(Init)));
  };
  if (auto *Cxx = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Cxx->bases())
      Give(Base.getType()->getAsRecordDecl(), Base.getType());
  for (const FieldDecl *Field : Record->fields())
    if (!Field->isUnnamedBitField())
      Give(Field, Field->getType());
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::made(const CXXConstructorDecl *Ctor,
                           llvm::ArrayRef<const Expr *> Args) {
  Value V;
  if (Ctor->isInheritingConstructor())
    Ctor = Ctor->getInheritedConstructor().getConstructor();
  bool Written = Ctor->isUserProvided();
  V.Kind = Written ? ValueKind::Made : ValueKind::Object;
  V.Symbol =
      Written ? Tu.Namer.symbol(Ctor) : Tu.Namer.symbol(Ctor->getParent());
  if (Written)
    V.Args = valuesOf(Args);
  return Tu.intern(std::move(V));
}

/// The constructor of \p Record that takes \p Count arguments, if it is the
/// only one.
static const CXXConstructorDecl *onlyConstructor(const CXXRecordDecl *Record,
                                                 size_t Count) {
  const CXXConstructorDecl *Found = nullptr;
  for (const CXXConstructorDecl *Ctor : Record->ctors()) {
    if (Ctor->isDeleted() || Ctor->getNumParams() < Count ||
        Ctor->getMinRequiredArguments() > Count ||
        (Count == 1 && Ctor->isCopyOrMoveConstructor()))
      continue;
    if (Found)
      return nullptr;
    Found = Ctor;
  }
  return Found;
}

/// A library makes an object of its arguments, or hands out the object that it
/// is given, or that a smart pointer leads to.
ValueId ValueBuilder::ofLibraryCall(const CallExpr *Call, const Expr *Object,
                                    llvm::ArrayRef<const Expr *> Args) {
  const RecordDecl *Result = Tu.Holders.of(Call->getType());
  if (!Result)
    return {};
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (Object && Args.empty()) {
    QualType Owned = Tu.Typer.held(Object->getType());
    return !Owned.isNull() && Tu.Holders.of(Owned) == Result ? of(Object)
                                                             : ValueId{};
  }
  if (Object)
    return {};
  if (const auto *Maker = Tu.Known.byName(Callee).get<MakerModel>();
      Maker && Maker->Makes == MakerKind::Argument) {
    auto *Class = dyn_cast<CXXRecordDecl>(Result);
    const CXXConstructorDecl *Ctor =
        Class ? onlyConstructor(Class, Args.size()) : nullptr;
    return Ctor ? made(Ctor, Args) : ValueId{};
  }
  const auto *Forward = Tu.Known.of(Callee).get<ForwardModel>();
  return Forward && Args.size() == 1 && Tu.Holders.of(Args[0]->getType())
             ? of(Args[0])
             : ValueId{};
}

ValueId ValueBuilder::ofObjectLocal(const VarDecl *Local, ValueId Start) {
  Value V;
  V.Kind = ValueKind::Changed;
  V.Args.push_back(Start);
  for (const BodyChange &C : Body.changes())
    if (C.Local == Local) {
      if (V.Args.size() > MaxChanges)
        return {};
      V.Args.push_back(changeOf(C));
    }
  return V.Args.size() == 1 ? Start : Tu.intern(std::move(V));
}

ValueId ValueBuilder::rootOf(const BodyChange &C) {
  if (!C.Local)
    return of(C.Root);
  // What was done to the caller's object, or to what a pointer leads to.
  bool Leads = C.Local->getType()->isReferenceType() ||
               !C.Local->getType()->isRecordType();
  if (!Leads)
    return {};
  if (auto *Param = dyn_cast<ParmVarDecl>(C.Local)) {
    auto *Owner = dyn_cast<FunctionDecl>(Param->getDeclContext());
    if (!Owner || Owner->isMain())
      return {};
    Value V;
    V.Kind = ValueKind::Parameter;
    V.Index = Param->getFunctionScopeIndex();
    if (Owner != In)
      V.Symbol = Tu.Namer.symbol(Owner);
    return Tu.intern(std::move(V));
  }
  return C.Local->getInit() ? of(C.Local->getInit()) : ValueId{};
}

ValueId ValueBuilder::changeOf(const BodyChange &C) {
  Value V;
  switch (C.Kind) {
  case ChangeKind::Lent:
    return {};
  case ChangeKind::Lost:
  case ChangeKind::Given:
    V.Kind = ValueKind::Given;
    V.Args.push_back(C.What && C.Kind == ChangeKind::Given ? of(C.What)
                                                           : ValueId{});
    break;
  case ChangeKind::Grown: {
    auto *Call = cast<CallExpr>(C.What);
    const FunctionDecl *Callee = Call->getDirectCallee();
    const ValueModel *Model = Tu.Known.of(Callee).get<ValueModel>();
    V.Kind = Model && Model->Kind == ValueModelKind::Join ? ValueKind::Joined
                                                          : ValueKind::Appended;
    bool Operator = isa<CXXOperatorCallExpr>(Call);
    for (unsigned I = Operator ? 1 : 0; I < Call->getNumArgs(); ++I)
      V.Args.push_back(of(Call->getArg(I)));
    break;
  }
  case ChangeKind::Called: {
    auto *Call = cast<CallExpr>(C.What);
    llvm::SmallVector<const Expr *, 4> Args(Call->arguments());
    if (isa<CXXOperatorCallExpr>(Call) &&
        isa<CXXMethodDecl>(Call->getDirectCallee()))
      Args.erase(Args.begin());
    V.Kind = ValueKind::CallResult;
    V.Symbol = Tu.Namer.symbol(Call->getDirectCallee());
    V.Index = C.Argument;
    V.Args = valuesOf(Args);
    break;
  }
  }
  V.First = C.First;
  llvm::ArrayRef<const FieldDecl *> Path = C.Path;
  // The innermost field is what becomes something else, but for a call.
  if (C.Kind != ChangeKind::Called && !Path.empty()) {
    V.Symbol = Tu.Namer.symbol(Path.back());
    Path = Path.drop_back();
  }
  ValueId Result = Tu.intern(std::move(V));
  for (const FieldDecl *Field : llvm::reverse(Path)) {
    Value Outer;
    Outer.Kind = ValueKind::Within;
    Outer.Symbol = Tu.Namer.symbol(Field);
    Outer.First = C.First;
    Outer.Args.push_back(Result);
    Result = Tu.intern(std::move(Outer));
  }
  return Result;
}

} // namespace stateless
