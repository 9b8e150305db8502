//===- LoweringExprs.cpp - Expressions as value-flow statements -----------===//
//
// A glvalue, or an object of class type, gives its address; a pointer its
// value; a number nothing. Every expression is looked at once.
//
//===----------------------------------------------------------------------===//
#include "extract/Buffers.h"
#include "extract/ClangCompat.h"
#include "extract/Constructors.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

StatementNumber Lowering::lower(const Expr *E) {
  if (!E)
    return 0;
  auto It = Values.find(E);
  if (It != Values.end())
    return It->second;
  Number N = evaluate(E);
  Values[E] = N;
  return N;
}

/// What is not understood: its parts are looked at, and it may be anything.
StatementNumber Lowering::anything(const Expr *E) {
  for (const Stmt *Child : E->children())
    walk(Child);
  return E->isGLValue() || carries(E->getType()) ? unknown() : 0;
}

StatementNumber Lowering::evaluate(const Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::ParenExprClass:
    return lower(cast<ParenExpr>(E)->getSubExpr());
  case Stmt::ExprWithCleanupsClass:
  case Stmt::ConstantExprClass:
    return lower(cast<FullExpr>(E)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return lower(cast<CXXBindTemporaryExpr>(E)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return lower(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
  case Stmt::CXXDefaultInitExprClass: {
    // One expression in the source is evaluated in many places.
    llvm::DenseMap<const Expr *, Number> Here;
    std::swap(Here, Values);
    const Expr *Inner = isa<CXXDefaultArgExpr>(E)
                            ? cast<CXXDefaultArgExpr>(E)->getExpr()
                            : cast<CXXDefaultInitExpr>(E)->getExpr();
    Number N = lower(Inner);
    std::swap(Here, Values);
    return N;
  }
  case Stmt::OpaqueValueExprClass:
    return lower(cast<OpaqueValueExpr>(E)->getSourceExpr());
  case Stmt::GenericSelectionExprClass:
    return cast<GenericSelectionExpr>(E)->isResultDependent()
               ? anything(E)
               : lower(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::ChooseExprClass:
    return lower(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::MaterializeTemporaryExprClass:
    return materialize(cast<MaterializeTemporaryExpr>(E)->getSubExpr());
  case Stmt::DeclRefExprClass:
    return reference(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return evaluateMember(cast<MemberExpr>(E));
  case Stmt::CXXThisExprClass:
    return thisPointer();
  case Stmt::UnaryOperatorClass:
    return evaluateUnary(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return evaluateBinary(cast<BinaryOperator>(E));
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return lower(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::ArraySubscriptExprClass: {
    auto *Subscript = cast<ArraySubscriptExpr>(E);
    Number Base = lower(Subscript->getBase());
    lower(Subscript->getIdx());
    return Base;
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    auto *Choice = cast<AbstractConditionalOperator>(E);
    lower(Choice->getCond());
    Number True = lower(Choice->getTrueExpr());
    return either(True, lower(Choice->getFalseExpr()));
  }
  case Stmt::CXXNewExprClass:
    return evaluateNew(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass: {
    Number At = lower(cast<CXXDeleteExpr>(E)->getArgument());
    write(At, AccessKind::Destroy, E->getExprLoc());
    return 0;
  }
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: {
    Number Made = object(E->getType());
    construct(Made, cast<CXXConstructExpr>(E));
    return Made;
  }
  case Stmt::LambdaExprClass: {
    Number Made = object(E->getType());
    closure(Made, cast<LambdaExpr>(E));
    return Made;
  }
  case Stmt::InitListExprClass:
  case Stmt::CXXParenListInitExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
  case Stmt::CXXStdInitializerListExprClass: {
    if (!isObject(E->getType())) {
      auto *List = dyn_cast<InitListExpr>(E);
      return List && List->getNumInits() == 1 ? lower(List->getInit(0)) : 0;
    }
    Number Made = object(E->getType());
    initialize(Made, E, E->getType());
    return Made;
  }
  case Stmt::CompoundLiteralExprClass: {
    Number Made = object(E->getType());
    initialize(Made, cast<CompoundLiteralExpr>(E)->getInitializer(),
               E->getType());
    return Made;
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return call(cast<CallExpr>(E));
  case Stmt::StmtExprClass: {
    // Its value is that of the last one: nothing is ignored here.
    Number Last = 0;
    for (const Stmt *S : cast<StmtExpr>(E)->getSubStmt()->body()) {
      auto *Value = dyn_cast<Expr>(S);
      Last = Value ? lower(Value) : 0;
      if (!Value)
        walk(S);
    }
    return Last;
  }
  case Stmt::VAArgExprClass: {
    Number List = lower(cast<VAArgExpr>(E)->getSubExpr());
    return isObject(E->getType())  ? unknown()
           : carries(E->getType()) ? load(List)
                                   : 0;
  }
  case Stmt::AtomicExprClass:
    return evaluateAtomic(cast<AtomicExpr>(E));
  case Stmt::CXXThrowExprClass:
    // Who catches it is not followed.
    escape(lower(cast<CXXThrowExpr>(E)->getSubExpr()), E->getExprLoc());
    return 0;
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass: {
    auto *Suspend = cast<CoroutineSuspendExpr>(E);
    lower(Suspend->getCommonExpr());
    lower(Suspend->getReadyExpr());
    lower(Suspend->getSuspendExpr());
    return lower(Suspend->getResumeExpr());
  }
  // Not evaluated, or constants.
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::CXXTypeidExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::StringLiteralClass:
  case Stmt::PredefinedExprClass:
  case Stmt::IntegerLiteralClass:
  case Stmt::FloatingLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::ImaginaryLiteralClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::SourceLocExprClass:
  case Stmt::ArrayInitIndexExprClass:
    return 0;
  default:
    break;
  }
  if (auto *Cast = dyn_cast<CastExpr>(E))
    return evaluateCast(Cast);
  return anything(E);
}

/// The generic builtins (`__atomic_load(At, &Into, ..)`) give and take values
/// by their addresses; what is compared gets what there is.
StatementNumber Lowering::evaluateAtomic(const AtomicExpr *E) {
  SourceLocation Loc = E->getExprLoc();
  Number At = lower(E->getPtr());
  llvm::StringRef Name = E->getOpAsString();
  bool Loads = Name.contains("load"), Compares = Name.contains("compare");
  for (unsigned I = 1; I < E->getNumSubExprs(); ++I) {
    const Expr *Operand = E->getSubExprs()[I];
    Number What = lower(Operand);
    QualType T = Operand->getType();
    bool ByAddress = T->isPointerType() &&
                     bare(T->getPointeeType()) == bare(E->getValueType());
    if (!ByAddress) {
      store(At, What, Loc);
      continue;
    }
    bool Carries = carries(T->getPointeeType());
    if (Carries && !Loads)
      store(At, load(What), Loc);
    if (Carries)
      store(What, load(At), Loc);
    if (Loads || Compares || Name.contains("exchange"))
      write(What, AccessKind::CompoundAssign, Loc);
  }
  if (Loads)
    read(At, Loc);
  else if (!Name.ends_with("init"))
    write(At,
          Name.contains("store") ? AccessKind::Assign
                                 : AccessKind::CompoundAssign,
          Loc);
  return carries(E->getType()) ? load(At) : 0;
}

//===-- Names -------------------------------------------------------------===//

StatementNumber Lowering::thisPointer() {
  if (!Lambda || This)
    return thisAddress();
  if (!ThisCapture)
    return unknown();
  Number At =
      value(StatementKind::Field, capture(Lambda, ThisCapture->getFieldIndex()),
            value(StatementKind::This));
  // [*this] holds the object itself.
  return ThisCapture->getType()->isPointerType() ? load(At) : At;
}

StatementNumber Lowering::captured(const ValueDecl *Var) {
  auto It = Captures.find(Var);
  if (It == Captures.end())
    return 0; // A constant, which need not be captured.
  Number At = field(value(StatementKind::This),
                    capture(Lambda, It->second->getFieldIndex()),
                    It->second->getType());
  return It->second->getType()->isReferenceType() ? load(At) : At;
}

StatementNumber Lowering::variable(const VarDecl *Var, bool Captured) {
  bool Reference = Var->getType()->isReferenceType();
  if (Var->hasGlobalStorage()) {
    Number At = globalAddress(Var);
    return Reference ? load(At) : At;
  }
  if (Captured) {
    Number At = captured(Var);
    // A reference that is captured by copy is what it refers to; by reference,
    // the field refers to the same.
    return At;
  }
  Number At = localAddress(Var);
  return Reference ? load(At) : At;
}

StatementNumber Lowering::reference(const DeclRefExpr *Ref) {
  const ValueDecl *D = Ref->getDecl();
  if (auto *F = dyn_cast<FunctionDecl>(D))
    return value(StatementKind::Function, functionSymbol(F));
  if (auto *Part = dyn_cast<BindingDecl>(D)) {
    if (Ref->refersToEnclosingVariableOrCapture())
      if (Number At = captured(Part))
        return At;
    return Part->getBinding() ? lower(Part->getBinding()) : unknown();
  }
  if (auto *Var = dyn_cast<VarDecl>(D))
    return variable(Var, Ref->refersToEnclosingVariableOrCapture());
  if (isa<EnumConstantDecl, NonTypeTemplateParmDecl>(D))
    return 0;
  return anything(Ref);
}

/// The address of \p Field of the object at \p Base. The parts of a library's
/// object are what it holds; those of a union are the union.
StatementNumber Lowering::member(Number Base, const FieldDecl *Field) {
  return isLibrary(Field)                ? element(Base)
         : Field->getParent()->isUnion() ? Base
                                         : field(Base, Field);
}

StatementNumber Lowering::evaluateMember(const MemberExpr *Member) {
  const ValueDecl *D = Member->getMemberDecl();
  Number Base = lower(Member->getBase());
  if (auto *Var = dyn_cast<VarDecl>(D))
    return variable(Var, false);
  auto *Field = dyn_cast<FieldDecl>(D);
  if (!Field)
    return Base;
  Number At = member(Base, Field);
  return Field->getType()->isReferenceType() ? load(At) : At;
}

StatementNumber Lowering::materialize(const Expr *E) {
  Number N = lower(E);
  if (isObject(E->getType()) || E->isGLValue() || !carries(E->getType()))
    return N ? N : object(E->getType());
  Number At = object(E->getType());
  store(At, N, E->getExprLoc());
  return At;
}

//===-- Operators ---------------------------------------------------------===//

/// False where \p E, which is read, is known without what is stored in it: what
/// is const is never written, and an assignment gives what it has just stored.
static bool asksForContent(const Expr &E) {
  if (auto *Name = dyn_cast<DeclRefExpr>(&E))
    return !Name->getDecl()->getType().isConstQualified();
  auto *Op = dyn_cast<BinaryOperator>(&E);
  return !Op || Op->getOpcode() != BO_Assign;
}

StatementNumber Lowering::evaluateCast(const CastExpr *Cast) {
  const Expr *Of = Cast->getSubExpr();
  switch (Cast->getCastKind()) {
  case CK_LValueToRValue: {
    Number At = lower(Of);
    if (asksForContent(*Of->IgnoreParens()))
      read(At, Cast->getExprLoc());
    // An object of a C struct is its address.
    if (isObject(Cast->getType()))
      return At;
    // A pointer that a union gives out as a number.
    if (auto *Member = dyn_cast<MemberExpr>(Of->IgnoreParens()))
      if (auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
          Field && Field->getParent()->isUnion() &&
          isAddressSized(Cast->getType()) &&
          carries(compat::typeOf(Tu.Ast, Field->getParent())))
        escape(load(At), Cast->getExprLoc());
    return carries(Cast->getType()) ? load(At) : 0;
  }
  case CK_ArrayToPointerDecay:
    return element(lower(Of));
  case CK_IntegralToPointer: {
    lower(Of);
    Expr::EvalResult Constant;
    bool Known = !Of->isValueDependent() && Of->EvaluateAsInt(Constant, Tu.Ast);
    return Known ? 0 : unknown();
  }
  case CK_PointerToIntegral:
    escape(lower(Of), Cast->getExprLoc());
    return 0;
  case CK_ToVoid:
    lower(Of);
    return 0;
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    lower(Of);
    return 0;
  case CK_NoOp: {
    // Who gets the address of constant numbers, reads them: that is not
    // followed any further.
    Number At = lower(Of);
    auto IsFollowed = [&](const Expr *E) {
      return E->isGLValue()
                 ? carries(Tu.Ast.getLValueReferenceType(E->getType()))
                 : E->getType()->isPointerType() && carries(E->getType());
    };
    if (IsFollowed(Of) && !IsFollowed(Cast))
      read(At, Cast->getExprLoc());
    return At;
  }
  case CK_BitCast: {
    Number At = lower(Of);
    QualType From = Of->getType()->getPointeeType();
    if (!From.isNull() && From->isAnyPointerType() && carries(From) &&
        isAddressSized(Cast->getType()->getPointeeType()))
      escape(load(At), Cast->getExprLoc());
    return castTo(At, *Cast);
  }
  default:
    return lower(Of);
  }
}

/// The record that \p E is the size of: sizeof(T), or that times a number.
static QualType sizedBy(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (auto *Size = dyn_cast<UnaryExprOrTypeTraitExpr>(E))
    return Size->getKind() == UETT_SizeOf ? Size->getTypeOfArgument()
                                          : QualType();
  auto *Product = dyn_cast<BinaryOperator>(E);
  if (!Product || Product->getOpcode() != BO_Mul)
    return {};
  QualType T = sizedBy(Product->getLHS());
  return T.isNull() ? sizedBy(Product->getRHS()) : T;
}

/// What is behind \p Address, which has no type yet, is taken for an object of
/// the type of \p Cast. Memory of just that size is one; more may be anything.
StatementNumber Lowering::castTo(Number Address, const CastExpr &Cast) {
  const Expr *From = Cast.getSubExpr();
  QualType To = Cast.getType()->getPointeeType();
  if (!Address || !From->getType()->isVoidPointerType() ||
      !To->isRecordType() || isLibraryObject(To))
    return Address;
  Statement &Last = Out.Statements.back();
  auto *Made = dyn_cast<CallExpr>(From->IgnoreParenCasts());
  if (Made && Last.Kind == StatementKind::New &&
      Address == Out.Statements.size()) {
    for (const Expr *Size : Made->arguments())
      if (QualType Of = sizedBy(Size);
          !Of.isNull() && Tu.Ast.hasSameUnqualifiedType(Of, To))
        Last.Type = objectType(To);
    return Address;
  }
  Statement S;
  S.Kind = StatementKind::Cast;
  S.A = Address;
  S.Type = Tu.Typer.intern(To.getCanonicalType().getUnqualifiedType());
  return add(std::move(S));
}

StatementNumber Lowering::evaluateUnary(const UnaryOperator *Op) {
  const Expr *Of = Op->getSubExpr();
  switch (Op->getOpcode()) {
  case UO_AddrOf:
    if (auto *Ref = dyn_cast<DeclRefExpr>(Of->IgnoreParens())) {
      if (isa<FieldDecl, IndirectFieldDecl>(Ref->getDecl()))
        return value(StatementKind::Member, Tu.Namer.symbol(Ref->getDecl()));
    }
    return lower(Of);
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    Number At = lower(Of);
    write(At, AccessKind::Increment, Op->getExprLoc());
    if (Op->isGLValue())
      return At;
    if (Op != Ignored)
      read(At, Op->getExprLoc());
    return carries(Op->getType()) ? load(At) : 0;
  }
  case UO_LNot:
  case UO_Not:
  case UO_Minus:
    lower(Of);
    return 0;
  default:
    // *P is at the address P; of the rest, what it is made of.
    return lower(Of);
  }
}

/// Text[0] = 0, *Text = 0: what was in the array is no text any more.
bool Lowering::emptiesText(const BinaryOperator &Op) {
  return Op.getType()->isAnyCharacterType() && isZero(Op.getRHS(), Tu.Ast) &&
         !isa<DeclRefExpr, MemberExpr>(Op.getLHS()->IgnoreParens()) &&
         bufferOf(Op.getLHS(), Tu).FromStart;
}

/// The array of which \p Element is the address of an element.
StatementNumber Lowering::wholeOf(Number Element) const {
  if (Element == 0)
    return 0;
  const Statement &S = Out.Statements[Element - 1];
  return S.Kind == StatementKind::Element ? S.A : Element;
}

StatementNumber Lowering::evaluateBinary(const BinaryOperator *Op) {
  const Expr *Left = Op->getLHS(), *Right = Op->getRHS();
  if (Op->isPtrMemOp()) {
    Number Object = lower(Left), Pointer = lower(Right);
    if (Op->getType()->isFunctionType() ||
        Op->getType()->isSpecificBuiltinType(BuiltinType::BoundMember))
      return Pointer;
    return Object && Pointer
               ? value(StatementKind::MemberOf, {}, Object, Pointer)
               : unknown();
  }
  if (Op->getOpcode() == BO_Comma) {
    lower(Left);
    return lower(Right);
  }
  if (!Op->isAssignmentOp()) {
    Number A = lower(Left), B = lower(Right);
    // Arithmetic on a pointer stays in its object.
    return Op->isAdditiveOp() && carries(Op->getType()) ? either(A, B) : 0;
  }
  Number What = lower(Right), At = lower(Left);
  QualType T = Left->getType();
  if (Op->getOpcode() != BO_Assign) {
    write(At, AccessKind::CompoundAssign, Op->getExprLoc());
    if (!Op->isGLValue() && Op != Ignored)
      read(At, Op->getExprLoc());
  } else if (isObject(T)) {
    if (carries(T))
      act(StatementKind::Copy, At, What, Op->getExprLoc());
    write(At, AccessKind::Assign, Op->getExprLoc());
  } else {
    if (carries(T))
      store(At, What, Op->getExprLoc());
    write(emptiesText(*Op) ? wholeOf(At) : At, AccessKind::Assign,
          Op->getExprLoc());
    runStored(Op);
  }
  return Op->isGLValue() || isObject(T) ? At : carries(T) ? What : 0;
}

StatementNumber Lowering::evaluateNew(const CXXNewExpr *New) {
  Number Where = 0;
  for (const Expr *Argument : New->placement_arguments()) {
    Number N = lower(Argument);
    if (Argument->getType()->isPointerType()) {
      Where = either(Where, N);
      write(N, AccessKind::Assign, New->getExprLoc());
    }
  }
  if (New->isArray() && New->getArraySize())
    lower(*New->getArraySize());
  QualType T = New->getAllocatedType();
  if (!Where) {
    Statement S;
    S.Kind = StatementKind::New;
    S.Type = objectType(T);
    S.Called = callOperator(T);
    S.Loc = Tu.Namer.locate(New->getExprLoc());
    Where = add(std::move(S));
  }
  const Expr *Init = New->getInitializer();
  if (auto *List = dyn_cast_or_null<InitListExpr>(Init); List && New->isArray())
    initializeList(Where, List);
  else if (Init)
    initialize(Where, Init, T);
  return Where;
}

} // namespace stateless
