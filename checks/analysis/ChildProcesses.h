//===- ChildProcesses.h - What only passing children run -------*- C++ -*-===//
//
// Says which places only a child process runs that ends itself, and serves
// nobody from a loop of its own: what it writes to its memory is gone with it.
// It must not know what is written there.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_CHILDPROCESSES_H
#define STATELESS_ANALYSIS_CHILDPROCESSES_H

#include "analysis/CallGraph.h"

namespace stateless {

class Phases;

class ChildProcesses {
public:
  /// \p Times knows where functions serve.
  ChildProcesses(const Program &Prog, const CallGraph &Graph,
                 const Phases &Times);

  bool runs(const Function &F, const Location &At) const;

  /// True if the program may make memory that processes share: only objects
  /// with a name are a process' own then.
  bool shareMemory() const { return Shared; }

private:
  bool servesInChild(const Function &F, const Phases &Times) const;
  void findOnly(const Program &Prog);

  const CallGraph &Graph;
  llvm::DenseSet<const Function *> Forking; ///< With code that counts.
  std::vector<bool> Only; ///< Nodes that nothing but children runs.
  bool Shared = false;
};

} // namespace stateless

#endif
