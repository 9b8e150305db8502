//===- Phases.cpp - Before serving, on a request, or who knows ------------===//
//
// 1. Serving points. In any function: the first loop that takes requests, the
//    first call that serves, the first thread that does, or the first call of a
//    function that has a serving point; if that stands in a loop, the loop. In
//    a main that has none: the first loop that is endless, or that runs until
//    something happens, calls functions of the project and does not read
//    options.
// 2. Start-up. Initialisers and main; and every function that nobody out of
//    sight may call, if all that may run it is start-up and does so before its
//    own serving point. The largest such set: from all that could be, those are
//    taken out that something else reaches, until none is left to take.
// 3. Ending. The same set, but that calls from after the last serving loop, and
//    handlers of the process' exit, take nobody out. A loop of the program is
//    over when control is behind it, also one around a call that serves; of
//    such a call by itself nobody knows whether it returns at once.
//
// Limits: what a function does after a call that serves in the background
// counts as serving; a loop that tries to start one until that succeeds is
// taken for the loop that serves; order inside of a function is that of the
// lines.
//
//===----------------------------------------------------------------------===//
#include "analysis/Phases.h"

namespace stateless {

Phases::Phases(const Program &Prog, const CallGraph &Graph,
               const Reachability &Reach)
    : Prog(Prog), Graph(Graph), Reach(Reach) {
  findServingPoints();
  StartUp = findQuiet(/*AfterToo=*/false);
  Outside = findQuiet(/*AfterToo=*/true);
}

static const Loop *loopAround(const Function &F, const Location &At) {
  for (const Loop &L : F.Loops)
    if (isInside(At, L))
      return &L;
  return nullptr;
}

/// What is called again and again, goes on in the background no more than its
/// loop does; of what is called once nobody knows.
static uint32_t lastTurn(const Function &F, const Location &At) {
  const Loop *L = loopAround(F, At);
  return L ? L->End.Line : 0;
}

void Phases::findServingPoints() {
  std::vector<uint32_t> Work;
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      if (C.Role == CallRole::Serves)
        serve(F, C.Loc, lastTurn(F, C.Loc), Work);
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes)
      serve(*E.Handler, E.Loc, E.Takes->End.Line, Work);
  spreadServing(std::move(Work));
  for (const Function &F : Prog.functions())
    if (isMain(Prog, F) && !Serving.contains(&F))
      for (const Loop &L : F.Loops)
        if (L.Endless || !L.Options)
          serve(F, L.Begin, L.End.Line, Work);
}

/// \p F serves from \p At on, if from nowhere before, up to \p Last.
void Phases::serve(const Function &F, const Location &At, uint32_t Last,
                   std::vector<uint32_t> &Work) {
  Point P{At, /*Loop=*/false, Last};
  if (const Loop *L = loopAround(F, At))
    P = {L->Begin, /*Loop=*/true, Last == 0 ? 0 : std::max(Last, L->End.Line)};
  auto [It, New] = Serving.try_emplace(&F, P);
  if (New) {
    Work.push_back(Graph.nodeOf(F));
    return;
  }
  Point &Known = It->second;
  bool SameFile = P.At.File == Known.At.File;
  Last = SameFile && P.Last != 0 && Known.Last != 0
             ? std::max(P.Last, Known.Last)
             : 0;
  if (SameFile && std::tie(P.At.Line, P.At.Column) <
                      std::tie(Known.At.Line, Known.At.Column))
    Known = P;
  Known.Last = Last;
}

/// Calls \p Visit(who, where, waits) for what runs \p Node, and adds the nodes
/// between to \p Work. A function that runs what it is given does not count;
/// who gives it does. Who does not wait goes on while \p Node runs.
template <typename Visitor>
void Phases::forEachRunner(uint32_t Node, std::vector<uint32_t> &Work,
                           Visitor Visit) const {
  for (const CallGraph::Edge &In : Graph.in(Node)) {
    if (In.General)
      continue;
    if (Graph.isBetween(In.To)) {
      Work.push_back(In.To);
    } else if (Graph.isEntry(In.To)) {
      const EntryPoint &E = Graph.entryOf(In.To);
      if (E.Kind == EntryKind::Thread && E.Where)
        Visit(*E.Where, E.Loc, false);
    } else if (In.Call != CallGraph::NoCall) {
      const Function &Caller = *Graph.functionOf(In.To);
      const Call &C = Caller.Calls[In.Call];
      // For a thread, its entry point says who decides that it runs this.
      if (!In.Unsure || !C.Targets.empty() || C.Kind == CallKind::Virtual)
        Visit(Caller, C.Loc, !In.Unsure);
    }
  }
}

/// Takes each node that is in \p Work, or gets there, once.
template <typename Action>
static void takeAll(std::vector<uint32_t> &Work, size_t Nodes, Action Do) {
  std::vector<bool> Seen(Nodes);
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    if (!Seen[Node])
      Do(Node);
    Seen[Node] = true;
  }
}

/// From what serves to all that runs it; and that it may not end, likewise.
void Phases::spreadServing(std::vector<uint32_t> Work) {
  takeAll(Work, Graph.size(), [&](uint32_t Node) {
    forEachRunner(Node, Work,
                  [&](const Function &F, const Location &At, bool Waits) {
                    serve(F, At, Waits ? At.Line : 0, Work);
                  });
  });
  for (const auto &[F, P] : Serving)
    if (P.Last == 0)
      Work.push_back(Graph.nodeOf(*F));
  takeAll(Work, Graph.size(), [&](uint32_t Node) {
    forEachRunner(Node, Work, [&](const Function &F, const Location &, bool) {
      Serving[&F].Last = 0;
      Work.push_back(Graph.nodeOf(F));
    });
  });
}

/// What stands on the line of the serving point takes its result.
bool Phases::isBefore(const Function &F, const Location &At) const {
  Point P = Serving.lookup(&F);
  return !P.At || At.File != P.At.File || At.Line < P.At.Line;
}

/// Behind what serves, when that is over.
bool Phases::isAfter(const Function &F, const Location &At) const {
  Point P = Serving.lookup(&F);
  return P.Last != 0 && At.File == P.At.File && At.Line > P.Last;
}

/// Calls on that line are arguments of the call that serves.
bool Phases::callIsBefore(const Function &F, const Call &C) const {
  Point P = Serving.lookup(&F);
  return isBefore(F, C.Loc) ||
         (!P.Loop && C.Loc.Line == P.At.Line && C.Loc != P.At);
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

/// The functions that run only when no request can see it: before the program
/// serves, or \p AfterToo when that is over.
std::vector<bool> Phases::findQuiet(bool AfterToo) const {
  uint32_t Size = Graph.size();
  std::vector<bool> Quiet(Size, false), Root(Size, false);
  std::vector<uint32_t> Work;
  for (uint32_t Node = 0; Node < Size; ++Node) {
    if (Graph.isBetween(Node)) {
      // Another unit may call what is kept where it can reach it.
      Quiet[Node] = Prog.isWhole() && !Graph.in(Node).empty();
      if (!Quiet[Node])
        Work.push_back(Node);
      continue;
    }
    if (Graph.isEntry(Node)) {
      Root[Node] = AfterToo && Graph.entryOf(Node).Kind == EntryKind::Exit;
      Quiet[Node] = Root[Node];
      if (!Root[Node])
        Work.push_back(Node);
      continue;
    }
    const Function &F = Prog.functions()[Node];
    Root[Node] = F.Kind == FunctionKind::Initializer || isMain(Prog, F);
    bool Hidden = F.Link == Linkage::Internal || Prog.isWhole() ||
                  F.Kind == FunctionKind::Lambda;
    Quiet[Node] =
        Root[Node] ||
        (Hidden && !F.OverridesLibrary && !F.Coroutine &&
         (!F.Virtual || Prog.isWhole()) && !Graph.escapes(F) &&
         F.Kind != FunctionKind::Destructor && !Graph.in(Node).empty());
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
  for (const auto &[F, Point] : Serving)
    for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(*F)))
      if (E.Call != CallGraph::NoCall && !callIsBefore(*F, F->Calls[E.Call]) &&
          !(AfterToo && isAfter(*F, F->Calls[E.Call].Loc)) &&
          !(F->Calls[E.Call].Loc == Point.At && leadsToServing(E.To)))
        Remove(E.To);
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
  if (Reach.onRequest(F, At))
    return Phase::Request;
  if (isStartUp(F) && isBefore(F, At))
    return Phase::StartUp;
  return Outside[Graph.nodeOf(F)] && (isBefore(F, At) || isAfter(F, At))
             ? Phase::Ending
             : Phase::Unknown;
}

} // namespace stateless
