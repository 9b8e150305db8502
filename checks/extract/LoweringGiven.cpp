//===- LoweringGiven.cpp - What libraries do with what they get -----------===//
//
// A library writes what it is given for writing,
// and keeps or only borrows the rest: by its declaration, unless a model says
// more. What it keeps where nobody follows it, escapes. It must not know names
// of functions: those are in the models.
//
//===----------------------------------------------------------------------===//
#include "extract/Buffers.h"
#include "extract/LibraryTypes.h"
#include "extract/Lowering.h"

using namespace clang;

namespace stateless {

Lowering::GivenList Lowering::given(const FunctionDecl *Callee,
                                    Arguments Args) {
  GivenList Result;
  for (unsigned I = 0; I < Args.size(); ++I) {
    QualType Param = I < Callee->getNumParams()
                         ? Callee->getParamDecl(I)->getType()
                         : Args[I]->getType();
    Result.push_back({Args[I], Param, lower(Args[I])});
  }
  return Result;
}

/// True if \p Callee hands code to a framework.
bool Lowering::registers(const FunctionDecl *Callee) {
  return !Tu.Known.of(Callee).entries().empty();
}

/// True if \p Callee may change what its argument \p Index refers to.
bool Lowering::mayChange(const FunctionDecl *Callee, unsigned Index,
                         const Given &G) {
  // Data that a handler is given back, is the handler's to change.
  if (registers(Callee) && G.Param->isVoidPointerType())
    return false;
  return mayWriteArgument(Tu, Callee, Index, G.E, G.Param) ||
         (!G.Param->isReferenceType() && isOutputIterator(G.Param));
}

/// The number of bytes of what \p E, an array or the address of something,
/// leads to; nothing if that is not known.
static std::optional<uint64_t> bytesOf(const Expr *E, const ASTContext &Ast) {
  E = E->IgnoreParenCasts();
  if (auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr();
  QualType T = E->getType();
  if (T->isPointerType() || T->isDependentType() || T->isIncompleteType())
    return {};
  return static_cast<uint64_t>(Ast.getTypeSizeInChars(T).getQuantity());
}

/// True if \p E is, or leads to, the start of something that has a name: no
/// other element of an array, nor a part of a library's object, of which value
/// flow does not tell the parts apart.
bool Lowering::isStart(const Expr *E) const {
  E = E->IgnoreParenCasts();
  if (auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParens();
  if (auto *First = dyn_cast<ArraySubscriptExpr>(E)) {
    if (!isZero(First->getIdx(), Tu.Ast))
      return false;
    E = First->getBase()->IgnoreParenCasts();
  }
  if (auto *Member = dyn_cast<MemberExpr>(E))
    return !isLibrary(Member->getMemberDecl());
  return isa<DeclRefExpr>(E);
}

/// True if \p Callee gives its argument \p Index, or its object, a content that
/// does not depend on the old one.
bool Lowering::overwrites(const FunctionDecl *Callee, ArgumentIndex Index,
                          const GivenList &Args, const Expr *E) {
  const OverwriterModel *M = Tu.Known.of(Callee).overwrites(Index);
  if (!M || (M->MayFail && E == Ignored) ||
      (Index != ReceiverArgument && !isStart(Args[Index].E)))
    return false;
  if (!M->Size)
    return true;
  if (Index < 0 || static_cast<size_t>(*M->Size) >= Args.size())
    return false;
  const Expr *Size = Args[*M->Size].E;
  Expr::EvalResult Constant;
  if (Size->isValueDependent() || !Size->EvaluateAsInt(Constant, Tu.Ast))
    return false;
  std::optional<uint64_t> All = bytesOf(Args[Index].E, Tu.Ast);
  return !All || Constant.Val.getInt().getLimitedValue() >= *All;
}

/// True for va_list, as it is declared or as a parameter.
bool Lowering::isArgumentList(QualType T) const {
  QualType List = Tu.Ast.getBuiltinVaListType();
  if (const ArrayType *Array = Tu.Ast.getAsArrayType(List))
    return T->isPointerType() &&
           bare(T->getPointeeType()) == bare(Array->getElementType());
  return bare(T) == bare(List);
}

/// What a library writes and reads of what it is given.
void Lowering::accessGiven(const FunctionDecl *Callee, const GivenList &Args,
                           const Expr *E) {
  for (unsigned I = 0; I < Args.size(); ++I) {
    const Given &G = Args[I];
    if (!G.What)
      continue;
    QualType Of = G.E->getType();
    bool Leads = isObject(Of) && leads(Of) && !G.Param->isReferenceType();
    Number At = Leads ? load(element(G.What)) : G.What;
    if (mayChange(Callee, I, G) || (Leads && movesFrom(Of)))
      write(At,
            overwrites(Callee, static_cast<ArgumentIndex>(I), Args, E)
                ? AccessKind::Assign
                : AccessKind::CompoundAssign,
            E->getExprLoc(), Callee, /*IsArgument=*/true);
    else if (!Of->isFunctionType() && !Of->isFunctionPointerType())
      read(At, E->getExprLoc(), Callee);
    if (isArgumentList(Of))
      read(load(G.What), E->getExprLoc(), Callee);
  }
  readReturned(Callee, Args, E);
}

/// A library may return what it has written (strcpy, inet_ntop). Where pointers
/// of that type are not followed, it is read there.
void Lowering::readReturned(const FunctionDecl *Callee, const GivenList &Args,
                            const Expr *E) {
  QualType T = Callee->getReturnType();
  if (!T->isPointerType() || carries(T) || E == Ignored)
    return;
  for (unsigned I = 0; I < Args.size(); ++I) {
    const Given &G = Args[I];
    QualType Of = G.E->getType();
    if (G.What && Of->isPointerType() &&
        bare(Of->getPointeeType()) == bare(T->getPointeeType()) &&
        mayChange(Callee, I, G))
      read(G.What, E->getExprLoc(), Callee, AccessKind::Assign);
  }
}

/// The standard libraries, and functions that models know, keep no address that
/// they are given but in what they return or change.
bool Lowering::isBorrowing(const FunctionDecl *Callee) const {
  const ModelsOf &Of = Tu.Known.of(Callee);
  if (isOfStd(Callee) || Callee->getBuiltinID() != 0 ||
      Of.says<ValueFlowModel, ForwardModel, ValueModel, PureModel,
              OperationModel, AllocatorModel, RoleModel, EntryPointModel>())
    return true;
  // The C library, by where it is declared.
  return Callee->isExternC() && Tu.Known.isBorrowingHeader(Callee);
}

/// What is kept may be written at any time; of an object that is given by
/// value, what it holds.
void Lowering::escapeKept(const FunctionDecl *Callee, const Given &G,
                          bool Copied, SourceLocation Loc) {
  QualType Of = G.E->getType().getNonReferenceType();
  // Code that is kept is run later, which is told where it is run.
  if (!G.What || callOperator(Of) || Of->isFunctionType() ||
      Of->isFunctionPointerType() || Of->isMemberFunctionPointerType())
    return;
  QualType Held = Copied && Of->isPointerType() ? Of->getPointeeType() : Of;
  if (!Copied && !(Of->isRecordType() && !G.Param->isReferenceType()))
    return escape(G.What, Loc, Callee);
  Number Copy = object(Held);
  act(StatementKind::Copy, Copy, G.What, Loc);
  escape(Copy, Loc, Callee);
}

/// What becomes of addresses by the model of \p Callee.
void Lowering::passByModel(const FunctionDecl *Callee,
                           const ValueFlowModel &Flow, const GivenList &Args,
                           SourceLocation Loc) {
  auto Each = [&](const std::vector<ArgumentIndex> &Indices, auto Do) {
    for (ArgumentIndex I : Indices)
      if (static_cast<size_t>(I) < Args.size() && Args[I].What)
        Do(Args[I]);
  };
  Each(Flow.Keeps,
       [&](const Given &G) { escapeKept(Callee, G, /*Copied=*/false, Loc); });
  Each(Flow.Copies,
       [&](const Given &G) { escapeKept(Callee, G, /*Copied=*/true, Loc); });
  Each(Flow.Fills, [&](const Given &G) {
    act(StatementKind::Copy, G.What, unknown(), Loc);
  });
}

/// A library that is not known to borrow may keep what it is given for
/// writing, and write there at any time.
void Lowering::escapeGiven(const FunctionDecl *Callee, const GivenList &Args,
                           SourceLocation Loc) {
  if (const ValueFlowModel *Flow = Tu.Known.of(Callee).get<ValueFlowModel>())
    return passByModel(Callee, *Flow, Args, Loc);
  if (isBorrowing(Callee))
    return;
  for (const Given &G : Args) {
    QualType P = G.Param->getPointeeType();
    if (G.What && !P.isNull() && !P.isConstQualified() &&
        !P->isFunctionType() && !isLibraryObject(P))
      escape(G.What, Loc, Callee);
  }
}

} // namespace stateless
