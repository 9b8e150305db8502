//===- LoweringKeys.cpp - Keys of containers as value-flow statements -----===//
//
// A write of a container says which key it puts in, if that is a constant, and
// a container that is made of a list, which keys it has from the start: link()
// then knows the subscripts that find theirs. It must not know names of
// libraries: which methods look up keys, models say.
//
//===----------------------------------------------------------------------===//
#include "extract/KeyTests.h"
#include "extract/Lowering.h"
#include "extract/Values.h"

using namespace clang;

namespace stateless {

/// True if \p Method, called by \p E, puts in a key that is there already.
bool Lowering::findsKey(const CXXMethodDecl *Method, const Expr *E) {
  const KeyMethodModel *Model = keyMethod(Method, Tu);
  auto *Call = dyn_cast<CallExpr>(E);
  return Model && Model->Kind == KeyMethodKind::Adds && Call &&
         isSubscript(Call) && Keys.isThere(Call);
}

/// Says of \p Write, which \p Method does when \p E calls it, what becomes of
/// the keys.
void Lowering::tellKeys(Statement &Write, const CXXMethodDecl *Method,
                        const Expr *E) {
  const KeyMethodModel *Model = keyMethod(Method, Tu);
  auto *Call = dyn_cast<CallExpr>(E);
  if (!Model || Model->Kind != KeyMethodKind::Adds || !Call)
    return;
  auto Args = argumentsOf(Call);
  if (Args.empty())
    return;
  Write.Keys = isSubscript(Call) ? KeyUse::Asks : KeyUse::Adds;
  Write.Called = constantKey(addedKey(Call));
}

SymbolId Lowering::constantKey(const Expr *Key) {
  ValueId Id = ValueBuilder(Tu, Body, In).of(Key);
  if (!Id)
    return {};
  const Value &V = Tu.Facts.Values[Id.Value];
  auto *Ref = dyn_cast<DeclRefExpr>(plain(Key));
  bool Constant = Ref && Ref->getType().isConstQualified();
  switch (V.Kind) {
  case ValueKind::Text:
    return Tu.Facts.Strings.intern(
        ("\"" + Tu.Facts.Strings[V.Text] + "\"").str());
  case ValueKind::Integer:
    return Tu.Facts.Strings.intern(std::to_string(V.Number));
  case ValueKind::Variable:
    return Constant ? V.Symbol : SymbolId();
  default:
    return {};
  }
}

void Lowering::holdKeys(Number At, const Expr *E) {
  auto *Standard = dyn_cast<CXXStdInitializerListExpr>(plain(E));
  auto *List = Standard ? dyn_cast<InitListExpr>(plain(Standard->getSubExpr()))
                        : nullptr;
  if (!List)
    return;
  for (const Expr *Init : List->inits()) {
    const Expr *Key = firstOfPair(Init);
    SymbolId Constant = Key ? constantKey(Key) : SymbolId();
    if (!Constant)
      continue;
    Statement S;
    S.Kind = StatementKind::Write;
    S.A = At;
    S.Keys = KeyUse::Holds;
    S.Called = Constant;
    add(std::move(S));
  }
}

} // namespace stateless
