//===- DataOrigins.h - What stored values come from ------------*- C++ -*-===//
//
// Follows the data flow of the facts backward through the whole program: from
// a store to the requests, clocks and random numbers that its value is made of.
// Through a call it comes back to the arguments of the same call (T. Reps et
// al., Precise Interprocedural Dataflow Analysis via Graph Reachability, 1995),
// through a variable or field to all that is stored there. It must not know
// what a check makes of that.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_DATAORIGINS_H
#define STATELESS_ANALYSIS_DATAORIGINS_H

#include "analysis/Mutation.h"

namespace stateless {

/// What one value is made of.
struct DataOrigin {
  /// Something that a request brings.
  struct Part {
    /// A field or method ("Request::body"), or a function that receives
    /// ("recv"); empty: all of a parameter.
    SymbolId Name;
    const EntryPoint *Of = nullptr; ///< Null: what a loop receives.

    bool operator==(const Part &) const = default;
  };
  std::vector<Part> Requests; ///< Each once.
  /// Functions that give another value in each process, by name; each once.
  std::vector<SymbolId> Varying;
  std::vector<SymbolId> Threads; ///< And in each thread, likewise.
  /// Other variables and fields that are written while serving; each once.
  std::vector<SymbolId> States;
  bool Clock = false;   ///< The time goes in.
  bool Own = false;     ///< So does what was there before,
  bool Unknown = false; ///< and what nobody knows.

  /// True if nothing goes in that a request brings, and nothing unknown.
  bool isFreeOfRequests() const { return Requests.empty() && !Unknown; }

  /// Adds what \p Other is made of.
  void add(const DataOrigin &Other);
};

class DataOrigins {
public:
  /// What is given outlives this. Linear in the facts.
  DataOrigins(const Program &Prog, const CallGraph &Graph, const Phases &Times,
              const Mutation &Writes);

  /// Of what is put into \p Symbol at \p Loc of \p F.
  DataOrigin of(SymbolId Symbol, const Function &F, const Location &Loc) const;

private:
  friend class OriginWalk;

  using Stored = std::pair<const Function *, const DataFlow *>;

  const Program &Prog;
  const CallGraph &Graph;
  const Phases &Times;
  const Mutation &Writes;
  /// What constructors and initialisers put into a field.
  llvm::DenseMap<SymbolId, std::vector<Stored>> Initialized;
};

} // namespace stateless

#endif
