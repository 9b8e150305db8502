//===- ExposedReads.cpp - What may be read before it is set ---------------===//
//
// 1. Sets: the functions that overwrite the place on each way to their end; the
//    least solution, so a function in a cycle of calls is proven to do so.
// 2. Reads: the functions in which a way leads to a read without passing what
//    overwrites; the least solution, given Sets.
// 3. Activations. They begin at handlers, at what code out of sight may call,
//    and with each turn of a loop that serves or that a thread runs.
//
// Limits: functions with several bodies, and coroutines, read first.
//
//===----------------------------------------------------------------------===//
#include "analysis/ExposedReads.h"

namespace stateless {

ExposedReads::ExposedReads(const Program &Prog, const CallGraph &Graph,
                           const DeadCode &Dead, const Phases &Times,
                           const Lifetime &Lives, const Mutation &Writes)
    : Prog(Prog), Graph(Graph), Dead(Dead), Times(Times), Writes(Writes),
      Uses(Prog, Graph, Dead, Times, Lives, Writes) {
  for (const CallGraph::LoopOf &L : Graph.perhapsTaking())
    Taking.insert(L.In);
  std::vector<uint32_t> Threads;
  for (const EntryPoint &E : Graph.entryPoints()) {
    (E.Takes ? Taking : Handlers).insert(E.Handler);
    if (E.Kind == EntryKind::Thread)
      llvm::append_range(Threads,
                         llvm::ArrayRef{E.Node, Graph.nodeOf(*E.Handler)});
  }
  llvm::BitVector Reached = Graph.reachedFrom(Threads);
  for (unsigned Node : Reached.set_bits())
    if (const Function *F = Graph.functionOf(Node))
      InThreads.insert(F);
}

/// Puts the events where they stand in the control flow.
void ExposedReads::order(const PlaceIn &N, Body &Of) const {
  const ControlFlow &C = N.F->Control.front();
  uint32_t Blocks = 1;
  for (const BlockEdge &E : C.Edges)
    Blocks = std::max({Blocks, E.From + 1, E.To + 1});
  struct Placed {
    uint32_t Block, Index;
    const PlaceEvent *What;
  };
  std::vector<Placed> All;
  for (PlaceEvent &E : Of.Uses.All) {
    llvm::ArrayRef<ProgramPoint> Points = pointsOf(C, E.At);
    if (Points.empty())
      Of.Uses.Lost |= E.Reads || !E.Runs.empty();
    // In a macro, one place in the text is several here: nobody knows which.
    if (Points.size() > 1)
      E.Sets = E.Sure = false;
    for (const ProgramPoint &P : Points) {
      Blocks = std::max(Blocks, P.Block + 1);
      All.push_back({P.Block, P.Index, &E});
    }
  }
  // At one point, what reads comes first.
  llvm::stable_sort(All, [](const Placed &A, const Placed &B) {
    return std::tuple(A.Block, A.Index, !A.What->Reads) <
           std::tuple(B.Block, B.Index, !B.What->Reads);
  });
  Of.Blocks.resize(Blocks);
  Of.Next.resize(Blocks);
  Of.Catching.resize(Blocks);
  Of.ReadsAt.resize(Blocks);
  Of.SetsAt.resize(Blocks, true);
  for (const Placed &P : All)
    Of.Blocks[P.Block].push_back(P.What);
  std::vector<uint32_t> Last(Blocks);
  for (const ProgramPoint &P : C.Points)
    Last[P.Block] = std::max(Last[P.Block], P.Index);
  for (const BlockEdge &E : C.Edges)
    (llvm::binary_search(C.Handlers, E.To) ? Of.Catching : Of.Next)[E.From]
        .push_back(E.To);
  // A call that may throw ends its block.
  Of.Throwing.resize(Blocks);
  for (const Placed &P : All)
    if (P.Index == Last[P.Block] && !Of.Catching[P.Block].empty() &&
        !P.What->Runs.empty())
      Of.Throwing[P.Block] = P.What;
}

ExposedReads::Body &ExposedReads::bodyOf(const PlaceIn &N) {
  auto [It, New] = Bodies.try_emplace(N);
  Body &Made = It->second;
  if (!New)
    return Made;
  if (N.F->Control.size() != 1 || N.F->FlowBodies.size() != 1 ||
      N.F->Coroutine) {
    Made.Uses.Lost = true;
    return Made;
  }
  Made.Uses = Uses.eventsOf(N);
  order(N, Made);
  return Made;
}

//===-- The solution ------------------------------------------------------===//

bool ExposedReads::doesSet(const PlaceEvent &E) const {
  return E.Sets || (E.Sure && !E.Runs.empty() &&
                    llvm::all_of(E.Runs, [&](const PlaceIn &N) {
                      return Bodies.at(N).Sets;
                    }));
}

bool ExposedReads::doesRead(const PlaceEvent &E) const {
  return E.Reads || llvm::any_of(E.Runs, [&](const PlaceIn &N) {
           return Bodies.at(N).Reads;
         });
}

/// True if \p E reads the place at all.
bool ExposedReads::doesUse(const PlaceEvent &E) const {
  return E.Reads || llvm::any_of(E.Runs, [&](const PlaceIn &N) {
           return Bodies.at(N).Used;
         });
}

/// True if each way from the start of \p Of to its end sets the place. A call
/// that throws may not have set it.
bool ExposedReads::setsOnAllWays(Body &Of) const {
  Of.SetsAt.assign(Of.Blocks.size(), true);
  auto SetAt = [&](uint32_t Block) { return Of.SetsAt[Block]; };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t B = 0; B < Of.Blocks.size(); ++B) {
      bool Itself = false, ByCall = false;
      for (const PlaceEvent *E : Of.Blocks[B]) {
        Itself |= E->Sets;
        ByCall |= doesSet(*E);
      }
      bool Leaves = Of.Next[B].empty() && Of.Catching[B].empty();
      bool Sets =
          Itself || (llvm::all_of(Of.Catching[B], SetAt) &&
                     (ByCall || (!Leaves && llvm::all_of(Of.Next[B], SetAt))));
      Changed |= Of.SetsAt[B] != Sets;
      Of.SetsAt[B] = Sets;
    }
  }
  return Of.SetsAt.front();
}

/// True if some way from the start of \p Of reads the place before it is set.
bool ExposedReads::readsOnSomeWay(Body &Of) const {
  auto ReadAt = [&](uint32_t Block) { return Of.ReadsAt[Block]; };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t B = 0; B < Of.Blocks.size(); ++B) {
      const PlaceEvent *First = nullptr;
      for (const PlaceEvent *E : Of.Blocks[B])
        if (!First && (doesRead(*E) || doesSet(*E)))
          First = E;
      bool Reads = First && doesRead(*First);
      if (!First || First == Of.Throwing[B])
        Reads |= llvm::any_of(Of.Catching[B], ReadAt);
      if (!First)
        Reads |= llvm::any_of(Of.Next[B], ReadAt);
      Changed |= Of.ReadsAt[B] != Reads;
      Of.ReadsAt[B] = Reads;
    }
  }
  return Of.ReadsAt.front();
}

void ExposedReads::solve(std::vector<PlaceIn> Work) {
  while (!Work.empty()) {
    PlaceIn N = Work.back();
    Work.pop_back();
    if (Bodies.contains(N))
      continue;
    for (const PlaceEvent &E : bodyOf(N).Uses.All)
      llvm::append_range(Work, E.Runs);
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto &[N, Of] : Bodies)
      if (!Of.Sets && !Of.Uses.Lost && setsOnAllWays(Of))
        Changed = Of.Sets = true;
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto &[N, Of] : Bodies) {
      if (!Of.Reads && (Of.Uses.Lost || readsOnSomeWay(Of)))
        Changed = Of.Reads = true;
      if (!Of.Used && llvm::any_of(Of.Uses.All, [&](const PlaceEvent &E) {
            return doesUse(E);
          }))
        Changed = Of.Used = true;
    }
  }
}

//===-- Activations -------------------------------------------------------===//

/// What activations that \p N begins, or takes turns in, do with the place.
ExposedReads::Effect ExposedReads::effectOf(const PlaceIn &N) const {
  const Body &Of = Bodies.at(N);
  Effect Result;
  bool OfCaller = N.What.Is == Place::Given || N.What.Is == Place::Listed;
  if (!OfCaller &&
      (N.What.Is == Place::Own ? isCalledOnOthers(*N.F) : mayBegin(*N.F)))
    Result = {Of.Used || Of.Uses.Lost, Of.Reads};
  if (!Times.serves(*N.F) && !Taking.contains(N.F) && !InThreads.contains(N.F))
    return Result;
  Result.Used |= Of.Uses.Lost;
  Result.Reads |= Of.Uses.Lost;
  if (Of.Uses.Lost)
    return Result;
  for (const NaturalLoop &T : outermostLoops(N.F->Control.front())) {
    Result.Reads |= Of.ReadsAt[T.Head];
    for (unsigned Block : T.Blocks.set_bits())
      Result.Used |= llvm::any_of(
          Of.Blocks[Block], [&](const PlaceEvent *E) { return doesUse(*E); });
  }
  return Result;
}

/// True if some activation reads the place, and each has set it before.
bool ExposedReads::isScratch() const {
  bool Used = false;
  for (const auto &[N, Of] : Bodies) {
    Effect Does = effectOf(N);
    if (Does.Reads)
      return false;
    Used |= Does.Used;
  }
  return Used;
}

/// True if code out of sight may run \p F, or a call that does not name it:
/// where such calls stand is not always known.
bool ExposedReads::mayBegin(const Function &F) const {
  if (Times.isStartUp(F))
    return false;
  llvm::ArrayRef<CallGraph::Edge> In = Graph.in(Graph.nodeOf(F));
  auto IsDirect = [&](const CallGraph::Edge &E) {
    const Function *By = Graph.functionOf(E.To);
    return By && E.Call != CallGraph::NoCall &&
           By->Calls[E.Call].Callee == F.Symbol;
  };
  return Handlers.contains(&F) || In.empty() || !mayBeHidden(Prog, Graph, F) ||
         !llvm::all_of(In, IsDirect);
}

bool ExposedReads::turnTo(SymbolId Symbol) {
  Bodies.clear();
  return Uses.turnTo(Symbol);
}

/// The same for one object, of which \p Symbol tells who reads and writes it.
bool ExposedReads::isSetBeforeRead(SymbolId Symbol, ObjectId Id) {
  if (!turnTo(Symbol))
    return false;
  std::vector<PlaceIn> All;
  for (const Function *F : Uses.callers())
    if (F->Definition && !Dead.neverRuns(*F))
      All.push_back({F, {Place::Object, Symbol, Id}});
  solve(std::move(All));
  return isScratch();
}

bool ExposedReads::isSetBeforeRead(const Variable &V) {
  ObjectId Id = Uses.objectOf(V);
  return Id != NoObject && isSetBeforeRead(V.Symbol, Id);
}

//===-- Fields ------------------------------------------------------------===//

/// True if all that reads and writes \p Field names it as a field of *this.
bool ExposedReads::areOwn(SymbolId Field) {
  auto IsOwn = [&](const Function &F, const Location &At) {
    return Uses.isOutside(F, At) ||
           bodyOf({&F, {Place::Own, Field, 0}}).Uses.Told.contains(At);
  };
  return llvm::all_of(Writes.readsOf(Field),
                      [&](const ReadSite &R) { return IsOwn(*R.By, R.Loc); }) &&
         llvm::all_of(Writes.writesOf(Field),
                      [&](const Write &W) { return IsOwn(*W.By, W.Loc); });
}

/// True if anybody but a method calls \p Method, or on another object.
bool ExposedReads::isCalledOnOthers(const Function &Method) const {
  if (mayBegin(Method))
    return true;
  uint32_t Node = Graph.nodeOf(Method);
  return llvm::any_of(Graph.in(Node), [&](const CallGraph::Edge &E) {
    const Function *From = Graph.functionOf(E.To);
    if (!From || E.Call == CallGraph::NoCall || From->FlowBodies.size() != 1)
      return true;
    const std::vector<Statement> &In = From->FlowBodies.front().Statements;
    return llvm::none_of(In, [&](const Statement &S) {
      return isOwnCall(In, S) && In[S.B - 1].Symbol == Method.Symbol &&
             !In[S.B - 1].Virtual && In[S.B - 1].Loc == From->Calls[E.Call].Loc;
    });
  });
}
bool ExposedReads::isSetBeforeRead(const Field &F) {
  if (ObjectId Id = Uses.soleObjectOf(F); Id != NoObject)
    return isSetBeforeRead(F.Symbol, Id);
  if (!turnTo(F.Symbol))
    return false;
  std::vector<PlaceIn> All;
  for (const Function *Of : Uses.callers())
    if (Of->Definition && Of->Class && !Dead.neverRuns(*Of))
      All.push_back({Of, {Place::Own, F.Symbol, 0}});
  solve(std::move(All));
  return areOwn(F.Symbol) && isScratch();
}

} // namespace stateless
