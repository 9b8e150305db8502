//===- OperationValues.cpp - What models make of arguments ----------------===//
//
// Values of operations that are not simply those of an argument: a part of its
// text, a path below a setting, a driver by its name.
//
//===----------------------------------------------------------------------===//
#include "extract/Values.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace stateless {

ValueId ValueBuilder::behind(ValueId Of, llvm::ArrayRef<std::string> Keys) {
  Value V;
  V.Kind = ValueKind::Behind;
  V.Args.push_back(Of);
  for (const std::string &Key : Keys)
    V.Args.push_back(text(Key));
  return Tu.intern(std::move(V));
}

ValueId ValueBuilder::belowSetting(llvm::StringRef Name,
                                   llvm::StringRef Default,
                                   std::optional<ValueId> Path) {
  Value V;
  V.Kind = ValueKind::Setting;
  V.Symbol = setting(Name);
  V.Args = {text(Default)};
  ValueId Folder = Tu.intern(std::move(V));
  return Path ? combine(ValueKind::Join, {Folder, *Path}) : Folder;
}

ValueId ValueBuilder::driver(const Expr *E) {
  auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreImplicit()->IgnoreParenCasts());
  if (Ref && isa<VarDecl>(Ref->getDecl()) &&
      !Tu.Namer.inProject(Ref->getDecl()))
    return text(Tu.Facts.Strings[Tu.Namer.qualifiedName(Ref->getDecl())]);
  return of(E);
}

} // namespace stateless
