//===- CallGraphBuilder.h - A call graph that still grows ------*- C++ -*-===//
//
// 1. Calls. A direct call is an edge to the body. A virtual or indirect one is
//    an edge to each body that value flow finds (FlowCalls); calls that share
//    many, to a node that leads to those. Where it finds none, a virtual call
//    is an edge to the node of the method, which leads to its own body and to
//    the nodes of its direct overriders, an indirect one to the node of each
//    holder that the callee comes from.
// 2. Flows. A holder leads to what is put there: by assignments, as arguments
//    of calls (a parameter), by `return` (a result). Fields are one for all
//    objects, parameters one for all calls. What an indirect call passes on
//    goes to the parameters of what it may run, which may let it run more: this
//    is repeated until nothing is added, at most MaxRounds times.
//    A function that runs its parameter has one edge for all its callers, which
//    says what it may run; each caller has an edge of its own to what it
//    passes, which says who runs that.
// 3. Callables that are passed to the library are run by the caller, as far as
//    anyone knows, unless a model says that they are registered.
//
// It must not know how entry points are found; only what builds the graph may
// include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_CALLGRAPHBUILDER_H
#define STATELESS_ANALYSIS_CALLGRAPHBUILDER_H

#include "analysis/CallGraph.h"
#include "analysis/FlowCalls.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <optional>

namespace stateless {

/// True if \p C is a parameter of \p F.
inline bool isOwnParameter(const Callable &C, const Function &F) {
  return C.Kind == CallableKind::Parameter && C.Symbol == F.Symbol;
}

class CallGraphBuilder {
public:
  using Edge = CallGraph::Edge;

  CallGraphBuilder(const Program &Prog, const PointsTo &Points);

  const Program &program() const { return Prog; }

  /// The first thing to do.
  void addCallsAndFlows();

  uint32_t nodeOf(const Function &F) const {
    return static_cast<uint32_t>(&F - Prog.functions().data());
  }
  /// The node of a callable, made when first asked for; nothing for a function
  /// without a body.
  std::optional<uint32_t> node(const Callable &C);

  /// The node of what is not a function, if there is one.
  std::optional<uint32_t> holder(const Callable &C) const {
    auto It = Holders.find(C);
    return It == Holders.end() ? std::nullopt : std::optional(It->second);
  }
  /// Null: a node of another kind.
  const Function *functionAt(uint32_t Node) const {
    return Kinds[Node] == Kind::Function ? &Prog.functions()[Node] : nullptr;
  }

  Edge &connect(uint32_t From, uint32_t To, uint32_t Call = CallGraph::NoCall) {
    return Out[From].emplace_back(Edge{To, Call});
  }
  std::vector<Edge> &out(uint32_t Node) { return Out[Node]; }
  llvm::ArrayRef<Edge> out(uint32_t Node) const { return Out[Node]; }

  /// The bodies that the nodes of \p Work lead to; each once, at most \p Most.
  std::vector<const Function *> bodies(std::vector<uint32_t> Work,
                                       size_t Most = ~size_t(0)) const {
    return bodies(
        Prog, Kinds, std::move(Work),
        [this](uint32_t Node) { return llvm::ArrayRef<Edge>(Out[Node]); },
        Most);
  }

  /// Gives \p E a node, which has no edges yet.
  uint32_t addEntry(EntryPoint E);
  /// Code out of sight may call \p F.
  void setEscaped(const Function &F) { Escaped[nodeOf(F)] = true; }

private:
  friend class CallGraph;
  using Kind = CallGraph::Kind;

  template <typename OutEdges>
  static std::vector<const Function *>
  bodies(const Program &Prog, llvm::ArrayRef<Kind> Kinds,
         std::vector<uint32_t> Work, OutEdges Next, size_t Most = ~size_t(0)) {
    std::vector<const Function *> Result;
    llvm::DenseSet<uint32_t> Seen;
    while (!Work.empty() && Result.size() < Most) {
      uint32_t At = Work.back();
      Work.pop_back();
      if (!Seen.insert(At).second)
        continue;
      if (Kinds[At] == Kind::Function)
        Result.push_back(&Prog.functions()[At]);
      else
        for (const Edge &E : Next(At))
          Work.push_back(E.To);
    }
    return Result;
  }

  uint32_t newNode(Kind K);
  uint32_t dispatch(SymbolId Method);
  bool mayBeOverriddenElsewhere(SymbolId Method) const;
  bool runsParameter(SymbolId Callee, uint32_t Parameter) const;
  void findRunParameters();
  void collectCalls(const Function &F);
  bool connectCallee(const Function &F, uint32_t Index);
  void connectTargets(const Function &F, uint32_t Index);
  bool connectFlow(const Function &F, uint32_t Index, SymbolId Method);
  std::vector<uint32_t> nodesOf(const FlowCalls::Runs::Of &Of);
  uint32_t callAt(const Function &F, const Location &At, StringId Callee) const;
  void passArguments(const Function &F, uint32_t Index, bool InSight);
  void collectFlows(const Function &F);
  bool passOn();

  const Program &Prog;
  FlowCalls Flow;
  std::vector<Kind> Kinds;
  std::vector<std::vector<Edge>> Out;
  std::vector<EntryPoint> Entries;
  std::vector<bool> Escaped;      ///< By function.
  std::vector<uint32_t> Escaping; ///< Nodes whose bodies escape.
  std::map<Callable, uint32_t> Holders;
  llvm::DenseMap<SymbolId, uint32_t> Dispatch;
  llvm::DenseMap<uint32_t, uint32_t> Groups; ///< Of virtual calls.
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> Forwarded, Given;
  /// The parameters that a function runs, a bit each.
  llvm::DenseMap<const Function *, uint64_t> RunParameters;
};

} // namespace stateless

#endif
