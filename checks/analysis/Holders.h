//===- Holders.h - What leads to objects without a name --------*- C++ -*-===//
//
// An object that has no name (on the heap, a temporary, a parameter) is told
// under the names of the variables and fields that lead to it, directly or
// through others without a name. It must not know writes, phases or checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_HOLDERS_H
#define STATELESS_ANALYSIS_HOLDERS_H

#include "analysis/PointsTo.h"
#include <set>

namespace stateless {

class Holders {
public:
  /// \p Points must outlive this.
  explicit Holders(const PointsTo &Points);

  /// The variables, and the fields on the way, that may lead to \p Id or to
  /// what it is a part of. Sorted, each once; what holds itself is among them
  /// as far as others lead to it.
  llvm::ArrayRef<SymbolId> of(ObjectId Id) const;

  /// Of these, the variables that lead there through the fewest pointers, if
  /// they are no more than MostNear. Sorted; equal lists are one.
  llvm::ArrayRef<SymbolId> nearest(ObjectId Id) const;
  static constexpr size_t MostNear = 4;

private:
  void addNames(ObjectId Of, std::vector<SymbolId> &Into) const;
  void findNearest();

  const PointsTo &Points;
  /// By object: an entry of Sets. Objects that lead to each other share one.
  std::vector<uint32_t> SetOf;
  std::vector<std::vector<SymbolId>> Sets;
  std::set<std::vector<SymbolId>> NearSets;
  /// By root of an object without a name: one of NearSets.
  llvm::DenseMap<ObjectId, llvm::ArrayRef<SymbolId>> Nearest;
};

} // namespace stateless

#endif
