//===- RegisteredEntries.cpp - Entry points found by models ---------------===//
//
// Each registration gives an entry point for each handler. Where route or
// handler are parameters of the function that registers, each call of that
// function gives its own (at most MaxHops upwards): a wrapper is as many entry
// points as it has calls.
//
//===----------------------------------------------------------------------===//
#include "analysis/RegisteredEntries.h"
#include "analysis/CallGraphBuilder.h"
#include "analysis/Decorators.h"
#include "analysis/Dispatch.h"

namespace stateless {

static constexpr unsigned MaxHops = 4;
/// Wrappers of wrappers multiply: beyond so many for one registration, or in
/// all, one speaks for its callers.
static constexpr size_t MaxMultiplied = 4096;
static constexpr size_t MaxStatements = 100000;

namespace {

/// A registration as one call of a wrapper makes it.
struct Registered {
  const Registration *By;
  const Function *In;    ///< The function that registers.
  const Function *Where; ///< Who decides.
  std::vector<Callable> Handlers;
  Location Loc;
  std::vector<ValueId> Open; ///< Values of Where that its callers decide.
  std::vector<EntryPoint::Hop> Through;
};

class EntryCollector {
public:
  explicit EntryCollector(CallGraphBuilder &G)
      : G(G), Prog(G.program()), Wrapped(G) {}

  void run() {
    std::vector<Registered> All;
    for (const Function &F : Prog.functions())
      for (const Registration &R : F.Registrations)
        expand({&R, &F, &F, R.Handlers, R.Loc, {R.Route, R.Verb}, {}}, All);
    for (const Registered &S : All) {
      std::vector<uint32_t> Starts;
      for (const Callable &C : S.Handlers)
        if (std::optional<uint32_t> N = G.node(C))
          Starts.push_back(*N);
      std::vector<const Function *> Bodies = G.bodies(std::move(Starts));
      llvm::sort(Bodies);
      for (const Function *Body : Bodies)
        addEntry(S, *Body);
    }
    Wrapped.dropShared();
  }

private:
  void usedParameters(ValueId Id, unsigned Depth,
                      llvm::SmallVectorImpl<uint32_t> &Into) const;
  void expand(Registered S, std::vector<Registered> &Into) const;
  std::vector<Registered> madeByCallers(const Registered &S) const;
  static Registered throughCall(const Registered &S, const CallSite &At,
                                llvm::ArrayRef<uint32_t> Used);
  void addEntry(const Registered &S, const Function &Body);

  CallGraphBuilder &G;
  const Program &Prog;
  Decorators Wrapped;
};

} // namespace

/// Adds the parameters of its own function that \p Id depends on.
void EntryCollector::usedParameters(
    ValueId Id, unsigned Depth, llvm::SmallVectorImpl<uint32_t> &Into) const {
  if (!Id || Depth > 8)
    return;
  const Value &V = Prog.value(Id);
  if (V.Kind == ValueKind::Parameter && !V.Symbol)
    Into.push_back(V.Index);
  for (ValueId Arg : V.Args)
    usedParameters(Arg, Depth + 1, Into);
}

/// As the callers of its function make \p S; nothing if they decide nothing.
std::vector<Registered>
EntryCollector::madeByCallers(const Registered &S) const {
  const Function &Wrapper = *S.Where;
  llvm::SmallVector<uint32_t, 4> Used;
  for (ValueId Id : S.Open)
    usedParameters(Id, 0, Used);
  std::vector<Registered> Result;
  if (Used.empty() && llvm::none_of(S.Handlers, [&](const Callable &C) {
        return isOwnParameter(C, Wrapper);
      }))
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
                                       llvm::ArrayRef<uint32_t> Used) {
  const Call &Site = *At.Site;
  Registered Next = S;
  Next.Where = At.Caller;
  Next.Loc = Site.Loc;
  Next.Through.push_back({At.Caller, At.Site});
  Next.Open.clear();
  for (uint32_t Index : Used)
    if (Index < Site.Args.size())
      Next.Open.push_back(Site.Args[Index].Symbolic);
  Next.Handlers.clear();
  for (const Callable &C : S.Handlers) {
    if (!isOwnParameter(C, *S.Where))
      Next.Handlers.push_back(C);
    else if (C.Index < Site.Args.size())
      llvm::append_range(Next.Handlers, Site.Args[C.Index].Callables);
  }
  return Next;
}

static uint32_t callAt(const Function &F, const Location &Loc) {
  for (uint32_t I = 0; I < F.Calls.size(); ++I)
    if (F.Calls[I].Loc == Loc)
      return I;
  return CallGraph::NoCall;
}

void EntryCollector::addEntry(const Registered &S, const Function &Body) {
  EntryPoint E;
  E.Kind = S.By->Kind;
  E.Handler = &Body;
  E.By = S.By;
  E.In = S.In;
  E.Where = S.Where;
  E.Through = S.Through;
  E.Loc = S.Loc;
  uint32_t Node = G.addEntry(E);
  G.connect(Node, G.nodeOf(Body));
  if (E.Kind != EntryKind::Exit)
    G.setEscaped(Body);
  Wrapped.addPassed(E, Node);
  // What runs once is a part of what started it.
  if (E.By->Once || E.Kind == EntryKind::Thread) {
    CallGraph::Edge &Run =
        G.connect(G.nodeOf(*S.In), G.nodeOf(Body), callAt(*S.In, E.By->Loc));
    Run.Unsure = E.Kind == EntryKind::Thread;
    Run.Passed = true;
  }
}

void addRegisteredEntries(CallGraphBuilder &Graph) {
  EntryCollector(Graph).run();
}

} // namespace stateless
