//===- Reachability.cpp - What runs on which request ----------------------===//
//
// Forwards, three marks for each node (by anything, by requests, by sure calls
// from requests), each one search over the call graph; and for each node the
// entry points that lead to it, carried along the edges. Backwards, on demand,
// breadth first from one function: the first entry point met ends the shortest
// chain.
//
// An edge into a node between (a virtual method, a holder of callables) is sure
// if only one body stands behind it.
//
// Limits: contexts are not told apart: what two handlers share is run by both,
// whatever the arguments (FP_ in the fixtures of programs/reachability).
//
//===----------------------------------------------------------------------===//
#include "analysis/Reachability.h"
#include <deque>

namespace stateless {

/// Entry points beyond these add nothing to what one knows of a function.
static constexpr size_t MaxEntries = 64;

Reachability::Reachability(const CallGraph &Graph) : Graph(Graph) {
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes)
      Loops[E.Handler].push_back(&E);
  Any = mark(/*Sure=*/false, /*RequestsOnly=*/false);
  Requests = mark(/*Sure=*/false, /*RequestsOnly=*/true);
  Surely = mark(/*Sure=*/true, /*RequestsOnly=*/true);
  spreadEntries();
}

std::vector<bool> Reachability::mark(bool Sure, bool RequestsOnly) const {
  std::vector<bool> Seen(Graph.size());
  std::vector<uint32_t> Work;
  for (const EntryPoint &E : Graph.entryPoints())
    if (!RequestsOnly || serves(E)) {
      Seen[E.Node] = true;
      Work.push_back(E.Node);
    }
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.out(At)) {
      if (Seen[E.To] || E.General ||
          (Sure && (E.Unsure || !Graph.isSingle(E.To))))
        continue;
      Seen[E.To] = true;
      Work.push_back(E.To);
    }
  }
  return Seen;
}

const EntryPoint *Reachability::loopAt(const Function &F,
                                       const Location &At) const {
  auto It = Loops.find(&F);
  if (It == Loops.end())
    return nullptr;
  for (const EntryPoint *E : It->second)
    if (At.File == E->Takes->Begin.File && At.Line >= E->Takes->Begin.Line &&
        At.Line <= E->Takes->End.Line)
      return E;
  return nullptr;
}

bool Reachability::onRequest(const Function &F, const Location &At) const {
  return Requests[Graph.nodeOf(F)] || loopAt(F, At);
}

bool Reachability::surelyOnRequest(const Function &F,
                                   const Location &At) const {
  return Surely[Graph.nodeOf(F)] || loopAt(F, At);
}

Chain Reachability::chainTo(const Function &F, const Location &At) const {
  Chain Result;
  if (const EntryPoint *Here = loopAt(F, At)) {
    Result.Start = Here;
    Result.Sure = true;
    return Result;
  }
  uint32_t Goal = Graph.nodeOf(F);
  bool Requested = Requests[Goal];
  Result.Sure = Surely[Goal];
  const std::vector<bool> &Allowed = Result.Sure ? Surely
                                     : Requested ? Requests
                                                 : Any;
  if (!Allowed[Goal])
    return Result;
  // Where the search came from: the node nearer to the goal, and the call.
  llvm::DenseMap<uint32_t, CallGraph::Edge> Next;
  std::vector<uint32_t> Level{Goal};
  Next[Goal] = {Goal, CallGraph::NoCall};
  std::optional<uint32_t> Found;
  while (!Level.empty() && !Found) {
    std::vector<uint32_t> Further;
    for (uint32_t Node : Level)
      for (const CallGraph::Edge &E : Graph.in(Node)) {
        if (!Allowed[E.To] || E.General ||
            (Result.Sure && (E.Unsure || !Graph.isSingle(Node))) ||
            !Next.try_emplace(E.To, CallGraph::Edge{Node, E.Call}).second)
          continue;
        if (Graph.isEntry(E.To)) {
          if ((!Requested || serves(Graph.entryOf(E.To))) &&
              (!Found || E.To < *Found))
            Found = E.To;
        } else {
          Further.push_back(E.To);
        }
      }
    llvm::sort(Further);
    Level = std::move(Further);
  }
  if (!Found)
    return Result;
  Result.Start = &Graph.entryOf(*Found);
  // Nodes between have no code: a step goes from function to function.
  const Function *Caller = Result.Start->Handler;
  const Call *Site = nullptr;
  for (uint32_t Node = *Found; Node != Goal;) {
    CallGraph::Edge E = Next.lookup(Node);
    if (E.Call != CallGraph::NoCall)
      Site = &Caller->Calls[E.Call];
    Node = E.To;
    const Function *Callee =
        Graph.isBetween(Node) ? nullptr : Graph.functionOf(Node);
    if (!Callee)
      continue;
    if (Callee != Result.Start->Handler || !Result.Steps.empty() || Site)
      Result.Steps.push_back({Caller, Site, Callee});
    Caller = Callee;
    Site = nullptr;
  }
  return Result;
}

/// Gives each node the entry points that lead to it, all at once: what a node
/// has learnt goes on to its successors. A node learns MaxEntries at most, so
/// the cost is that many times the size of the graph.
void Reachability::spreadEntries() {
  Entries.resize(Graph.size());
  std::deque<uint32_t> Work;
  std::vector<bool> Queued(Graph.size());
  auto Enqueue = [&](uint32_t Node) {
    if (!Queued[Node])
      Work.push_back(Node);
    Queued[Node] = true;
  };
  llvm::ArrayRef<EntryPoint> All = Graph.entryPoints();
  for (uint32_t I = 0; I < All.size(); ++I) {
    Entries[All[I].Node] = {I};
    Enqueue(All[I].Node);
  }
  while (!Work.empty()) {
    uint32_t Node = Work.front();
    Work.pop_front();
    Queued[Node] = false;
    for (const CallGraph::Edge &E : Graph.out(Node)) {
      if (E.General || E.To == Node)
        continue;
      std::vector<uint32_t> &Into = Entries[E.To];
      size_t Before = Into.size();
      for (uint32_t Entry : Entries[Node]) {
        // Threads and signals count only where nothing else does.
        if (Into.size() >= MaxEntries ||
            (Requests[E.To] && !serves(All[Entry])))
          continue;
        auto At = llvm::lower_bound(Into, Entry);
        if (At == Into.end() || *At != Entry)
          Into.insert(At, Entry);
      }
      if (Into.size() != Before)
        Enqueue(E.To);
    }
  }
}

std::vector<const EntryPoint *>
Reachability::entriesTo(const Function &F, const Location &At) const {
  std::vector<const EntryPoint *> Result;
  uint32_t Node = Graph.nodeOf(F);
  const EntryPoint *Here = loopAt(F, At);
  if (Here)
    Result.push_back(Here);
  if (!Here || Requests[Node])
    for (uint32_t Entry : Entries[Node])
      Result.push_back(&Graph.entryPoints()[Entry]);
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  return Result;
}

} // namespace stateless
