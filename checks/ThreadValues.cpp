//===- ThreadValues.cpp - What only tells threads apart -------------------===//
#include "ThreadValues.h"

namespace stateless {

/// \p Seen: those that are asked about already.
static bool follows(const Program &Prog, const Analyses &Known,
                    const Variable *V, llvm::DenseSet<SymbolId> &Seen) {
  if (!V || !V->ThreadLocal)
    return false;
  if (!Seen.insert(V->Symbol).second)
    return true;
  // A constant alone may tell what a request asked for.
  auto IsMade = [&](const Write &W) {
    DataOrigin What = Known.Origins.of(V->Symbol, *W.By, W.Loc);
    return W.Certain && overwrites(W) && !What.Threads.empty() &&
           What.isFreeOfRequests() && What.Varying.empty() && !What.Clock &&
           (!What.Own || W.Kind == WriteKind::Argument) &&
           llvm::all_of(What.States, [&](SymbolId Other) {
             return follows(Prog, Known, Prog.variable(Other), Seen);
           });
  };
  bool Any = false;
  for (const Write &W : Known.Writes.writesOf(V->Symbol)) {
    if (isOutsideServing(W.When) || Known.Dead.neverRuns(*W.By, W.Loc))
      continue;
    if (!IsMade(W))
      return false;
    Any = true;
  }
  return Any;
}

bool followsThread(const Program &Prog, const Analyses &Known,
                   const Variable &V) {
  llvm::DenseSet<SymbolId> Seen;
  return follows(Prog, Known, &V, Seen);
}

} // namespace stateless
