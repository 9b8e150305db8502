//===- FlowKeys.h - Subscripts of maps that only read -----------*- C++ -*-===//
//
// `M["x"]` of a map only reads where M has had "x" since it was made or since
// the program started. Whoever takes keys out while the program serves writes
// the container, and is told for that; and what start-up takes out again, or
// does not put in each time, such a subscript replaces by the same default in
// every process. So it is not asked whether a key is taken out.
//
// `M[K]` of any K only reads where, once the program serves, nothing asks M
// which keys it has or how many: a key that was put in empty then looks as one
// that is missing, if no code of the project makes it. It must not know what
// counts as a write otherwise.
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
  FlowKeys(const Program &Prog, const PointsTo &Points, const Phases &Times);

  /// True if statement \p N of a body of \p F is a write that puts in a key
  /// only if it is not there, and in all objects that it may write, it is, or
  /// nobody can tell.
  bool finds(const Function &F, size_t Body, StatementNumber N) const {
    return Finding.contains({&F.FlowBodies[Body], N});
  }

private:
  void findBuilders();
  void collectKeys(const FlowContext &In);
  void collectAsked(const FlowContext &In);
  void asked(const FlowContext &In, size_t Body, StatementNumber At);
  bool isAsked(ObjectId Id, const Statement &Of) const;
  bool isMadeAlike(SymbolId Class) const;
  bool areMadeAlike(TypeId Container) const;
  void collectFinding(const FlowContext &In);

  const Program &Prog;
  const PointsTo &Points;
  const Phases &Times;
  /// Constructors, and the methods that these call on what they make.
  llvm::DenseSet<const Function *> Builders;
  llvm::DenseSet<std::pair<ObjectId, SymbolId>> Keys;
  /// Those that a class puts into a field of its own when it is made: all
  /// objects have them, also such as are not known.
  llvm::DenseSet<std::pair<SymbolId, SymbolId>> KeysOfFields;
  /// What something looks at as a whole after start-up; of an object that is
  /// not known, the field.
  llvm::DenseSet<ObjectId> Asked;
  llvm::DenseSet<SymbolId> AskedFields;
  using Place = std::pair<const FlowBody *, StatementNumber>;
  llvm::DenseSet<Place> Finding, Missing;
};

} // namespace stateless

#endif
