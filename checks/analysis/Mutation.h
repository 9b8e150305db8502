//===- Mutation.h - Who writes what ----------------------------*- C++ -*-===//
//
// For each variable and field: every write of it, and every read, anywhere in
// the program. Writes through accessors, references and parameters are found
// by summaries: which parameters a function writes, whether it writes its
// object, which places it returns. Constructors and destructors that work on
// their own object do not count. It must not know checks or policy.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_MUTATION_H
#define STATELESS_ANALYSIS_MUTATION_H

#include "facts/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

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

/// When, in the life of the process, a write happens.
enum class Phase : uint8_t {
  StartUp, ///< In a static initialiser, or in main (and what only main calls)
           ///< before its endless loop.
  Serving, ///< Later, or not known to be earlier.
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
  Phase When = Phase::Serving;
};

struct ReadSite {
  const Function *By = nullptr;
  Location Loc;
};

class Mutation {
public:
  explicit Mutation(const Program &Prog);

  /// Writes of a variable or field, sorted by location, each place once.
  llvm::ArrayRef<Write> writesOf(SymbolId Symbol) const;
  llvm::ArrayRef<ReadSite> readsOf(SymbolId Symbol) const;

  /// True if \p F runs only before the program serves.
  bool isStartUp(const Function &F) const { return StartUp.contains(&F); }

  /// \p P of function \p F with call results replaced by what the callees
  /// return. Places that cannot be followed are left out.
  std::vector<Place> resolve(const Place &P, const Function &F) const;

private:
  friend class MutationBuilder;

  const Program &Prog;
  llvm::DenseMap<SymbolId, std::vector<Write>> Writes;
  llvm::DenseMap<SymbolId, std::vector<ReadSite>> Reads;
  llvm::DenseSet<const Function *> StartUp;
};

/// "increment", "call of 'push_back'": how notes name a write.
std::string describeWrite(const Program &Prog, const Write &W);

} // namespace stateless

#endif
