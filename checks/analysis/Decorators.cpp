//===- Decorators.cpp - Handlers that run what a wrapper was given --------===//
//
// A decorator is a lambda that runs, itself or in lambdas of its own, a
// parameter of the function that it is made in. What the parameter stands for
// on one route, the calls say through which the route was registered. That may
// be a decorator too, made in a caller of the wrapper, and so on: each is
// further out than the one before, so this ends.
//
// The edges of the entry point stand at calls of the handler: what a second
// decorator runs is told as run by the first.
//
//===----------------------------------------------------------------------===//
#include "analysis/Decorators.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static bool isWithin(const Program &Prog, const Function &Lambda,
                     const Function &Outer) {
  constexpr unsigned MaxNested = 8;
  const Function *At = &Lambda;
  for (unsigned Nested = 0; At && At->Kind == FunctionKind::Lambda &&
                            Nested < MaxNested && At != &Outer;
       ++Nested)
    At = Prog.function(At->Parent);
  return At == &Outer && At != &Lambda;
}

/// The function that calls Through[Level].
static const Function &callerAt(const EntryPoint &E, unsigned Level) {
  return Level ? *E.Through[Level - 1].Caller : *E.In;
}

namespace {
struct Passed {
  Callable What;
  unsigned Level; ///< Of the function that names it.
};
} // namespace

/// What \p C, named in the function at \p Level, stands for.
static void resolve(const Callable &C, unsigned Level, const EntryPoint &E,
                    std::vector<Passed> &Into) {
  if (Level >= E.Through.size() || !isOwnParameter(C, callerAt(E, Level)))
    return Into.push_back({C, Level});
  const Call &Site = *E.Through[Level].Site;
  if (C.Index < Site.Args.size())
    for (const Callable &Further : Site.Args[C.Index].Callables)
      resolve(Further, Level + 1, E, Into);
}

void Decorators::addPassed(const EntryPoint &E, uint32_t Node) {
  std::vector<Running> Work{{E.Handler, 0, std::nullopt}};
  llvm::SmallDenseSet<const Function *, 4> Seen;
  while (!Work.empty()) {
    Running R = Work.back();
    Work.pop_back();
    if (!Seen.insert(R.Lambda).second)
      continue;
    const Function &Wrapper = callerAt(E, R.Level);
    if (!isWithin(Prog, *R.Lambda, Wrapper))
      continue;
    Shape &Does = shapeOf(*R.Lambda, Wrapper);
    Does.Drop |= R.Level < E.Through.size();
    for (auto [Inner, Call] : Does.Inner)
      Work.push_back({Inner, R.Level, R.Via.value_or(Call)});
    for (const Shape::Run &Run : Does.Runs) {
      std::vector<Passed> All;
      resolve({CallableKind::Parameter, Wrapper.Symbol, Run.Parameter}, R.Level,
              E, All);
      uint32_t Via = R.Via.value_or(Run.Call);
      for (const Passed &P : All)
        if (std::optional<uint32_t> To = G.node(P.What)) {
          G.connect(Node, *To, Via).Unsure = Run.Unsure;
          if (const Function *F = G.functionAt(*To))
            Work.push_back({F, P.Level, Via});
        }
    }
  }
}

Decorators::Shape &Decorators::shapeOf(const Function &Lambda,
                                       const Function &Wrapper) {
  auto [It, New] = Shapes.try_emplace({&Lambda, &Wrapper});
  if (New)
    It->second = makeShape(Lambda, Wrapper);
  return It->second;
}

/// The parameters of \p Wrapper that \p C calls or passes on.
static llvm::SmallVector<Callable, 2> usedParameters(const Call &C,
                                                     const Function &Wrapper) {
  llvm::SmallVector<Callable, 2> Result;
  auto Add = [&](llvm::ArrayRef<Callable> All) {
    llvm::copy_if(All, std::back_inserter(Result), [&](const Callable &Named) {
      return isOwnParameter(Named, Wrapper);
    });
  };
  Add(C.Targets);
  for (const Argument &A : C.Args)
    Add(A.Callables);
  return Result;
}

Decorators::Shape Decorators::makeShape(const Function &Lambda,
                                        const Function &Wrapper) const {
  Shape Result;
  // A template's type names the closures that its calls pass.
  std::map<uint32_t, llvm::DenseSet<uint32_t>> Held;
  auto IsShared = [&](uint32_t Holder, uint32_t To) {
    auto [It, New] = Held.try_emplace(Holder);
    if (New)
      for (const CallGraph::Edge &Of : std::as_const(G).out(Holder))
        It->second.insert(Of.To);
    return Holder == To || It->second.contains(To);
  };
  for (const CallGraph::Edge &E : std::as_const(G).out(G.nodeOf(Lambda))) {
    llvm::SmallVector<Callable, 2> Used;
    if (E.Call != CallGraph::NoCall)
      Used = usedParameters(Lambda.Calls[E.Call], Wrapper);
    bool Shared = false;
    for (const Callable &P : Used)
      if (std::optional<uint32_t> Holder = G.holder(P)) {
        if (*Holder == E.To)
          Result.Runs.push_back({P.Index, E.Call, false});
        Shared |= IsShared(*Holder, E.To);
      }
    const Function *Inner = G.functionAt(E.To);
    if (Shared)
      Result.Shared.insert({E.To, E.Call});
    else if (Inner && Inner->Parent == Lambda.Symbol)
      Result.Inner.push_back({Inner, E.Call});
    if (!Shared && !Used.empty() && !Lambda.Calls[E.Call].Targets.empty())
      Result.Alternatives.insert(E.Call);
  }
  for (Shape::Run &R : Result.Runs)
    R.Unsure = Result.Alternatives.contains(R.Call);
  return Result;
}

void Decorators::dropShared() {
  for (const auto &[Key, Does] : Shapes) {
    std::vector<CallGraph::Edge> &Edges = G.out(G.nodeOf(*Key.first));
    for (CallGraph::Edge &E : Edges)
      E.Unsure |= Does.Alternatives.contains(E.Call);
    if (Does.Drop)
      llvm::erase_if(Edges, [&, &Does = Does](const CallGraph::Edge &E) {
        return Does.Shared.contains({E.To, E.Call});
      });
  }
}

} // namespace stateless
