//===- Holders.cpp - What leads to objects without a name -----------------===//
//
// The graph has an edge from each object to those that may point to it, and
// from each part to what it is a part of. A variable has no edges: who leads to
// it does not matter. Strongly connected components share one set.
//
//===----------------------------------------------------------------------===//
#include "analysis/Holders.h"
#include "llvm/ADT/GraphTraits.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace stateless {
namespace {

struct LeadingGraph;

struct LeadingNode {
  const LeadingGraph *In = nullptr;
  ObjectId Id = NoObject;
  bool operator==(const LeadingNode &Other) const { return Id == Other.Id; }
};

/// Who leads to each object; the last node leads to all, so that a walk from
/// there meets each of them.
struct LeadingGraph {
  std::vector<std::vector<ObjectId>> Edges;

  explicit LeadingGraph(const PointsTo &Points) : Edges(Points.size() + 1) {
    auto IsNamed = [&](ObjectId Id) {
      return Points.object(Points.root(Id)).Kind == ObjectKind::Variable;
    };
    for (ObjectId Id = UnknownObject + 1; Id < Points.size(); ++Id) {
      for (ObjectId What : Points.contents(Id))
        if (!IsNamed(What))
          Edges[What].push_back(Id);
      if (Points.object(Id).Kind == ObjectKind::Part && !IsNamed(Id))
        Edges[Id].push_back(Points.object(Id).Parent);
      Edges.back().push_back(Id);
    }
  }
};

class LeadingIterator
    : public llvm::iterator_facade_base<
          LeadingIterator, std::forward_iterator_tag, const LeadingNode> {
public:
  LeadingIterator(const LeadingGraph *In, const ObjectId *At)
      : Node{In, NoObject}, At(At) {}
  bool operator==(const LeadingIterator &Other) const { return At == Other.At; }
  const LeadingNode &operator*() const {
    Node.Id = *At;
    return Node;
  }
  using iterator_facade_base::operator++;
  LeadingIterator &operator++() {
    ++At;
    return *this;
  }

private:
  mutable LeadingNode Node;
  const ObjectId *At;
};

} // namespace
} // namespace stateless

namespace llvm {

template <> struct DenseMapInfo<stateless::LeadingNode> {
  static stateless::LeadingNode getEmptyKey() { return {nullptr, ~0U}; }
  static stateless::LeadingNode getTombstoneKey() { return {nullptr, ~1U}; }
  static unsigned getHashValue(const stateless::LeadingNode &N) {
    return DenseMapInfo<uint32_t>::getHashValue(N.Id);
  }
  static bool isEqual(const stateless::LeadingNode &A,
                      const stateless::LeadingNode &B) {
    return A.Id == B.Id;
  }
};

template <> struct GraphTraits<const stateless::LeadingGraph *> {
  using NodeRef = stateless::LeadingNode;
  using ChildIteratorType = stateless::LeadingIterator;
  static NodeRef getEntryNode(const stateless::LeadingGraph *G) {
    return {G, static_cast<stateless::ObjectId>(G->Edges.size() - 1)};
  }
  static ChildIteratorType child_begin(NodeRef N) {
    return {N.In, N.In->Edges[N.Id].data()};
  }
  static ChildIteratorType child_end(NodeRef N) {
    return {N.In, N.In->Edges[N.Id].data() + N.In->Edges[N.Id].size()};
  }
};

} // namespace llvm

namespace stateless {

/// What \p Of is or is a part of, and the fields on the way.
void Holders::addNames(ObjectId Of, std::vector<SymbolId> &Into) const {
  for (;; Of = Points.object(Of).Parent) {
    const Object &O = Points.object(Of);
    if (O.Symbol &&
        (O.Kind == ObjectKind::Variable || O.Kind == ObjectKind::Part))
      Into.push_back(O.Symbol);
    if (O.Kind != ObjectKind::Part)
      return;
  }
}

Holders::Holders(const PointsTo &Points)
    : Points(Points), SetOf(Points.size()), Sets(1) {
  const LeadingGraph Graph(Points);
  // The component for which each object was last seen.
  std::vector<uint32_t> NamedFor(Points.size()), JoinedBy(Points.size());
  uint32_t Component = 0;
  for (auto It = llvm::scc_begin(&Graph); !It.isAtEnd(); ++It) {
    std::vector<SymbolId> Names;
    llvm::SmallVector<uint32_t, 8> Others;
    ++Component;
    for (const LeadingNode &N : *It) {
      if (N.Id >= Points.size())
        continue;
      for (ObjectId Leading : Graph.Edges[N.Id]) {
        // A part is reached through what leads to the whole, not by its name.
        if (NamedFor[Leading] != Component &&
            llvm::binary_search(Points.contents(Leading), N.Id)) {
          NamedFor[Leading] = Component;
          addNames(Leading, Names);
        }
        if (JoinedBy[Leading] != Component) {
          JoinedBy[Leading] = Component;
          Others.push_back(SetOf[Leading]);
        }
      }
    }
    llvm::sort(Others);
    Others.erase(llvm::unique(Others), Others.end());
    for (uint32_t Other : Others)
      llvm::append_range(Names, Sets[Other]);
    if (Names.empty())
      continue;
    llvm::sort(Names);
    Names.erase(llvm::unique(Names), Names.end());
    uint32_t Set = static_cast<uint32_t>(Sets.size());
    if (Others.size() == 1 && Sets[Others[0]] == Names)
      Set = Others[0];
    else
      Sets.push_back(std::move(Names));
    for (const LeadingNode &N : *It)
      SetOf[N.Id] = Set;
  }
  findNearest();
}

/// In rounds: each takes in what those of the round before point to.
void Holders::findNearest() {
  std::vector<ObjectId> Round;
  for (ObjectId Id = UnknownObject + 1; Id < Points.size(); ++Id)
    if (Points.object(Id).Kind == ObjectKind::Variable)
      Round.push_back(Id);
  while (!Round.empty()) {
    // By root, who leads there.
    std::map<ObjectId, std::vector<SymbolId>> Next;
    for (ObjectId Root : Round) {
      const Object &O = Points.object(Root);
      llvm::ArrayRef<SymbolId> By = O.Kind == ObjectKind::Variable
                                        ? llvm::ArrayRef(O.Symbol)
                                        : Nearest[Root];
      std::vector<ObjectId> Parts{Root};
      for (size_t I = 0; I < Parts.size(); ++I) {
        llvm::append_range(Parts, Points.parts(Parts[I]));
        for (ObjectId What : Points.contents(Parts[I]))
          if (ObjectId To = Points.root(What);
              What != UnknownObject && !Nearest.contains(To) &&
              Points.object(To).Kind != ObjectKind::Variable)
            llvm::append_range(Next[To], By);
      }
    }
    Round.clear();
    for (auto &[Root, By] : Next) {
      llvm::sort(By);
      By.erase(llvm::unique(By), By.end());
      if (By.size() > MostNear)
        By.clear();
      Nearest[Root] = *NearSets.insert(std::move(By)).first;
      Round.push_back(Root);
    }
  }
}

llvm::ArrayRef<SymbolId> Holders::of(ObjectId Id) const {
  return Sets[SetOf[Id]];
}

llvm::ArrayRef<SymbolId> Holders::nearest(ObjectId Id) const {
  return Nearest.lookup(Points.root(Id));
}

} // namespace stateless
