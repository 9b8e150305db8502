//===- PlaceResolution.cpp - Which objects a place may be -----------------===//
//
// A query starts in one function, the origin. Places of the origin's own object
// and parameters are answers as they stand: its callers know what they are
// (analysis/Mutation's summaries carry that up). Beyond the origin they are
// followed to all callers.
//
// `this` of a lambda is that of the method around it. A lambda runs when its
// method is over, so what it does to `this` is not told by the method's
// summary: it is followed to the objects that the method is called on, and of a
// method that is bound as a handler to the objects that are bound.
//
// Limits: MaxDepth steps, MaxCallers callers of one function, MaxResolved
// answers; what lies beyond is left out.
//
//===----------------------------------------------------------------------===//
#include "analysis/PlaceResolution.h"
#include "analysis/Dispatch.h"

namespace stateless {

/// Accessors that return what accessors return: further than anyone nests.
static constexpr unsigned MaxDepth = 6;
static constexpr size_t MaxResolved = 16;
static constexpr size_t MaxCallers = 32;
static constexpr unsigned MaxSteps = 500;

struct PlaceResolution::Query {
  const Function *Origin; ///< Null: nothing is at home.
  std::vector<Place> Into;
  unsigned Steps = 0;

  void answer(const Place &P) {
    if (P && Into.size() < MaxResolved && !llvm::is_contained(Into, P))
      Into.push_back(P);
  }
};

PlaceResolution::PlaceResolution(const Program &Prog, const CallGraph &Graph)
    : Prog(Prog), Graph(Graph) {
  llvm::DenseMap<const Registration *, const Function *> Registering;
  for (const Function &F : Prog.functions())
    for (const Registration &R : F.Registrations)
      if (!R.Holds.empty())
        Registering[&R] = &F;
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.By && Registering.contains(E.By) &&
        E.Handler->Kind != FunctionKind::Lambda)
      Bound[E.Handler].push_back({Registering.lookup(E.By), E.By});
  // A framework calls an overriding method on any object of its class.
  llvm::DenseMap<SymbolId, std::vector<SymbolId>> ObjectsOf;
  for (const Variable &V : Prog.variables())
    if (const Class *C = Prog.classOf(pointedTo(V.Type)))
      ObjectsOf[C->Symbol].push_back(V.Symbol);
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.By && E.By->Override)
      if (auto It = ObjectsOf.find(E.Handler->Class); It != ObjectsOf.end())
        Objects[E.Handler] = It->second;
}

/// The type behind pointers, smart pointers and references.
TypeId PlaceResolution::pointedTo(TypeId T) const {
  for (unsigned Depth = 0; Depth < 4; ++Depth) {
    const Type &At = Prog.type(T);
    bool Leads = At.Kind == TypeKind::Pointer ||
                 At.Kind == TypeKind::LValueReference || At.PointerLike;
    if (!Leads || At.Args.empty())
      break;
    T = At.Args[0];
  }
  return T;
}

static Place with(Place P, const std::vector<Step> &Steps) {
  P.Steps.insert(P.Steps.end(), Steps.begin(), Steps.end());
  return P;
}

void PlaceResolution::follow(const Place &P, const Function &F, Query &Q,
                             unsigned Depth) const {
  if (Q.Into.size() >= MaxResolved || Depth > MaxDepth || ++Q.Steps > MaxSteps)
    return;
  bool AtHome = &F == Q.Origin;
  switch (P.Root) {
  case RootKind::CallResult:
    return followResult(P, F, Q, Depth);
  case RootKind::Parameter: {
    if (AtHome && !P.Symbol) {
      Q.answer(P);
      return followData(P, F, Q, Depth);
    }
    Place Foreign = P;
    if (!Foreign.Symbol)
      Foreign.Symbol = F.Symbol;
    return followParameter(Foreign, Q, Depth);
  }
  case RootKind::This: {
    Place Here = P;
    if (!AtHome)
      Here.Symbol = F.Class;
    Q.answer(Here);
    if (!AtHome || F.Kind == FunctionKind::Lambda || Bound.contains(&F) ||
        Objects.contains(&F))
      followThis(P, F, Q, Depth);
    return;
  }
  case RootKind::Created:
    // Numbered in its own function only.
    if (AtHome)
      Q.answer(P);
    return;
  default:
    return Q.answer(P);
  }
}

void PlaceResolution::followResult(const Place &P, const Function &F, Query &Q,
                                   unsigned Depth) const {
  if (P.Index >= F.Calls.size())
    return;
  const Call &C = F.Calls[P.Index];
  auto FollowBody = [&](const Function &Callee) {
    for (const Place &Returned : Callee.ReturnedPlaces) {
      Query Inner{&Callee, {}, Q.Steps};
      follow(Returned, Callee, Inner, Depth + 1);
      Q.Steps = Inner.Steps;
      for (const Place &I : Inner.Into) {
        llvm::ArrayRef<Place> Outer;
        if (I.Root == RootKind::This && !I.Symbol)
          Outer = C.Receivers;
        else if (I.Root == RootKind::Parameter && !I.Symbol &&
                 I.Index < C.Args.size())
          Outer = C.Args[I.Index].Places;
        else if (const Variable *V = I.Root == RootKind::Variable
                                         ? Prog.variable(I.Symbol)
                                         : nullptr;
                 V && V->Where != Storage::Automatic) {
          // A local of the callee is gone, or is handed over to a local here.
          follow(with(I, P.Steps), F, Q, Depth + 1);
          continue;
        }
        for (const Place &O : Outer)
          follow(with(with(O, I.Steps), P.Steps), F, Q, Depth + 1);
      }
    }
  };
  if (C.Kind == CallKind::Direct || C.Kind == CallKind::Virtual)
    if (const Function *Callee = Prog.function(C.Callee))
      FollowBody(*Callee);
  if (C.Kind == CallKind::Virtual || C.Kind == CallKind::Indirect)
    for (const Function *Callee : Graph.targets(F, P.Index))
      if (Callee->Symbol != C.Callee)
        FollowBody(*Callee);
}

void PlaceResolution::followParameter(const Place &P, Query &Q,
                                      unsigned Depth) const {
  const Function *Owner = Prog.function(P.Symbol);
  auto Sites = Owner ? callSites(Prog, *Owner, MaxCallers)
                     : std::optional<std::vector<CallSite>>();
  if (!Sites || Sites->empty()) {
    Q.answer(P);
    return Owner ? followData(P, *Owner, Q, Depth) : void();
  }
  for (const CallSite &At : *Sites)
    if (P.Index < At.Site->Args.size())
      for (const Place &Passed : At.Site->Args[P.Index].Places)
        follow(with(Passed, P.Steps), *At.Caller, Q, Depth + 1);
}

/// A C framework gives its handlers back what was registered with them.
void PlaceResolution::followData(const Place &P, const Function &F, Query &Q,
                                 unsigned Depth) const {
  auto It = Bound.find(&F);
  if (It == Bound.end() || P.Index >= F.Parameters.size())
    return;
  const Type &T = Prog.type(F.Parameters[P.Index].Type);
  if (T.Args.empty() ||
      (T.Kind != TypeKind::Pointer && T.Kind != TypeKind::LValueReference))
    return;
  bool Untyped = Prog.text(Prog.type(T.Args[0]).Spelling).ends_with("void");
  auto Fits = [&](const Place &Object) {
    const Variable *V =
        Object.Root == RootKind::Variable && Object.Steps.empty()
            ? Prog.variable(Object.Symbol)
            : nullptr;
    return Untyped || (V && V->Type == T.Args[0]);
  };
  for (const Binding &B : It->second)
    for (const Place &Object : B.By->Holds)
      if (Fits(Object))
        follow(with(Object, P.Steps), *B.In, Q, Depth + 1);
}

/// The class of the object that \p P of \p F is or points to; null: unknown.
static const Class *classOfObject(const Program &Prog, const Place &P,
                                  const Function &F) {
  if (llvm::any_of(P.Steps,
                   [](const Step &S) { return S.Kind != StepKind::Deref; }))
    return nullptr;
  if (P.Root == RootKind::This)
    return Prog.classOf(P.Symbol ? P.Symbol : F.Class);
  const Variable *V =
      P.Root == RootKind::Variable ? Prog.variable(P.Symbol) : nullptr;
  if (!V)
    return nullptr;
  const Type *T = &Prog.type(V->Type);
  if ((T->Kind == TypeKind::Pointer || T->PointerLike) && !T->Args.empty())
    T = &Prog.type(T->Args[0]);
  return Prog.classOf(T->Symbol);
}

/// True if \p A is \p B or derives from it.
static bool isOrDerives(const Program &Prog, const Class &A, const Class &B) {
  llvm::SmallVector<const Class *, 8> Work{&A};
  llvm::SmallDenseSet<const Class *, 8> Seen;
  while (!Work.empty()) {
    const Class *At = Work.pop_back_val();
    if (At == &B)
      return true;
    if (Seen.insert(At).second)
      for (TypeId Base : At->Bases)
        if (const Class *C = Prog.classOf(Base))
          Work.push_back(C);
  }
  return false;
}

/// False if a method of \p Of cannot run on the object \p P of \p F: it is an
/// argument that is bound beside it.
static bool mayBeObjectOf(const Program &Prog, SymbolId Of, const Place &P,
                          const Function &F) {
  const Class *Object = classOfObject(Prog, P, F);
  const Class *Method = Prog.classOf(Of);
  return !Object || !Method || isOrDerives(Prog, *Object, *Method) ||
         isOrDerives(Prog, *Method, *Object);
}

void PlaceResolution::followThis(const Place &P, const Function &F, Query &Q,
                                 unsigned Depth) const {
  const Function *Method = &F;
  for (unsigned Nested = 0;
       Method && Method->Kind == FunctionKind::Lambda && Nested < MaxDepth;
       ++Nested)
    Method = Prog.function(Method->Parent);
  if (!Method || !Method->Class)
    return;
  if (auto Sites = callSites(Prog, *Method, MaxCallers))
    for (const CallSite &At : *Sites)
      for (const Place &Object : At.Site->Receivers)
        follow(with(Object, P.Steps), *At.Caller, Q, Depth + 1);
  if (auto It = Objects.find(Method); It != Objects.end())
    for (SymbolId Object : It->second)
      Q.answer(with({RootKind::Variable, 0, Object, {}}, P.Steps));
  if (auto It = Bound.find(Method); It != Bound.end())
    for (const Binding &B : It->second)
      for (const Place &Object : B.By->Holds)
        if (mayBeObjectOf(Prog, Method->Class, Object, *B.In))
          follow(with(Object, P.Steps), *B.In, Q, Depth + 1);
}

bool PlaceResolution::isNew(const Place &P, const Function &F,
                            unsigned Depth) const {
  if (P.Root == RootKind::Created)
    return true;
  if (P.Root != RootKind::CallResult || !P.Steps.empty() || Depth > MaxDepth ||
      P.Index >= F.Calls.size())
    return false;
  // What the callee gave a name, it hands over with the name's end.
  auto HandsOver = [&](const Place &Returned, const Function &Callee) {
    const Variable *V = Returned.Root == RootKind::Variable
                            ? Prog.variable(Returned.Symbol)
                            : nullptr;
    return V ? V->Where == Storage::Automatic && Returned.Steps.size() == 1
             : isNew(Returned, Callee, Depth + 1);
  };
  return llvm::any_of(Graph.targets(F, P.Index), [&](const Function *Callee) {
    return llvm::any_of(Callee->ReturnedPlaces, [&](const Place &Returned) {
      return HandsOver(Returned, *Callee);
    });
  });
}

bool PlaceResolution::isNew(const Place &P, const Function &F) const {
  return isNew(P, F, 0);
}

std::vector<Place> PlaceResolution::resolve(const Place &P,
                                            const Function &F) const {
  Query Q{&F, {}};
  follow(P, F, Q, 0);
  return std::move(Q.Into);
}

std::vector<Place> PlaceResolution::resolveOutside(const Place &P,
                                                   const Function &F) const {
  Query Q{nullptr, {}};
  follow(P, F, Q, 0);
  return std::move(Q.Into);
}

} // namespace stateless
