//===- CallGraph.cpp - What may run what ----------------------------------===//
//
// The graph grows in a CallGraphBuilder: calls, then the entry points that
// registrations give, then those of loops. Here it is frozen: the edges of all
// nodes in two arrays, sorted, one for each direction.
//
// Limits: an indirect call through something that is not followed has no edge
// (FN_ in the fixtures of programs/reachability).
//
//===----------------------------------------------------------------------===//
#include "analysis/CallGraph.h"
#include "analysis/CallGraphBuilder.h"
#include "analysis/RegisteredEntries.h"
#include "analysis/RequestLoops.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

CallGraph::CallGraph(const Program &Prog, const PointsTo &Points) : Prog(Prog) {
  CallGraphBuilder Builder(Prog, Points);
  Builder.addCalls();
  addRegisteredEntries(Builder);
  addRequestLoops(Builder);
  freeze(std::move(Builder));
}

llvm::BitVector
CallGraph::closure(std::vector<uint32_t> Work,
                   llvm::ArrayRef<Edge> (CallGraph::*Next)(uint32_t)
                       const) const {
  llvm::BitVector Seen(size());
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    if (Seen[At])
      continue;
    Seen.set(At);
    for (const Edge &E : (this->*Next)(At))
      Work.push_back(E.To);
  }
  return Seen;
}

void CallGraph::freeze(CallGraphBuilder Built) {
  Kinds = std::move(Built.Kinds);
  Entries = std::move(Built.Entries);
  PerhapsTaking = std::move(Built.PerhapsTaking);
  Escaped = std::move(Built.Escaped);
  freezeEdges(std::move(Built.Out));
  sortEntries();
  markSingle();
}

void CallGraph::freezeEdges(std::vector<std::vector<Edge>> Out) {
  for (auto &List : Out) {
    llvm::sort(List);
    List.erase(llvm::unique(List), List.end());
  }
  uint32_t N = size();
  FirstEdge.assign(N + 1, 0);
  FirstBack.assign(N + 1, 0);
  for (uint32_t I = 0; I < N; ++I) {
    FirstEdge[I + 1] = FirstEdge[I] + static_cast<uint32_t>(Out[I].size());
    for (const Edge &E : Out[I])
      ++FirstBack[E.To + 1];
  }
  for (uint32_t I = 0; I < N; ++I)
    FirstBack[I + 1] += FirstBack[I];
  Edges.reserve(FirstEdge[N]);
  Back.resize(FirstBack[N]);
  std::vector<uint32_t> Next(FirstBack.begin(), FirstBack.end() - 1);
  for (uint32_t I = 0; I < N; ++I) {
    for (const Edge &E : Out[I]) {
      Edges.push_back(E);
      Edge &In = Back[Next[E.To]++];
      In = E;
      In.To = I;
    }
    std::vector<Edge>().swap(Out[I]);
  }
}

void CallGraph::sortEntries() {
  llvm::sort(Entries, [&](const EntryPoint &A, const EntryPoint &B) {
    auto Key = [&](const EntryPoint &E) {
      return std::tuple(Prog.text(E.Loc.File), E.Loc.Line, E.Loc.Column,
                        nodeOf(*E.Handler), E.Node);
    };
    return Key(A) < Key(B);
  });
  for (uint32_t I = 0; I < Entries.size(); ++I)
    EntryIndex[Entries[I].Node] = I;
}

/// Backwards from the bodies: what a node between leads to is nothing, one body
/// or many, and only grows; so each node is visited a few times at most.
void CallGraph::markSingle() {
  constexpr uint32_t None = ~uint32_t(0), Many = None - 1;
  std::vector<uint32_t> Body(size(), None);
  std::vector<uint32_t> Work;
  for (uint32_t I = 0; I < size(); ++I)
    if (Kinds[I] == Kind::Function) {
      Body[I] = I;
      Work.push_back(I);
    }
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    for (const Edge &E : in(At)) {
      uint32_t &Of = Body[E.To];
      if (!isBetween(E.To) || Of == Body[At] || Of == Many)
        continue;
      Of = Of == None ? Body[At] : Many;
      Work.push_back(E.To);
    }
  }
  Single.assign(size(), false);
  for (uint32_t I = 0; I < size(); ++I)
    Single[I] = !isEntry(I) && Body[I] != None && Body[I] != Many;
}

const Function *CallGraph::functionOf(uint32_t Node) const {
  if (Kinds[Node] == Kind::Function)
    return &Prog.functions()[Node];
  return isEntry(Node) ? entryOf(Node).Handler : nullptr;
}

const EntryPoint &CallGraph::entryOf(uint32_t Node) const {
  return Entries[EntryIndex.find(Node)->second];
}

llvm::SmallVector<const Function *, 4>
CallGraph::targets(const Function &F, uint32_t Call, size_t Most) const {
  llvm::SmallVector<const Function *, 4> Result;
  llvm::SmallVector<uint32_t, 8> Work;
  for (const Edge &E : out(nodeOf(F)))
    if (E.Call == Call)
      Work.push_back(E.To);
  llvm::SmallDenseSet<uint32_t, 8> Seen;
  while (!Work.empty() && Result.size() < Most) {
    uint32_t At = Work.pop_back_val();
    if (!Seen.insert(At).second)
      continue;
    if (Kinds[At] == Kind::Function)
      Result.push_back(&Prog.functions()[At]);
    else
      for (const Edge &E : out(At))
        Work.push_back(E.To);
  }
  return Result;
}

} // namespace stateless
