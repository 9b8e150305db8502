//===- PointsToVirtual.cpp - Virtual calls in a points-to analysis --------===//
//
// What a virtual call runs depends on the types of the objects that arrive as
// its receiver. Interfaces that a whole program implements are called in many
// places: calls with more than MaxOwnTargets targets are taken together, by
// method. The call that stands for them has all of their receivers and
// arguments, and its targets are those of each of them. So the cost is calls
// plus targets, not calls times targets.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static constexpr size_t MaxOwnTargets = 16;

//===-- Calls that are taken together -------------------------------------===//

/// The call that stands for all calls of the method of \p Call.
uint32_t PointsToSolver::groupOf(uint32_t Call) {
  auto [It, New] = Groups.try_emplace(Calls[Call].Callee, NoCall);
  if (!New)
    return It->second;
  CallSite G;
  G.In = Calls[Call].In;
  G.Callee = Calls[Call].Callee;
  G.Virtual = true;
  G.Receiver = {newNode()};
  G.Result = newNode();
  Nodes[G.Receiver.node()].Unbounded = true;
  uint32_t Id = static_cast<uint32_t>(Calls.size());
  Calls.push_back(std::move(G));
  return Groups[Calls[Id].Callee] = Id;
}

/// The calls of \p Group are also given \p G.
void PointsToSolver::addArgument(uint32_t Group, const Given &G) {
  auto IsSame = [&](const Given &Of) {
    return Of.Index == G.Index && Of.Object == G.Object;
  };
  auto It = llvm::find_if(Calls[Group].Args, IsSame);
  Given Shared;
  if (It != Calls[Group].Args.end()) {
    Shared = *It;
  } else {
    Shared = {{newNode()}, G.Index, G.Object};
    Nodes[Shared.What.node()].Unbounded = true;
    Calls[Group].Args.push_back(Shared);
    for (const FlowTarget &T : Calls[Group].Targets)
      bindArgument(Shared, T.In, G.Index);
  }
  flow(G.What, Shared.What.node());
}

/// From now on \p Call runs what all calls of its method run that have so many
/// targets.
void PointsToSolver::shareTargets(uint32_t Call) {
  const CallSite &Own = Calls[Call];
  if (Own.Group != NoCall || !Own.Members.empty() || !Own.Virtual ||
      Own.Targets.size() <= MaxOwnTargets)
    return;
  uint32_t Group = groupOf(Call);
  Calls[Call].Group = Group;
  Calls[Group].Members.push_back(Call);
  const CallSite &C = Calls[Call];
  for (const Given &G : C.Args)
    addArgument(Group, G);
  flow(C.Receiver, Calls[Group].Receiver.node());
  if (C.Result != NoNode)
    edge(Calls[Group].Result, C.Result);
  if (Calls[Group].Unseen)
    outOfSight(Call);
}

//===-- Receivers ---------------------------------------------------------===//

void PointsToSolver::anyOverrider(uint32_t Call, SymbolId Method) {
  if (Calls[Call].Group != NoCall)
    Call = Calls[Call].Group;
  if (!Calls[Call].Members.empty() && !RunningAll.insert(Call).second)
    return;
  llvm::SmallVector<SymbolId, 8> Work{Method};
  llvm::SmallDenseSet<SymbolId, 8> Known{Method};
  for (size_t I = 0; I < Work.size(); ++I) {
    const Function *F = Prog.function(Work[I]);
    if (F && (F->Definition || Work[I] != Method))
      addTarget(Call, *F, NoObject);
    shareTargets(Call);
    if (Calls[Call].Group != NoCall)
      return anyOverrider(Call, Method);
    for (const Function *O : Prog.overriders(Work[I]))
      if (Known.insert(O->Symbol).second)
        Work.push_back(O->Symbol);
  }
}

void PointsToSolver::received(uint32_t Call, ObjectId What) {
  if (Calls[Call].Group != NoCall)
    return; // It is one of the receivers of the group.
  SymbolId Method = Calls[Call].Callee;
  TypeId Type = Objects[What].Type;
  VirtualMethods::Functions Run;
  if (Prog.classOf(Type))
    Run = Virtuals.of(Type, Method);
  if (!Virtuals.areBodies(Run))
    return anyOverrider(Call, Method);
  for (const Function *F : Run)
    addTarget(Call, *F, NoObject);
  shareTargets(Call);
}

} // namespace stateless
