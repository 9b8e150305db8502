//===- Reachability.cpp - What runs on which request ----------------------===//
//
// Forwards, three marks for each node (by anything, by requests, by sure calls
// from requests), each one breadth-first search over the call graph. Backwards,
// on demand, breadth first from one function: the first entry point met ends
// the shortest chain, all that are met are those that run it.
//
// An edge into a node between (a virtual method, a holder of callables) is sure
// if only one body stands behind it.
//
// Limits: contexts are not told apart: what two handlers share is run by both,
// whatever the arguments (FP_ in the fixtures of programs/reachability).
//
//===----------------------------------------------------------------------===//
#include "analysis/Reachability.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

/// A search that goes back further than this names what it has found.
static constexpr size_t MaxVisited = 20000;
static constexpr size_t MaxEntries = 64;

Reachability::Reachability(const CallGraph &Graph) : Graph(Graph) {
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes)
      Loops[E.Handler].push_back(&E);
  Any = mark(/*Sure=*/false, /*RequestsOnly=*/false);
  Requests = mark(/*Sure=*/false, /*RequestsOnly=*/true);
  Surely = mark(/*Sure=*/true, /*RequestsOnly=*/true);
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

std::vector<const EntryPoint *>
Reachability::entriesTo(const Function &F, const Location &At) const {
  std::vector<const EntryPoint *> Result;
  if (const EntryPoint *Here = loopAt(F, At))
    Result.push_back(Here);
  llvm::DenseSet<uint32_t> Seen;
  std::vector<uint32_t> Level{Graph.nodeOf(F)};
  Seen.insert(Level[0]);
  bool Served = Requests[Level[0]] || !Result.empty();
  while (!Level.empty() && Seen.size() < MaxVisited &&
         Result.size() < MaxEntries) {
    std::vector<uint32_t> Further;
    for (uint32_t Node : Level)
      for (const CallGraph::Edge &E : Graph.in(Node)) {
        if (!(Served ? Requests : Any)[E.To] || E.General ||
            !Seen.insert(E.To).second)
          continue;
        if (!Graph.isEntry(E.To))
          Further.push_back(E.To);
        else if (!Served || serves(Graph.entryOf(E.To)))
          Result.push_back(&Graph.entryOf(E.To));
      }
    llvm::sort(Further);
    Level = std::move(Further);
  }
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  return Result;
}

} // namespace stateless
