//===- Phases.cpp - Before serving, on a request, or who knows ------------===//
//
// 1. Serving points. In any function: loops that take requests or may, calls
//    that serve, threads that do, and calls of functions that have a serving
//    point; if that stands in a loop, the loop. In a main that has none: loops
//    that are endless, or that run until something happens, call functions of
//    the project and do not read options. Before them is what control cannot
//    come to from one of them.
// 2. Start-up. Initialisers and main; and every function that nobody out of
//    sight may call, if all that may run it is start-up and does so before its
//    own serving point. What never runs counts for nothing. The largest such
//    set: from all that could be, those are taken out that something else
//    reaches, until none is left to take.
// 3. Ending. The same set, but that calls from after the last serving point,
//    and handlers of the process' exit, take nobody out. A loop of the program
//    is over when control is behind it, and so is a call of which a model says
//    that it returns when serving is over, or that it serves for one turn. A
//    loop around one turn is what serves. What is started in the background,
//    and threads, may go on; and so may a call of which no model says how it
//    serves, unless a loop around it tells that it returns.
//
// Limits: what a function does after a call that serves in the background
// counts as serving.
//
//===----------------------------------------------------------------------===//
#include "analysis/Phases.h"
#include <set>

namespace stateless {

bool mayBeHidden(const Program &Prog, const CallGraph &Graph,
                 const Function &F) {
  bool Hidden = F.Link == Linkage::Internal || Prog.isWhole() ||
                F.Kind == FunctionKind::Lambda;
  return Hidden && !F.OverridesLibrary && !F.Coroutine &&
         (!F.Virtual || Prog.isWhole()) && !Graph.escapes(F) &&
         F.Kind != FunctionKind::Destructor;
}

Phases::Phases(const Program &Prog, const CallGraph &Graph,
               const DeadCode &Dead, const Reachability &Reach)
    : Prog(Prog), Graph(Graph), Dead(Dead), Reach(Reach) {
  findServingPoints();
  Children.emplace(Prog, Graph, *this);
  StartUp = findQuiet(/*AfterToo=*/false);
  Outside = findQuiet(/*AfterToo=*/true);
}

llvm::ArrayRef<Phases::ServingPoint> Phases::pointsOf(const Function &F) const {
  auto It = Serving.find(&F);
  return It == Serving.end() ? llvm::ArrayRef<ServingPoint>()
                             : llvm::ArrayRef<ServingPoint>(It->second);
}

void Phases::findServingPoints() {
  std::vector<Served> Work;
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls) {
      if (!isServing(C.Role))
        continue;
      // Of what is called once nobody may know whether it returns at once.
      bool Known = C.Role != CallRole::Serves;
      Manner How;
      How.Ends = Known ? C.Role != CallRole::StartsServer
                       : outermostLoop(F, C.Loc) != nullptr;
      How.Turn = !Known || C.Role == CallRole::ServesOnce;
      serve(F, C.Loc, How, Work);
    }
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes)
      serve(*E.Handler, *E.Takes, {}, Work);
  spreadServing(std::exchange(Work, {}));
  for (auto [F, L] : Graph.perhapsTaking())
    if (!isFollowedByServing(*F, *L))
      serve(*F, *L, {}, Work);
  spreadServing(std::exchange(Work, {}));
  for (const Function &F : Prog.functions())
    if (isMain(Prog, F) && !serves(F))
      for (const Loop &L : F.Loops)
        if (L.Endless || !L.Options)
          serve(F, L, {}, Work);
}

/// True if the program may go on from \p L, a loop of \p F that may serve, to
/// what serves for sure, whoever called F: L is then taken to be done before.
bool Phases::isFollowedByServing(const Function &F, const Loop &L) const {
  auto Leads = [&](const Function &In, const Following &From,
                   llvm::function_ref<bool(const ServingPoint &)> IsHere) {
    return llvm::any_of(pointsOf(In), [&](const ServingPoint &P) {
      return !IsHere(P) &&
             (P.In ? From.entersLoop(*P.In) : From.contains(P.Call));
    });
  };
  if (Leads(F, Following::loop(F, L), [&](const ServingPoint &P) {
        return P.In == &L || (!P.In && isInside(F, P.Call, L));
      }))
    return true;
  llvm::SmallVector<uint32_t, 8> Nodes{Graph.nodeOf(F)};
  llvm::SmallDenseSet<uint32_t, 8> Seen{Nodes.front()};
  for (size_t I = 0; I < Nodes.size(); ++I) {
    llvm::ArrayRef<CallGraph::Edge> Callers = Graph.in(Nodes[I]);
    if (Callers.empty() && !Dead.neverRuns(Nodes[I]))
      return false;
    for (const CallGraph::Edge &In : Callers) {
      const Function *Caller = Graph.functionOf(In.To);
      if (!Caller || Graph.isEntry(In.To) || In.Call == CallGraph::NoCall)
        return false;
      const Location &At = Caller->Calls[In.Call].Loc;
      bool Led = Leads(
          *Caller, Following::point(*Caller, At), [&](const ServingPoint &P) {
            return P.In ? isInside(*Caller, At, *P.In) : P.Call == At;
          });
      if (!Led && Seen.insert(In.To).second)
        Nodes.push_back(In.To);
    }
  }
  return true;
}

/// \p F serves in \p L, and in what is around it.
void Phases::serve(const Function &F, const Loop &L, Manner How,
                   std::vector<Served> &Work) {
  const Loop *Outer = &L;
  while (Outer->Parent != NoLoop)
    Outer = &F.Loops[Outer->Parent];
  How.Turn = false;
  add(F, {Outer, {}, How, Following::loop(F, *Outer)}, Work);
}

/// \p F serves by what it calls at \p At.
void Phases::serve(const Function &F, const Location &At, Manner How,
                   std::vector<Served> &Work) {
  const Loop *L = How.Turn ? outermostLoop(F, At) : nullptr;
  if (L)
    serve(F, *L, How, Work);
  else
    add(F, {nullptr, At, How, Following::point(F, At)}, Work);
}

void Phases::add(const Function &F, ServingPoint P, std::vector<Served> &Work) {
  std::vector<ServingPoint> &Known = Serving[&F];
  bool Told = llvm::any_of(Known, [&](const ServingPoint &Other) {
    return Other.In == P.In && Other.Call == P.Call && Other.How == P.How;
  });
  if (Told)
    return;
  Work.push_back({Graph.nodeOf(F), P.How});
  Known.push_back(std::move(P));
}

/// Tells those who run a node that they serve so. A function that runs what it
/// is given does not count; who gives it does.
void Phases::tellRunners(Served Of, std::vector<Served> &Work) {
  auto [Node, How] = Of;
  for (const CallGraph::Edge &In : Graph.in(Node)) {
    if (In.General)
      continue;
    if (Graph.isBetween(In.To)) {
      Work.push_back({In.To, How});
    } else if (Graph.isEntry(In.To)) {
      // Who starts a thread goes on while it runs.
      const EntryPoint &E = Graph.entryOf(In.To);
      if (E.Kind == EntryKind::Thread && E.Where)
        serve(*E.Where, E.Loc, {.Ends = false}, Work);
    } else if (In.Call != CallGraph::NoCall) {
      const Function &Caller = *Graph.functionOf(In.To);
      const Call &C = Caller.Calls[In.Call];
      // For a thread, its entry point says who decides that it runs this.
      if (!In.Unsure || C.Kind == CallKind::Indirect ||
          C.Kind == CallKind::Virtual)
        serve(Caller, C.Loc, {.Ends = How.Ends && !In.Unsure, .Turn = How.Turn},
              Work);
    }
  }
}

/// From what serves to all that runs it.
void Phases::spreadServing(std::vector<Served> Work) {
  std::set<Served> Told;
  while (!Work.empty()) {
    Served Next = Work.back();
    Work.pop_back();
    if (Told.insert(Next).second)
      tellRunners(Next, Work);
  }
}

std::vector<Location> Phases::servingPlaces(const Function &F) const {
  std::vector<Location> Result;
  for (const ServingPoint &P : pointsOf(F))
    Result.push_back(P.In ? P.In->Begin : P.Call);
  return Result;
}

bool Phases::servesIn(const Function &F, const Loop &L) const {
  return llvm::any_of(pointsOf(F),
                      [&](const ServingPoint &P) { return P.In == &L; });
}

bool Phases::isBeforeServing(const Function &F, const Location &At) const {
  return llvm::none_of(
      pointsOf(F), [&](const ServingPoint &P) { return P.contains(F, At); });
}

bool Phases::isBesideServing(const Function &F, const Location &At) const {
  return llvm::any_of(pointsOf(F), [&](const ServingPoint &P) {
    bool Starts = !P.In && !P.How.Ends && !P.How.Turn;
    return Starts && P.contains(F, At);
  });
}

/// Behind what serves, when that is over and does not begin again.
bool Phases::isAfter(const Function &F, const Location &At) const {
  bool Behind = false;
  Following From = Following::point(F, At);
  for (const ServingPoint &P : pointsOf(F)) {
    bool Again = P.In ? isInside(F, At, *P.In) || From.entersLoop(*P.In)
                      : From.contains(P.Call);
    bool Contained = P.contains(F, At);
    if (Again || (Contained && !P.How.Ends))
      return false;
    Behind |= Contained;
  }
  return Behind;
}

/// True if \p Node is, or leads to, a function that has a serving point of its
/// own: that function is still start-up until there.
bool Phases::leadsToServing(uint32_t Node) const {
  for (unsigned Steps = 0; Graph.isBetween(Node); ++Steps) {
    if (Graph.out(Node).size() != 1 || Steps > 8)
      return false;
    Node = Graph.out(Node)[0].To;
  }
  const Function *F = Graph.functionOf(Node);
  return F && !Graph.isEntry(Node) && Serving.contains(F);
}

/// True if what \p E starts has run before its function serves or, \p AfterToo,
/// is started when that is over.
bool Phases::isAwaited(const EntryPoint &E, bool AfterToo) const {
  if (!E.By || E.By->Awaited.empty())
    return false;
  std::vector<Location> All = E.By->Awaited;
  All.push_back(E.By->Loc);
  return llvm::all_of(
             All,
             [&](const Location &At) { return isBeforeServing(*E.In, At); }) ||
         (AfterToo && llvm::all_of(All, [&](const Location &At) {
            return isAfter(*E.In, At);
          }));
}

/// The functions that run only when no request can see it: before the program
/// serves, or \p AfterToo when that is over.
std::vector<bool> Phases::findQuiet(bool AfterToo) const {
  uint32_t Size = Graph.size();
  std::vector<bool> Quiet(Size, false), Root(Size, false);
  std::vector<uint32_t> Work;
  for (uint32_t Node = 0; Node < Size; ++Node) {
    if (Dead.neverRuns(Node))
      continue; // It is in no phase, and calls at no time.
    if (Graph.isBetween(Node)) {
      // Another unit may call what is kept where it can reach it.
      Quiet[Node] = Prog.isWhole();
      if (!Quiet[Node])
        Work.push_back(Node);
      continue;
    }
    if (Graph.isEntry(Node)) {
      const EntryPoint &E = Graph.entryOf(Node);
      Root[Node] =
          E.Kind == EntryKind::Fork || (AfterToo && E.Kind == EntryKind::Exit);
      // What is awaited is a part of the function that starts it.
      Quiet[Node] = Root[Node] || isAwaited(E, AfterToo);
      if (!Quiet[Node])
        Work.push_back(Node);
      continue;
    }
    const Function &F = Prog.functions()[Node];
    Root[Node] = F.Kind == FunctionKind::Initializer || isMain(Prog, F);
    Quiet[Node] =
        Root[Node] || (mayBeHidden(Prog, Graph, F) && !Graph.in(Node).empty());
    if (!Quiet[Node])
      Work.push_back(Node);
  }
  auto Remove = [&](uint32_t Node) {
    if (Quiet[Node] && !Root[Node]) {
      Quiet[Node] = false;
      Work.push_back(Node);
    }
  };
  // What start-up runs from its serving point on is none.
  for (const auto &[F, Points] : Serving)
    for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(*F))) {
      if (E.Call == CallGraph::NoCall || Dead.neverRuns(*F))
        continue;
      const Location &At = F->Calls[E.Call].Loc;
      auto IsHere = [&](const ServingPoint &P) { return P.Call == At; };
      bool Before = llvm::none_of(Points, [&](const ServingPoint &P) {
        return IsHere(P) ? P.After.comesBack() : P.contains(*F, At);
      });
      // Behind what serves here, something else may.
      auto Later = [&] {
        Following From = Following::point(*F, At);
        return llvm::any_of(Points, [&](const ServingPoint &P) {
          return !IsHere(P) &&
                 (P.In ? From.entersLoop(*P.In) : From.contains(P.Call));
        });
      };
      bool Apart =
          llvm::any_of(Points, IsHere)
              ? Before && leadsToServing(E.To) && !(AfterToo && Later())
              : Before || (AfterToo && isAfter(*F, At));
      if (!Apart)
        Remove(E.To);
    }
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.out(Node))
      if (!E.General)
        Remove(E.To);
  }
  keepReachable(Root, Quiet);
  return Quiet;
}

/// Functions that only call each other run at no time.
void Phases::keepReachable(const std::vector<bool> &Roots,
                           std::vector<bool> &Quiet) const {
  std::vector<bool> Seen = Roots;
  std::vector<uint32_t> Work;
  for (uint32_t Node = 0; Node < Graph.size(); ++Node)
    if (Roots[Node])
      Work.push_back(Node);
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.out(Node))
      if (!Seen[E.To]) {
        Seen[E.To] = true;
        Work.push_back(E.To);
      }
  }
  for (uint32_t Node = 0; Node < Graph.size(); ++Node)
    Quiet[Node] = Quiet[Node] && Seen[Node];
}

Phase Phases::of(const Function &F, const Location &At) const {
  return Children->runs(F, At) ? Phase::OfChild : inAnyProcess(F, At);
}

Phase Phases::ofShared(const Function &F, const Location &At) const {
  return Children->shareMemory() ? inAnyProcess(F, At) : of(F, At);
}

Phase Phases::inAnyProcess(const Function &F, const Location &At) const {
  if (Reach.onRequest(F, At))
    return Phase::Request;
  if (isStartUp(F) && isBeforeServing(F, At))
    return Phase::StartUp;
  return Outside[Graph.nodeOf(F)] && (isBeforeServing(F, At) || isAfter(F, At))
             ? Phase::Ending
             : Phase::Unknown;
}

} // namespace stateless
