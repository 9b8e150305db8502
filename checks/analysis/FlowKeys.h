//===- FlowKeys.h - Subscripts that find a constant key ---------*- C++ -*-===//
//
// `M["x"]` of a map only reads where M has had "x" since it was made or since
// the program started. Whoever takes keys out while the program serves writes
// the container, and is told for that; and what start-up takes out again, or
// does not put in each time, such a subscript replaces by the same default in
// every process. So it is not asked whether a key is taken out. It must not
// know what counts as a write otherwise.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_FLOWKEYS_H
#define STATELESS_ANALYSIS_FLOWKEYS_H

#include "analysis/Phases.h"
#include "analysis/PointsTo.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

class FlowKeys {
public:
  FlowKeys(const PointsTo &Points, const Phases &Times);

  /// True if statement \p N of a body of \p F is a write that puts in a key
  /// only if it is not there, and in all objects that it may write, it is.
  bool finds(const Function &F, size_t Body, StatementNumber N) const {
    return Finding.contains({&F.FlowBodies[Body], N});
  }

private:
  void findBuilders();
  void collectKeys(const FlowContext &In);
  void collectFinding(const FlowContext &In);

  const PointsTo &Points;
  const Phases &Times;
  /// Constructors, and the methods that these call on what they make.
  llvm::DenseSet<const Function *> Builders;
  llvm::DenseSet<std::pair<ObjectId, SymbolId>> Keys;
  /// Those that a class puts into a field of its own when it is made: all
  /// objects have them, also such as are not known.
  llvm::DenseSet<std::pair<SymbolId, SymbolId>> KeysOfFields;
  using Place = std::pair<const FlowBody *, StatementNumber>;
  llvm::DenseSet<Place> Finding, Missing;
};

} // namespace stateless

#endif
