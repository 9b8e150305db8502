//===- KeptReferences.cpp - What is kept by reference ---------------------===//
//
// The extractor records a store, with what the stored pointer points to, right
// before the address that it takes.
//
// Limits: a pointer that is read from one keeper and stored in another is not
// followed; that counts as an address which is lost (Mutation).
//
//===----------------------------------------------------------------------===//
#include "analysis/KeptReferences.h"

namespace stateless {

/// One store has few targets and few sources.
static constexpr size_t MaxBetween = 8;

static bool isStore(const Access &A) {
  return A.Kind == AccessKind::Assign || A.Kind == AccessKind::Initialize;
}

KeptReferences::KeptReferences(const Program &Prog) : Prog(Prog) {
  for (const Function &F : Prog.functions())
    for (const Access &A : F.Accesses)
      if (SymbolId In = keeperOf(A))
        for (const Place &P : A.From)
          if (isFollowed(P) && P.Root == RootKind::Parameter) {
            Keepers[&F].push_back({P.Index, In});
            if (Prog.field(In))
              KeepingFields.insert(In);
          }
}

llvm::ArrayRef<KeptReferences::Keeper>
KeptReferences::of(const Function &F) const {
  auto It = Keepers.find(&F);
  return It == Keepers.end() ? llvm::ArrayRef<Keeper>()
                             : llvm::ArrayRef<Keeper>(It->second);
}

SymbolId KeptReferences::keeperOf(const Access &A) const {
  if (!isStore(A) || A.From.empty())
    return {};
  if (!A.Target.Steps.empty()) {
    const Step &Last = A.Target.Steps.back();
    return Last.Kind == StepKind::Field && Prog.field(Last.Symbol) ? Last.Symbol
                                                                   : SymbolId();
  }
  const Variable *V = A.Target.Root == RootKind::Variable
                          ? Prog.variable(A.Target.Symbol)
                          : nullptr;
  return V && V->Where != Storage::Automatic ? V->Symbol : SymbolId();
}

bool KeptReferences::isFollowed(const Function &F, const Access &A) const {
  if (A.Kind != AccessKind::AddressTaken || !isFollowed(A.Target))
    return false;
  size_t At = &A - F.Accesses.data();
  for (size_t I = 1; I <= std::min(At, MaxBetween); ++I) {
    const Access &Before = F.Accesses[At - I];
    if (isStore(Before) && llvm::is_contained(Before.From, A.Target))
      return bool(keeperOf(Before));
  }
  return false;
}

} // namespace stateless
