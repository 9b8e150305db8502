//===- Lifetime.cpp - Which classes have objects that stay ----------------===//
//
// Breadth first from the variables of static storage, so that the chain told
// to the reader is a shortest one. Each class is entered once.
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>

namespace stateless {

namespace {

struct Held {
  SymbolId Class;
  bool Exact; ///< By value: no derived class hides behind it.
};

} // namespace

/// The classes of the objects that a value of \p T holds, itself included.
static void heldClasses(const Program &Prog, TypeId T, bool Exact,
                        unsigned Depth, std::vector<Held> &Into) {
  if (!T || Depth > 6)
    return;
  const Type &Fact = Prog.type(T);
  if (Fact.Kind == TypeKind::Function)
    return;
  // A project template's arguments show in its fields; a library's are held.
  if (Fact.Kind == TypeKind::Record && Prog.classOf(Fact.Symbol)) {
    Into.push_back({Fact.Symbol, Exact});
    return;
  }
  for (TypeId Arg : Fact.Args)
    heldClasses(Prog, Arg, Exact && Fact.Kind == TypeKind::Array, Depth + 1,
                Into);
}

static std::vector<Held> heldClasses(const Program &Prog, TypeId T) {
  std::vector<Held> Result;
  heldClasses(Prog, T, /*Exact=*/true, 0, Result);
  return Result;
}

Lifetime::Lifetime(const Program &Prog) {
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> Derived;
  for (const Class &C : Prog.classes())
    for (TypeId Base : C.Bases)
      Derived[Prog.type(Base).Symbol].push_back(C.Symbol);
  std::deque<SymbolId> Work;
  llvm::DenseSet<SymbolId> Dispatched;
  auto Enter = [&](llvm::ArrayRef<Held> Found, Link By) {
    std::vector<Held> All = Found.vec();
    for (size_t I = 0; I < All.size(); ++I) {
      auto [Class, Exact] = All[I];
      if (Holder.try_emplace(Class, By).second)
        Work.push_back(Class);
      // What a pointer to it may really lead to.
      if (!Exact && Dispatched.insert(Class).second)
        for (SymbolId Symbol : Derived.lookup(Class))
          All.push_back({Symbol, false});
    }
  };
  for (const Variable &V : Prog.variables()) {
    if (V.Where == Storage::Automatic)
      continue;
    Enter(heldClasses(Prog, V.Type), {V.Symbol, {}});
  }
  while (!Work.empty()) {
    SymbolId At = Work.front();
    Work.pop_front();
    const Class *C = Prog.classOf(At);
    if (!C)
      continue;
    for (SymbolId Symbol : C->Fields) {
      if (const Field *F = Prog.field(Symbol))
        Enter(heldClasses(Prog, F->Type), {Symbol, At});
    }
    for (TypeId Base : C->Bases)
      Enter(heldClasses(Prog, Base), Holder.lookup(At));
  }
}

std::vector<SymbolId> Lifetime::holders(SymbolId Class) const {
  std::vector<SymbolId> Chain;
  // Each class was entered after the one that holds it, so this ends.
  for (auto It = Holder.find(Class); It != Holder.end();
       It = Holder.find(It->second.Class)) {
    Chain.insert(Chain.begin(), It->second.By);
    if (!It->second.Class)
      break;
  }
  return Chain;
}

} // namespace stateless
