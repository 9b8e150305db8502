//===- Components.cpp - Strongly connected components ---------------------===//
#include "analysis/Components.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/GraphTraits.h"
#include "llvm/ADT/SCCIterator.h"
#include <numeric>

namespace stateless {
namespace {

/// A graph with one more node, which leads to all, so that a walk from there
/// meets each of them.
struct Rooted {
  const AdjacencyList &Edges;
  std::vector<uint32_t> All;

  uint32_t root() const { return static_cast<uint32_t>(Edges.size()); }
  const std::vector<uint32_t> &from(uint32_t Id) const {
    return Id == root() ? All : Edges[Id];
  }
};

struct NodeOf {
  const Rooted *In = nullptr;
  uint32_t Id = 0;
  bool operator==(const NodeOf &Other) const { return Id == Other.Id; }
};

class NodeIterator
    : public llvm::iterator_facade_base<NodeIterator, std::forward_iterator_tag,
                                        const NodeOf> {
public:
  NodeIterator(const Rooted *In, const uint32_t *At) : Node{In, 0}, At(At) {}
  bool operator==(const NodeIterator &Other) const { return At == Other.At; }
  const NodeOf &operator*() const {
    Node.Id = *At;
    return Node;
  }
  using iterator_facade_base::operator++;
  NodeIterator &operator++() {
    ++At;
    return *this;
  }

private:
  mutable NodeOf Node;
  const uint32_t *At;
};

} // namespace
} // namespace stateless

namespace llvm {

template <> struct DenseMapInfo<stateless::NodeOf> {
  static stateless::NodeOf getEmptyKey() { return {nullptr, ~0U}; }
  static stateless::NodeOf getTombstoneKey() { return {nullptr, ~1U}; }
  static unsigned getHashValue(const stateless::NodeOf &N) {
    return DenseMapInfo<uint32_t>::getHashValue(N.Id);
  }
  static bool isEqual(const stateless::NodeOf &A, const stateless::NodeOf &B) {
    return A.Id == B.Id;
  }
};

template <> struct GraphTraits<const stateless::Rooted *> {
  using NodeRef = stateless::NodeOf;
  using ChildIteratorType = stateless::NodeIterator;
  static NodeRef getEntryNode(const stateless::Rooted *G) {
    return {G, G->root()};
  }
  static ChildIteratorType child_begin(NodeRef N) {
    return {N.In, N.In->from(N.Id).data()};
  }
  static ChildIteratorType child_end(NodeRef N) {
    const std::vector<uint32_t> &Next = N.In->from(N.Id);
    return {N.In, Next.data() + Next.size()};
  }
};

} // namespace llvm

namespace stateless {

std::vector<std::vector<uint32_t>> componentsOf(const AdjacencyList &Graph) {
  Rooted G{Graph, std::vector<uint32_t>(Graph.size())};
  std::iota(G.All.begin(), G.All.end(), 0);
  std::vector<std::vector<uint32_t>> Result;
  for (auto It = llvm::scc_begin(static_cast<const Rooted *>(&G));
       !It.isAtEnd(); ++It)
    if (It->front().Id != G.root()) {
      std::vector<uint32_t> &Nodes = Result.emplace_back();
      for (const NodeOf &N : *It)
        Nodes.push_back(N.Id);
    }
  return Result;
}

} // namespace stateless
