//===- CallGraphBuilder.h - A call graph that still grows ------*- C++ -*-===//
//
// 1. Calls. A direct call is an edge to the body. A call of a value, and a
//    virtual one, is an edge to each body that value flow knows; where that
//    depends on who calls the function, the caller has the edge. A virtual call
//    on objects of which nothing is known is an edge to the node of the method,
//    which leads to its own body and to the nodes of its direct overriders.
// 2. What is handed to a library is run by who hands it over, as far as anyone
//    knows, unless a model says that it is registered.
// 3. What a handler runs may depend on the closure that it is of. Then each
//    closure has edges, which its entry points get; the rest goes to the
//    handler itself.
//
// It must not know how entry points are found; only what builds the graph may
// include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_CALLGRAPHBUILDER_H
#define STATELESS_ANALYSIS_CALLGRAPHBUILDER_H

#include "analysis/CallGraph.h"
#include "analysis/FlowCalls.h"
#include <map>

namespace stateless {

class CallGraphBuilder {
public:
  using Edge = CallGraph::Edge;

  CallGraphBuilder(const Program &Prog, const PointsTo &Points);

  const Program &program() const { return Prog; }
  const FlowCalls &flow() const { return Flow; }

  /// The first thing to do.
  void addCalls();

  uint32_t nodeOf(const Function &F) const {
    return static_cast<uint32_t>(&F - Prog.functions().data());
  }

  Edge &connect(uint32_t From, uint32_t To, uint32_t Call = CallGraph::NoCall) {
    return Out[From].emplace_back(Edge{To, Call});
  }
  /// Of nodes: functions come first, in the order of the program.
  uint32_t size() const { return static_cast<uint32_t>(Out.size()); }
  std::vector<Edge> &out(uint32_t Node) { return Out[Node]; }

  /// Gives \p E a node, with edges to what its handler runs for it alone.
  uint32_t addEntry(EntryPoint E);
  /// All entry points have theirs: what is left is run by the functions.
  void settleClosures();
  /// Perhaps \p L, one of the loops of \p F, takes requests.
  void addPerhapsTaking(const Function &F, const Loop &L) {
    PerhapsTaking.push_back({&F, &L});
  }
  /// Code out of sight may call \p F.
  void setEscaped(const Function &F) { Escaped[nodeOf(F)] = true; }
  bool escapes(const Function &F) const { return Escaped[nodeOf(F)]; }

  /// A call at \p At of \p F, of \p Callee if there is one; NoCall: none.
  uint32_t callAt(const Function &F, const Location &At,
                  StringId Callee = {}) const;

private:
  friend class CallGraph;
  using Kind = CallGraph::Kind;

  uint32_t newNode(Kind K);
  uint32_t dispatch(SymbolId Method);
  bool mayBeOverriddenElsewhere(SymbolId Method) const;
  bool connectCallee(const Function &F, uint32_t Index);
  bool connectFlow(const Function &F, uint32_t Index, SymbolId Method);
  void connectHandedOver(const Function &F);
  std::vector<uint32_t> nodesOf(const FlowCalls::Bodies &Of);
  struct Via {
    const Function &From;
    uint32_t Call;
    bool Open = false, Passed = false;
  };
  void connect(const Via &At, const FlowCalls::ByContext &Runs);
  void connect(const Via &At, const FlowCalls::Bodies &Runs,
               std::vector<Edge> &Into);
  void connect(const Function &F, uint32_t Index, const FlowCalls::Runs &Runs,
               bool Open, bool Passed);

  const Program &Prog;
  FlowCalls Flow;
  std::vector<Kind> Kinds;
  std::vector<std::vector<Edge>> Out;
  std::vector<EntryPoint> Entries;
  std::vector<CallGraph::LoopOf> PerhapsTaking;
  std::vector<bool> Escaped; ///< By function.
  llvm::DenseMap<SymbolId, uint32_t> Dispatch;
  llvm::DenseMap<uint32_t, uint32_t> Groups; ///< Nodes, of virtual calls.
  /// What depends on the closure that runs, by its context.
  struct OfClosure {
    std::vector<Edge> Runs;
    bool HasEntry = false;
  };
  std::map<uint32_t, OfClosure> Closures;
};

} // namespace stateless

#endif
