//===- PointsToBuild.cpp - Statements to constraints ----------------------===//
//
// Each statement becomes an object, a node or a constraint; what needs no node
// is decided at once. Calls come last, when all of their arguments are known.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"

namespace stateless {

/// Functions of up to this many statements are told apart by who calls them,
/// through this many calls.
static constexpr size_t MaxClone = 60;
static constexpr unsigned MaxCloneDepth = 3;

/// A pointer that may be more objects than these may be anything. Large
/// programs have more pointers that may be much, and what they cost is the
/// product: of more than ManyStatements, fewer objects, but LeastSet.
static constexpr size_t MostSet = 1000, LeastSet = 100;
static constexpr size_t ManyStatements = 1000000;
/// A program may copy one object into another this often, or as often as it has
/// statements, copies of parts included.
static constexpr size_t LeastCopied = 200000;
/// The clones of a program may be as many statements as the program has, and as
/// many as SmallProgram more, but no more than MostCloned.
static constexpr size_t SmallProgram = 20000, MostCloned = 2000000;

PointsToSolver::PointsToSolver(const Program &Prog)
    : Prog(Prog), Virtuals(Prog) {
  indexImplicitCalls();
  indexCaptures();
  add({}); // Unknown.
  Lent = newNode();
  // What Unknown holds has no bound: all that is lost is kept there.
  Nodes[contents(UnknownObject)].Unbounded = true;
  insert(contents(UnknownObject), UnknownObject);
  size_t All = 0;
  for (const Function &F : Prog.functions())
    for (const FlowBody &Body : F.FlowBodies)
      All += Body.Statements.size();
  MostBuilt = All + std::min(All, MostCloned) + SmallProgram;
  MostBuiltForOpen = All + SmallProgram;
  MaxSet = std::clamp(MostSet * ManyStatements / std::max<size_t>(All, 1),
                      LeastSet, MostSet);
  MaxCopied = std::max(All, LeastCopied);
  for (const Function &F : Prog.functions())
    if (!F.FlowBodies.empty())
      build(contextOf(F));
  addCalls();
  seedUnknown();
}

/// \p By: the call that it is for; null: all other calls.
uint32_t PointsToSolver::addContext(const Function &F, const CallSite *By) {
  Context C;
  C.F = &F;
  FlowContext T;
  T.F = T.Root = &F;
  T.Of = static_cast<uint32_t>(Contexts.size());
  if (By) {
    C.Caller = By->In;
    C.Depth = Contexts[By->In].Depth + 1;
    const FlowContext &Caller = Told[By->In];
    T.Root = Caller.Root;
    T.Site = Caller.isClone() ? Caller.Site : By->Loc;
    T.Callee = Caller.isClone() ? Caller.Callee : F.QualifiedName;
    T.Caller = By->In;
    T.At = By->Loc;
    T.Of = Caller.Of;
  }
  Contexts.push_back(std::move(C));
  Told.push_back(T);
  return static_cast<uint32_t>(Contexts.size() - 1);
}

uint32_t PointsToSolver::contextOf(const Function &F) {
  auto [It, New] = ContextOf.try_emplace(&F, 0);
  if (New) {
    uint32_t Id = addContext(F, nullptr);
    ContextOf[&F] = Id;
    return Id;
  }
  return It->second;
}

void PointsToSolver::build(uint32_t In) {
  Told[In].FirstValue = Values.size();
  for (size_t B = 0; B < Contexts[In].F->FlowBodies.size(); ++B)
    build(In, B);
}

/// The statements whose value another one uses.
static std::vector<bool> usedValues(const std::vector<Statement> &Code) {
  std::vector<bool> Used(Code.size());
  for (const Statement &S : Code) {
    bool OfCall = S.Kind == StatementKind::Receiver ||
                  S.Kind == StatementKind::Argument ||
                  S.Kind == StatementKind::ArgumentObject;
    if (S.A != 0)
      Used[S.A - 1] = true;
    if (S.B != 0 && !OfCall)
      Used[S.B - 1] = true;
  }
  return Used;
}

void PointsToSolver::build(uint32_t In, size_t Body) {
  const std::vector<Statement> &Code =
      Contexts[In].F->FlowBodies[Body].Statements;
  Built += Code.size();
  size_t First = Values.size();
  std::vector<bool> Used = usedValues(Code);
  std::vector<Ref> Known;
  Known.reserve(Code.size());
  for (const Statement &S : Code) {
    if (S.Kind >= StatementKind::Store) {
      effectOf(In, S, Known);
      Known.push_back({});
      continue;
    }
    if (S.Kind == StatementKind::Call || S.Kind == StatementKind::Run)
      CallAt.push_back({static_cast<uint32_t>(First + Known.size()),
                        static_cast<uint32_t>(Calls.size())});
    Known.push_back(valueOf(In, S, Known, Used[Known.size()]));
  }
  Values.insert(Values.end(), Known.begin(), Known.end());
}

/// True if what \p F does, or gives out, may be another one for each caller.
/// \p Size becomes the number of its statements.
bool PointsToSolver::dependsOnContext(const Function &F, size_t &Size) const {
  Size = 0;
  bool Matters = false, Calls = false, Returns = false;
  for (const FlowBody &Body : F.FlowBodies) {
    Size += Body.Statements.size();
    for (const Statement &S : Body.Statements) {
      Matters |= S.Kind == StatementKind::This ||
                 S.Kind == StatementKind::Parameter ||
                 S.Kind == StatementKind::New;
      Calls |= S.Kind == StatementKind::Call;
      Returns |=
          S.Kind == StatementKind::Return || S.Kind == StatementKind::Result;
    }
  }
  // What it calls may make what it returns (xstrdup, by way of xmalloc).
  return Matters || (Calls && Returns);
}

/// True if \p F hands handlers over to a framework.
static bool registers(const Function &F) {
  return llvm::any_of(F.Registrations,
                      [](const Registration &R) { return !R.Override; });
}

/// True if \p F, which \p C calls for sure, is looked at for that place alone.
bool PointsToSolver::isCloned(const CallSite &C, const Function &F) const {
  size_t Size = 0;
  bool Matters = dependsOnContext(F, Size);
  // Which handler goes with which route, the caller says.
  bool Registers = registers(F);
  // Calls of one body come first: more hangs on them.
  bool Sure = C.Callee && !C.Virtual;
  size_t Most = Sure ? MostBuilt : MostBuiltForOpen;
  // What a coroutine does, it does when it is resumed, whoever called it.
  if (!Matters || F.Coroutine || (Size > MaxClone && !Registers) ||
      Built + Size > Most || Contexts[C.In].Depth >= MaxCloneDepth + Registers)
    return false;
  for (uint32_t At = C.In; At != NoContext; At = Contexts[At].Caller)
    if (Contexts[At].F == &F)
      return false;
  return true;
}

/// The first that names an object, its own initialiser last.
void PointsToSolver::nameBy(ObjectId Id, const Function &F) {
  const Function *&By = NamedBy[Id];
  if (!By || By->Kind == FunctionKind::Initializer)
    By = &F;
}

/// Of \p From, what passes for an object of class \p Class, if that is one.
PointsToSolver::Ref PointsToSolver::only(Kind Which, SymbolId Class, Ref From) {
  if (!Class || !From)
    return From;
  if (From.isObject())
    return passes(Which, Class, From.object()) ? From : Ref();
  Node N = newNode();
  constrain(From, {Which, N, NoNode, Class, {}});
  return {N};
}

/// \p IsUsed: a later statement uses the value.
PointsToSolver::Ref PointsToSolver::valueOf(uint32_t In, const Statement &S,
                                            const std::vector<Ref> &Before,
                                            bool IsUsed) {
  auto At = [&](StatementNumber N) {
    return N != 0 && N <= Before.size() ? Before[N - 1] : Ref();
  };
  auto NodeWith = [&](Kind What, Ref On) {
    Node N = newNode();
    constrain(On, {What, N, NoNode, S.Symbol, S.Called});
    return Ref{N};
  };
  switch (S.Kind) {
  case StatementKind::Local:
  case StatementKind::New: {
    if (S.Symbol && S.Kind == StatementKind::Local) {
      // Each call has its own.
      ObjectId Id = ContextOf.lookup(Contexts[In].F) == In
                        ? variable(S.Symbol)
                        : newVariable(S.Symbol);
      nameBy(Id, *Contexts[In].F);
      if (S.Called)
        Objects[Id].Called = S.Called;
      return toObject(Id);
    }
    Object O;
    O.Kind = S.Kind == StatementKind::New ? ObjectKind::New : ObjectKind::Local;
    O.Called = S.Called;
    O.Type = S.Type;
    O.In = Contexts[In].F;
    O.Loc = S.Loc;
    return toObject(add(std::move(O)));
  }
  case StatementKind::Parameter: {
    ObjectId Id = parameter(In, S.Index);
    if (S.Called)
      Objects[Id].Called = S.Called;
    return toObject(Id);
  }
  case StatementKind::Result: {
    ObjectId Id = result(In);
    if (S.Called)
      Objects[Id].Called = S.Called;
    return toObject(Id);
  }
  case StatementKind::This:
    return {thisOf(In)};
  case StatementKind::Variable: {
    ObjectId Id = variable(S.Symbol);
    nameBy(Id, *Contexts[In].F);
    if (S.Called)
      Objects[Id].Called = S.Called;
    return toObject(Id);
  }
  case StatementKind::Function:
    return toObject(named(ObjectKind::Function, S.Symbol));
  case StatementKind::Member:
    return toObject(named(ObjectKind::Member, S.Symbol));
  case StatementKind::Unknown:
    return toObject(UnknownObject);
  case StatementKind::Field:
    if (Ref Of = At(S.A); Of.isObject()) {
      ObjectId Id = partOrWhole(Of.object(), S.Symbol, S.Called);
      setTypeOf(Id, S.Symbol, S.Type);
      return toObject(Id);
    }
    return At(S.A) ? NodeWith(Kind::Field, At(S.A)) : Ref();
  case StatementKind::Element:
    if (Ref Of = At(S.A); Of.isObject())
      return toObject(partOrWhole(Of.object(), {}));
    return At(S.A) ? NodeWith(Kind::Element, At(S.A)) : Ref();
  case StatementKind::MemberOf: {
    // Whichever of the two grows, the result does.
    Node Object = newNode(), Pointer = newNode(), N = newNode();
    flow(At(S.A), Object);
    flow(At(S.B), Pointer);
    constrain({Object}, {Kind::MemberOf, N, Pointer, {}, {}});
    constrain({Pointer}, {Kind::Members, N, Object, {}, {}});
    return {N};
  }
  case StatementKind::Load:
    return only(Kind::OfClass, Prog.type(S.Type).Symbol,
                At(S.A).isObject() ? loaded(At(S.A).object())
                : At(S.A)          ? NodeWith(Kind::Load, At(S.A))
                                   : Ref());
  case StatementKind::Cast:
    return only(Kind::TakenFor, Prog.type(S.Type).Symbol, At(S.A));
  case StatementKind::Either: {
    Node N = newNode();
    flow(At(S.A), N);
    flow(At(S.B), N);
    return {N};
  }
  case StatementKind::Call:
  case StatementKind::Run: {
    CallSite C;
    C.In = In;
    C.Loc = S.Loc;
    C.Callee = S.Symbol;
    C.Name = S.Called;
    C.Virtual = S.Virtual;
    C.Run = S.Kind == StatementKind::Run;
    C.Now = !C.Run || S.Index;
    C.Registers = C.Run && S.Called;
    if (IsUsed)
      C.Result = newNode();
    C.Code = S.Symbol ? Ref() : At(S.A);
    Calls.push_back(std::move(C));
    return IsUsed ? Ref{Calls.back().Result} : Ref();
  }
  default:
    return {};
  }
}

void PointsToSolver::effectOf(uint32_t In, const Statement &S,
                              const std::vector<Ref> &Before) {
  auto At = [&](StatementNumber N) {
    return N != 0 && N <= Before.size() ? Before[N - 1] : Ref();
  };
  Ref A = At(S.A), B = At(S.B);
  auto SiteOf = [&](StatementNumber N) -> CallSite * {
    // The values of earlier bodies come first, and few calls are further back.
    size_t At = Values.size() + N - 1;
    for (size_t I = CallAt.size(); I > 0 && CallAt[I - 1].first >= At; --I)
      if (CallAt[I - 1].first == At)
        return &Calls[CallAt[I - 1].second];
    return nullptr;
  };
  switch (S.Kind) {
  case StatementKind::Store:
    if (A.isObject())
      return flow(B, contents(A.object()));
    if (!A || !B)
      return;
    if (B.isObject()) {
      Node N = newNode();
      insert(N, B.object());
      B = {N};
    }
    Stores.push_back({A, B, {Contexts[In].F, S.Loc, {}}});
    return constrain(A, {Kind::Store, B.Bits, NoNode, {}, {}});
  case StatementKind::Copy:
    if (!A || !B)
      return;
    if (A.isObject() && B.isObject())
      return copyInto(A.object(), B.object());
    if (!A.isObject()) {
      Stores.push_back({A, B, {Contexts[In].F, S.Loc, {}}});
      constrain(A, {Kind::CopyTo, B.Bits, NoNode, {}, {}});
    }
    if (!B.isObject())
      constrain(B, {Kind::CopyFrom, A.Bits, NoNode, {}, {}});
    return;
  case StatementKind::Receiver:
    if (CallSite *C = SiteOf(S.B)) {
      C->Receiver = A;
      C->ConstReceiver = S.ReadOnly;
    }
    return;
  case StatementKind::Argument:
  case StatementKind::ArgumentObject:
    if (CallSite *C = SiteOf(S.B))
      C->Args.push_back(
          {A, S.Index, S.Kind == StatementKind::ArgumentObject, S.ReadOnly});
    return;
  case StatementKind::Return:
    return flow(A, returned(In));
  case StatementKind::Escape:
    return escape(A, {Contexts[In].F, S.Loc, S.Symbol,
                      S.How == AccessKind::DependentUse ? EscapeKind::Dependent
                      : S.Symbol                        ? EscapeKind::Argument
                                                        : EscapeKind::Address});
  default:
    return;
  }
}

/// The context of \p F when \p C calls it: one of its own, or the one for all.
uint32_t PointsToSolver::contextFor(const CallSite &C, const Function &F) {
  // A group of calls is no one place.
  if (!C.Members.empty() || !isCloned(C, F))
    return contextOf(F);
  uint32_t In = addContext(F, &C);
  build(In);
  return In;
}

void PointsToSolver::addCalls() {
  callEscaped();
  for (; NextCall < Calls.size(); ++NextCall) {
    uint32_t I = NextCall;
    if (!Calls[I].Callee) {
      constrain(Calls[I].Code, {Kind::Callee, I, NoNode, {}, {}});
      continue;
    }
    const Function *F = Prog.function(Calls[I].Callee);
    if (auto Made = Prog.bodies(Calls[I].Callee); !F && !Made.empty()) {
      for (const Function *Each : Made)
        addTarget(I, *Each, NoObject);
    } else if (!F && (!Calls[I].Virtual ||
                      Prog.overriders(Calls[I].Callee).empty())) {
      outOfSight(I);
    } else if (!Calls[I].Virtual || !Calls[I].Receiver) {
      if (F)
        addTarget(I, *F, NoObject);
      if (Calls[I].Virtual)
        anyOverrider(I, Calls[I].Callee);
    } else {
      constrain(Calls[I].Receiver, {Kind::Receiver, I, NoNode, {}, {}});
    }
  }
}

bool isRunByFramework(const Function &F) {
  return F.OverridesLibrary ||
         llvm::any_of(F.Registrations,
                      [](const Registration &R) { return R.Override; });
}

/// What runs on each object of a class, though no call of the program says so:
/// a framework calls what overrides its methods, and every object ends.
void PointsToSolver::indexImplicitCalls() {
  for (const Function &F : Prog.functions())
    if (F.Class && !F.FlowBodies.empty() &&
        (isRunByFramework(F) || F.Kind == FunctionKind::Destructor))
      RunOn[F.Class].push_back(&F);
}

/// The same, with what runs on its bases.
llvm::ArrayRef<const Function *> PointsToSolver::runOn(TypeId Of) {
  auto [It, New] = RunOnAny.try_emplace(Of.Value);
  if (!New || RunOn.empty())
    return It->second;
  llvm::SmallVector<TypeId, 4> Types{Of};
  VirtualMethods::Functions Found;
  for (size_t I = 0; I < Types.size() && I < 32; ++I) {
    const Type &T = Prog.type(Types[I]);
    if (auto Own = RunOn.find(T.Symbol); Own != RunOn.end())
      llvm::append_range(Found, Virtuals.ofType(Own->second, T));
    if (const Class *C = Prog.classOf(T.Symbol))
      llvm::append_range(Types, C->Bases);
  }
  return RunOnAny[Of.Value] = std::move(Found);
}

/// Code out of sight may call what it can name, with anything.
void PointsToSolver::seedUnknown() {
  for (const Function &F : Prog.functions()) {
    if (F.FlowBodies.empty())
      continue;
    bool Visible = F.Link == Linkage::External && !Prog.isWhole() &&
                   F.Kind != FunctionKind::Lambda &&
                   F.Kind != FunctionKind::Initializer;
    if (!isRunByFramework(F) && !Visible)
      continue;
    uint32_t In = seed(contextOf(F));
    for (uint32_t I = 0; I < F.Parameters.size(); ++I)
      insert(contents(parameter(In, I)), UnknownObject);
    if (!Visible)
      continue;
    if (hasObject(F))
      insert(thisOf(In), UnknownObject);
    escapeHeld(toObject(result(In)), {&F, F.Loc, {}, EscapeKind::Returned});
    escapeReturned(In);
  }
}

/// Whoever calls the function gets hold of what it returns.
void PointsToSolver::escapeReturned(uint32_t In) {
  const Function &F = *Contexts[In].F;
  size_t First = Told[In].FirstValue;
  for (const FlowBody &Body : F.FlowBodies) {
    for (const Statement &S : Body.Statements) {
      if (S.Kind != StatementKind::Return || !S.A)
        continue;
      EscapeSite Site{&F, S.Loc, {}, EscapeKind::Returned};
      if (isToConst(F.Returns))
        escapeHeld(Values[First + S.A - 1], Site);
      else
        escape(Values[First + S.A - 1], Site);
    }
    First += Body.Statements.size();
  }
}

} // namespace stateless
