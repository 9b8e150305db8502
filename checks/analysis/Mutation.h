//===- Mutation.h - Who writes what ----------------------------*- C++ -*-===//
//
// For each variable and field: every write of it, and every read, anywhere in
// the program, with its phase. They follow the points-to analysis
// (FlowAccesses). Constructors and destructors that work on
// their own object do not count. It must not know checks or policy.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_MUTATION_H
#define STATELESS_ANALYSIS_MUTATION_H

#include "analysis/Phases.h"
#include "analysis/PointsTo.h"

namespace stateless {

enum class WriteKind : uint8_t {
  Initialization, ///< Of a function's static, where control first comes there.
  Assignment,
  CompoundAssignment,
  Increment,
  MethodCall, ///< Callee: the method.
  Argument,   ///< Passed to Callee, which writes it or may.
  AddressTaken,
  ReturnedByReference,
  Destroyed,
  DependentUse,
};

struct Write {
  const Function *By = nullptr;
  WriteKind Kind = WriteKind::Assignment;
  StringId Callee;
  Location Loc;
  /// False where the write follows from what cannot be seen: an address that
  /// escapes, a callee without a body.
  bool Certain = true;
  /// True if the object itself was written, not only something inside of it.
  bool Whole = true;
  /// False where the pointer that is written through may lead elsewhere.
  bool Sole = true;
  Phase When = Phase::Unknown;
};

struct ReadSite {
  const Function *By = nullptr;
  Location Loc;
  bool IsTold = false; ///< It goes to people, and nowhere else.
};

class Mutation {
public:
  Mutation(const Program &Prog, const PointsTo &Points, const CallGraph &Graph,
           const Phases &Times);

  /// Writes of a variable or field, sorted by location, each place once.
  llvm::ArrayRef<Write> writesOf(SymbolId Symbol) const;
  llvm::ArrayRef<ReadSite> readsOf(SymbolId Symbol) const;

  /// True if \p F refers to an object that somebody else holds: a reference, or
  /// a pointer that a constructor or setter was given.
  bool refersToOthers(const Field &F) const {
    return Referring.contains(F.Symbol);
  }

  const PointsTo &points() const { return Points; }

private:
  friend class MutationBuilder;

  const PointsTo &Points;
  llvm::DenseSet<SymbolId> Referring;
  llvm::DenseMap<SymbolId, std::vector<Write>> Writes;
  llvm::DenseMap<SymbolId, std::vector<ReadSite>> Reads;
};

/// True if \p W gives what it writes a content that does not depend on the old
/// one.
bool overwrites(const Write &W);

/// "increment", "call of 'push_back'": how notes name a write.
std::string describeWrite(const Program &Prog, const Write &W);

} // namespace stateless

#endif
