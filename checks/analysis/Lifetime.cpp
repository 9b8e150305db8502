//===- Lifetime.cpp - Which classes have objects that stay ----------------===//
//
// Breadth first from the variables of static storage, so that the chain told
// to the reader is a shortest one. Each class is entered once.
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include <deque>

namespace stateless {

/// The classes of the objects that a value of \p T holds, itself included.
static void heldClasses(const Program &Prog, TypeId T, unsigned Depth,
                        std::vector<SymbolId> &Into) {
  if (!T || Depth > 6)
    return;
  const Type &Fact = Prog.type(T);
  if (Fact.Kind == TypeKind::Record && Prog.classOf(Fact.Symbol))
    Into.push_back(Fact.Symbol);
  if (Fact.Kind == TypeKind::Function)
    return;
  // A project template's arguments show in its fields; a library's are held.
  if (Fact.Kind == TypeKind::Record && Prog.classOf(Fact.Symbol))
    return;
  for (TypeId Arg : Fact.Args)
    heldClasses(Prog, Arg, Depth + 1, Into);
}

Lifetime::Lifetime(const Program &Prog) {
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> Derived;
  for (const Class &C : Prog.classes())
    for (TypeId Base : C.Bases)
      Derived[Prog.type(Base).Symbol].push_back(C.Symbol);
  std::deque<SymbolId> Work;
  auto Enter = [&](SymbolId Class, Link By) {
    if (Holder.try_emplace(Class, By).second)
      Work.push_back(Class);
  };
  for (const Variable &V : Prog.variables()) {
    if (V.Where == Storage::Automatic)
      continue;
    std::vector<SymbolId> Held;
    heldClasses(Prog, V.Type, 0, Held);
    for (SymbolId Class : Held)
      Enter(Class, {V.Symbol, {}});
  }
  while (!Work.empty()) {
    SymbolId At = Work.front();
    Work.pop_front();
    const Class *C = Prog.classOf(At);
    if (!C)
      continue;
    for (SymbolId Symbol : C->Fields) {
      const Field *F = Prog.field(Symbol);
      if (!F)
        continue;
      std::vector<SymbolId> Held;
      heldClasses(Prog, F->Type, 0, Held);
      for (SymbolId Class : Held)
        Enter(Class, {Symbol, At});
    }
    // Parts of the object: bases; and what a pointer to it may really be.
    for (TypeId Base : C->Bases)
      if (SymbolId Symbol = Prog.type(Base).Symbol)
        Enter(Symbol, Holder.lookup(At));
    for (SymbolId Symbol : Derived.lookup(At))
      Enter(Symbol, Holder.lookup(At));
  }
}

std::vector<SymbolId> Lifetime::holders(SymbolId Class) const {
  std::vector<SymbolId> Chain;
  for (unsigned Steps = 0; Steps < 16; ++Steps) {
    auto It = Holder.find(Class);
    if (It == Holder.end())
      break;
    Chain.insert(Chain.begin(), It->second.By);
    if (!It->second.Class)
      break;
    Class = It->second.Class;
  }
  return Chain;
}

} // namespace stateless
