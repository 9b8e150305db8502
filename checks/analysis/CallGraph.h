//===- CallGraph.h - What may run what -------------------------*- C++ -*-===//
//
// A graph over the functions of a Program. What a call of a value or of a
// virtual method runs, and which handlers are registered, value flow says.
// There are nodes of two more kinds: a virtual method (with what overrides it),
// where nothing is known of its object or many of its calls share their
// targets, and an entry point, by which a framework calls in. It must not know
// what the functions do to objects.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_CALLGRAPH_H
#define STATELESS_ANALYSIS_CALLGRAPH_H

#include "analysis/EntryPoint.h"
#include "facts/Program.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <tuple>
#include <vector>

namespace stateless {

class CallGraphBuilder;
class PointsTo;

class CallGraph {
public:
  /// \p Points is asked now only.
  CallGraph(const Program &Prog, const PointsTo &Points);

  static constexpr uint32_t NoCall = (uint32_t(1) << 29) - 1;

  struct Edge {
    uint32_t To = 0;
    /// The call in the From node's function; NoCall: none to show.
    uint32_t Call : 29 = NoCall;
    /// It may come to nothing, run later (a thread that is started), or run
    /// what is out of sight.
    uint32_t Unsure : 1 = 0;
    /// What is run depends on who calls the function, or on the closure that
    /// it is of. Each caller, and each entry point, has an edge of its own to
    /// what is run for it; this one does not tell them apart.
    uint32_t General : 1 = 0;
    /// The call hands over what is run; it is not what the call calls.
    uint32_t Passed : 1 = 0;

    auto key() const {
      return std::tuple(To, uint32_t(Call), bool(Unsure), bool(General),
                        bool(Passed));
    }
    bool operator==(const Edge &E) const { return key() == E.key(); }
    bool operator<(const Edge &E) const { return key() < E.key(); }
  };

  /// Nodes below functions().size() are the functions, in the program's order.
  uint32_t size() const { return static_cast<uint32_t>(Kinds.size()); }
  uint32_t nodeOf(const Function &F) const {
    return static_cast<uint32_t>(&F - Prog.functions().data());
  }
  /// The function of a node: of an entry point its handler; null: none.
  const Function *functionOf(uint32_t Node) const;
  bool isEntry(uint32_t Node) const { return Kinds[Node] == Kind::Entry; }
  /// A virtual method: no code of its own.
  bool isBetween(uint32_t Node) const { return Kinds[Node] == Kind::Dispatch; }

  llvm::ArrayRef<Edge> out(uint32_t Node) const {
    return llvm::ArrayRef(Edges).slice(FirstEdge[Node],
                                       FirstEdge[Node + 1] - FirstEdge[Node]);
  }
  /// In-edges: To is the node that the edge comes from.
  llvm::ArrayRef<Edge> in(uint32_t Node) const {
    return llvm::ArrayRef(Back).slice(FirstBack[Node],
                                      FirstBack[Node + 1] - FirstBack[Node]);
  }

  /// The nodes that \p From lead to, those included; or that lead to \p To.
  llvm::BitVector reachedFrom(llvm::ArrayRef<uint32_t> From) const {
    return closure(From, &CallGraph::out);
  }
  llvm::BitVector leadingTo(llvm::ArrayRef<uint32_t> To) const {
    return closure(To, &CallGraph::in);
  }

  /// True if an edge to \p Node can run one body only.
  bool isSingle(uint32_t Node) const { return Single[Node]; }

  /// The bodies that call \p Call of \p F may run; each once, at most
  /// \p Most. Empty where none is in sight.
  llvm::SmallVector<const Function *, 4>
  targets(const Function &F, uint32_t Call, size_t Most = 16) const;

  /// Sorted by location, then handler.
  llvm::ArrayRef<EntryPoint> entryPoints() const { return Entries; }
  const EntryPoint &entryOf(uint32_t Node) const;
  struct LoopOf {
    const Function *In;
    const Loop *Which;
  };
  /// Loops that take requests if a value that they call is, among others, a
  /// function that does: they may serve, but nobody knows whom.
  llvm::ArrayRef<LoopOf> perhapsTaking() const { return PerhapsTaking; }

  /// True if code out of sight may call \p F: its address goes to a library
  /// that does not say when it calls, or it is registered as a handler.
  bool escapes(const Function &F) const { return Escaped[nodeOf(F)]; }

private:
  friend class CallGraphBuilder;

  enum class Kind : uint8_t { Function, Dispatch, Entry };

  llvm::BitVector closure(std::vector<uint32_t> Work,
                          llvm::ArrayRef<Edge> (CallGraph::*Next)(uint32_t)
                              const) const;
  void freeze(CallGraphBuilder Built);
  void freezeEdges(std::vector<std::vector<Edge>> Out);
  void sortEntries();
  void markSingle();

  const Program &Prog;
  std::vector<Kind> Kinds;
  std::vector<uint32_t> FirstEdge, FirstBack;
  std::vector<Edge> Edges, Back;
  std::vector<bool> Single, Escaped;
  std::vector<EntryPoint> Entries;
  std::vector<LoopOf> PerhapsTaking;
  llvm::DenseMap<uint32_t, uint32_t> EntryIndex; ///< By node.
};

} // namespace stateless

#endif
