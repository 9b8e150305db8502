//===- Lifetime.cpp - Which objects stay while the program serves ---------===//
//
// 1. Locals. A local of a function that starts up stays if it is declared
//    before the function's serving point, or in main while threads serve that
//    have its address. So does one that a handler captures
//    by reference or pointer, or is bound to, where the handler is registered
//    for good: not one that runs once, unless it registers itself again, and no
//    thread, which may be joined. A handler holds what was passed to its
//    wrapper for it to run, too.
// 2. Classes, breadth first from static variables, locals that stay, objects
//    bound to handlers, and those without a name that start-up serves with, so
//    that the chain told to the reader is a shortest one. Each class is entered
//    once.
//
// Limit: instances of a class are not told apart.
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include "facts/ControlFlow.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>

namespace stateless {

Lifetime::Lifetime(const Program &Prog, const PointsTo &Points,
                   const CallGraph &Graph, const Phases &Times) {
  findLocals(Prog, Points, Graph, Times);
  findRunning(Prog, Points, Times);
  spread(Prog);
}

namespace {

/// Handlers that run once, but register themselves again since start-up: they
/// keep the object whose method does so, and nothing that is made each time.
class RenewedHandlers {
public:
  RenewedHandlers(const CallGraph &Graph, const Phases &Times)
      : Graph(Graph), Times(Times) {
    for (const EntryPoint &E : Graph.entryPoints())
      if (E.By && E.In->Class && startsUp(*E.In))
        FirstOf[E.In->Class].push_back(&E);
  }

  bool contains(const EntryPoint &E) const {
    if (!E.In->Class || !leads(E, *E.In))
      return false;
    if (startsUp(*E.In))
      return true;
    // Another method of the object may have registered the first one.
    auto It = FirstOf.find(E.In->Class);
    return It != FirstOf.end() &&
           llvm::any_of(
               llvm::ArrayRef(It->second).take_front(MaxFirst),
               [&](const EntryPoint *First) { return leads(*First, *E.In); });
  }

private:
  /// True if start-up calls \p F.
  bool startsUp(const Function &F) const {
    return llvm::any_of(
        Graph.in(Graph.nodeOf(F)), [&](const CallGraph::Edge &In) {
          if (Graph.isBetween(In.To) || Graph.isEntry(In.To) ||
              In.Call == CallGraph::NoCall)
            return false;
          const Function &Caller = *Graph.functionOf(In.To);
          return Times.of(Caller, Caller.Calls[In.Call].Loc) == Phase::StartUp;
        });
  }

  /// True if the handler of \p E runs \p F, at most a few calls away.
  bool leads(const EntryPoint &E, const Function &F) const {
    uint32_t Goal = Graph.nodeOf(F);
    llvm::SmallVector<uint32_t, 8> Level{E.Node};
    for (unsigned Calls = 0; Calls < MaxCalls; ++Calls) {
      llvm::SmallVector<uint32_t, 8> Next;
      for (uint32_t Node : Level)
        for (const CallGraph::Edge &Out : Graph.out(Node)) {
          if (Out.To == Goal)
            return true;
          if (Next.size() < MaxAtEach)
            Next.push_back(Out.To);
        }
      Level = std::move(Next);
    }
    return false;
  }

  static constexpr unsigned MaxCalls = 4;
  static constexpr size_t MaxAtEach = 64;
  static constexpr size_t MaxFirst = 16;

  const CallGraph &Graph;
  const Phases &Times;
  /// By class: what its methods register at start-up.
  llvm::DenseMap<SymbolId, std::vector<const EntryPoint *>> FirstOf;
};

} // namespace

/// The function whose local \p O is; none: it is no local, or a closure.
static SymbolId functionOf(const Program &Prog, const Object &O) {
  if (O.Kind == ObjectKind::Local && O.In && !O.Called)
    return O.In->Symbol;
  const Variable *V =
      O.Kind == ObjectKind::Variable ? Prog.variable(O.Symbol) : nullptr;
  return V && V->Where == Storage::Automatic ? V->Function : SymbolId();
}

/// The locals that code besides their functions may have the addresses of.
static llvm::DenseSet<SymbolId> sharedLocals(const Program &Prog,
                                             const PointsTo &Points) {
  llvm::DenseSet<SymbolId> Result;
  for (ObjectId Holder = 0; Holder < Points.size(); ++Holder) {
    SymbolId By = functionOf(Prog, Points.object(Points.root(Holder)));
    for (ObjectId Held : Points.contents(Holder)) {
      const Object &Local = Points.object(Points.root(Held));
      SymbolId Of = functionOf(Prog, Local);
      if (Of && Of != By && Local.Symbol)
        Result.insert(Local.Symbol);
    }
  }
  return Result;
}

/// True for a local of main that is declared once, while threads serve already.
static bool isBesideServing(const Program &Prog, const Phases &Times,
                            const Function &F, const Variable &V) {
  return isMain(Prog, F) && !outermostLoop(F, V.Loc) &&
         Times.isBesideServing(F, V.Loc) &&
         Times.of(F, V.Loc) == Phase::Unknown;
}

void Lifetime::findLocals(const Program &Prog, const PointsTo &Points,
                          const CallGraph &Graph, const Phases &Times) {
  std::optional<llvm::DenseSet<SymbolId>> Shared;
  for (const Variable &V : Prog.variables()) {
    const Function *F =
        V.Where == Storage::Automatic ? Prog.function(V.Function) : nullptr;
    if (!F || !Times.isStartUp(*F))
      continue;
    if (Times.serves(*F) && Times.isBeforeServing(*F, V.Loc)) {
      Locals.insert(V.Symbol);
    } else if (isBesideServing(Prog, Times, *F, V)) {
      if (!Shared)
        Shared = sharedLocals(Prog, Points);
      if (Shared->contains(V.Symbol))
        Locals.insert(V.Symbol);
    }
  }
  HandlerObjects Objects(Prog, Points);
  ObjectOwners Owners(Prog, Points);
  RenewedHandlers Renewed(Graph, Times);
  for (const EntryPoint &E : Graph.entryPoints()) {
    if (!E.By || E.Kind == EntryKind::Thread || E.Kind == EntryKind::Signal ||
        E.Kind == EntryKind::Exit || E.Kind == EntryKind::Fork)
      continue;
    // What a request registers, lives for a request or a session; what runs
    // once, until then.
    Phase When = Times.of(*E.In, E.By->Loc);
    if (!E.By->Once && When != Phase::Request && When != Phase::OfChild)
      keep(Objects.of(E), Owners, E);
    else if (Renewed.contains(E))
      keepRenewed(Prog, Objects.of(E), E);
  }
  llvm::DenseSet<SymbolId> Aliases = Owners.aliases(Locals);
  for (SymbolId Alias : Aliases)
    Locals.erase(Alias);
  for (const Variable &V : Prog.variables())
    if (V.Where == Storage::Automatic && !Locals.contains(V.Symbol) &&
        !Aliases.contains(V.Symbol))
      for (HeldClass H : heldClasses(Prog, V.Type))
        Passing.insert(H.Class);
}

/// Server(Port).run(): nothing names the object, which stays all the same.
void Lifetime::findRunning(const Program &Prog, const PointsTo &Points,
                           const Phases &Times) {
  for (const FlowContext &In : Points.contexts()) {
    if (!Times.isStartUp(*In.F) || !Times.serves(*In.F))
      continue;
    std::vector<Location> Serving = Times.servingPlaces(*In.F);
    for (size_t Body = 0; Body < In.F->FlowBodies.size(); ++Body) {
      const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
      for (const Statement &S : Code) {
        if (S.Kind != StatementKind::Receiver || !S.A ||
            !llvm::is_contained(Serving, Code[S.B - 1].Loc))
          continue;
        for (ObjectId Id : Points.of(In, Body, S.A)) {
          const Object &O = Points.object(Id);
          const Class *Is = Prog.classOf(O.Type);
          bool Unnamed =
              (O.Kind == ObjectKind::Local || O.Kind == ObjectKind::New) &&
              !O.Symbol;
          if (Unnamed && Is)
            Running.try_emplace(Is->Symbol, Code[S.B - 1].Loc);
        }
      }
    }
  }
}

/// What the handler of \p E holds stays, as it does.
void Lifetime::keep(const HandlerObjects::Held &Held,
                    const ObjectOwners &Owners, const EntryPoint &E) {
  Locals.insert(Held.Locals.begin(), Held.Locals.end());
  for (ObjectId Id : Held.Heap)
    for (SymbolId Local : Owners.localsFor(Id, *E.In))
      Locals.insert(Local);
  for (SymbolId Class : Held.Classes)
    Bound.push_back({Class, &E});
}

/// Of what the handler of \p E holds, the object stays whose method registers
/// it again and again.
void Lifetime::keepRenewed(const Program &Prog,
                           const HandlerObjects::Held &Held,
                           const EntryPoint &E) {
  auto IsOwn = [&](HeldClass H) { return H.Class == E.In->Class; };
  for (SymbolId Local : Held.Locals)
    if (llvm::any_of(heldClasses(Prog, Prog.variable(Local)->Type), IsOwn))
      Locals.insert(Local);
  if (Held.Classes.contains(E.In->Class))
    Bound.push_back({E.In->Class, &E});
}

void Lifetime::spread(const Program &Prog) {
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> Derived;
  for (const Class &C : Prog.classes())
    for (TypeId Base : C.Bases)
      Derived[Prog.type(Base).Symbol].push_back(C.Symbol);
  std::deque<SymbolId> Work;
  llvm::DenseSet<SymbolId> Dispatched;
  auto Enter = [&](std::vector<HeldClass> All, Link By) {
    for (size_t I = 0; I < All.size(); ++I) {
      auto [Class, Exact] = All[I];
      if (Holder.try_emplace(Class, By).second)
        Work.push_back(Class);
      // What a pointer to it may really lead to.
      if (!Exact && Dispatched.insert(Class).second)
        for (SymbolId Symbol : Derived.lookup(Class))
          All.push_back({Symbol, false});
    }
  };
  auto Classes = [&](TypeId T) { return heldClasses(Prog, T); };
  auto EnterVariables = [&](bool Automatic) {
    for (const Variable &V : Prog.variables())
      if ((V.Where == Storage::Automatic) == Automatic && stays(V))
        Enter(Classes(V.Type), {V.Symbol, {}});
  };
  EnterVariables(/*Automatic=*/false);
  EnterVariables(/*Automatic=*/true);
  for (auto [Class, Handler] : Bound)
    Enter({{Class, false}}, {{}, {}, Handler});
  for (const Class &C : Prog.classes())
    if (Running.contains(C.Symbol))
      Enter({{C.Symbol, true}}, {});
  while (!Work.empty()) {
    SymbolId At = Work.front();
    Work.pop_front();
    const Class *C = Prog.classOf(At);
    if (!C)
      continue;
    for (SymbolId Symbol : C->Fields) {
      if (const Field *F = Prog.field(Symbol))
        Enter(Classes(F->Type), {Symbol, At});
    }
    for (TypeId Base : C->Bases)
      Enter(Classes(Base), Holder.lookup(At));
  }
}

std::vector<SymbolId> Lifetime::holders(SymbolId Class) const {
  std::vector<SymbolId> Chain;
  // Each class was entered after the one that holds it, so this ends.
  for (auto It = Holder.find(Class); It != Holder.end() && It->second.By;
       It = Holder.find(It->second.Class)) {
    Chain.insert(Chain.begin(), It->second.By);
    if (!It->second.Class)
      break;
  }
  return Chain;
}

const EntryPoint *Lifetime::handlerOf(SymbolId Class) const {
  auto It = Holder.find(Class);
  while (It != Holder.end() && It->second.Class)
    It = Holder.find(It->second.Class);
  return It == Holder.end() ? nullptr : It->second.Handler;
}

} // namespace stateless
