//===- KeptReferences.cpp - What is kept by reference ---------------------===//
//
// The extractor records a store, with what the stored pointer points to, right
// before the address that it takes.
//
// A pointer that is copied from one keeper to another is followed there, too.
// What is copied to anything else is lost to sight, which is Mutation's to
// tell.
//
//===----------------------------------------------------------------------===//
#include "analysis/KeptReferences.h"

namespace stateless {

/// One store has few targets and few sources.
static constexpr size_t MaxBetween = 8;
/// Copies beyond these are not looked at.
static constexpr size_t MaxCopies = 64;

static bool isStore(const Access &A) {
  return A.Kind == AccessKind::Assign || A.Kind == AccessKind::Initialize;
}

KeptReferences::KeptReferences(const Program &Prog) : Prog(Prog) {
  for (const Function &F : Prog.functions())
    for (const Access &A : F.Accesses)
      if (SymbolId In = keeperOf(A))
        for (const Place &P : A.From) {
          if (SymbolId Other = copiedFrom(P); Other && Other != In)
            CopiedTo[Other].push_back(In);
          if (!isObject(P) || P.Root != RootKind::Parameter)
            continue;
          Keepers[&F].push_back({P.Index, P.Steps, In});
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

SymbolId KeptReferences::copiedFrom(const Place &P) {
  if (P.Steps.empty() || P.Steps.back().Kind != StepKind::Deref)
    return {};
  if (P.Steps.size() == 1)
    return P.Root == RootKind::Variable ? P.Symbol : SymbolId();
  const Step &Pointer = P.Steps[P.Steps.size() - 2];
  return Pointer.Kind == StepKind::Field ? Pointer.Symbol : SymbolId();
}

std::vector<SymbolId> KeptReferences::copiesOf(SymbolId Keeper) const {
  std::vector<SymbolId> Result{Keeper};
  for (size_t I = 0; I < Result.size() && Result.size() < MaxCopies; ++I)
    if (auto It = CopiedTo.find(Result[I]); It != CopiedTo.end())
      for (SymbolId To : It->second)
        if (!llvm::is_contained(Result, To))
          Result.push_back(To);
  return Result;
}

bool KeptReferences::isInSight(SymbolId Keeper) const {
  const Variable *V = Prog.variable(Keeper);
  return Prog.isWhole() || (V && V->Link != Linkage::External);
}

bool KeptReferences::isFollowed(const Function &F, const Access &A) const {
  if (A.Kind != AccessKind::AddressTaken || !isObject(A.Target))
    return false;
  size_t At = &A - F.Accesses.data();
  for (size_t I = 1; I <= std::min(At, MaxBetween); ++I) {
    const Access &Before = F.Accesses[At - I];
    if (!isStore(Before) || !llvm::is_contained(Before.From, A.Target))
      continue;
    SymbolId In = keeperOf(Before);
    return In && isInSight(In);
  }
  return false;
}

} // namespace stateless
