//===- PlaceBody.cpp - A function, as far as one place goes ---------------===//
#include "analysis/PlaceBody.h"

namespace stateless {

PlaceBody::PlaceBody(const Function &F, PlaceEvents Given)
    : F(&F), Uses(std::move(Given)) {
  if (!Uses.Lost)
    order();
}

/// Puts the events where they stand in the control flow.
void PlaceBody::order() {
  const ControlFlow &C = F->Control.front();
  uint32_t Count = 1;
  for (const BlockEdge &E : C.Edges)
    Count = std::max({Count, E.From + 1, E.To + 1});
  for (const ProgramPoint &P : C.Points)
    Count = std::max(Count, P.Block + 1);
  std::vector<uint32_t> Last(Count);
  for (const ProgramPoint &P : C.Points)
    Last[P.Block] = std::max(Last[P.Block], P.Index);
  Next.resize(Count);
  Catching.resize(Count);
  for (const BlockEdge &E : C.Edges)
    (llvm::binary_search(C.Handlers, E.To) ? Catching : Next)[E.From].push_back(
        E.To);
  struct Placed {
    uint32_t Block, Index, Event;
  };
  std::vector<Placed> All;
  for (uint32_t I = 0; I < Uses.All.size(); ++I) {
    PlaceEvent &E = Uses.All[I];
    llvm::ArrayRef<ProgramPoint> Points;
    if (E.At)
      Points = pointsOf(C, E.At);
    if (Points.empty())
      Nowhere.push_back(I);
    // In a macro, one place in the text is several here: nobody knows which.
    if (Points.size() > 1)
      E.Sets = E.Sure = false;
    for (const ProgramPoint &P : Points)
      All.push_back({P.Block, P.Index, I});
  }
  // At one point, what reads comes first, unless it reads what is set there.
  auto Rank = [&](const Placed &P) {
    const PlaceEvent &E = Uses.All[P.Event];
    return std::tuple(P.Block, P.Index, E.After, !E.Reads);
  };
  llvm::stable_sort(
      All, [&](const Placed &A, const Placed &B) { return Rank(A) < Rank(B); });
  Blocks.resize(Count);
  // A call that may throw ends its block.
  for (const Placed &P : All)
    Blocks[P.Block].push_back({P.Event, P.Index == Last[P.Block] &&
                                            !Catching[P.Block].empty() &&
                                            !Uses.All[P.Event].Runs.empty()});
  ReadsAt.resize(Count);
  SetsAt.resize(Count);
}

bool PlaceBody::doesSet(const PlaceEvent &E, Lookup Of) const {
  return E.Sets || (E.Sure && !E.Runs.empty() &&
                    llvm::all_of(E.Runs, [&](const PlaceIn &N) {
                      const PlaceBody *Run = Of(N);
                      return Run && Run->Sets;
                    }));
}

bool PlaceBody::doesRead(const PlaceEvent &E, Lookup Of) const {
  return E.Reads || llvm::any_of(E.Runs, [&](const PlaceIn &N) {
           const PlaceBody *Run = Of(N);
           return Run && Run->Reads;
         });
}

bool PlaceBody::setsOnAllWays(Lookup Of) {
  size_t Count = Blocks.size();
  std::vector<bool> Itself(Count), ByCall(Count);
  for (size_t B = 0; B < Count; ++B)
    for (const Step &S : Blocks[B]) {
      const PlaceEvent &E = Uses.All[S.Event];
      Itself[B] = Itself[B] || E.Sets;
      ByCall[B] = ByCall[B] || doesSet(E, Of);
    }
  // The greatest solution: a way that never ends has set it.
  SetsAt.assign(Count, true);
  auto SetAt = [&](uint32_t Block) { return SetsAt[Block]; };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t B = 0; B < Count; ++B) {
      bool Leaves = Next[B].empty() && Catching[B].empty();
      bool Sets = Itself[B] ||
                  (llvm::all_of(Catching[B], SetAt) &&
                   (ByCall[B] || (!Leaves && llvm::all_of(Next[B], SetAt))));
      Changed |= SetsAt[B] != Sets;
      SetsAt[B] = Sets;
    }
  }
  return SetsAt.front();
}

bool PlaceBody::updateSets(Lookup Of) {
  if (Sets || Uses.Lost)
    return false;
  return Sets = setsOnAllWays(Of);
}

bool PlaceBody::readsOnSomeWay(Lookup Of) {
  for (uint32_t I : Nowhere)
    if (doesRead(Uses.All[I], Of)) {
      ReadsAt.assign(ReadsAt.size(), true);
      return true;
    }
  // Of each block, the first that reads or sets; what it does.
  size_t Count = Blocks.size();
  std::vector<bool> Passes(Count, true), Throws(Count);
  for (size_t B = 0; B < Count; ++B)
    for (const Step &S : Blocks[B]) {
      const PlaceEvent &E = Uses.All[S.Event];
      bool ReadsHere = doesRead(E, Of);
      if (!ReadsHere && !doesSet(E, Of))
        continue;
      ReadsAt[B] = ReadsAt[B] || ReadsHere;
      Passes[B] = false;
      Throws[B] = S.MayThrow;
      break;
    }
  auto ReadAt = [&](uint32_t Block) { return ReadsAt[Block]; };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t B = 0; B < Count; ++B) {
      bool Reads =
          ReadsAt[B] ||
          ((Passes[B] || Throws[B]) && llvm::any_of(Catching[B], ReadAt)) ||
          (Passes[B] && llvm::any_of(Next[B], ReadAt));
      Changed |= ReadsAt[B] != Reads;
      ReadsAt[B] = Reads;
    }
  }
  return ReadsAt.front();
}

void PlaceBody::updateTurns(Lookup Of, bool Turns) {
  auto UsesIt = [&](uint32_t Event) {
    const PlaceEvent &E = Uses.All[Event];
    return E.Reads || llvm::any_of(E.Runs, [&](const PlaceIn &N) {
             const PlaceBody *Run = Of(N);
             return Run && Run->Used;
           });
  };
  for (uint32_t I = 0; I < Uses.All.size(); ++I) {
    Used = Used || UsesIt(I);
    for (const PlaceIn &N : Uses.All[I].Runs)
      if (const PlaceBody *Run = N.isOfCaller() ? Of(N) : nullptr) {
        TurnsRead |= Run->TurnsRead;
        TurnsUse |= Run->TurnsUse;
      }
  }
  if (!Turns)
    return;
  for (const NaturalLoop &T : outermostLoops(F->Control.front())) {
    TurnsRead = TurnsRead || ReadsAt[T.Head];
    for (unsigned Block : T.Blocks.set_bits())
      TurnsUse = TurnsUse || llvm::any_of(Blocks[Block], [&](const Step &S) {
                   return UsesIt(S.Event);
                 });
  }
}

bool PlaceBody::updateReads(Lookup Of, bool Turns) {
  auto Old = std::tuple(Reads, Used, TurnsRead, TurnsUse);
  if (Uses.Lost) {
    Reads = Used = true;
    TurnsRead = TurnsUse = Turns;
  } else {
    Reads = readsOnSomeWay(Of) || Reads;
    updateTurns(Of, Turns);
  }
  return Old != std::tuple(Reads, Used, TurnsRead, TurnsUse);
}

} // namespace stateless
