//===- Holders.cpp - What leads to objects without a name -----------------===//
//
// The graph has an edge from each object to those that may point to it, and
// from each part to what it is a part of. A variable has no edges: who leads to
// it does not matter. Strongly connected components share one set.
//
//===----------------------------------------------------------------------===//
#include "analysis/Holders.h"
#include "analysis/Components.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace stateless {

/// Who leads to each object.
static AdjacencyList leadingGraph(const PointsTo &Points) {
  AdjacencyList Edges(Points.size());
  auto IsNamed = [&](ObjectId Id) {
    return Points.object(Points.root(Id)).Kind == ObjectKind::Variable;
  };
  for (ObjectId Id = UnknownObject + 1; Id < Points.size(); ++Id) {
    for (ObjectId What : Points.contents(Id))
      if (!IsNamed(What))
        Edges[What].push_back(Id);
    if (Points.object(Id).Kind == ObjectKind::Part && !IsNamed(Id))
      Edges[Id].push_back(Points.object(Id).Parent);
  }
  return Edges;
}

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
  const AdjacencyList Graph = leadingGraph(Points);
  // The component for which each object was last seen.
  std::vector<uint32_t> NamedFor(Points.size()), JoinedBy(Points.size());
  uint32_t Component = 0;
  for (const std::vector<uint32_t> &Nodes : componentsOf(Graph)) {
    std::vector<SymbolId> Names;
    llvm::SmallVector<uint32_t, 8> Others;
    ++Component;
    for (ObjectId Node : Nodes) {
      for (ObjectId Leading : Graph[Node]) {
        // A part is reached through what leads to the whole, not by its name.
        if (NamedFor[Leading] != Component &&
            llvm::binary_search(Points.contents(Leading), Node)) {
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
    for (ObjectId Node : Nodes)
      SetOf[Node] = Set;
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
