//===- PointsToCycles.cpp - Nodes that hold the same ----------------------===//
//
// Nodes on a cycle of edges hold the same in the end, so they become one. A
// cycle is looked for only where an edge hands on nothing new between nodes
// that are equal already, and once for each edge (lazy cycle detection:
// B. Hardekopf and C. Lin, The Ant and the Grasshopper, 2007).
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"

namespace stateless {

/// A search follows no more edges: long chains without a cycle are left alone.
static constexpr size_t MaxFollowed = 2000;

PointsToSolver::Node PointsToSolver::find(Node N) {
  while (SameAs[N] != N)
    N = SameAs[N] = SameAs[SameAs[N]];
  return N;
}

/// What is stored at Unknown has no bound, so it is equal to nothing else.
bool PointsToSolver::isAlone(Node N) const {
  return N == Contents[UnknownObject];
}

void PointsToSolver::suspect(Node From, Node To) {
  if (From == To || isAlone(From) || isAlone(To) ||
      Nodes[From].Set.size() < 2 || Nodes[From].Set != Nodes[To].Set ||
      !Suspected.insert(uint64_t(From) << 32 | To).second)
    return;
  Suspects.push_back({From, To});
}

/// Those of the nodes that \p From leads to that lead back to it.
void PointsToSolver::mergeCycles() {
  std::vector<std::pair<Node, Node>> Edges = std::move(Suspects);
  Suspects.clear();
  for (auto [To, From] : Edges) {
    To = find(To);
    From = find(From);
    if (From != To && !isAlone(From) && !isAlone(To))
      mergeCycle(From, To);
  }
}

/// Depth first from \p From; what is on a path to \p To is on a cycle with it.
void PointsToSolver::mergeCycle(Node From, Node To) {
  struct Step {
    Node At;
    size_t Next = 0;
  };
  llvm::DenseMap<Node, bool> Reaches; // Seen, and known to lead to To.
  std::vector<Step> Path{{From}};
  Reaches[From] = false;
  size_t Followed = 0;
  while (!Path.empty()) {
    Step &S = Path.back();
    if (S.Next == Nodes[S.At].To.size() || Followed == MaxFollowed) {
      bool Leads = Reaches[S.At];
      Path.pop_back();
      if (Leads && !Path.empty())
        Reaches[Path.back().At] = true;
      continue;
    }
    Node Next = find(Nodes[S.At].To[S.Next++]);
    ++Followed;
    if (isAlone(Next) || Nodes[Next].Set.size() != Nodes[To].Set.size())
      continue;
    if (Next == To) {
      Reaches[S.At] = true;
      continue;
    }
    auto [It, New] = Reaches.try_emplace(Next, false);
    if (!New && It->second)
      Reaches[S.At] = true;
    else if (New)
      Path.push_back({Next});
  }
  std::vector<Node> Cycle;
  for (auto [N, Leads] : Reaches)
    if (Leads)
      Cycle.push_back(N);
  llvm::sort(Cycle);
  for (Node N : Cycle)
    merge(N, To);
  if (!Cycle.empty())
    tidyEdges(To);
}

/// \p From becomes \p Into. What only one of them had is fresh to the other's
/// constraints.
void PointsToSolver::merge(Node From, Node Into) {
  if (From == Into)
    return;
  State Old = std::move(Nodes[From]);
  Nodes[From] = {};
  SameAs[From] = Into;
  State &S = Nodes[Into];
  S.Unbounded |= Old.Unbounded;
  std::vector<ObjectId> Fresh, Missing;
  if (S.Set != Old.Set) {
    std::set_difference(S.Set.begin(), S.Set.end(), Old.Set.begin(),
                        Old.Set.end(), std::back_inserter(Fresh));
    std::set_difference(Old.Set.begin(), Old.Set.end(), S.Set.begin(),
                        S.Set.end(), std::back_inserter(Missing));
  }
  for (ObjectId What : Old.Fresh)
    if (llvm::binary_search(S.Set, What))
      Fresh.push_back(What);
  if (!Fresh.empty()) {
    llvm::DenseSet<ObjectId> Known(S.Fresh.begin(), S.Fresh.end());
    for (ObjectId What : Fresh)
      if (Known.insert(What).second)
        S.Fresh.push_back(What);
  }
  llvm::append_range(S.To, Old.To);
  llvm::append_range(S.Constraints, Old.Constraints);
  if (!S.Fresh.empty() && !S.Queued) {
    S.Queued = true;
    Work.push_back(Into);
  }
  insertAll(Into, Missing);
}

/// Edges to what has become one since are one, and none leads back to \p At.
void PointsToSolver::tidyEdges(Node At) {
  llvm::SmallVector<Node, 2> &To = Nodes[At].To;
  llvm::DenseSet<Node> Known;
  size_t Kept = 0;
  for (Node N : To)
    if (N = find(N); N != At && Known.insert(N).second)
      To[Kept++] = N;
  To.resize(Kept);
}

} // namespace stateless
