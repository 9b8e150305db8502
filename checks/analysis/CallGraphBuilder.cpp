//===- CallGraphBuilder.cpp - A call graph that still grows ---------------===//
#include "analysis/CallGraphBuilder.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static constexpr unsigned MaxRounds = 4;
/// Bodies beyond these say nothing more of what an indirect call does.
static constexpr size_t MaxTargets = 64;

CallGraphBuilder::CallGraphBuilder(const Program &Prog, const PointsTo &Points)
    : Prog(Prog), Flow(Points) {
  Kinds.assign(Prog.functions().size(), Kind::Function);
  Escaped.assign(Kinds.size(), false);
  Out.resize(Kinds.size());
  for (ObjectId Id = 0; Id < Points.size(); ++Id)
    if (Points.escapes(Id))
      for (const Function *F : Prog.bodies(Points.codeOf(Id)))
        setEscaped(*F);
}

void CallGraphBuilder::addCallsAndFlows() {
  findRunParameters();
  for (const Function &F : Prog.functions()) {
    collectCalls(F);
    collectFlows(F);
  }
  for (unsigned Round = 0; Round < MaxRounds && passOn(); ++Round)
    ;
}

//===-- Nodes -------------------------------------------------------------===//

uint32_t CallGraphBuilder::newNode(Kind K) {
  Kinds.push_back(K);
  Out.emplace_back();
  return static_cast<uint32_t>(Kinds.size() - 1);
}

uint32_t CallGraphBuilder::addEntry(EntryPoint E) {
  E.Node = newNode(Kind::Entry);
  Entries.push_back(std::move(E));
  return Entries.back().Node;
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

std::optional<uint32_t> CallGraphBuilder::node(const Callable &C) {
  if (C.Kind == CallableKind::Function) {
    // &Base::handle may run any overrider.
    if (!Prog.overriders(C.Symbol).empty())
      return dispatch(C.Symbol);
    auto Bodies = Prog.bodies(C.Symbol);
    if (Bodies.empty())
      return std::nullopt;
    if (Bodies.size() == 1)
      return nodeOf(*Bodies.front());
    // operator() is a template: whoever holds the object may run any of them.
    auto [It, New] = Holders.try_emplace(C, 0);
    if (!New)
      return It->second;
    uint32_t Any = newNode(Kind::Holder);
    Holders[C] = Any;
    for (const Function *F : Bodies)
      connect(Any, nodeOf(*F)).Unsure = true;
    return Any;
  }
  auto [It, New] = Holders.try_emplace(C, 0);
  if (New)
    It->second = newNode(Kind::Holder);
  return It->second;
}

//===-- What a function runs of its parameters ----------------------------===//

static uint64_t bit(uint32_t Parameter) {
  constexpr uint32_t MaxParameter = 63;
  return uint64_t(1) << std::min(Parameter, MaxParameter);
}

bool CallGraphBuilder::runsParameter(SymbolId Callee,
                                     uint32_t Parameter) const {
  return RunParameters.lookup(Prog.function(Callee)) & bit(Parameter);
}

/// The least sets closed under: a call of the parameter; passing it on to a
/// function that runs its own.
void CallGraphBuilder::findRunParameters() {
  std::vector<const Function *> Work;
  auto Runs = [&](const Function &F, uint32_t Parameter) {
    uint64_t &Mask = RunParameters[&F];
    if (!(Mask & bit(Parameter))) {
      Mask |= bit(Parameter);
      Work.push_back(&F);
    }
  };
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      for (const Callable &T : C.Targets)
        if (isOwnParameter(T, F))
          Runs(F, T.Index);
  while (!Work.empty()) {
    const Function *F = Work.back();
    Work.pop_back();
    for (const Function *Caller : Prog.callers(F->Symbol))
      for (const Call &C : Caller->Calls)
        if (C.Callee == F->Symbol)
          for (uint32_t A = 0; A < C.Args.size(); ++A)
            if (RunParameters[F] & bit(A))
              for (const Callable &Passed : C.Args[A].Callables)
                if (isOwnParameter(Passed, *Caller))
                  Runs(*Caller, Passed.Index);
  }
}

//===-- Calls -------------------------------------------------------------===//

void CallGraphBuilder::collectCalls(const Function &F) {
  for (uint32_t I = 0; I < F.Calls.size(); ++I) {
    bool InSight = connectCallee(F, I);
    connectTargets(F, I);
    passArguments(F, I, InSight);
  }
}

/// An edge to what the call names; false if no body of it is in sight.
bool CallGraphBuilder::connectCallee(const Function &F, uint32_t Index) {
  const Call &C = F.Calls[Index];
  if (C.Kind == CallKind::Virtual && connectFlow(F, Index, C.Callee))
    return true;
  if (C.Kind == CallKind::Virtual && !Prog.overriders(C.Callee).empty()) {
    connect(nodeOf(F), dispatch(C.Callee), Index);
    return true;
  }
  if (C.Kind == CallKind::Indirect)
    return false;
  const Function *Callee = Prog.function(C.Callee);
  if (!Callee || !Callee->Definition)
    return false;
  connect(nodeOf(F), nodeOf(*Callee), Index).Unsure =
      C.Kind == CallKind::Virtual && mayBeOverriddenElsewhere(C.Callee);
  return true;
}

/// The call of \p Callee at \p At of \p F, or any call there; NoCall: none.
uint32_t CallGraphBuilder::callAt(const Function &F, const Location &At,
                                  StringId Callee) const {
  uint32_t Found = CallGraph::NoCall;
  for (uint32_t I = 0; I < F.Calls.size(); ++I) {
    if (F.Calls[I].Loc != At)
      continue;
    if (F.Calls[I].CalleeName == Callee)
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
  bool Open = Method && mayBeOverriddenElsewhere(Method);
  auto Sure = [&](const FlowCalls::Runs::Of &Of) {
    return !Open && Of.isSure();
  };
  std::vector<uint32_t> Always = nodesOf(Runs->Always);
  for (uint32_t To : Always)
    connect(nodeOf(F), To, Index).Unsure = !Sure(Runs->Always);
  for (const auto &[For, Of] : Runs->ByCaller)
    for (uint32_t To : nodesOf(Of)) {
      if (llvm::binary_search(Always, To))
        continue;
      connect(nodeOf(F), To, Index).General = true;
      Edge &E = connect(nodeOf(*For.Caller), To,
                        callAt(*For.Caller, For.Site, For.Callee));
      E.Unsure = !Sure(Of);
      E.Passed = true;
    }
  return true;
}

/// The nodes of what a call may run, sorted: bodies, and one for each group.
std::vector<uint32_t> CallGraphBuilder::nodesOf(const FlowCalls::Runs::Of &Of) {
  std::vector<uint32_t> Result;
  for (const Function *Body : Of.Bodies)
    if (Body->Definition)
      Result.push_back(nodeOf(*Body));
  for (const auto &[Group, Bodies] : Of.Groups) {
    auto [It, New] = Groups.try_emplace(Group, 0);
    if (New) {
      uint32_t Node = Groups[Group] = newNode(Kind::Dispatch);
      for (const Function *Body : Bodies)
        if (Body->Definition)
          connect(Node, nodeOf(*Body)).Unsure = true;
    }
    Result.push_back(Groups[Group]);
  }
  llvm::sort(Result);
  return Result;
}

/// Edges to what an indirect call calls.
void CallGraphBuilder::connectTargets(const Function &F, uint32_t Index) {
  const Call &C = F.Calls[Index];
  bool Own = llvm::any_of(
      C.Targets, [&](const Callable &T) { return isOwnParameter(T, F); });
  bool Passed = llvm::any_of(C.Targets, [](const Callable &T) {
    return T.Kind == CallableKind::Parameter;
  });
  if (!Passed && C.Kind != CallKind::Virtual && connectFlow(F, Index, {}))
    return;
  for (const Callable &T : C.Targets) {
    // The type of a template's parameter names one of those passed.
    if (Own && !isOwnParameter(T, F))
      continue;
    std::optional<uint32_t> To = node(T);
    if (!To)
      continue;
    Edge &E = connect(nodeOf(F), *To, Index);
    E.General = Own;
    // (A ? F : G)() runs one of them. A parameter comes with the closure that
    // a template's type names: that is one.
    E.Unsure = C.Targets.size() > 1 &&
               llvm::none_of(C.Targets, [](const Callable &Of) {
                 return Of.Kind == CallableKind::Parameter;
               });
  }
}

/// True if a registration speaks for the callables of \p C.
static bool isRegistered(const Function &F, const Call &C) {
  return llvm::any_of(F.Registrations, [&](const Registration &R) {
    return R.Loc == C.Loc && !R.Override;
  });
}

void CallGraphBuilder::passArguments(const Function &F, uint32_t Index,
                                     bool InSight) {
  const Call &C = F.Calls[Index];
  uint32_t From = nodeOf(F);
  for (uint32_t A = 0; A < C.Args.size(); ++A)
    for (const Callable &Passed : C.Args[A].Callables) {
      std::optional<uint32_t> To = node(Passed);
      if (!To)
        continue;
      if (InSight) {
        connect(*node({CallableKind::Parameter, C.Callee, A}), *To);
        if (runsParameter(C.Callee, A) && !isOwnParameter(Passed, F))
          connect(From, *To, Index).Passed = true;
      } else if (!C.Targets.empty() && C.Role != CallRole::RunsNow) {
        Forwarded.insert({From, Index});
      } else if (!isRegistered(F, C)) {
        connect(From, *To, Index).Passed = true;
        if (C.Role != CallRole::RunsNow)
          Escaping.push_back(*To);
      }
    }
  // Overriders have parameters of their own.
  if (InSight && C.Kind == CallKind::Virtual &&
      llvm::any_of(C.Args,
                   [](const Argument &A) { return !A.Callables.empty(); }))
    Forwarded.insert({From, Index});
}

//===-- Flows -------------------------------------------------------------===//

void CallGraphBuilder::collectFlows(const Function &F) {
  for (const CallableFlow &Flow : F.Flows)
    if (std::optional<uint32_t> From = node(Flow.From))
      connect(*node(Flow.To), *From);
  for (const Callable &C : F.ReturnedCallables)
    if (std::optional<uint32_t> From = node(C))
      connect(*node({CallableKind::Result, F.Symbol, 0}), *From);
}

/// Gives what indirect calls pass to the parameters of what they may run;
/// true if that is news.
bool CallGraphBuilder::passOn() {
  bool News = false;
  std::vector<std::pair<uint32_t, uint32_t>> Calls(Forwarded.begin(),
                                                   Forwarded.end());
  llvm::sort(Calls);
  for (auto [Node, Index] : Calls) {
    const Call &C = Prog.functions()[Node].Calls[Index];
    std::vector<uint32_t> Starts;
    for (const Edge &E : Out[Node])
      if (E.Call == Index)
        Starts.push_back(E.To);
    for (const Function *Body : bodies(std::move(Starts), MaxTargets))
      for (uint32_t A = 0; A < C.Args.size(); ++A)
        for (const Callable &Passed : C.Args[A].Callables) {
          std::optional<uint32_t> To = node(Passed);
          if (!To)
            continue;
          uint32_t Parameter =
              *node({CallableKind::Parameter, Body->Symbol, A});
          if (Given.insert({Parameter, *To}).second) {
            connect(Parameter, *To);
            News = true;
          }
        }
  }
  return News;
}

} // namespace stateless
