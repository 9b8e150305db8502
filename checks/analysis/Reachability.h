//===- Reachability.h - What runs on which request -------------*- C++ -*-===//
//
// Which functions run because of an entry point of the program, by which calls,
// and of which entry points. A chain is sure if each of its calls can run one
// body only. It must not know what the functions do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_REACHABILITY_H
#define STATELESS_ANALYSIS_REACHABILITY_H

#include "analysis/DeadCode.h"

namespace stateless {

/// How code comes to run.
struct Chain {
  const EntryPoint *Start = nullptr; ///< Null: no entry point leads there.
  struct Step {
    const Function *Caller;
    const Call *Site; ///< Null: it is not a call that one can point at.
    const Function *Callee;
  };
  std::vector<Step> Steps; ///< From the entry point's handler on.
  /// Of a longer chain Steps holds the end; so many come before it.
  size_t Omitted = 0;
  bool Sure = false;

  static constexpr size_t MaxSteps = 24;
};

class Reachability {
public:
  Reachability(const CallGraph &Graph, const DeadCode &Dead);

  /// True if requests, messages or timers run \p At of \p F.
  bool onRequest(const Function &F, const Location &At) const;
  /// The same by calls that can run one body only.
  bool surelyOnRequest(const Function &F, const Location &At) const;
  /// True if any entry point, a thread or a signal too, runs \p F.
  bool reached(const Function &F) const {
    return Ways[Graph.nodeOf(F)].Kind != Wave::None;
  }

  /// A chain to \p At of \p F: a sure one before others, and the shortest of
  /// those; from a request before one from anything else. One that is not sure
  /// leaves what is surely reached as late as it can.
  Chain chainTo(const Function &F, const Location &At) const;

  /// The entry points that run \p At of \p F, in their order, at most 64.
  /// Threads and signals count only where nothing else does.
  std::vector<const EntryPoint *> entriesTo(const Function &F,
                                            const Location &At) const;

private:
  /// What reaches a node, the weakest first.
  enum class Wave : uint8_t { None, Any, Request, Sure };

  /// How a search forwards came to a node for the first time.
  struct Way {
    uint32_t From = 0;
    /// The call that led on from the last function on the way; NoCall: none.
    uint32_t Site = CallGraph::NoCall;
    uint32_t Start = 0; ///< The entry point's node.
    uint32_t Steps = 0; ///< As Chain counts them, the node included.
    Wave Kind = Wave::None;
  };

  void spread(Wave Kind);
  Way along(uint32_t From, const CallGraph::Edge &E) const;
  void spreadEntries();
  /// The entry point of the loop of \p F that \p At is in; null: none.
  const EntryPoint *loopAt(const Function &F, const Location &At) const;

  const CallGraph &Graph;
  const DeadCode &Dead;
  std::vector<Way> Ways;                      ///< By node.
  std::vector<uint32_t> Order;                ///< Nodes as they were reached.
  std::vector<std::vector<uint32_t>> Entries; ///< By node; sorted positions.
  llvm::DenseMap<const Function *, std::vector<const EntryPoint *>> Loops;
};

} // namespace stateless

#endif
