//===- ExposedReads.cpp - What may be read before it is set ---------------===//
//
// 1. Sets: the functions that overwrite the place on each way to their end; the
//    least solution, so a function in a cycle of calls is proven to do so.
// 2. Reads: the functions in which a way leads to a read without passing what
//    overwrites; the least solution, given Sets.
// 3. Activations. They begin at handlers, at what code out of sight may call,
//    and with each turn of a loop that serves or that a thread runs.
//
// Both solutions grow from what names the place to its callers, and no further
// than they hold; the first activation that reads ends the search. So most
// places take no time in the rest of the program.
//
// Limits: functions with several bodies, and coroutines, read first.
//
//===----------------------------------------------------------------------===//
#include "analysis/ExposedReads.h"
#include "analysis/Components.h"

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
  AdjacencyList Calls(Graph.size());
  for (uint32_t Node = 0; Node < Graph.size(); ++Node)
    for (const CallGraph::Edge &E : Graph.out(Node))
      Calls[Node].push_back(E.To);
  Rank.resize(Graph.size());
  uint32_t Number = 0;
  for (const std::vector<uint32_t> &Nodes : componentsOf(Calls)) {
    for (uint32_t Node : Nodes)
      Rank[Node] = Number;
    ++Number;
  }
}

//===-- Bodies ------------------------------------------------------------===//

const PlaceBody *ExposedReads::known(const PlaceIn &N) const {
  const Bodies &In = N.isOfCaller() ? Given : Asked;
  auto It = In.find(N);
  return It == In.end() ? nullptr : &It->second;
}

PlaceBody ExposedReads::make(const PlaceIn &N) {
  if (N.F->Control.size() == 1 && N.F->FlowBodies.size() == 1 &&
      !N.F->Coroutine)
    return PlaceBody(*N.F, Uses.eventsOf(N));
  PlaceEvents Lost;
  Lost.Lost = true;
  return PlaceBody(*N.F, std::move(Lost));
}

PlaceBody &ExposedReads::bodyOf(const PlaceIn &N) {
  if (auto It = Asked.find(N); It != Asked.end())
    return It->second;
  PlaceBody &Made = Asked.try_emplace(N, make(N)).first->second;
  solveGiven(Made);
  return Made;
}

/// True if turns of the outermost loops of \p F may begin activations.
bool ExposedReads::hasTurns(const Function &F) const {
  return Times.serves(F) || Taking.contains(&F) || InThreads.contains(&F);
}

/// Knows the functions that \p From hands the place to, from then on: what they
/// do with it does not depend on which one it is.
void ExposedReads::solveGiven(const PlaceBody &From) {
  std::vector<Bodies::value_type *> New;
  auto Add = [&](const PlaceBody &Of) {
    for (const PlaceEvent &E : Of.events().All)
      for (const PlaceIn &N : E.Runs)
        if (N.isOfCaller() && !Given.contains(N))
          New.push_back(&*Given.try_emplace(N, make(N)).first);
  };
  Add(From);
  for (size_t I = 0; I < New.size(); ++I)
    Add(New[I]->second);
  auto Known = [&](const PlaceIn &N) { return known(N); };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto *Of : New)
      Changed |= Of->second.updateSets(Known);
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto *Of : New)
      Changed |= Of->second.updateReads(Known, hasTurns(*Of->first.F));
  }
}

//===-- Callers -----------------------------------------------------------===//

/// Does \p Do with the place in each function that may call that of \p N.
template <typename Action>
void ExposedReads::forCallers(const PlaceIn &N, Action Do) const {
  auto Call = [&](uint32_t Node) {
    const Function *By = Graph.functionOf(Node);
    if (By && By->Definition && !Dead.neverRuns(*By) &&
        (N.What.Is != UsedPlace::Own || By->Class))
      Do(PlaceIn{By, N.What});
  };
  for (const CallGraph::Edge &E : Graph.in(Graph.nodeOf(*N.F))) {
    Call(E.To);
    if (Graph.isBetween(E.To) || Graph.isEntry(E.To))
      for (const CallGraph::Edge &Over : Graph.in(E.To))
        Call(Over.To);
  }
}

/// True if anything sets the place as a whole. Where nothing does, all that
/// read it read what others left.
bool ExposedReads::isOverwritten() {
  return llvm::any_of(Sites, [&](const PlaceIn &N) {
    return llvm::any_of(bodyOf(N).events().All, [&](const PlaceEvent &E) {
      return E.Sets || llvm::any_of(E.Runs, [&](const PlaceIn &Run) {
               const PlaceBody *Of = Run.isOfCaller() ? known(Run) : nullptr;
               return Of && Of->sets();
             });
    });
  });
}

/// True if some activation reads the place before it has set it. Goes from
/// what names the place to its callers, each component of the call graph after
/// those that it calls, as long as reads are in sight.
bool ExposedReads::isReadFirst() {
  std::map<uint32_t, Component> Work;
  auto ComponentOf = [&](const PlaceIn &N) -> Component & {
    return Work[Rank[Graph.nodeOf(*N.F)]];
  };
  size_t Reading = 0;
  for (const PlaceIn &N : Sites)
    ComponentOf(N).add(N, true, Reading);
  while (Reading) {
    auto First = Work.extract(Work.begin());
    Component &Now = First.mapped();
    Reading -= Now.Reads;
    auto Call = [&](const PlaceIn &N, bool Reads, std::vector<PlaceIn> &Again) {
      forCallers(N, [&](const PlaceIn &By) {
        if (Rank[Graph.nodeOf(*By.F)] != First.key())
          return ComponentOf(By).add(By, Reads, Reading);
        Now.All.insert(By);
        Again.push_back(By);
      });
    };
    if (isReadFirstIn(Now, Call))
      return true;
  }
  return false;
}

/// The same for one component. Does \p Call with what sets the place on each
/// way, or reads it.
bool ExposedReads::isReadFirstIn(Component &Now, CallersAgain Call) {
  auto Known = [&](const PlaceIn &N) { return known(N); };
  std::vector<PlaceIn> Again(Now.All.begin(), Now.All.end());
  for (size_t I = 0; I < Again.size(); ++I)
    if (PlaceIn N = Again[I]; bodyOf(N).updateSets(Known))
      Call(N, false, Again);
  Again.assign(Now.All.begin(), Now.All.end());
  for (size_t I = 0; I < Again.size(); ++I) {
    PlaceIn N = Again[I];
    PlaceBody &Of = bodyOf(N);
    bool Before = Of.reads();
    Of.updateReads(Known, hasTurns(*N.F));
    if (Of.turnsRead() || (Of.reads() && begins(N)))
      return true;
    if (Of.reads() && !Before)
      Call(N, true, Again);
  }
  return false;
}

/// True if some activation uses the place at all.
bool ExposedReads::isUsed() {
  auto Known = [&](const PlaceIn &N) { return known(N); };
  std::vector<PlaceIn> Work = Sites;
  std::set<PlaceIn> Seen;
  while (!Work.empty()) {
    PlaceIn N = Work.back();
    Work.pop_back();
    PlaceBody &Of = bodyOf(N);
    Of.updateReads(Known, hasTurns(*N.F));
    if (Of.turnsUse() || (Of.uses() && begins(N)))
      return true;
    if (Of.uses() && Seen.insert(N).second)
      forCallers(N, [&](const PlaceIn &By) { Work.push_back(By); });
  }
  return false;
}

//===-- Activations -------------------------------------------------------===//

/// True if code out of sight may run \p F, or a call that does not name it:
/// where such calls stand is not always known.
bool ExposedReads::mayBegin(const Function &F) {
  auto [It, New] = Begin.try_emplace(&F, false);
  if (!New || Times.isStartUp(F))
    return It->second;
  llvm::ArrayRef<CallGraph::Edge> In = Graph.in(Graph.nodeOf(F));
  auto IsDirect = [&](const CallGraph::Edge &E) {
    const Function *By = Graph.functionOf(E.To);
    return By && E.Call != CallGraph::NoCall &&
           By->Calls[E.Call].Callee == F.Symbol;
  };
  return It->second = Handlers.contains(&F) || In.empty() ||
                      !mayBeHidden(Prog, Graph, F) ||
                      !llvm::all_of(In, IsDirect);
}

/// True if an activation may begin with a call of the function of \p N.
bool ExposedReads::begins(const PlaceIn &N) {
  return N.What.Is == UsedPlace::Own ? isCalledOnOthers(*N.F) : mayBegin(*N.F);
}

/// True if some activation reads \p What, and each has set it before. It is
/// what Uses was turned to.
bool ExposedReads::isScratch(UsedPlace What) {
  Asked.clear();
  Sites.clear();
  for (const Function *F : Uses.sites())
    if (F->Definition && !Dead.neverRuns(*F))
      Sites.push_back({F, What});
  if (What.Is == UsedPlace::Own && !areOwn(What.Symbol))
    return false;
  return isOverwritten() && !isReadFirst() && isUsed();
}

bool ExposedReads::isSetBeforeRead(const Variable &V) {
  ObjectId Id = Uses.objectOf(V);
  return Id != NoObject && Uses.turnTo(V.Symbol) &&
         isScratch({UsedPlace::Object, V.Symbol, Id});
}

//===-- Fields ------------------------------------------------------------===//

/// True if all that reads and writes \p Field names it as a field of *this.
bool ExposedReads::areOwn(SymbolId Field) {
  auto IsOwn = [&](const Function &F, const Location &At) {
    return Uses.isOutside(F, At) ||
           bodyOf({&F, {UsedPlace::Own, Field, 0}}).events().Told.contains(At);
  };
  return llvm::all_of(Writes.readsOf(Field),
                      [&](const ReadSite &R) { return IsOwn(*R.By, R.Loc); }) &&
         llvm::all_of(Writes.writesOf(Field),
                      [&](const Write &W) { return IsOwn(*W.By, W.Loc); });
}

/// True if anybody but a method calls \p Method, or on another object.
bool ExposedReads::isCalledOnOthers(const Function &Method) {
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
  if (!Uses.turnTo(F.Symbol))
    return false;
  ObjectId Id = Uses.soleObjectOf(F);
  return isScratch(Id != NoObject ? UsedPlace{UsedPlace::Object, F.Symbol, Id}
                                  : UsedPlace{UsedPlace::Own, F.Symbol, 0});
}

} // namespace stateless
