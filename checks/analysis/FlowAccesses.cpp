//===- FlowAccesses.cpp - Writes and reads through pointers ---------------===//
//
// 1. Bits: the least sets of parameters of which a function accesses what they
//    refer to (FlowOrigins), itself or by what it calls.
// 2. Accesses: each statement that makes one elsewhere, and each call that
//    hands over what its callee accesses.
//
//===----------------------------------------------------------------------===//
#include "analysis/FlowAccesses.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static constexpr uint32_t MaxParameter = 62;

/// A subscript that finds its key reads.
bool FlowAccesses::isTold(const Function &F, size_t Body,
                          StatementNumber N) const {
  const Statement &S = F.FlowBodies[Body].Statements[N - 1];
  if (!S.A)
    return false;
  bool Finds = S.Kind == StatementKind::Write && Keys.finds(F, Body, N);
  return Finds ? Told == StatementKind::Read
               : S.Kind == Told && S.Keys != KeyUse::Holds;
}

static bool isBuilding(const Function &F) {
  return F.Kind == FunctionKind::Constructor ||
         F.Kind == FunctionKind::Destructor;
}

FlowAccesses::FlowAccesses(const Program &Prog, const PointsTo &Points,
                           const FlowKeys &Keys, const FlowOrigins &Sources,
                           StatementKind Told)
    : Prog(Prog), Points(Points), Keys(Keys), Sources(Sources), Told(Told),
      Virtuals(Prog) {
  for (const FlowContext &In : Points.contexts())
    if (In.isClone())
      Places[In.F].insert({In.Root, In.Site});
  findRunByLibraries();
  closeBits();
  for (const FlowContext &In : Points.contexts())
    collect(In);
  auto Sort = [](auto &Lists) {
    for (auto &[F, List] : Lists) {
      llvm::sort(List);
      List.erase(llvm::unique(List), List.end());
    }
  };
  Sort(Accesses);
  Sort(Fields);
}

template <typename T>
static llvm::ArrayRef<T>
listOf(const llvm::DenseMap<const Function *, std::vector<T>> &Lists,
       const Function &F) {
  auto It = Lists.find(&F);
  return It == Lists.end() ? llvm::ArrayRef<T>()
                           : llvm::ArrayRef<T>(It->second);
}

llvm::ArrayRef<FlowAccess> FlowAccesses::of(const Function &F) const {
  return listOf(Accesses, F);
}

llvm::ArrayRef<FieldAccess> FlowAccesses::fieldsOf(const Function &F) const {
  return listOf(Fields, F);
}

FlowAccesses::Bits FlowAccesses::bitOf(const Origin &O) {
  if (O.From == Origin::This)
    return 1;
  return O.From == Origin::Given ? Bits(2) << std::min(O.Index, MaxParameter)
                                 : 0;
}

void FlowAccesses::findRunByLibraries() {
  for (const FlowContext &In : Points.contexts()) {
    const Function &F = *In.F;
    if (isRunByFramework(F))
      RunByLibrary[&F] = true;
    for (size_t B = 0; B < F.FlowBodies.size(); ++B) {
      const std::vector<Statement> &Code = F.FlowBodies[B].Statements;
      for (StatementNumber N = 1; N <= Code.size(); ++N)
        if (Code[N - 1].Kind == StatementKind::Run && !Code[N - 1].Index)
          for (const Function *T : Points.targets(In, B, N).Bodies)
            RunByLibrary[T] = true;
    }
  }
}

void FlowAccesses::closeBits() {
  struct Pass {
    uint32_t Caller;
    Bits Of; ///< The caller's.
    Bits As; ///< The callee's; 0: they are the same.
  };
  Done.resize(Prog.functions().size() + Points.groupCount());
  // What a caller hands on of its own, by number of the callee.
  std::vector<std::vector<Pass>> Passed(Done.size());
  std::vector<uint32_t> Work;
  auto Add = [&](uint32_t To, Bits More) {
    // What a constructor does to the object that it makes is its own matter.
    if (To < Prog.functions().size() && isBuilding(Prog.functions()[To]))
      More &= ~Bits(1);
    if ((Done[To] | More) == Done[To])
      return;
    Done[To] |= More;
    Work.push_back(To);
  };
  for (uint32_t G = 0; G < Points.groupCount(); ++G)
    for (const Function *T : Points.group(G))
      Passed[numberOf(*T)].push_back({numberOfGroup(G), 0, 0});
  for (const FlowContext &In : Points.contexts()) {
    const Function &F = *In.F;
    Bits Mine = 0;
    for (size_t B = 0; B < F.FlowBodies.size(); ++B) {
      const std::vector<Statement> &Code = F.FlowBodies[B].Statements;
      Origins From = Sources.of(F.FlowBodies[B]);
      for (StatementNumber N = 1; N <= Code.size(); ++N) {
        const Statement &S = Code[N - 1];
        if (isTold(F, B, N)) {
          Mine |= bitOf(From[S.A - 1]);
          if (bitOf(From[S.A - 1]) & 1)
            Themselves.insert(&F);
        }
        bool Hands = S.Kind == StatementKind::Receiver ||
                     S.Kind == StatementKind::Argument;
        Bits Own = Hands && S.A && S.B ? bitOf(From[S.A - 1]) : 0;
        if (!Own)
          continue;
        if (isReadOutOfSight(In, B, S.B)) {
          Mine |= Own;
          if (Own & 1)
            Themselves.insert(&F);
        }
        if (Own & 1)
          noteOwnCalls(In, B, S);
        CallTargets To = Points.targets(In, B, S.B);
        if (To.Group)
          Passed[numberOfGroup(*To.Group)].push_back(
              {numberOf(F), Own, handedAs(F, B, S, *To.Bodies.front())});
        else
          for (const Function *T : To.Bodies)
            Passed[numberOf(*T)].push_back(
                {numberOf(F), Own, handedAs(F, B, S, *T)});
      }
    }
    Add(numberOf(F), Mine);
  }
  while (!Work.empty()) {
    uint32_t Callee = Work.back();
    Work.pop_back();
    for (const Pass &P : Passed[Callee])
      Add(P.Caller, !P.As ? Done[Callee] : Done[Callee] & P.As ? P.Of : 0);
  }
}

/// \p S hands the object of \p In, a method, over.
void FlowAccesses::noteOwnCalls(const FlowContext &In, size_t Body,
                                const Statement &S) {
  const Statement &Call = In.F->FlowBodies[Body].Statements[S.B - 1];
  std::vector<OwnCall> &All = OwnCalls[In.F];
  auto Note = [&](const OwnCall &Of) {
    if (!llvm::is_contained(All, Of))
      All.push_back(Of);
  };
  if (Call.Virtual && S.Kind == StatementKind::Receiver)
    return Note({nullptr, Call.Symbol, 1});
  CallTargets To = Points.targets(In, Body, S.B);
  for (const Function *T : To.Group ? Points.group(*To.Group) : To.Bodies)
    Note({T, {}, handedAs(*In.F, Body, S, *T)});
}

/// True if \p Method accesses its object, of type \p Type: itself, or by what
/// it calls on it.
bool FlowAccesses::isDoneOn(TypeId Type, const Function &Method) {
  auto [It, New] = DoneOn.try_emplace({Type.Value, &Method}, true);
  if (!New)
    return It->second;
  llvm::SmallVector<const Function *, 8> Work{&Method};
  llvm::SmallDenseSet<const Function *, 8> Seen{&Method};
  auto Reach = [&](const Function *F) {
    if (Seen.insert(F).second)
      Work.push_back(F);
  };
  while (!Work.empty()) {
    const Function *F = Work.pop_back_val();
    if (!(bitsOf(*F) & 1))
      continue;
    if (Themselves.contains(F))
      return true;
    auto Calls = OwnCalls.find(F);
    if (Calls == OwnCalls.end())
      continue;
    for (const OwnCall &C : Calls->second) {
      if (C.Virtual) {
        const VirtualMethods::Functions &Run = Virtuals.of(Type, C.Virtual);
        if (!Virtuals.areBodies(Run))
          return true;
        llvm::for_each(Run, Reach);
      } else if (C.As == 1) {
        Reach(C.Callee);
      } else if (bitsOf(*C.Callee) & C.As) {
        return true;
      }
    }
  }
  return DoneOn[{Type.Value, &Method}] = false;
}

/// True if \p Call, which runs \p Callee, may access its receiver \p Id.
bool FlowAccesses::isDoneOn(ObjectId Id, const Statement &Call,
                            const Function &Callee) {
  TypeId Type = Points.object(Id).Type;
  if (Callee.Kind != FunctionKind::Method || !Prog.classOf(Type))
    return true;
  if (!Call.Virtual)
    return isDoneOn(Type, Callee);
  const VirtualMethods::Functions &Run = Virtuals.of(Type, Call.Symbol);
  return !Virtuals.areBodies(Run) || llvm::any_of(Run, [&](const Function *F) {
    return isDoneOn(Type, *F);
  });
}

void FlowAccesses::add(llvm::ArrayRef<ObjectId> Objects, FlowAccess W,
                       std::vector<FlowAccess> &Into) const {
  // What has a name is told by it, however many contexts have such an object.
  llvm::SmallDenseSet<std::pair<uint32_t, uint32_t>, 4> Roots;
  for (ObjectId Id : Objects) {
    if (Id == UnknownObject)
      continue;
    ObjectId Root = Points.root(Id);
    const Object &O = Points.object(Root);
    uint32_t Name = O.Kind == ObjectKind::Variable ? O.Symbol.Value : 0;
    Roots.insert({Name, Name ? 0 : Root});
  }
  // It may be one that is not known instead.
  W.Among = static_cast<uint32_t>(Roots.size()) +
            llvm::is_contained(Objects, UnknownObject);
  for (ObjectId Id : Objects) {
    if (Id == UnknownObject)
      continue;
    W.Object = Id;
    Into.push_back(W);
  }
}

/// \p W is at the address that statement \p At gives.
void FlowAccesses::addFields(const Function &F, size_t Body, StatementNumber At,
                             const FlowAccess &W) {
  const std::vector<Statement> &Code = F.FlowBodies[Body].Statements;
  std::vector<FieldAccess> Found;
  bool Whole = true;
  for (; At != 0; At = Code[At - 1].A) {
    const Statement &S = Code[At - 1];
    if (S.Kind == StatementKind::Field)
      Found.push_back(
          {S.Symbol, W.How, W.Callee, W.IsArgument, Whole, W.IsTold, W.Loc});
    else if (S.Kind == StatementKind::This && isBuilding(F))
      return;
    else if (S.Kind != StatementKind::Element)
      break;
    Whole = false;
  }
  llvm::append_range(Fields[&F], Found);
}

/// \p W is at the address that statement \p At gives, which leads nowhere that
/// is known: it is told of whatever the pointer stands in.
void FlowAccesses::addHolders(const FlowContext &In, size_t Body,
                              StatementNumber At, const FlowAccess &W) {
  llvm::ArrayRef<ObjectId> Objects = Points.of(In, Body, At);
  if ((Objects.empty() && In.Idle) ||
      !llvm::all_of(Objects, [](ObjectId Id) { return Id == UnknownObject; }))
    return;
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  std::vector<FieldAccess> Found;
  bool Loaded = false;
  for (; At != 0; At = Code[At - 1].A) {
    const Statement &S = Code[At - 1];
    bool Named = S.Kind == StatementKind::Field ||
                 S.Kind == StatementKind::Variable ||
                 (S.Kind == StatementKind::Local && S.Symbol);
    if (Loaded && Named)
      Found.push_back({S.Symbol, W.How, W.Callee, W.IsArgument, /*Whole=*/false,
                       W.IsTold, W.Loc});
    if (S.Kind == StatementKind::This && isBuilding(*In.F))
      return;
    if (S.Kind == StatementKind::Load)
      Loaded = true;
    else if (S.Kind != StatementKind::Field &&
             S.Kind != StatementKind::Element && S.Kind != StatementKind::Cast)
      break;
  }
  llvm::append_range(Fields[In.F], Found);
}

/// True if \p Id may be the object of the method \p F.
bool FlowAccesses::isObjectOf(ObjectId Id, const Function &F) const {
  const Object &O = Points.object(Id);
  if (F.Kind != FunctionKind::Method || O.Kind == ObjectKind::Function ||
      O.Kind == ObjectKind::Member)
    return false;
  const Class *Is = Prog.classOf(Prog.type(O.Type).Symbol);
  const Class *Wanted = Prog.classOf(F.Class);
  llvm::SmallVector<const Class *, 8> Work{Is};
  for (size_t I = 0; Is && Wanted && I < Work.size() && I < 64; ++I) {
    if (Work[I] == Wanted)
      return true;
    for (TypeId Base : Work[I]->Bases)
      if (const Class *C = Prog.classOf(Base))
        Work.push_back(C);
  }
  return !Is && O.Kind != ObjectKind::Local;
}

/// True if reads are told, and the call runs code that nobody sees: it reads
/// whatever it is given. What it may write is told as escaping.
bool FlowAccesses::isReadOutOfSight(const FlowContext &In, size_t Body,
                                    StatementNumber Call) const {
  return Told == StatementKind::Read &&
         llvm::none_of(Points.targets(In, Body, Call).Bodies,
                       [](const Function *T) { return T->Definition; });
}

/// What of \p Callee the receiver or argument \p S of a call becomes.
FlowAccesses::Bits FlowAccesses::handedAs(const Function &F, size_t Body,
                                          const Statement &S,
                                          const Function &Callee) const {
  if (S.Kind == StatementKind::Receiver)
    return 1;
  const std::vector<Statement> &Code = F.FlowBodies[Body].Statements;
  const Statement &Call = Code[S.B - 1];
  bool Method = Callee.Kind == FunctionKind::Method;
  // A library hands things over in an order of its own.
  if (Call.Kind == StatementKind::Run)
    return ~Bits(Method ? 0 : 1);
  // std::invoke, std::mem_fn: the first argument is the object.
  bool HasReceiver = S.B < Code.size() &&
                     Code[S.B].Kind == StatementKind::Receiver &&
                     Code[S.B].B == S.B;
  if (Method && !Call.Symbol && !HasReceiver)
    return S.Index == 0 ? Bits(1) : bitOf({Origin::Given, S.Index - 1});
  return bitOf({Origin::Given, S.Index});
}

/// True if \p Id, which a callable leads to, is what \p F accesses of what it
/// is called with: a closure, of which it accesses what it holds, or an object
/// that is bound to what is called.
bool FlowAccesses::isBoundAndDone(ObjectId Id, const Function &F,
                                  Bits Does) const {
  const Object &O = Points.object(Id);
  if (O.Called)
    return (Does & 1) && llvm::is_contained(bodiesOf(Prog, O), &F);
  if (O.Kind == ObjectKind::Function || O.Kind == ObjectKind::Member)
    return false;
  if ((Does & 1) && isObjectOf(Id, F))
    return true;
  for (uint32_t I = 0; I < F.Parameters.size(); ++I)
    if ((Does & bitOf({Origin::Given, I})) && mayReferTo(Prog, F, I, O))
      return true;
  return false;
}

/// Calls \p Visit(statement) for what the call at statement \p Call is given:
/// that stands right behind it, but for what a library loads first.
template <typename Visitor>
static void forEachHanded(const std::vector<Statement> &Code,
                          StatementNumber Call, Visitor Visit) {
  for (StatementNumber N = Call + 1; N <= Code.size(); ++N) {
    const Statement &S = Code[N - 1];
    if (S.Kind < StatementKind::Store)
      continue;
    if (S.B != Call || S.Kind < StatementKind::Receiver)
      break;
    Visit(S);
  }
}

/// The call at \p Call runs \p Callee, or that in the name of its group, which
/// accesses \p Does.
void FlowAccesses::collectRun(const FlowContext &In, size_t Body,
                              StatementNumber Call, Origins From,
                              const Function &Callee, Bits Does,
                              std::vector<FlowAccess> &Into) {
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  const Statement &Site = Code[Call - 1];
  FlowAccess W;
  W.Loc = Site.Loc;
  W.Callee = Callee.QualifiedName;
  if (!Site.Symbol) {
    std::vector<ObjectId> Objects;
    for (ObjectId Id : Points.of(In, Body, Site.A))
      if (isBoundAndDone(Id, Callee, Does))
        Objects.push_back(Id);
    add(Objects, W, Into);
  }
  forEachHanded(Code, Call, [&](const Statement &S) {
    Bits As = handedAs(*In.F, Body, S, Callee);
    W.IsArgument = As != 1;
    if (Does & As)
      collectHanded(In, Body, S, &Callee, From, W, Into);
  });
}

void FlowAccesses::collectCall(const FlowContext &In, size_t Body,
                               StatementNumber Call, Origins From,
                               std::vector<FlowAccess> &Into) {
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  const Statement &Site = Code[Call - 1];
  CallTargets To = Points.targets(In, Body, Call);
  if (To.Group) {
    const Function *Method = Prog.function(Site.Symbol);
    collectRun(In, Body, Call, From, Method ? *Method : *To.Bodies.front(),
               Done[numberOfGroup(*To.Group)], Into);
  } else {
    for (const Function *T : To.Bodies)
      if (Bits Does = bitsOf(*T))
        collectRun(In, Body, Call, From, *T, Does, Into);
  }
  if (!isReadOutOfSight(In, Body, Call))
    return;
  FlowAccess W;
  W.Loc = Site.Loc;
  W.Callee = Site.Called;
  forEachHanded(Code, Call, [&](const Statement &S) {
    W.IsArgument = S.Kind != StatementKind::Receiver;
    collectHanded(In, Body, S, nullptr, From, W, Into);
  });
}

/// The callee accesses, as \p W, what \p S hands over to it.
void FlowAccesses::collectHanded(const FlowContext &In, size_t Body,
                                 const Statement &S, const Function *Callee,
                                 Origins From, FlowAccess W,
                                 std::vector<FlowAccess> &Into) {
  if (S.Kind == StatementKind::ArgumentObject || !S.A)
    return;
  const Statement &Call = In.F->FlowBodies[Body].Statements[S.B - 1];
  // What a value or a virtual call runs may be known for one caller only.
  if (!In.isClone() || !Call.Symbol || Call.Virtual)
    addFields(*In.F, Body, S.A, W);
  if (!In.isClone())
    addHolders(In, Body, S.A, W);
  W.IsNamed = From[S.A - 1].From == Origin::Named;
  if (isToldByCallers(In, From[S.A - 1]))
    return;
  std::vector<ObjectId> Objects = objectsAt(In, Body, S.A, From[S.A - 1]);
  if (Callee && S.Kind == StatementKind::Receiver)
    llvm::erase_if(Objects, [&](ObjectId Id) {
      return Id != UnknownObject && !isDoneOn(Id, Call, *Callee);
    });
  add(Objects, W, Into);
}

/// True if those who call the function of \p In tell what it does to what comes
/// from \p O: a library does not.
bool FlowAccesses::isToldByCallers(const FlowContext &In,
                                   const Origin &O) const {
  Bits Bit = bitOf(O);
  bool Library = RunByLibrary.lookup(In.F) && !In.isClone();
  return Bit && (!Library || (isBuilding(*In.F) && Bit == 1));
}

/// The objects at statement \p At, whose address comes from \p O. What other
/// callers hand over than libraries, they tell; but a coroutine goes on after
/// its caller.
std::vector<ObjectId> FlowAccesses::objectsAt(const FlowContext &In,
                                              size_t Body, StatementNumber At,
                                              const Origin &O) const {
  std::vector<ObjectId> Objects = Points.of(In, Body, At).vec();
  if ((bitOf(O) & ~Bits(1)) && !In.F->Coroutine)
    llvm::erase_if(Objects, [&](ObjectId Id) { return !Points.isLent(Id); });
  return Objects;
}

void FlowAccesses::collect(const FlowContext &In) {
  const Function &F = *In.F;
  std::vector<FlowAccess> Found;
  for (size_t B = 0; B < F.FlowBodies.size(); ++B) {
    const std::vector<Statement> &Code = F.FlowBodies[B].Statements;
    Origins From = Sources.of(F.FlowBodies[B]);
    for (StatementNumber N = 1; N <= Code.size(); ++N) {
      const Statement &S = Code[N - 1];
      if (S.Kind == StatementKind::Call ||
          (S.Kind == StatementKind::Run && S.Index)) {
        collectCall(In, B, N, From, Found);
        continue;
      }
      // What a template may do that nobody instantiates, its fields are told.
      if (Told == StatementKind::Write && S.Kind == StatementKind::Escape &&
          S.How == AccessKind::DependentUse) {
        FlowAccess W;
        W.How = S.How;
        W.Loc = S.Loc;
        addFields(F, B, S.A, W);
      }
      if (!isTold(F, B, N))
        continue;
      FlowAccess W;
      W.How = S.How;
      W.Callee = S.Symbol;
      W.IsTold = S.Kind == StatementKind::Read && S.Index != 0;
      W.IsArgument = S.Index != 0 && !W.IsTold;
      W.Loc = S.Loc;
      W.IsNamed = From[S.A - 1].From == Origin::Named;
      if (!In.isClone()) {
        addFields(F, B, S.A, W);
        addHolders(In, B, S.A, W);
      }
      if (isToldByCallers(In, From[S.A - 1]))
        continue;
      // What is named in a clone, is told of the function itself.
      if (In.isClone() && From[S.A - 1].From != Origin::Followed)
        continue;
      add(objectsAt(In, B, S.A, From[S.A - 1]), W, Found);
    }
  }
  // What is called from one place only is told where it stands.
  if (!In.isClone() || Places[&F].size() == 1) {
    llvm::append_range(Accesses[&F], Found);
    return;
  }
  for (FlowAccess &W : Found) {
    W.How = AccessKind::Read;
    W.Callee = In.Callee;
    W.Loc = In.Site;
  }
  llvm::append_range(Accesses[In.Root], Found);
}

} // namespace stateless
