//===- CallGraph.cpp - What may run what ----------------------------------===//
//
// 1. Calls. A direct call is an edge to the body. A virtual one is an edge to
//    the node of the method, which leads to its own body and to the nodes of
//    its direct overriders. An indirect one is an edge to the node of each
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
// 4. Entry points. Each registration gives one for each handler. Where route or
//    handler are parameters of the function that registers, each call of that
//    function gives its own (at most MaxHops upwards): a wrapper is as many
//    entry points as it has calls. A handler that is a lambda and calls a
//    parameter of the wrapper calls what that call passed.
//    A loop that takes requests, itself or by a function that it calls, is one
//    as well.
//
// Limits: an indirect call through something that is not followed has no edge;
// fields of different objects are not told apart (FN_, FP_ in the fixtures of
// programs/reachability).
//
//===----------------------------------------------------------------------===//
#include "analysis/CallGraph.h"
#include "analysis/Dispatch.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace stateless {

static constexpr unsigned MaxRounds = 4;
static constexpr unsigned MaxHops = 4;
static constexpr size_t MaxCallers = 256;
/// Wrappers of wrappers multiply; beyond these one speaks for its callers.
static constexpr size_t MaxStatements = 20000;
/// Bodies beyond these say nothing more of what an indirect call does.
static constexpr size_t MaxTargets = 64;

class CallGraphBuilder {
public:
  CallGraphBuilder(const Program &Prog, CallGraph &G) : Prog(Prog), G(G) {}

  void run() {
    G.Kinds.assign(Prog.functions().size(), CallGraph::Kind::Function);
    G.Escaped.assign(Prog.functions().size(), false);
    Out.resize(G.Kinds.size());
    findRunParameters();
    for (const Function &F : Prog.functions()) {
      collectCalls(F);
      collectFlows(F);
    }
    for (unsigned Round = 0; Round < MaxRounds && passOn(); ++Round)
      ;
    collectEntries();
    collectLoops();
    finish();
    markSingle();
  }

private:
  using Kind = CallGraph::Kind;
  using Edge = CallGraph::Edge;

  //===-- Nodes -----------------------------------------------------------===//

  uint32_t newNode(Kind K) {
    G.Kinds.push_back(K);
    Out.emplace_back();
    return static_cast<uint32_t>(G.Kinds.size() - 1);
  }

  void connect(uint32_t From, uint32_t To, uint32_t Call = CallGraph::NoCall) {
    Out[From].push_back({To, Call});
  }

  //===-- What a function runs of its parameters --------------------------===//

  static constexpr unsigned MaxParameter = 63;
  static uint64_t bit(uint32_t Parameter) {
    return uint64_t(1) << std::min(Parameter, MaxParameter);
  }

  static bool isOwnParameter(const Callable &C, const Function &F) {
    return C.Kind == CallableKind::Parameter && C.Symbol == F.Symbol;
  }

  /// The least sets closed under: a call of the parameter; passing it on to a
  /// function that runs its own.
  void findRunParameters() {
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

  /// The node of a virtual method, made with its overriders when first asked.
  uint32_t dispatch(SymbolId Method) {
    if (auto It = G.Dispatch.find(Method); It != G.Dispatch.end())
      return It->second;
    uint32_t Node = newNode(Kind::Dispatch);
    G.Dispatch[Method] = Node;
    std::vector<SymbolId> Work{Method};
    // Not by recursion: a hierarchy may be deep.
    while (!Work.empty()) {
      SymbolId At = Work.back();
      Work.pop_back();
      uint32_t Of = G.Dispatch[At];
      if (const Function *F = Prog.function(At); F && F->Definition)
        connect(Of, G.nodeOf(*F));
      for (const Function *Over : Prog.overriders(At)) {
        auto It = G.Dispatch.find(Over->Symbol);
        if (It == G.Dispatch.end()) {
          It = G.Dispatch.try_emplace(Over->Symbol, newNode(Kind::Dispatch))
                   .first;
          Work.push_back(Over->Symbol);
        }
        connect(Of, It->second);
      }
    }
    return Node;
  }

  /// The node of a callable; nothing for a function without a body.
  std::optional<uint32_t> node(const Callable &C) {
    if (C.Kind == CallableKind::Function) {
      const Function *F = Prog.function(C.Symbol);
      // &Base::handle may run any overrider.
      if (!Prog.overriders(C.Symbol).empty())
        return dispatch(C.Symbol);
      if (!F || !F->Definition)
        return std::nullopt;
      return G.nodeOf(*F);
    }
    auto [It, New] = Holders.try_emplace(C, 0);
    if (New)
      It->second = newNode(Kind::Holder);
    return It->second;
  }

  //===-- Calls and flows -------------------------------------------------===//

  void collectCalls(const Function &F) {
    uint32_t From = G.nodeOf(F);
    for (uint32_t I = 0; I < F.Calls.size(); ++I) {
      const Call &C = F.Calls[I];
      bool InSight = false;
      if (C.Kind == CallKind::Virtual && !Prog.overriders(C.Callee).empty()) {
        connect(From, dispatch(C.Callee), I);
        InSight = true;
      } else if (C.Kind != CallKind::Indirect) {
        if (const Function *Callee = Prog.function(C.Callee);
            Callee && Callee->Definition) {
          connect(From, G.nodeOf(*Callee), I);
          InSight = true;
        }
      }
      bool Own = llvm::any_of(
          C.Targets, [&](const Callable &T) { return isOwnParameter(T, F); });
      for (const Callable &T : C.Targets) {
        // The type of a template's parameter names one of those passed.
        if (Own && !isOwnParameter(T, F))
          continue;
        if (std::optional<uint32_t> To = node(T)) {
          connect(From, *To, I);
          Out[From].back().General = Own;
          // (A ? F : G)() runs one of them. A parameter comes with the closure
          // that a template's type names: that is one.
          Out[From].back().Unsure =
              C.Targets.size() > 1 &&
              llvm::none_of(C.Targets, [](const Callable &Of) {
                return Of.Kind == CallableKind::Parameter;
              });
        }
      }
      passArguments(F, I, InSight);
    }
  }

  void passArguments(const Function &F, uint32_t Index, bool InSight) {
    const Call &C = F.Calls[Index];
    for (uint32_t A = 0; A < C.Args.size(); ++A)
      for (const Callable &Passed : C.Args[A].Callables) {
        std::optional<uint32_t> To = node(Passed);
        if (!To)
          continue;
        if (InSight) {
          connect(*node({CallableKind::Parameter, C.Callee, A}), *To);
          const Function *Callee = Prog.function(C.Callee);
          auto It = RunParameters.find(Callee);
          if (It != RunParameters.end() && It->second & bit(A) &&
              !isOwnParameter(Passed, F))
            connect(G.nodeOf(F), *To, Index);
        } else if (!C.Targets.empty() && C.Role != CallRole::RunsNow) {
          Forwarded.insert({G.nodeOf(F), Index});
        } else if (!isRegistered(F, C)) {
          connect(G.nodeOf(F), *To, Index);
          if (C.Role != CallRole::RunsNow)
            Escaping.push_back(*To);
        }
      }
    // Overriders have parameters of their own.
    if (InSight && C.Kind == CallKind::Virtual &&
        llvm::any_of(C.Args,
                     [](const Argument &A) { return !A.Callables.empty(); }))
      Forwarded.insert({G.nodeOf(F), Index});
  }

  /// True if a registration speaks for the callables of \p C.
  static bool isRegistered(const Function &F, const Call &C) {
    return llvm::any_of(F.Registrations, [&](const Registration &R) {
      return R.Loc == C.Loc && !R.Override;
    });
  }

  void collectFlows(const Function &F) {
    for (const CallableFlow &Flow : F.Flows)
      if (std::optional<uint32_t> From = node(Flow.From))
        connect(*node(Flow.To), *From);
    for (const Callable &C : F.ReturnedCallables)
      if (std::optional<uint32_t> From = node(C))
        connect(*node({CallableKind::Result, F.Symbol, 0}), *From);
  }

  /// Gives what indirect calls pass to the parameters of what they may run;
  /// true if that is news.
  bool passOn() {
    bool News = false;
    std::vector<std::pair<uint32_t, uint32_t>> Calls(Forwarded.begin(),
                                                     Forwarded.end());
    llvm::sort(Calls);
    for (auto [Node, Index] : Calls) {
      const Function &F = Prog.functions()[Node];
      const Call &C = F.Calls[Index];
      for (const Function *Body : bodies(Node, Index))
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

  /// The bodies that a call may run, while the graph grows.
  std::vector<const Function *> bodies(uint32_t From, uint32_t Call) const {
    std::vector<uint32_t> Work;
    for (const Edge &E : Out[From])
      if (E.Call == Call)
        Work.push_back(E.To);
    return reachBodies(
        std::move(Work),
        [this](uint32_t Node) { return llvm::ArrayRef<Edge>(Out[Node]); },
        MaxTargets);
  }

  template <typename OutEdges>
  std::vector<const Function *> reachBodies(std::vector<uint32_t> Work,
                                            OutEdges Next,
                                            size_t Most = ~size_t(0)) const {
    std::vector<const Function *> Result;
    llvm::DenseSet<uint32_t> Seen;
    while (!Work.empty() && Result.size() < Most) {
      uint32_t At = Work.back();
      Work.pop_back();
      if (!Seen.insert(At).second)
        continue;
      if (G.Kinds[At] == Kind::Function)
        Result.push_back(&Prog.functions()[At]);
      else
        for (const Edge &E : Next(At))
          Work.push_back(E.To);
    }
    return Result;
  }

  //===-- Entry points ----------------------------------------------------===//

  /// A registration as one call of a wrapper makes it.
  struct Statement {
    const Registration *By;
    const Function *In;    ///< The function that registers.
    const Function *Where; ///< Who decides.
    std::vector<Callable> Handlers;
    Location Loc;
    std::vector<ValueId> Open; ///< Values of Where that its callers decide.
    std::vector<EntryPoint::Hop> Through;
  };

  /// Adds the parameters of its own function that \p Id depends on.
  void usedParameters(ValueId Id, unsigned Depth,
                      llvm::SmallVectorImpl<uint32_t> &Into) const {
    if (!Id || Depth > 8)
      return;
    const Value &V = Prog.value(Id);
    if (V.Kind == ValueKind::Parameter && !V.Symbol)
      Into.push_back(V.Index);
    for (ValueId Arg : V.Args)
      usedParameters(Arg, Depth + 1, Into);
  }

  void expand(const Statement &S, std::vector<Statement> &Into) const {
    const Function &Wrapper = *S.Where;
    llvm::SmallVector<uint32_t, 4> Used;
    for (ValueId Id : S.Open)
      usedParameters(Id, 0, Used);
    bool Depends =
        !Used.empty() || llvm::any_of(S.Handlers, [&](const Callable &C) {
          return isOwnParameter(C, Wrapper);
        });
    std::optional<std::vector<CallSite>> Sites;
    if (Depends && S.Through.size() < MaxHops && Into.size() < MaxStatements)
      Sites = callSites(Prog, Wrapper, MaxCallers);
    if (!Sites || Sites->empty()) {
      Into.push_back(S);
      return;
    }
    for (const CallSite &At : *Sites) {
      if (At.Caller == &Wrapper)
        continue;
      Statement Next = S;
      Next.Where = At.Caller;
      Next.Loc = At.Site->Loc;
      Next.Through.push_back({At.Caller, At.Site});
      Next.Open.clear();
      for (uint32_t Index : Used)
        if (Index < At.Site->Args.size())
          Next.Open.push_back(At.Site->Args[Index].Symbolic);
      Next.Handlers.clear();
      for (const Callable &C : S.Handlers) {
        if (!isOwnParameter(C, Wrapper))
          Next.Handlers.push_back(C);
        else if (C.Index < At.Site->Args.size())
          llvm::append_range(Next.Handlers, At.Site->Args[C.Index].Callables);
      }
      expand(Next, Into);
    }
  }

  void collectEntries() {
    std::vector<Statement> All;
    for (const Function &F : Prog.functions())
      for (const Registration &R : F.Registrations)
        expand({&R, &F, &F, R.Handlers, R.Loc, {R.Route, R.Verb}, {}}, All);
    for (const Statement &S : All) {
      std::vector<uint32_t> Starts;
      for (const Callable &C : S.Handlers)
        if (std::optional<uint32_t> N = node(C))
          Starts.push_back(*N);
      std::vector<const Function *> Bodies =
          reachBodies(std::move(Starts), [this](uint32_t Node) {
            return llvm::ArrayRef<Edge>(Out[Node]);
          });
      llvm::sort(Bodies);
      for (const Function *Body : Bodies)
        addEntry(S, *Body);
    }
    for (auto [Lambda, Wrapper] : Decorators)
      dropParameterEdges(Lambda, Wrapper);
  }

  void addEntry(const Statement &S, const Function &Body) {
    EntryPoint E;
    E.Kind = S.By->Kind;
    E.Handler = &Body;
    E.By = S.By;
    E.In = S.In;
    E.Where = S.Where;
    E.Through = S.Through;
    E.Loc = S.Loc;
    E.Node = newNode(Kind::Entry);
    connect(E.Node, G.nodeOf(Body));
    G.Escaped[G.nodeOf(Body)] = true;
    // A lambda of the wrapper that calls what the wrapper was given.
    const Call *Site = S.Through.empty() ? nullptr : S.Through.front().Site;
    if (Site && Body.Kind == FunctionKind::Lambda &&
        Body.Parent == S.In->Symbol) {
      for (uint32_t I = 0; I < Body.Calls.size(); ++I)
        for (const Callable &T : Body.Calls[I].Targets)
          if (T.Kind == CallableKind::Parameter && T.Symbol == S.In->Symbol &&
              T.Index < Site->Args.size())
            for (const Callable &Passed : Site->Args[T.Index].Callables)
              if (std::optional<uint32_t> To = node(Passed))
                connect(E.Node, *To, I);
      Decorators.insert({G.nodeOf(Body), S.In->Symbol});
    }
    // What runs once is a part of what started it.
    if (E.By->Once || E.Kind == EntryKind::Thread) {
      connect(G.nodeOf(*S.In), G.nodeOf(Body), callAt(*S.In, E.By->Loc));
      Out[G.nodeOf(*S.In)].back().Unsure = E.Kind == EntryKind::Thread;
    }
    G.Entries.push_back(E);
  }

  static uint32_t callAt(const Function &F, const Location &Loc) {
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      if (F.Calls[I].Loc == Loc)
        return I;
    return CallGraph::NoCall;
  }

  void dropParameterEdges(uint32_t Lambda, SymbolId Wrapper) {
    llvm::erase_if(Out[Lambda], [&](const Edge &E) {
      if (E.Call == CallGraph::NoCall)
        return false;
      const Call &C = Prog.functions()[Lambda].Calls[E.Call];
      return llvm::any_of(C.Targets, [&](const Callable &T) {
        return T.Kind == CallableKind::Parameter && T.Symbol == Wrapper;
      });
    });
  }

  //===-- Loops that take requests ----------------------------------------===//

  static bool isInside(const Location &At, const Loop &L) {
    return At.File == L.Begin.File && At.Line >= L.Begin.Line &&
           At.Line <= L.End.Line;
  }

  void collectLoops() {
    // Functions that wait for a request without a loop around it, and those
    // that call them so.
    std::vector<const Function *> Work;
    for (const Function &F : Prog.functions())
      for (const Call &C : F.Calls)
        if (C.Role == CallRole::Receives) {
          Work.push_back(&F);
          break;
        }
    llvm::DenseSet<const Function *> Receiving, Looping;
    auto Takes = [&](const Call &C) {
      if (C.Role == CallRole::Receives)
        return true;
      const Function *Callee = Prog.function(C.Callee);
      return Callee && Receiving.contains(Callee);
    };
    while (!Work.empty()) {
      const Function *F = Work.back();
      Work.pop_back();
      // What never returns gives no request to its callers.
      bool Returns = false;
      for (const Call &C : F->Calls)
        if (Takes(C) && llvm::none_of(F->Loops, [&](const Loop &L) {
              return L.Endless && isInside(C.Loc, L);
            }))
          Returns = true;
      Looping.insert(F);
      if (!Returns || !Receiving.insert(F).second)
        continue;
      for (SymbolId Name : calledAs(Prog, *F))
        llvm::append_range(Work, Prog.callers(Name));
    }
    for (const Function &F : Prog.functions()) {
      if (!Looping.contains(&F))
        continue;
      for (const Loop &L : F.Loops)
        if (llvm::any_of(F.Calls,
                         [&](const Call &C) {
                           return Takes(C) && isInside(C.Loc, L);
                         }) &&
            doesMore(F, L, Takes)) {
          addLoop(F, L);
          break;
        }
    }
  }

  /// A loop that does nothing but take (until it is not interrupted) hands the
  /// request to its caller.
  template <typename Predicate>
  static bool doesMore(const Function &F, const Loop &L, Predicate Takes) {
    return llvm::any_of(F.Calls,
                        [&](const Call &C) {
                          return isInside(C.Loc, L) && !Takes(C);
                        }) ||
           llvm::any_of(F.Accesses, [&](const Access &A) {
             return isInside(A.Loc, L) && A.Kind != AccessKind::Read;
           });
  }

  void addLoop(const Function &F, const Loop &L) {
    EntryPoint E;
    E.Handler = E.In = E.Where = &F;
    E.Takes = &L;
    E.Loc = L.Begin;
    E.Node = newNode(Kind::Entry);
    for (const Edge &Call : std::vector<Edge>(Out[G.nodeOf(F)]))
      if (Call.Call != CallGraph::NoCall && isInside(F.Calls[Call.Call].Loc, L))
        Out[E.Node].push_back(Call);
    G.Entries.push_back(E);
  }

  //===-- The frozen form -------------------------------------------------===//

  void finish() {
    for (auto &List : Out) {
      llvm::sort(List);
      List.erase(llvm::unique(List), List.end());
    }
    uint32_t N = G.size();
    G.FirstEdge.assign(N + 1, 0);
    G.FirstBack.assign(N + 1, 0);
    for (uint32_t I = 0; I < N; ++I) {
      G.FirstEdge[I + 1] =
          G.FirstEdge[I] + static_cast<uint32_t>(Out[I].size());
      for (const Edge &E : Out[I])
        ++G.FirstBack[E.To + 1];
    }
    for (uint32_t I = 0; I < N; ++I)
      G.FirstBack[I + 1] += G.FirstBack[I];
    G.Edges.reserve(G.FirstEdge[N]);
    G.Back.resize(G.FirstBack[N]);
    std::vector<uint32_t> Next(G.FirstBack.begin(), G.FirstBack.end() - 1);
    for (uint32_t I = 0; I < N; ++I) {
      for (const Edge &E : Out[I]) {
        G.Edges.push_back(E);
        Edge &In = G.Back[Next[E.To]++];
        In = E;
        In.To = I;
      }
      std::vector<Edge>().swap(Out[I]);
    }
    llvm::sort(G.Entries, [&](const EntryPoint &A, const EntryPoint &B) {
      auto Key = [&](const EntryPoint &E) {
        return std::tuple(Prog.text(E.Loc.File), E.Loc.Line, E.Loc.Column,
                          G.nodeOf(*E.Handler), E.Node);
      };
      return Key(A) < Key(B);
    });
    for (uint32_t I = 0; I < G.Entries.size(); ++I)
      G.EntryIndex[G.Entries[I].Node] = I;
    for (uint32_t Node : Escaping)
      for (const Function *Body :
           reachBodies({Node}, [this](uint32_t At) { return G.out(At); }))
        G.Escaped[G.nodeOf(*Body)] = true;
  }

  void markSingle() {
    G.Single.assign(G.size(), false);
    for (uint32_t I = 0; I < G.size(); ++I) {
      uint32_t At = I;
      for (unsigned Steps = 0;
           G.isBetween(At) && G.out(At).size() == 1 && Steps < 16; ++Steps)
        At = G.out(At)[0].To;
      G.Single[I] = G.Kinds[At] == Kind::Function;
    }
  }

  const Program &Prog;
  CallGraph &G;
  std::vector<std::vector<Edge>> Out;
  std::map<Callable, uint32_t> Holders;
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> Forwarded, Given;
  llvm::DenseSet<std::pair<uint32_t, SymbolId>> Decorators;
  std::vector<uint32_t> Escaping;
  llvm::DenseMap<const Function *, uint64_t> RunParameters;
};

CallGraph::CallGraph(const Program &Prog) : Prog(Prog) {
  CallGraphBuilder(Prog, *this).run();
}

const Function *CallGraph::functionOf(uint32_t Node) const {
  if (Kinds[Node] == Kind::Function)
    return &Prog.functions()[Node];
  return isEntry(Node) ? entryOf(Node).Handler : nullptr;
}

const EntryPoint &CallGraph::entryOf(uint32_t Node) const {
  return Entries[EntryIndex.find(Node)->second];
}

llvm::SmallVector<const Function *, 4>
CallGraph::targets(const Function &F, uint32_t Call, size_t Most) const {
  llvm::SmallVector<const Function *, 4> Result;
  llvm::SmallVector<uint32_t, 8> Work;
  for (const Edge &E : out(nodeOf(F)))
    if (E.Call == Call)
      Work.push_back(E.To);
  llvm::SmallDenseSet<uint32_t, 8> Seen;
  while (!Work.empty() && Result.size() < Most) {
    uint32_t At = Work.pop_back_val();
    if (!Seen.insert(At).second)
      continue;
    if (Kinds[At] == Kind::Function)
      Result.push_back(&Prog.functions()[At]);
    else
      for (const Edge &E : out(At))
        Work.push_back(E.To);
  }
  return Result;
}

} // namespace stateless
