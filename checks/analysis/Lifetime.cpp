//===- Lifetime.cpp - Which objects stay while the program serves ---------===//
//
// 1. Locals. A local of a function that starts up stays if it is declared
//    before the function's serving point. So does one that a handler captures
//    by reference or pointer, or is bound to, where the handler is registered
//    for good: not one that runs once, unless it registers itself again, and no
//    thread, which may be joined. A handler holds what was passed to its
//    wrapper for it to run, too.
// 2. Classes, breadth first from static variables, locals that stay, and
//    objects bound to handlers, so that the chain told to the reader is a
//    shortest one. Each class is entered once.
//
// Limits: instances of a class are not told apart; a closure's own captured
// copies are not looked at (FN_ in the fixtures of programs/lifetime).
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>

namespace stateless {

/// The classes of the objects that a value of \p T holds, itself included.
template <typename Found>
static void heldClasses(const Program &Prog, TypeId T, bool Exact,
                        unsigned Depth, std::vector<Found> &Into) {
  if (!T || Depth > 6)
    return;
  const Type &Fact = Prog.type(T);
  if (Fact.Kind == TypeKind::Function)
    return;
  // A project template's arguments show in its fields; a library's are held.
  if (Fact.Kind == TypeKind::Record && Prog.classOf(Fact.Symbol)) {
    Into.push_back({Fact.Symbol, Exact});
    return;
  }
  for (TypeId Arg : Fact.Args)
    heldClasses(Prog, Arg, Exact && Fact.Kind == TypeKind::Array, Depth + 1,
                Into);
}

std::vector<Lifetime::Held> Lifetime::held(const Program &Prog, TypeId T) {
  std::vector<Held> Result;
  heldClasses(Prog, T, /*Exact=*/true, 0, Result);
  return Result;
}

Lifetime::Lifetime(const Program &Prog, const PointsTo &Points,
                   const CallGraph &Graph, const Phases &Times,
                   const PlaceResolution &Places) {
  findLocals(Prog, Graph, Times, Places, Points);
  spread(Prog);
}

namespace {

/// The lambdas that a handler holds: itself, and those that it took along.
class HeldLambdas {
public:
  HeldLambdas(const Program &Prog, const PointsTo &Points)
      : Prog(Prog), Points(Points) {}

  /// Those that handlers share are told for the first one only.
  std::vector<const Function *> of(const EntryPoint &E) {
    std::vector<const Function *> Result;
    std::vector<ObjectId> Work;
    for (const FlowHandler &H : E.Given) {
      const FlowContext &In = Points.contexts()[H.In];
      const Statement &Run = In.F->FlowBodies[H.Body].Statements[H.Number - 1];
      for (ObjectId Id : Points.of(In, H.Body, Run.A))
        if (isCode(Id, *E.Handler))
          Work.push_back(Id);
    }
    while (!Work.empty()) {
      ObjectId Id = Work.back();
      Work.pop_back();
      if (!Seen.insert(Id).second)
        continue;
      for (const Function *F : bodiesOf(Prog, Points.object(Id)))
        if (F->Kind == FunctionKind::Lambda && !llvm::is_contained(Result, F))
          Result.push_back(F);
      addHeld(Id, Work);
    }
    return Result;
  }

private:
  bool isCode(ObjectId Id, const Function &F) const {
    return Points.object(Id).Called &&
           llvm::is_contained(bodiesOf(Prog, Points.object(Id)), &F);
  }

  /// The closures in what \p Id has, and in objects of libraries that it has or
  /// refers to. What it refers to of the project's classes has them itself.
  void addHeld(ObjectId Id, std::vector<ObjectId> &Into) {
    for (ObjectId Part : Points.parts(Id)) {
      for (ObjectId Held : Points.contents(Part))
        if (Points.object(Held).Called ||
            (Held != UnknownObject && !Points.object(Held).Type))
          Into.push_back(Held);
      Into.push_back(Part);
    }
  }

  const Program &Prog;
  const PointsTo &Points;
  llvm::DenseSet<ObjectId> Seen;
};

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

void Lifetime::findLocals(const Program &Prog, const CallGraph &Graph,
                          const Phases &Times, const PlaceResolution &Places,
                          const PointsTo &Points) {
  for (const Variable &V : Prog.variables()) {
    if (V.Where != Storage::Automatic)
      continue;
    const Function *F = Prog.function(V.Function);
    if (F && Times.isStartUp(*F) && Times.serves(*F) &&
        Times.isBeforeServing(*F, V.Loc))
      Locals.insert(V.Symbol);
  }
  HeldLambdas Lambdas(Prog, Points);
  RenewedHandlers Renewed(Graph, Times);
  for (const EntryPoint &E : Graph.entryPoints()) {
    if (!E.By || E.Kind == EntryKind::Thread || E.Kind == EntryKind::Signal ||
        E.Kind == EntryKind::Exit)
      continue;
    // What a request registers, lives for a request or a session; what runs
    // once, until then.
    Phase When = Times.of(*E.In, E.By->Loc);
    bool Brief = E.By->Once || When == Phase::Request || When == Phase::OfChild;
    if (Brief && !Renewed.contains(E))
      continue;
    for (const Function *Lambda : Lambdas.of(E))
      keepClosure(Prog, Places, *Lambda, E, /*OnlyThis=*/Brief);
    if (!E.By->Override)
      for (const Place &P : E.By->Holds)
        if (!Brief || P.Root == RootKind::This)
          keep(Prog, Places, P, *E.In, E);
  }
  findAliases(Prog, Places);
  for (SymbolId Alias : Aliases)
    Locals.erase(Alias);
  for (const Variable &V : Prog.variables())
    if (V.Where == Storage::Automatic && !Locals.contains(V.Symbol) &&
        !Aliases.contains(V.Symbol))
      for (const Held &H : held(Prog, V.Type))
        Passing.insert(H.Class);
}

/// What \p Lambda captures stays, as the handler of \p E does.
void Lifetime::keepClosure(const Program &Prog, const PlaceResolution &Places,
                           const Function &Lambda, const EntryPoint &E,
                           bool OnlyThis) {
  const Function *Outer = Prog.function(Lambda.Parent);
  if (!Outer)
    return;
  for (const Closure &C : Outer->Closures) {
    if (C.Lambda != Lambda.Symbol)
      continue;
    for (const Place &P : C.Captures)
      if (!OnlyThis || P.Root == RootKind::This)
        keep(Prog, Places, P, *Outer, E);
    // What has no name anywhere: make_shared<Store>() as an argument.
    for (TypeId T : C.Held)
      for (const Held &H : held(Prog, T))
        // shared_from_this() is another name of the object.
        if (!OnlyThis || H.Class == E.In->Class)
          Bound.push_back({H.Class, &E});
  }
}

/// The object \p P of \p F stays.
void Lifetime::keep(const Program &Prog, const PlaceResolution &Places,
                    const Place &P, const Function &F, const EntryPoint &E) {
  for (const Place &R : Places.resolveOutside(P, F)) {
    if (R.Root == RootKind::Variable) {
      if (const Variable *V = Prog.variable(R.Symbol);
          V && V->Where == Storage::Automatic)
        Locals.insert(R.Symbol);
    } else if (R.Root == RootKind::This && R.Steps.empty()) {
      Bound.push_back({R.Symbol, &E});
    }
  }
}

/// A pointer to an object that another variable or field holds keeps nothing of
/// its own; nor does a plain pointer that a call returned, if that made
/// nothing.
void Lifetime::findAliases(const Program &Prog, const PlaceResolution &Places) {
  llvm::DenseSet<SymbolId> Given, Made;
  for (const Function &F : Prog.functions())
    for (const Access &A : F.Accesses) {
      if ((A.Kind != AccessKind::Initialize && A.Kind != AccessKind::Assign) ||
          A.Target.Root != RootKind::Variable || !A.Target.Steps.empty())
        continue;
      const Variable *V = Prog.variable(A.Target.Symbol);
      bool Plain = V && V->Where == Storage::Automatic &&
                   Prog.type(V->Type).Kind == TypeKind::Pointer;
      for (const Place &P : A.From)
        if (Plain)
          (Places.isNew(P, F) ? Made : Given).insert(V->Symbol);
      if (A.Kind == AccessKind::Assign)
        continue;
      for (const Place &P : A.From)
        for (const Place &R : Places.resolve(P, F))
          if ((R.Root == RootKind::Variable && R.Symbol != A.Target.Symbol) ||
              (R.Root == RootKind::This && !R.Steps.empty()))
            Aliases.insert(A.Target.Symbol);
    }
  for (SymbolId Pointer : Given)
    if (!Made.contains(Pointer))
      Aliases.insert(Pointer);
}

void Lifetime::spread(const Program &Prog) {
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> Derived;
  for (const Class &C : Prog.classes())
    for (TypeId Base : C.Bases)
      Derived[Prog.type(Base).Symbol].push_back(C.Symbol);
  std::deque<SymbolId> Work;
  llvm::DenseSet<SymbolId> Dispatched;
  auto Enter = [&](std::vector<Held> All, Link By) {
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
  auto Classes = [&](TypeId T) { return held(Prog, T); };
  auto EnterVariables = [&](bool Automatic) {
    for (const Variable &V : Prog.variables())
      if ((V.Where == Storage::Automatic) == Automatic && stays(V))
        Enter(Classes(V.Type), {V.Symbol, {}});
  };
  EnterVariables(/*Automatic=*/false);
  EnterVariables(/*Automatic=*/true);
  for (auto [Class, Handler] : Bound)
    Enter({{Class, false}}, {{}, {}, Handler});
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
