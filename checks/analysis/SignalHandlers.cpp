//===- SignalHandlers.cpp - Functions that only signals run ---------------===//
#include "analysis/SignalHandlers.h"

namespace stateless {

/// True if the edge \p E of \p Node is a call of what it leads to by the
/// project itself. A lambda that is converted to a pointer is told as one that
/// is called.
static bool isCall(const CallGraph &Graph, uint32_t Node,
                   const CallGraph::Edge &E) {
  const Function *From = Graph.functionOf(Node), *To = Graph.functionOf(E.To);
  return From && To && To->Kind != FunctionKind::Lambda &&
         E.Call != CallGraph::NoCall && !E.Passed &&
         !From->Calls[E.Call].Library;
}

llvm::BitVector runBySignals(const CallGraph &Graph) {
  // What a signal reaches, without what anything else reaches.
  std::vector<uint32_t> Signals, Others;
  llvm::BitVector IsSignal(Graph.size()), IsHandler(Graph.size());
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Kind == EntryKind::Signal) {
      Signals.push_back(E.Node);
      IsSignal.set(E.Node);
      IsHandler.set(Graph.nodeOf(*E.Handler));
    }
  llvm::BitVector Result = Graph.reachedFrom(Signals);
  if (Signals.empty())
    return Result;
  for (uint32_t Node = 0; Node < Graph.size(); ++Node)
    if (!IsSignal[Node] && (!Result[Node] || Graph.isEntry(Node)))
      Others.push_back(Node);
  while (!Others.empty()) {
    uint32_t At = Others.back();
    Others.pop_back();
    Result.reset(At);
    for (const CallGraph::Edge &E : Graph.out(At)) {
      // To register a handler does not run it.
      bool Registers =
          IsSignal[E.To] ||
          (IsHandler[E.To] && !Graph.isEntry(At) && !isCall(Graph, At, E));
      if (Result[E.To] && !Registers)
        Others.push_back(E.To);
    }
  }
  return Result;
}

} // namespace stateless
