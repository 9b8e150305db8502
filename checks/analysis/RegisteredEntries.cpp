//===- RegisteredEntries.cpp - Entry points found by models ---------------===//
//
// Each registration gives an entry point for each handler that value flow says
// it hands over. Where route or handler are parameters of the function that
// registers, each call of that function gives its own (at most MaxHops
// upwards): a wrapper is as many entry points as it has calls. Which handlers
// go with a call, the clones of the function for it say.
//
//===----------------------------------------------------------------------===//
#include "analysis/RegisteredEntries.h"
#include "analysis/CallGraphBuilder.h"
#include "analysis/Dispatch.h"

namespace stateless {

static constexpr unsigned MaxHops = 4;
/// Wrappers of wrappers multiply: beyond so many for one registration, or in
/// all, one speaks for its callers.
static constexpr size_t MaxMultiplied = 4096;
static constexpr size_t MaxStatements = 100000;

namespace {

using Indices = llvm::SmallVector<uint32_t, 4>;

/// A registration as one call of a wrapper makes it.
struct Registered {
  const Registration *By;
  const Function *In;    ///< The function that registers.
  const Function *Where; ///< Who decides.
  Indices Handlers;      ///< Parameters of Where that handlers come from.
  Location Loc;
  std::vector<ValueId> Open; ///< Values of Where that its callers decide.
  std::vector<EntryPoint::Hop> Through;
};

/// Which parameters of its function a value comes from, looked at through
/// locals that wrap it.
class ParametersBehind {
public:
  explicit ParametersBehind(const FlowBody &Body) : Code(Body.Statements) {}

  void add(StatementNumber N, Indices &Into) {
    llvm::SmallVector<StatementNumber, 8> Work{N};
    while (!Work.empty()) {
      StatementNumber At = Work.pop_back_val();
      if (At == 0 || !Seen.insert(At).second)
        continue;
      const Statement &S = Code[At - 1];
      switch (S.Kind) {
      case StatementKind::Parameter:
        if (!llvm::is_contained(Into, S.Index))
          Into.push_back(S.Index);
        break;
      case StatementKind::Field:
      case StatementKind::Element:
      case StatementKind::Load:
      case StatementKind::Either:
      case StatementKind::Cast:
        Work.append({S.A, S.B});
        break;
      case StatementKind::Local:
      case StatementKind::New:
        // What a closure holds, it runs; it is the handler itself.
        if (!S.Called)
          addStored(At, Work);
        break;
      default:
        break;
      }
    }
  }

private:
  /// What is put into the object of statement \p Object.
  void addStored(StatementNumber Object,
                 llvm::SmallVectorImpl<StatementNumber> &Into) const {
    for (const Statement &S : Code) {
      if (S.Kind != StatementKind::Store && S.Kind != StatementKind::Copy)
        continue;
      StatementNumber At = S.A;
      while (At != 0 && (Code[At - 1].Kind == StatementKind::Field ||
                         Code[At - 1].Kind == StatementKind::Element))
        At = Code[At - 1].A;
      if (At == Object)
        Into.push_back(S.B);
    }
  }

  const std::vector<Statement> &Code;
  llvm::DenseSet<StatementNumber> Seen;
};

class EntryCollector {
public:
  explicit EntryCollector(CallGraphBuilder &G)
      : G(G), Prog(G.program()), Flow(G.flow()),
        Contexts(Flow.points().contexts()) {}

  void run() {
    std::vector<Registered> All;
    for (const Function &F : Prog.functions())
      for (const Registration &R : F.Registrations)
        expand(
            {&R, &F, &F, handlerParameters(F, R), R.Loc, {R.Route, R.Verb}, {}},
            All);
    findContexts(All);
    for (const Registered &S : All)
      addEntries(S);
    G.settleClosures();
  }

private:
  void usedParameters(ValueId Id, unsigned Depth, Indices &Into) const;
  Indices handlerParameters(const Function &F, const Registration &R) const;
  template <typename Visitor>
  void forEachGiven(const CallSite &At, uint32_t Parameter,
                    Visitor Visit) const;
  void expand(Registered S, std::vector<Registered> &Into) const;
  std::vector<Registered> madeByCallers(const Registered &S) const;
  Registered throughCall(const Registered &S, const CallSite &At,
                         llvm::ArrayRef<uint32_t> Used) const;
  /// Whether a context is that of a chain of calls.
  enum class Match : uint8_t {
    No,
    Shared, ///< It is for other chains, too.
    Exact,
  };
  Match matches(uint32_t Context, llvm::ArrayRef<EntryPoint::Hop> Hops) const;
  void findContexts(llvm::ArrayRef<Registered> All);
  std::vector<FlowHandler> handlersOf(const Registered &S) const;
  void keepPassed(const Registered &S, std::vector<FlowHandler> &All) const;
  void addEntries(const Registered &S);
  void addEntry(const Registered &S, const Function &Body,
                std::vector<FlowHandler> Given);

  CallGraphBuilder &G;
  const Program &Prog;
  const FlowCalls &Flow;
  llvm::ArrayRef<FlowContext> Contexts;
  /// By function that calls one that registers: its contexts, clones too.
  llvm::DenseMap<const Function *, std::vector<uint32_t>> ContextsOf;
};

} // namespace

/// Adds the parameters of its own function that \p Id depends on.
void EntryCollector::usedParameters(ValueId Id, unsigned Depth,
                                    Indices &Into) const {
  if (!Id || Depth > 8)
    return;
  const Value &V = Prog.value(Id);
  if (V.Kind == ValueKind::Parameter && !V.Symbol)
    Into.push_back(V.Index);
  for (ValueId Arg : V.Args)
    usedParameters(Arg, Depth + 1, Into);
}

/// The parameters of \p F that the handlers of \p R come from.
Indices EntryCollector::handlerParameters(const Function &F,
                                          const Registration &R) const {
  Indices Result;
  for (const FlowBody &Body : F.FlowBodies) {
    ParametersBehind Behind(Body);
    for (const Statement &S : Body.Statements)
      if (S.Kind == StatementKind::Run && S.Called == R.By && S.Loc == R.Loc)
        Behind.add(S.A, Result);
  }
  return Result;
}

/// Calls \p Visit(body, statement) for what \p At gives for \p Parameter.
template <typename Visitor>
void EntryCollector::forEachGiven(const CallSite &At, uint32_t Parameter,
                                  Visitor Visit) const {
  for (size_t B = 0; B < At.Caller->FlowBodies.size(); ++B) {
    const std::vector<Statement> &Code = At.Caller->FlowBodies[B].Statements;
    for (const Statement &S : Code) {
      bool Argument = S.Kind == StatementKind::Argument ||
                      S.Kind == StatementKind::ArgumentObject;
      if (!Argument || S.Index != Parameter || S.B == 0)
        continue;
      const Statement &Call = Code[S.B - 1];
      if (Call.Kind == StatementKind::Call && Call.Loc == At.Site->Loc &&
          Call.Symbol == At.Site->Callee)
        Visit(B, S.A);
    }
  }
}

/// As the callers of its function make \p S; nothing if they decide nothing.
std::vector<Registered>
EntryCollector::madeByCallers(const Registered &S) const {
  const Function &Wrapper = *S.Where;
  Indices Used;
  for (ValueId Id : S.Open)
    usedParameters(Id, 0, Used);
  std::vector<Registered> Result;
  if (Used.empty() && S.Handlers.empty())
    return Result;
  for (const CallSite &At : callSites(Prog, Wrapper))
    if (At.Caller != &Wrapper)
      Result.push_back(throughCall(S, At, Used));
  return Result;
}

/// Upwards, caller by caller, as long as that says more and is not too much.
void EntryCollector::expand(Registered S, std::vector<Registered> &Into) const {
  std::vector<Registered> Level{std::move(S)};
  for (unsigned Hops = 0; Hops < MaxHops && !Level.empty(); ++Hops) {
    std::vector<Registered> Next, Settled;
    size_t Most = MaxMultiplied;
    if (Hops == 0)
      Most = MaxStatements - std::min(MaxStatements, Into.size());
    for (const Registered &At : Level) {
      std::vector<Registered> Made = madeByCallers(At);
      if (Made.empty())
        Settled.push_back(At);
      llvm::move(Made, std::back_inserter(Next));
      if (Next.size() > Most)
        break;
    }
    if (Next.size() > Most)
      break;
    llvm::move(Settled, std::back_inserter(Into));
    Level = std::move(Next);
  }
  llvm::move(Level, std::back_inserter(Into));
}

/// \p S as the call \p At of its function makes it. \p Used: the parameters
/// that its open values depend on.
Registered EntryCollector::throughCall(const Registered &S, const CallSite &At,
                                       llvm::ArrayRef<uint32_t> Used) const {
  const Call &Site = *At.Site;
  Registered Next = S;
  Next.Where = At.Caller;
  Next.Loc = Site.Loc;
  Next.Through.push_back({At.Caller, At.Site});
  Next.Open.clear();
  for (uint32_t Index : Used)
    if (Index < Site.Args.size())
      Next.Open.push_back(Site.Args[Index]);
  Next.Handlers.clear();
  for (uint32_t Index : S.Handlers)
    forEachGiven(At, Index, [&](size_t Body, StatementNumber What) {
      ParametersBehind(At.Caller->FlowBodies[Body]).add(What, Next.Handlers);
    });
  return Next;
}

//===-- Handlers ----------------------------------------------------------===//

EntryCollector::Match
EntryCollector::matches(uint32_t Context,
                        llvm::ArrayRef<EntryPoint::Hop> Hops) const {
  for (const EntryPoint::Hop &Hop : Hops) {
    const FlowContext &In = Contexts[Context];
    if (!In.isClone())
      return Match::Shared;
    if (Contexts[In.Caller].F != Hop.Caller || In.At != Hop.Site->Loc)
      return Match::No;
    Context = In.Caller;
  }
  return Match::Exact;
}

void EntryCollector::findContexts(llvm::ArrayRef<Registered> All) {
  for (const Registered &S : All)
    if (!S.Through.empty())
      ContextsOf.try_emplace(S.Through.front().Caller);
  for (uint32_t I = 0; I < Contexts.size(); ++I)
    if (auto It = ContextsOf.find(Contexts[I].F); It != ContextsOf.end())
      It->second.push_back(I);
}

/// What \p S hands over: by the contexts that are for its calls alone, if there
/// are such.
std::vector<FlowHandler> EntryCollector::handlersOf(const Registered &S) const {
  std::vector<FlowHandler> Exact, Shared;
  for (const FlowHandler &H : Flow.handlers(*S.In, S.By->Loc, S.By->By))
    switch (matches(H.In, S.Through)) {
    case Match::Exact:
      Exact.push_back(H);
      break;
    case Match::Shared:
      Shared.push_back(H);
      break;
    case Match::No:
      break;
    }
  if (!Exact.empty())
    return Exact;
  keepPassed(S, Shared);
  return Shared;
}

/// Of handlers that all callers of a wrapper pass together, those that the
/// first call passes.
void EntryCollector::keepPassed(const Registered &S,
                                std::vector<FlowHandler> &All) const {
  Indices Parameters = handlerParameters(*S.In, *S.By);
  if (S.Through.empty() || Parameters.empty() || All.size() < 2)
    return;
  const EntryPoint::Hop &First = S.Through.front();
  FlowCalls::Bodies Passed;
  for (uint32_t Index : ContextsOf.find(First.Caller)->second) {
    const FlowContext &In = Contexts[Index];
    if (matches(Index, llvm::ArrayRef(S.Through).drop_front()) == Match::No)
      continue;
    for (uint32_t Parameter : Parameters)
      forEachGiven({First.Caller, First.Site}, Parameter,
                   [&](size_t Body, StatementNumber What) {
                     for (ObjectId Id : Flow.points().of(In, Body, What))
                       Flow.addCode(Id, Passed);
                   });
  }
  if (!Passed.All.empty())
    llvm::erase_if(
        All, [&](const FlowHandler &H) { return !Passed.All.count(H.What.F); });
}

void EntryCollector::addEntries(const Registered &S) {
  if (S.By->Override)
    return S.In->Definition ? addEntry(S, *S.In, {}) : void();
  std::map<const Function *, std::vector<FlowHandler>> ByHandler;
  for (const FlowHandler &H : handlersOf(S))
    ByHandler[H.What.F].push_back(H);
  for (auto &[Body, Given] : ByHandler)
    addEntry(S, *Body, std::move(Given));
}

void EntryCollector::addEntry(const Registered &S, const Function &Body,
                              std::vector<FlowHandler> Given) {
  EntryPoint E;
  E.Kind = S.By->Kind;
  E.Handler = &Body;
  E.By = S.By;
  E.In = S.In;
  E.Where = S.Where;
  E.Through = S.Through;
  E.Loc = S.Loc;
  E.Given = std::move(Given);
  uint32_t Node = G.addEntry(E);
  G.connect(Node, G.nodeOf(Body));
  // What is awaited runs no later than its function says.
  if (E.Kind != EntryKind::Exit && E.Kind != EntryKind::Fork &&
      E.By->Awaited.empty())
    G.setEscaped(Body);
  // What runs once is a part of what started it.
  if (!E.By->Once && E.Kind != EntryKind::Thread)
    return;
  uint32_t In = G.nodeOf(*S.In), Site = G.callAt(*S.In, E.By->Loc);
  for (CallGraph::Edge Run : std::vector<CallGraph::Edge>(G.out(Node))) {
    CallGraph::Edge &Part = G.connect(In, Run.To, Site);
    Part.Unsure = Run.Unsure || E.Kind == EntryKind::Thread;
    Part.Passed = true;
  }
}

void addRegisteredEntries(CallGraphBuilder &Graph) {
  EntryCollector(Graph).run();
}

} // namespace stateless
