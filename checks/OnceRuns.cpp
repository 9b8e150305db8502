//===- OnceRuns.cpp - What runs once, and the same everywhere -------------===//
#include "OnceRuns.h"

namespace stateless {

OnceRuns::OnceRuns(const Program &Prog, const Analyses &Known,
                   const CheckOptions &Options)
    : Prog(Prog), Known(Known) {
  std::vector<uint32_t> Roots = findRoots(Options);
  if (Roots.empty())
    return;
  Nodes Once = reachedFrom(Roots);
  keepOnlyOnce(Once);
  std::vector<uint32_t> Varying;
  for (uint32_t Root : Roots) {
    const Function *F = Known.Graph.functionOf(Root);
    if (!F || !isFreeOfItsCaller(*F) || variesWithin(reachedFrom(Root), Once))
      Varying.push_back(Root);
  }
  Nodes Lost = reachedFrom(Varying);
  for (uint32_t N = 0; N < Once.size(); ++N)
    Once[N] = Once[N] && !Lost[N];
  Same = std::move(Once);
}

/// The nodes that are given to a function that runs them once.
std::vector<uint32_t> OnceRuns::findRoots(const CheckOptions &Options) {
  llvm::DenseMap<StringId, bool> IsOnce; // By the name of a callee.
  auto RunsOnce = [&](StringId Name) {
    auto [It, New] = IsOnce.try_emplace(Name, false);
    if (New)
      It->second =
          llvm::any_of(Options.Known.OnceCallers, [&](const OnceModel &M) {
            return matchesGlob(M.Function, Prog.text(Name));
          });
    return It->second;
  };
  std::vector<uint32_t> Roots;
  for (const Function &F : Prog.functions()) {
    uint32_t From = Known.Graph.nodeOf(F);
    for (const CallGraph::Edge &E : Known.Graph.out(From))
      if (E.Call != CallGraph::NoCall && RunsOnce(F.Calls[E.Call].CalleeName)) {
        Roots.push_back(E.To);
        OnceCalls.insert({From, E.Call});
      }
  }
  llvm::sort(Roots);
  Roots.erase(llvm::unique(Roots), Roots.end());
  return Roots;
}

OnceRuns::Nodes OnceRuns::reachedFrom(llvm::ArrayRef<uint32_t> From) const {
  Nodes Reached(Known.Graph.size());
  std::vector<uint32_t> Work(From.begin(), From.end());
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    if (Reached[At])
      continue;
    Reached[At] = true;
    for (const CallGraph::Edge &E : Known.Graph.out(At))
      Work.push_back(E.To);
  }
  return Reached;
}

/// Takes out of \p Once what anybody else may run.
void OnceRuns::keepOnlyOnce(Nodes &Once) const {
  const CallGraph &Graph = Known.Graph;
  auto IsRunByOthers = [&](uint32_t Node) {
    const Function *F = Graph.functionOf(Node);
    if (Graph.isEntry(Node) || (F && Graph.escapes(*F)))
      return true;
    return llvm::any_of(Graph.in(Node), [&](const CallGraph::Edge &E) {
      return !Once[E.To] && !OnceCalls.contains({E.To, E.Call}) &&
             !Known.Dead.neverRuns(E.To);
    });
  };
  std::vector<uint32_t> Work;
  for (uint32_t N = 0; N < Once.size(); ++N)
    if (Once[N])
      Work.push_back(N);
  while (!Work.empty()) {
    uint32_t At = Work.back();
    Work.pop_back();
    if (!Once[At] || !IsRunByOthers(At))
      continue;
    Once[At] = false;
    for (const CallGraph::Edge &E : Graph.out(At))
      Work.push_back(E.To);
  }
}

/// True if \p F gets nothing from who has it run: no arguments, no object, no
/// captures.
bool OnceRuns::isFreeOfItsCaller(const Function &F) const {
  bool HasObject = F.Kind != FunctionKind::Free &&
                   F.Kind != FunctionKind::StaticMethod &&
                   F.Kind != FunctionKind::Lambda;
  return !HasObject && F.Parameters.empty() &&
         llvm::none_of(F.FlowBodies, [](const FlowBody &Body) {
           return llvm::any_of(Body.Statements, [](const Statement &S) {
             return S.Kind == StatementKind::This;
           });
         });
}

/// True if what runs in \p Reached may not be the same in every process: it
/// draws what differs, or reads what others than \p Once write while the
/// program serves.
bool OnceRuns::variesWithin(const Nodes &Reached, const Nodes &Once) const {
  for (const Function &F : Prog.functions())
    if (Reached[Known.Graph.nodeOf(F)] &&
        llvm::any_of(F.Operations, [](const Operation &Op) {
          return Op.Kind == OperationKind::Vary;
        }))
      return true;
  auto IsWrittenByOthers = [&](SymbolId Symbol) {
    return llvm::any_of(Known.Writes.writesOf(Symbol), [&](const Write &W) {
      return !isOutsideServing(W.When) && !Known.Dead.neverRuns(*W.By) &&
             !Once[Known.Graph.nodeOf(*W.By)];
    });
  };
  auto Varies = [&](SymbolId Symbol) {
    return llvm::any_of(Known.Writes.readsOf(Symbol),
                        [&](const ReadSite &R) {
                          return Reached[Known.Graph.nodeOf(*R.By)];
                        }) &&
           IsWrittenByOthers(Symbol);
  };
  return llvm::any_of(Prog.variables(),
                      [&](const Variable &V) { return Varies(V.Symbol); }) ||
         llvm::any_of(Prog.fields(),
                      [&](const Field &F) { return Varies(F.Symbol); });
}

} // namespace stateless
