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
//
// Limits: what a function does after a call that serves in the background
// counts as serving; order inside of a function is that of the lines.
//
//===----------------------------------------------------------------------===//
#include "analysis/Phases.h"

namespace stateless {

Phases::Phases(const Program &Prog, const CallGraph &Graph,
               const Reachability &Reach)
    : Prog(Prog), Graph(Graph), Reach(Reach) {
  findServingPoints();
  findStartUp();
}

void Phases::findServingPoints() {
  std::vector<uint32_t> Work;
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      if (C.Role == CallRole::Serves)
        serve(F, C.Loc, Work);
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes)
      serve(*E.Handler, E.Loc, Work);
  spreadServing(std::move(Work));
  for (const Function &F : Prog.functions())
    if (isMain(Prog, F) && !Serving.contains(&F))
      for (const Loop &L : F.Loops)
        if (L.Endless || !L.Options)
          serve(F, L.Begin, Work);
}

/// \p F serves from \p At on, if from nowhere before.
void Phases::serve(const Function &F, const Location &At,
                   std::vector<uint32_t> &Work) {
  Point P{At};
  for (const Loop &L : F.Loops)
    if (At.File == L.Begin.File && At.Line >= L.Begin.Line &&
        At.Line <= L.End.Line) {
      P = {L.Begin, true};
      break;
    }
  auto [It, New] = Serving.try_emplace(&F, P);
  if (New)
    Work.push_back(Graph.nodeOf(F));
  else if (P.At.File == It->second.At.File &&
           std::tie(P.At.Line, P.At.Column) <
               std::tie(It->second.At.Line, It->second.At.Column))
    It->second = P;
}

/// From what serves to all that runs it. A function that runs what it is given
/// does not serve by that; who gives it does.
void Phases::spreadServing(std::vector<uint32_t> Work) {
  std::vector<bool> Seen(Graph.size());
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    if (Seen[Node])
      continue;
    Seen[Node] = true;
    for (const CallGraph::Edge &In : Graph.in(Node)) {
      if (In.General)
        continue;
      if (Graph.isBetween(In.To)) {
        Work.push_back(In.To);
      } else if (Graph.isEntry(In.To)) {
        const EntryPoint &E = Graph.entryOf(In.To);
        if (E.Kind == EntryKind::Thread && E.Where)
          serve(*E.Where, E.Loc, Work);
      } else if (In.Call != CallGraph::NoCall) {
        const Function &Caller = *Graph.functionOf(In.To);
        const Call &C = Caller.Calls[In.Call];
        // For a thread, its entry point says who decides that it runs this.
        if (!In.Unsure || !C.Targets.empty() || C.Kind == CallKind::Virtual)
          serve(Caller, C.Loc, Work);
      }
    }
  }
}

/// What stands on the line of the serving point takes its result.
bool Phases::isBefore(const Function &F, const Location &At) const {
  Point P = Serving.lookup(&F);
  return !P.At || At.File != P.At.File || At.Line < P.At.Line;
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

void Phases::findStartUp() {
  uint32_t Size = Graph.size();
  StartUp.assign(Size, false);
  std::vector<bool> Root(Size, false);
  std::vector<uint32_t> Work;
  for (uint32_t Node = 0; Node < Size; ++Node) {
    if (Graph.isBetween(Node)) {
      // Another unit may call what is kept where it can reach it.
      StartUp[Node] = Prog.isWhole() && !Graph.in(Node).empty();
      if (!StartUp[Node])
        Work.push_back(Node);
      continue;
    }
    if (Graph.isEntry(Node)) {
      Work.push_back(Node);
      continue;
    }
    const Function &F = Prog.functions()[Node];
    Root[Node] = F.Kind == FunctionKind::Initializer || isMain(Prog, F);
    bool Hidden = F.Link == Linkage::Internal || Prog.isWhole() ||
                  F.Kind == FunctionKind::Lambda;
    StartUp[Node] =
        Root[Node] ||
        (Hidden && !F.OverridesLibrary && !F.Coroutine &&
         (!F.Virtual || Prog.isWhole()) && !Graph.escapes(F) &&
         F.Kind != FunctionKind::Destructor && !Graph.in(Node).empty());
    if (!StartUp[Node])
      Work.push_back(Node);
  }
  auto Remove = [&](uint32_t Node) {
    if (StartUp[Node] && !Root[Node]) {
      StartUp[Node] = false;
      Work.push_back(Node);
    }
  };
  // What start-up runs from its serving point on is none.
  for (const auto &[F, Point] : Serving)
    for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(*F)))
      if (E.Call != CallGraph::NoCall && !callIsBefore(*F, F->Calls[E.Call]) &&
          !(F->Calls[E.Call].Loc == Point.At && leadsToServing(E.To)))
        Remove(E.To);
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.out(Node))
      if (!E.General)
        Remove(E.To);
  }
  keepReachable(Root);
}

/// Functions that only call each other run at no time.
void Phases::keepReachable(const std::vector<bool> &Roots) {
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
    StartUp[Node] = StartUp[Node] && Seen[Node];
}

Phase Phases::of(const Function &F, const Location &At) const {
  if (Reach.onRequest(F, At))
    return Phase::Request;
  return isStartUp(F) && isBefore(F, At) ? Phase::StartUp : Phase::Unknown;
}

} // namespace stateless
