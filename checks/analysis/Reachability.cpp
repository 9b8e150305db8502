//===- Reachability.cpp - What runs on which request ----------------------===//
//
// Three waves over the call graph, each breadth first and each from where the
// last one stood: what requests reach by sure calls, what they reach at all,
// what threads and signals reach besides. Each node keeps the edge by which it
// was reached first, so that a chain is read off backwards. The entry points
// that lead to a node are carried along the edges.
//
// An edge into a node between (a virtual method, a holder of callables) is sure
// if only one body stands behind it.
//
// Limits: contexts are not told apart: what two handlers share is run by both,
// whatever the arguments (FP_ in the fixtures of programs/reachability).
//
//===----------------------------------------------------------------------===//
#include "analysis/Reachability.h"
#include "facts/ControlFlow.h"
#include <deque>

namespace stateless {

/// Entry points beyond these add nothing to what one knows of a function.
static constexpr size_t MaxEntries = 64;

Reachability::Reachability(const CallGraph &Graph, const DeadCode &Dead)
    : Graph(Graph), Dead(Dead), Ways(Graph.size()) {
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes && !Dead.neverRuns(E.Node))
      Loops[E.Handler].push_back(&E);
  spread(Wave::Sure);
  spread(Wave::Request);
  spread(Wave::Any);
  spreadEntries();
}

void Reachability::spread(Wave Kind) {
  auto Reach = [&](uint32_t Node, const Way &By) {
    if (Ways[Node].Kind != Wave::None)
      return;
    Ways[Node] = By;
    Ways[Node].Kind = Kind;
    Order.push_back(Node);
  };
  // What a request reaches goes on from what it surely reaches; of the rest,
  // nothing is reached from there.
  size_t Next = Kind == Wave::Request ? 0 : Order.size();
  for (const EntryPoint &E : Graph.entryPoints())
    if ((Kind == Wave::Any || serves(E)) && !Dead.neverRuns(E.Node))
      Reach(E.Node, {.Start = E.Node});
  for (; Next < Order.size(); ++Next)
    for (const CallGraph::Edge &E : Graph.out(Order[Next]))
      if (!E.General && !Dead.neverFollows(Order[Next], E) &&
          (Kind != Wave::Sure || (!E.Unsure && Graph.isSingle(E.To))))
        Reach(E.To, along(Order[Next], E));
}

Reachability::Way Reachability::along(uint32_t From,
                                      const CallGraph::Edge &E) const {
  Way Result = Ways[From];
  Result.From = From;
  if (E.Call != CallGraph::NoCall)
    Result.Site = E.Call;
  else if (!Graph.isBetween(From))
    Result.Site = CallGraph::NoCall;
  // Nodes between have no code; that the handler runs itself is no step.
  bool Handler = Result.Steps == 0 && Result.Site == CallGraph::NoCall &&
                 Graph.functionOf(E.To) == Graph.functionOf(Result.Start);
  if (!Graph.isBetween(E.To) && !Handler)
    ++Result.Steps;
  return Result;
}

const EntryPoint *Reachability::loopAt(const Function &F,
                                       const Location &At) const {
  auto It = Loops.find(&F);
  if (It == Loops.end())
    return nullptr;
  for (const EntryPoint *E : It->second)
    if (isInside(F, At, *E->Takes))
      return E;
  return nullptr;
}

bool Reachability::onRequest(const Function &F, const Location &At) const {
  return Ways[Graph.nodeOf(F)].Kind >= Wave::Request || loopAt(F, At);
}

bool Reachability::surelyOnRequest(const Function &F,
                                   const Location &At) const {
  return Ways[Graph.nodeOf(F)].Kind == Wave::Sure || loopAt(F, At);
}

Chain Reachability::chainTo(const Function &F, const Location &At) const {
  Chain Result;
  if (const EntryPoint *Here = loopAt(F, At)) {
    Result.Start = Here;
    Result.Sure = true;
    return Result;
  }
  uint32_t Node = Graph.nodeOf(F);
  if (Ways[Node].Kind == Wave::None)
    return Result;
  Result.Start = &Graph.entryOf(Ways[Node].Start);
  Result.Sure = Ways[Node].Kind == Wave::Sure;
  // Backwards; a caller is known once the search has come to it.
  while (Ways[Node].Steps != 0 && Result.Steps.size() < Chain::MaxSteps) {
    uint32_t Callee = Node;
    do
      Node = Ways[Node].From;
    while (Graph.isBetween(Node));
    const Function *Caller = Graph.functionOf(Node);
    uint32_t Site = Ways[Callee].Site;
    Result.Steps.push_back(
        {Caller, Site == CallGraph::NoCall ? nullptr : &Caller->Calls[Site],
         Graph.functionOf(Callee)});
  }
  std::reverse(Result.Steps.begin(), Result.Steps.end());
  Result.Omitted = Ways[Node].Steps;
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
    if (Dead.neverRuns(All[I].Node))
      continue;
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
            (Ways[E.To].Kind >= Wave::Request && !serves(All[Entry])))
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
  if (!Here || Ways[Node].Kind >= Wave::Request)
    for (uint32_t Entry : Entries[Node])
      Result.push_back(&Graph.entryPoints()[Entry]);
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  return Result;
}

} // namespace stateless
