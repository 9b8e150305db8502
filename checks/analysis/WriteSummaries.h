//===- WriteSummaries.h - What a function writes of its callers -*- C++ -*-===//
//
// For each function: does it write the object that it is called on, which of
// its parameters does it write, and is that sure. Closed over calls. It must
// not know variables, fields or phases.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_WRITESUMMARIES_H
#define STATELESS_ANALYSIS_WRITESUMMARIES_H

#include "analysis/KeptReferences.h"
#include "analysis/PlaceResolution.h"

namespace stateless {

enum class WriteKind : uint8_t {
  Assignment,
  CompoundAssignment,
  Increment,
  MethodCall, ///< Callee: the method.
  Argument,   ///< Passed to Callee, which writes it or may.
  AddressTaken,
  ReferenceBound,
  ReturnedByReference,
  Destroyed,
  DependentUse,
};

class WriteSummaries {
public:
  WriteSummaries(const Program &Prog, const CallGraph &Graph,
                 const PlaceResolution &Places, const KeptReferences &Kept);

  /// A bit for `this`, and one for each parameter; those past MaxParameter
  /// share the last.
  struct Summary {
    uint64_t May = 0;
    uint64_t Sure = 0;    ///< A part of May.
    bool InSight = false; ///< There is a body behind it.
    auto operator<=>(const Summary &) const = default;
  };

  /// One thing that a call writes, as the calling function names it.
  struct Written {
    const Place *What;
    WriteKind Kind;
    bool Certain;
  };

  /// What each call of \p F writes, by index.
  std::vector<llvm::SmallVector<Written, 2>>
  writtenByCalls(const Function &F) const;

private:
  static constexpr size_t MaxParameter = 62;
  static uint64_t thisBit() { return 1; }
  static uint64_t bit(size_t Parameter) {
    return uint64_t(2) << std::min(Parameter, MaxParameter);
  }

  void findBodies();
  void close();
  Summary compute(uint32_t Node) const;
  Summary ofFunction(const Function &F) const;
  bool isHandle(const Place &P, const Call &C) const;
  void addWritten(const Call &C, const Summary &Callee,
                  llvm::SmallVectorImpl<Written> &Into) const;

  const Program &Prog;
  const CallGraph &Graph;
  const PlaceResolution &Places;
  const KeptReferences &Kept;
  std::vector<Summary> Nodes; ///< By node of the graph.
  llvm::DenseMap<SymbolId, std::vector<const Function *>> Lambdas;
};

/// True for an access that changes its target, or may.
inline bool isWrite(AccessKind Kind) {
  return Kind != AccessKind::Read && Kind != AccessKind::Initialize;
}

/// True if the access itself writes; others let the place out of sight.
inline bool isCertainWrite(AccessKind Kind) {
  return Kind == AccessKind::Assign || Kind == AccessKind::CompoundAssign ||
         Kind == AccessKind::Increment || Kind == AccessKind::Destroy;
}

} // namespace stateless

#endif
