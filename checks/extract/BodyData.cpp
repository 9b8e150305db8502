//===- BodyData.cpp - Where the values of a body go -----------------------===//
//
// Tells what each value is made of that leaves its function: what is stored
// into something that is no local, handed to a function of the project, or
// returned. It must not know what becomes of it there.
//
//===----------------------------------------------------------------------===//
#include "extract/BodyVisitor.h"

using namespace clang;

namespace stateless {

void BodyVisitor::keepData(SinkKind Into, uint32_t Index, SymbolId Symbol,
                           Location Loc, std::vector<Source> From) {
  Frame &F = Stack.back();
  // What is not told, is made of constants.
  if (!From.empty())
    F.Fact.Data.push_back({Into, Index, Symbol, Loc, std::move(From)});
}

/// \p Values are put into \p To at \p Loc.
void BodyVisitor::stored(const Expr *To, llvm::ArrayRef<const Expr *> Values,
                         SourceLocation Loc) {
  Frame &F = Stack.back();
  uint32_t Through = 0;
  // A temporary object is a part of the value.
  const Expr *Root = rootOf(To);
  if (!isa<DeclRefExpr, CXXThisExpr>(Root) && Root->isPRValue() &&
      !Root->getType()->isPointerType())
    return;
  if (const VarDecl *Local = localOf(To)) {
    QualType T = Local->getType().getNonReferenceType();
    bool Leads = Local->getType()->isReferenceType() || T->isPointerType() ||
                 Tu.Typer.isPointerLike(T);
    bool Own = F.Decl && Local->getDeclContext() == F.Decl;
    // Its own value: a slice looks through it.
    if (Own && (!Leads || isa<DeclRefExpr>(To->IgnoreParenImpCasts())) &&
        !Local->getType()->isReferenceType())
      return;
    if (auto *Param = dyn_cast<ParmVarDecl>(Local); Param && Own)
      Through = Param->getFunctionScopeIndex() + 1;
  }
  keepData(SinkKind::Store, Through, {}, Tu.Namer.locate(Loc),
           Data.of(Values, F.Decl));
}

/// What the call \p E hands to the project, or has a library store.
void BodyVisitor::givenTo(const Expr *E) {
  Frame &F = Stack.back();
  CallParts Parts(Tu, E);
  // An assignment that nobody wrote stores, as a library's does.
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Parts.Callee);
  bool Assigns = Method && Method->isDefaulted() && Parts.Receiver &&
                 (Method->isCopyAssignmentOperator() ||
                  Method->isMoveAssignmentOperator());
  if (!Assigns && (!Parts.Callee || Tu.Namer.inProject(Parts.Callee))) {
    Location At = Tu.Namer.locate(E->getExprLoc());
    for (unsigned I = 0; I < Parts.Args.size(); ++I)
      keepData(SinkKind::Argument, I, {}, At, Data.of({Parts.Args[I]}, F.Decl));
    return;
  }
  if (writesReceiver(Parts))
    stored(Parts.Receiver, Parts.Args, E->getExprLoc());
  // What it leaves there is made of all that it gets, as what it returns is.
  for (unsigned I = 0; I < Parts.Args.size(); ++I)
    if (mayWrite(Tu, Parts, I))
      stored(Parts.Args[I], {E}, E->getExprLoc());
}

/// Statics of a function are made when control first comes there.
void BodyVisitor::made(const VarDecl *Static) {
  if (const Expr *Init = Static->getInit())
    keepData(SinkKind::Store, 0, {}, Tu.Namer.locate(Static->getLocation()),
             Data.of({Init}, Stack.back().Decl));
}

void BodyVisitor::initialized(const FieldDecl *Field, const Expr *Init) {
  keepData(SinkKind::Store, 0, Tu.Namer.symbol(Field),
           Tu.Namer.locate(Init->getExprLoc()),
           Data.of({Init}, Stack.back().Decl));
}

/// All that the function that was walked last had to tell.
void BodyVisitor::sortData() {
  Frame &F = Stack.back();
  for (DataFlow &Shared : Data.shared(F.Decl))
    if (!Shared.From.empty())
      F.Fact.Data.push_back(std::move(Shared));
  llvm::sort(F.Fact.Data);
  F.Fact.Data.erase(llvm::unique(F.Fact.Data), F.Fact.Data.end());
}

} // namespace stateless
