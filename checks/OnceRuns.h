//===- OnceRuns.h - What runs once, and the same everywhere ----*- C++ -*-===//
//
// Code that is given to a function that runs it at most once in the process
// (call_once, pthread_once; POSIX.1-2017 pthread_once()), and all that only
// such code calls. What it stores is no state if it is the same in every
// process: nothing of a request goes in, and nothing that differs by process or
// time. It must not know any check.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_ONCERUNS_H
#define STATELESS_CHECKS_ONCERUNS_H

#include "analysis/Analyses.h"
#include "policy/CheckOptions.h"

namespace stateless {

class OnceRuns {
public:
  /// What is given outlives this. Linear in the edges of the call graph and the
  /// reads, if any code runs once.
  OnceRuns(const Program &Prog, const Analyses &Known,
           const CheckOptions &Options);

  /// True if \p F runs only as a part of such code, and its stores put the same
  /// into every process.
  bool storesTheSame(const Function &F) const {
    return !Same.empty() && Same[Known.Graph.nodeOf(F)];
  }

private:
  using Nodes = std::vector<bool>;

  std::vector<uint32_t> findRoots(const CheckOptions &Options);
  Nodes reachedFrom(llvm::ArrayRef<uint32_t> From) const;
  void keepOnlyOnce(Nodes &Once) const;
  bool isFreeOfItsCaller(const Function &F) const;
  bool variesWithin(const Nodes &Reached, const Nodes &Once) const;

  const Program &Prog;
  const Analyses &Known;
  /// Calls that run code once: of which node, and which of its function's.
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> OnceCalls;
  Nodes Same; ///< By node of the call graph; empty: nothing runs once.
};

} // namespace stateless

#endif
