//===- ChildProcesses.cpp - What only passing children run ----------------===//
//
// The extractor marks the code of children that end themselves, in one
// function. That of a function counts if nothing in it serves, and main has to
// serve elsewhere: else the child may be the server. From there, the largest
// set of functions that nobody out of sight may call and that only such code
// runs.
//
// Limits: what such a child writes to memory that a file or another process
// maps is told apart only by the functions that make such memory.
//
//===----------------------------------------------------------------------===//
#include "analysis/ChildProcesses.h"
#include "analysis/Phases.h"
#include "facts/ControlFlow.h"

namespace stateless {

ChildProcesses::ChildProcesses(const Program &Prog, const CallGraph &Graph,
                               const Phases &Times)
    : Graph(Graph), Shared(!Prog.isWhole()) {
  for (const Function &F : Prog.functions()) {
    Shared |= llvm::any_of(F.Calls, [](const Call &C) {
      return C.Role == CallRole::SharesMemory;
    });
    bool Forks = llvm::any_of(
        F.Control, [](const ControlFlow &C) { return !C.OfChild.empty(); });
    if (Forks && !servesInChild(F, Times) &&
        (!isMain(Prog, F) || Times.serves(F)))
      Forking.insert(&F);
  }
  if (!Forking.empty())
    findOnly(Prog);
}

/// True if a child that \p F makes serves: by a loop, by what it calls, or by
/// what that leads to.
bool ChildProcesses::servesInChild(const Function &F,
                                   const Phases &Times) const {
  for (const Loop &L : F.Loops)
    if (Times.servesIn(F, L) && isOfChild(F, L))
      return true;
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Takes && E.Handler == &F && isOfChild(F, *E.Takes))
      return true;
  for (const Call &C : F.Calls)
    if (isServing(C.Role) && isOfChild(F, C.Loc))
      return true;
  std::vector<uint32_t> Work;
  for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(F)))
    if (E.Call == CallGraph::NoCall || isOfChild(F, F.Calls[E.Call].Loc))
      Work.push_back(E.To);
  llvm::DenseSet<uint32_t> Seen;
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    if (!Seen.insert(Node).second)
      continue;
    if (Graph.isBetween(Node))
      for (const CallGraph::Edge &E : Graph.out(Node))
        Work.push_back(E.To);
    else if (const Function *To = Graph.functionOf(Node);
             To && Times.serves(*To))
      return true;
  }
  return false;
}

bool ChildProcesses::runs(const Function &F, const Location &At) const {
  return !Forking.empty() &&
         (Only[Graph.nodeOf(F)] || (Forking.contains(&F) && isOfChild(F, At)));
}

void ChildProcesses::findOnly(const Program &Prog) {
  uint32_t Size = Graph.size();
  Only.assign(Size, false);
  std::vector<uint32_t> Work;
  for (uint32_t Node = 0; Node < Size; ++Node) {
    if (Node < Prog.functions().size())
      Only[Node] = mayBeHidden(Prog, Graph, Prog.functions()[Node]);
    else
      Only[Node] = Graph.isBetween(Node) && Prog.isWhole();
    Only[Node] = Only[Node] && !Graph.in(Node).empty();
    if (!Only[Node])
      Work.push_back(Node);
  }
  auto Leave = [&](uint32_t Node) {
    if (Only[Node])
      Work.push_back(Node);
    Only[Node] = false;
  };
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    // A loop that takes requests is a part of its function.
    bool Other = Graph.isEntry(Node) && !Graph.entryOf(Node).Takes;
    const Function *F = Other ? nullptr : Graph.functionOf(Node);
    for (const CallGraph::Edge &E : Graph.out(Node)) {
      bool InChild = F && Forking.contains(F) && E.Call != CallGraph::NoCall &&
                     isOfChild(*F, F->Calls[E.Call].Loc);
      if (!E.General && !InChild)
        Leave(E.To);
    }
  }
  // Functions that only call each other run nowhere.
  std::vector<bool> Run(Size);
  auto Reach = [&](uint32_t Node) {
    if (!Run[Node])
      Work.push_back(Node);
    Run[Node] = true;
  };
  for (const Function *F : Forking)
    for (const CallGraph::Edge &E : Graph.out(Graph.nodeOf(*F)))
      Reach(E.To);
  while (!Work.empty()) {
    uint32_t Node = Work.back();
    Work.pop_back();
    for (const CallGraph::Edge &E : Graph.out(Node))
      Reach(E.To);
  }
  for (uint32_t Node = 0; Node < Size; ++Node)
    Only[Node] = Only[Node] && Run[Node];
}

} // namespace stateless
