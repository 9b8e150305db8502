//===- LoweringMade.cpp - Objects that libraries make ---------------------===//
//
// A library constructs an object of the project's class from what it is given.
// Which objects those are, MadeObjects tells.
//
//===----------------------------------------------------------------------===//
#include "extract/ClangCompat.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

/// The type of the parameter by which a library forwards \p Value.
QualType Lowering::parameterFor(const Expr *Value) {
  return Value->isLValue() ? Tu.Ast.getLValueReferenceType(Value->getType())
                           : Tu.Ast.getRValueReferenceType(Value->getType());
}

/// \p Made is constructed at the address \p Into.
void Lowering::constructGiven(Number Into, const MadeObject &Made,
                              const Expr *E) {
  if (!Made.Class) {
    if (!carries(Made.Type))
      return;
    for (const Expr *Value : Made.Args)
      keep(Into, Made.Type, {Value, parameterFor(Value), lower(Value)},
           E->getExprLoc());
    return;
  }
  MadeConstructors Fitting = constructorsOf(Tu, Made);
  auto IsWritten = [](const auto *Ctor) { return Ctor->isUserProvided(); };
  bool Copies =
      Made.Args.size() == 1 &&
      bare(Made.Args[0]->getType())->getAsCXXRecordDecl() == Made.Class;
  if (llvm::any_of(Fitting.All, IsWritten)) {
    for (const CXXConstructorDecl *Ctor : Fitting.All)
      if (IsWritten(Ctor)) {
        if (Fitting.Loosely)
          constructLoosely(Ctor, Into, Made.Args, E);
        else
          projectCall(Ctor, Into, Made.Args, E, Passing::Forwarded);
      }
  } else if (Copies) {
    act(StatementKind::Copy, Into, lower(Made.Args[0]), E->getExprLoc());
  } else if (Made.Args.empty()) {
    // A constructor that nobody wrote may not be declared.
    if (Fitting.All.empty())
      constructMembers(Into, Made.Class);
    else
      constructMembers(Into, Fitting.All.front());
  } else if (Made.Class->isAggregate() && Made.Class->bases().empty()) {
    auto Field = Made.Class->field_begin();
    for (const Expr *Value : Made.Args)
      if (Field != Made.Class->field_end()) {
        initialize(field(Into, *Field), Value, Field->getType());
        ++Field;
      }
  } else { // Nobody knows how.
    for (const Expr *Value : Made.Args)
      if (carries(Value->getType()))
        escape(lower(Value), E->getExprLoc());
  }
}

/// Each parameter of \p Ctor may get whatever is in one of \p Args.
void Lowering::constructLoosely(const CXXConstructorDecl *Ctor, Number Into,
                                Arguments Args, const Expr *E) {
  Number Any = 0;
  for (const Expr *Arg : Args) {
    Number What = lower(Arg), In = element(What);
    if (carries(Arg->getType()))
      Any = either(Any,
                   either(either(What, In), either(load(In), load(load(In)))));
  }
  Number Call = callOf(Ctor, Into, E);
  for (unsigned I = 0; Any && I < Ctor->getNumParams(); ++I) {
    QualType T = Ctor->getParamDecl(I)->getType();
    if (!T->isReferenceType() && !carries(T))
      continue;
    Statement S;
    S.Kind = !T->isReferenceType() && isObject(T)
                 ? StatementKind::ArgumentObject
                 : StatementKind::Argument;
    S.A = Any;
    S.B = Call;
    S.Index = I;
    add(std::move(S));
  }
}

/// The library's object at the address \p Object holds what it makes.
void Lowering::constructMade(Number Object, llvm::ArrayRef<MadeObject> All,
                             const Expr *E) {
  for (const MadeObject &Made : All) {
    Number At = element(Object);
    if (Made.In == MadeIn::Pointed) {
      Number New = object(Made.Type, StatementKind::New);
      store(At, New, E->getExprLoc());
      At = New;
    }
    constructGiven(At, Made, E);
  }
}

/// The type that a function such as make_unique<T>(..) makes an object of.
static QualType madeType(const FunctionDecl *Callee) {
  const TemplateArgumentList *Args = Callee->getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return {};
  return Args->get(0).getAsType();
}

/// What \p Callee, a free function, gives out if it makes an object; 0: it
/// makes none.
StatementNumber Lowering::makeGiven(const FunctionDecl *Callee,
                                    const GivenList &Given, Arguments Args,
                                    const Expr *E) {
  QualType T = Callee->getReturnType();
  SourceLocation Loc = E->getExprLoc();
  auto All = madeBy(Tu, Callee, T, Args);
  const MakerModel *Model = Tu.Known.byName(Callee).get<MakerModel>();
  QualType Made = Model && Model->Makes == MakerKind::Argument
                      ? madeType(Callee)
                      : QualType();
  if (All.empty()) {
    if (Made.isNull() || !isLibraryObject(T))
      return 0;
    Number Object = object(T), New = object(Made, StatementKind::New);
    store(element(Object), New, Loc);
    for (const auto &G : Given)
      keep(New, Made, G, Loc);
    return Object;
  }
  const MadeObject &One = All.front();
  switch (One.In) {
  case MadeIn::Given: {
    Number At = Given.empty() ? 0 : Given.front().What;
    write(At, AccessKind::Assign, Loc, Callee, /*IsArgument=*/true);
    constructGiven(At, One, E);
    return At;
  }
  case MadeIn::Result: {
    Number Object = object(T);
    constructGiven(Object, One, E);
    return Object;
  }
  case MadeIn::Held:
  case MadeIn::Pointed: {
    Number Object = object(T);
    constructMade(Object, All, E);
    return Object;
  }
  }
  return 0;
}

} // namespace stateless
