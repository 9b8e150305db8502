//===- CallGraphBuilder.cpp - A call graph that still grows ---------------===//
#include "analysis/CallGraphBuilder.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

/// False for what only the units that are known can name.
static bool mayBeReached(const Program &Prog, const Object &What) {
  if (What.Kind != ObjectKind::Variable)
    return What.Kind != ObjectKind::Local;
  const Variable *V = Prog.variable(What.Symbol);
  return !V || (V->Link != Linkage::Internal && V->Where != Storage::Automatic);
}

CallGraphBuilder::CallGraphBuilder(const Program &Prog, const PointsTo &Points)
    : Prog(Prog), Flow(Prog, Points) {
  Kinds.assign(Prog.functions().size(), Kind::Function);
  Escaped.assign(Kinds.size(), false);
  Out.resize(Kinds.size());
  for (ObjectId Id = 0; Id < Points.size(); ++Id)
    if (Points.escapes(Id))
      for (const Function *F : bodiesOf(Prog, Points.object(Id)))
        setEscaped(*F);
  // Another unit may call what is kept where it can reach it.
  if (!Prog.isWhole())
    for (ObjectId Id = 0; Id < Points.size(); ++Id)
      if (mayBeReached(Prog, Points.object(Points.root(Id))))
        for (ObjectId Held : Points.contents(Id))
          for (const Function *F : bodiesOf(Prog, Points.object(Held)))
            setEscaped(*F);
}

//===-- Nodes -------------------------------------------------------------===//

uint32_t CallGraphBuilder::newNode(Kind K) {
  Kinds.push_back(K);
  Out.emplace_back();
  return static_cast<uint32_t>(Kinds.size() - 1);
}

/// The node of a virtual method, made with its overriders when first asked.
uint32_t CallGraphBuilder::dispatch(SymbolId Method) {
  if (auto It = Dispatch.find(Method); It != Dispatch.end())
    return It->second;
  uint32_t Node = newNode(Kind::Dispatch);
  Dispatch[Method] = Node;
  std::vector<SymbolId> Work{Method};
  // Not by recursion: a hierarchy may be deep.
  while (!Work.empty()) {
    SymbolId At = Work.back();
    Work.pop_back();
    uint32_t Of = Dispatch[At];
    bool Unsure = mayBeOverriddenElsewhere(At);
    if (const Function *F = Prog.function(At); F && F->Definition)
      connect(Of, nodeOf(*F)).Unsure = Unsure;
    for (const Function *Over : Prog.overriders(At)) {
      auto It = Dispatch.find(Over->Symbol);
      if (It == Dispatch.end()) {
        It = Dispatch.try_emplace(Over->Symbol, newNode(Kind::Dispatch)).first;
        Work.push_back(Over->Symbol);
      }
      connect(Of, It->second).Unsure = Unsure;
    }
  }
  return Node;
}

/// True if code out of sight may override the virtual method.
bool CallGraphBuilder::mayBeOverriddenElsewhere(SymbolId Method) const {
  const Function *F = Prog.function(Method);
  return !Prog.isWhole() && (!F || F->Link != Linkage::Internal);
}

//===-- Calls -------------------------------------------------------------===//

void CallGraphBuilder::addCalls() {
  for (const Function &F : Prog.functions()) {
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      connectCallee(F, I);
    connectHandedOver(F);
  }
}

/// An edge to what the call names; false if no body of it is in sight.
bool CallGraphBuilder::connectCallee(const Function &F, uint32_t Index) {
  const Call &C = F.Calls[Index];
  if (C.Kind == CallKind::Indirect)
    return connectFlow(F, Index, {});
  if (C.Kind == CallKind::Virtual && connectFlow(F, Index, C.Callee))
    return true;
  if (C.Kind == CallKind::Virtual && !Prog.overriders(C.Callee).empty()) {
    connect(nodeOf(F), dispatch(C.Callee), Index);
    return true;
  }
  const Function *Callee = Prog.function(C.Callee);
  if (!Callee || !Callee->Definition)
    return false;
  connect(nodeOf(F), nodeOf(*Callee), Index).Unsure =
      C.Kind == CallKind::Virtual && mayBeOverriddenElsewhere(C.Callee);
  return true;
}

uint32_t CallGraphBuilder::callAt(const Function &F, const Location &At,
                                  StringId Callee) const {
  uint32_t Found = CallGraph::NoCall;
  for (uint32_t I = 0; I < F.Calls.size(); ++I) {
    if (F.Calls[I].Loc != At)
      continue;
    if (Callee && F.Calls[I].CalleeName == Callee)
      return I;
    if (Found == CallGraph::NoCall)
      Found = I;
  }
  return Found;
}

/// Edges to what value flow says that a call of \p Method, or of a value, may
/// run; false if it knows none that is in sight.
bool CallGraphBuilder::connectFlow(const Function &F, uint32_t Index,
                                   SymbolId Method) {
  const FlowCalls::Runs *Runs = Flow.at(F, F.Calls[Index].Loc, Method);
  if (!Runs || !Runs->hasBodies())
    return false;
  connect(F, Index, *Runs, Method && mayBeOverriddenElsewhere(Method),
          /*Passed=*/false);
  return true;
}

void CallGraphBuilder::connect(const Function &F, uint32_t Index,
                               const FlowCalls::Runs &Runs, bool Open,
                               bool Passed) {
  connect({F, Index, Open, Passed}, Runs.Always);
  FlowCalls::Bodies Always;
  for (const auto &[Context, Of] : Runs.Always) {
    Always.All.insert(Of.All.begin(), Of.All.end());
    Always.Groups.insert(Of.Groups.begin(), Of.Groups.end());
  }
  for (const auto &[For, ByContext] : Runs.ByCaller) {
    FlowCalls::ByContext Rest = ByContext;
    for (auto &[Context, Of] : Rest) {
      std::erase_if(Of.All, [&](const Function *Body) {
        return Always.All.contains(Body);
      });
      std::erase_if(Of.Groups, [&](uint32_t Group) {
        return Always.Groups.contains(Group);
      });
    }
    for (const auto &[Context, Of] : Rest)
      for (uint32_t To : nodesOf(Of)) {
        Edge &E = connect(nodeOf(F), To, Index);
        E.General = true;
        E.Passed = Passed;
      }
    connect({*For.Caller, callAt(*For.Caller, For.Site, For.Callee), Open,
             /*Passed=*/true},
            Rest);
  }
}

void CallGraphBuilder::connect(const Via &At, const FlowCalls::Bodies &Runs,
                               std::vector<Edge> &Into) {
  for (uint32_t To : nodesOf(Runs)) {
    Edge &E = Into.emplace_back(Edge{To, At.Call});
    E.Unsure = At.Open || !Runs.isSure();
    E.Passed = At.Passed;
  }
}

/// The nodes of what a call may run: bodies, and one for each group.
std::vector<uint32_t> CallGraphBuilder::nodesOf(const FlowCalls::Bodies &Of) {
  std::vector<uint32_t> Result;
  for (const Function *Body : Of.All)
    Result.push_back(nodeOf(*Body));
  for (uint32_t Group : Of.Groups) {
    auto [It, New] = Groups.try_emplace(Group, 0);
    if (New) {
      uint32_t Node = Groups[Group] = newNode(Kind::Dispatch);
      for (const Function *Body : Flow.points().group(Group))
        if (Body->Definition)
          connect(Node, nodeOf(*Body)).Unsure = true;
    }
    Result.push_back(Groups[Group]);
  }
  return Result;
}

/// Where the contexts of a function agree, it has the edges; else each has its
/// own.
void CallGraphBuilder::connect(const Via &At,
                               const FlowCalls::ByContext &Runs) {
  if (Runs.empty())
    return;
  std::vector<Edge> &Own = Out[nodeOf(At.From)];
  const FlowCalls::Bodies &First = Runs.begin()->second;
  llvm::ArrayRef<uint32_t> Contexts = Flow.contextsOf(At.From);
  if (Runs.size() == Contexts.size() &&
      llvm::all_of(Runs, [&](const auto &R) { return R.second == First; }))
    return connect(At, First, Own);
  // The first one is for all callers that are not told apart.
  for (const auto &[Context, Of] : Runs) {
    std::vector<Edge> Edges;
    connect(At, Of, Edges);
    for (Edge &E : Edges) {
      if (!Flow.points().contexts()[Context].Later) {
        E.Unsure |= Contexts.size() > 1;
        Own.push_back(E);
        continue;
      }
      Closures[Context].Runs.push_back(E);
      E.Unsure = false;
      E.General = true;
      Own.push_back(E);
    }
  }
}

/// True if a registration speaks for \p Given.
static bool isRegistered(const Function &F,
                         const FlowCalls::HandedOver &Given) {
  return Given.By || llvm::any_of(F.Registrations, [&](const Registration &R) {
           return R.Loc == Given.At && !R.Override;
         });
}

void CallGraphBuilder::connectHandedOver(const Function &F) {
  for (const FlowCalls::HandedOver *Given : Flow.handedOver(F)) {
    if (isRegistered(F, *Given))
      continue;
    connect(F, callAt(F, Given->At), Given->What, /*Open=*/false,
            /*Passed=*/true);
    if (Given->Now)
      continue;
    auto Escape = [&](const FlowCalls::ByContext &Runs) {
      for (const auto &[Context, Of] : Runs)
        for (const Function *Body : Of.All)
          setEscaped(*Body);
    };
    Escape(Given->What.Always);
    for (const auto &[For, Runs] : Given->What.ByCaller)
      Escape(Runs);
  }
}

//===-- Entry points ------------------------------------------------------===//

uint32_t CallGraphBuilder::addEntry(EntryPoint E) {
  E.Node = newNode(Kind::Entry);
  std::set<uint32_t> Contexts;
  for (const FlowHandler &Given : E.Given)
    Contexts.insert(Given.What.In);
  std::map<Edge, size_t> Runs;
  for (uint32_t Context : Contexts) {
    auto It = Closures.find(Context);
    if (It == Closures.end())
      continue;
    It->second.HasEntry = true;
    for (const Edge &Of :
         std::set<Edge>(It->second.Runs.begin(), It->second.Runs.end()))
      ++Runs[Of];
  }
  for (auto [Edge, Count] : Runs) {
    Out[E.Node].push_back(Edge);
    Out[E.Node].back().Unsure |= Count != Contexts.size();
  }
  Entries.push_back(std::move(E));
  return Entries.back().Node;
}

void CallGraphBuilder::settleClosures() {
  for (const auto &[Context, Of] : Closures) {
    if (Of.HasEntry)
      continue;
    const Function &F = *Flow.points().contexts()[Context].F;
    for (Edge E : Of.Runs) {
      E.Unsure = true;
      Out[nodeOf(F)].push_back(E);
    }
  }
}

} // namespace stateless
