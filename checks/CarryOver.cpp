//===- CarryOver.cpp - What one request leaves for the next ---------------===//
#include "CarryOver.h"

namespace stateless {

/// More add nothing to what is told of them.
static constexpr size_t MaxWrites = 32;

/// True if \p W keeps what was there before. An object that a function is given
/// to write goes in, whatever becomes of it.
static bool buildsOn(const Write &W, const DataOrigin &What) {
  return (What.Own && W.Kind != WriteKind::Argument) ||
         W.Kind == WriteKind::Increment ||
         W.Kind == WriteKind::CompoundAssignment;
}

CarryOver carryOver(const DataOrigins &Origins, SymbolId Symbol,
                    llvm::ArrayRef<Write> Writes) {
  CarryOver Result;
  bool Builds = false, Differs = false;
  for (const Write &W : Writes.take_front(MaxWrites)) {
    if (!W.Certain)
      continue;
    DataOrigin What = Origins.of(Symbol, *W.By, W.Loc);
    // A container that gets what is drawn anew each time, grows.
    bool Draws = !What.Varying.empty() || !What.Threads.empty();
    bool Anew = W.Whole && overwrites(W);
    Differs |= Draws && Anew;
    Builds |= buildsOn(W, What) || (Draws && !Anew);
    Result.What.add(What);
  }
  if (!Result.What.Requests.empty())
    Result.Kind = CarryKind::Remembers;
  else if (Differs && !Builds)
    Result.Kind = CarryKind::DiffersByReplica;
  else if (Builds)
    Result.Kind = CarryKind::Accumulates;
  return Result;
}

} // namespace stateless
