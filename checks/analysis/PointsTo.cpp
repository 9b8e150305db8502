//===- PointsTo.cpp - What a pointer may be -------------------------------===//
//
// Difference propagation over a graph of nodes, one for each value that a
// statement gives and one for what each object holds; constraints on a node
// (loads, stores, parts, calls) make edges as objects arrive there. A value
// that is the address of one object for sure needs no node.
//
// An object that is copied into a part of itself (a tree) would have parts
// without end: from then on that part has the parts of the whole.
//
// Bounds, which all lead to Unknown: MaxSet objects in one node, MaxDepth parts
// of parts, MaxParts parts of one object, MaxCopied copies in all.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsTo.h"
#include "analysis/PointsToSolver.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace stateless {

/// Fields of fields of elements, and so on.
static constexpr unsigned MaxDepth = 10;
static constexpr uint32_t MaxParts = 500;

//===-- Objects -----------------------------------------------------------===//

ObjectId PointsToSolver::add(Object O) {
  Objects.push_back(std::move(O));
  Contents.push_back(NoNode);
  Parts.emplace_back();
  PartCounts.push_back(0);
  Escaped.push_back(false);
  Blurred.push_back(false);
  Exposed.push_back(false);
  ObjectId Id = static_cast<ObjectId>(Objects.size() - 1);
  for (const Function *F : runOn(Objects[Id].Type))
    insert(thisOf(seed(contextOf(*F))), Id);
  if (isElement(Id))
    endElement(Id);
  return Id;
}

/// What an array or a library's object holds comes to its end, too.
void PointsToSolver::endElement(ObjectId Id) {
  const Type &Whole = Prog.type(Objects[Objects[Id].Parent].Type);
  auto End = [&](SymbolId Class) {
    auto It = RunOn.find(Class);
    if (It == RunOn.end())
      return;
    for (const Function *F : VirtualMethods::Functions(It->second))
      if (F->Kind == FunctionKind::Destructor)
        insert(thisOf(seed(contextOf(*F))), Id);
  };
  if (Whole.Kind == TypeKind::Array && !Whole.Args.empty())
    End(Prog.type(Whole.Args[0]).Symbol);
  else if (!Prog.classOf(Whole.Symbol))
    for (SymbolId Class : Whole.Contains)
      End(Class);
}

ObjectId PointsToSolver::variable(SymbolId Symbol) {
  auto [It, New] = Variables.try_emplace(Symbol, NoObject);
  if (!New)
    return It->second;
  ObjectId Id = newVariable(Symbol);
  Variables[Symbol] = Id;
  return Id;
}

ObjectId PointsToSolver::newVariable(SymbolId Symbol) {
  Object O;
  O.Kind = ObjectKind::Variable;
  O.Symbol = Symbol;
  if (const Variable *V = Prog.variable(Symbol)) {
    O.Type = V->Type;
    O.Loc = V->Loc;
  }
  return add(std::move(O));
}

/// The function or the pointer to a member that \p Symbol names.
ObjectId PointsToSolver::named(ObjectKind Kind, SymbolId Symbol) {
  auto &All = Kind == ObjectKind::Function ? Codes : Members;
  if (auto It = All.find(Symbol); It != All.end())
    return It->second;
  Object O;
  O.Kind = Kind;
  O.Symbol = Symbol;
  ObjectId Id = add(std::move(O));
  return All[Symbol] = Id;
}

unsigned PointsToSolver::depthOf(ObjectId Id) const {
  unsigned Depth = 0;
  for (; Objects[Id].Kind == ObjectKind::Part; Id = Objects[Id].Parent)
    ++Depth;
  return Depth;
}

ObjectId PointsToSolver::rootOf(ObjectId Id) const {
  while (Objects[Id].Kind == ObjectKind::Part)
    Id = Objects[Id].Parent;
  return Id;
}

bool PointsToSolver::isPartOf(ObjectId Id, ObjectId Whole) const {
  while (Id != Whole && Objects[Id].Kind == ObjectKind::Part)
    Id = Objects[Id].Parent;
  return Id == Whole;
}

/// The object whose parts \p Id has.
ObjectId PointsToSolver::wholeOf(ObjectId Id) const {
  for (auto It = Wholes.find(Id); It != Wholes.end(); It = Wholes.find(Id))
    Id = It->second;
  return Id;
}

/// \p Id, if it is the part \p Field of something, is of type \p T.
void PointsToSolver::setTypeOf(ObjectId Id, SymbolId Field, TypeId T) {
  Object &O = Objects[Id];
  if (Field && O.Kind == ObjectKind::Part && O.Symbol == Field && !O.Type)
    O.Type = T;
}

ObjectId PointsToSolver::part(ObjectId Of, SymbolId Field) {
  if (Objects[Of].Kind == ObjectKind::Unknown ||
      Objects[Of].Kind == ObjectKind::Function ||
      Objects[Of].Kind == ObjectKind::Member)
    return Of;
  Of = wholeOf(Of);
  // Elements of elements are not told apart from them: libraries nest theirs
  // (a map's pairs), and give out either.
  if (!Field && isElement(Of))
    return Of;
  auto It = PartOf.find({Of, Field});
  if (It != PartOf.end())
    return It->second;
  uint32_t &Count = PartCounts[rootOf(Of)];
  if (depthOf(Of) >= MaxDepth || Count >= MaxParts) {
    insert(contents(UnknownObject), Of);
    return UnknownObject;
  }
  ++Count;
  Object O;
  O.Kind = ObjectKind::Part;
  O.Symbol = Field;
  O.Parent = Of;
  O.In = Objects[Of].In;
  if (const stateless::Field *F = Prog.field(Field))
    O.Type = F->Type;
  const Type &Whole = Prog.type(Objects[Of].Type);
  if (!Field && Whole.Kind == TypeKind::Record && !Whole.ContainsAny &&
      !Prog.classOf(Whole.Symbol))
    O.Within = Objects[Of].Type;
  ObjectId Id = add(std::move(O));
  PartOf[{Of, Field}] = Id;
  Parts[Of].push_back(Id);
  if (Blurred[Of])
    blur(Id);
  if (Exposed[Of])
    exposed(Id);
  if (Escaped[Of])
    escaped(Id);
  // What was copied as a whole gets this part, too.
  if (auto C = Copies.find(Of); C != Copies.end())
    for (ObjectId To : std::vector<ObjectId>(C->second))
      copyPart(To, Id);
  return Id;
}

ObjectId PointsToSolver::parameter(uint32_t In, uint32_t Index) {
  if (Contexts[In].Parameters.size() <= Index)
    Contexts[In].Parameters.resize(Index + 1, NoObject);
  if (Contexts[In].Parameters[Index] == NoObject) {
    const Function &F = *Contexts[In].F;
    Object O;
    O.Kind = ObjectKind::Local;
    O.In = &F;
    if (Index < F.Parameters.size())
      O.Type = F.Parameters[Index].Type;
    ObjectId Id = add(std::move(O));
    Contexts[In].Parameters[Index] = Id;
  }
  return Contexts[In].Parameters[Index];
}

ObjectId PointsToSolver::result(uint32_t In) {
  if (Contexts[In].Result == NoObject) {
    Object O;
    O.Kind = ObjectKind::Local;
    O.In = Contexts[In].F;
    O.Type = Contexts[In].F->Returns;
    ObjectId Id = add(std::move(O));
    Contexts[In].Result = Id;
  }
  return Contexts[In].Result;
}

PointsToSolver::Node PointsToSolver::thisOf(uint32_t In) {
  if (Contexts[In].This == NoNode)
    Contexts[In].This = newNode();
  return Contexts[In].This;
}

PointsToSolver::Node PointsToSolver::returned(uint32_t In) {
  if (Contexts[In].Returned == NoNode)
    Contexts[In].Returned = newNode();
  return Contexts[In].Returned;
}

/// What is read at \p Id. All that escaped may be read at Unknown: Unknown
/// stands for that, so that no set need list it.
PointsToSolver::Ref PointsToSolver::loaded(ObjectId Id) {
  return Id == UnknownObject ? toObject(UnknownObject) : Ref{contents(Id)};
}

PointsToSolver::Node PointsToSolver::contents(ObjectId Id) {
  if (Contents[Id] == NoNode)
    Contents[Id] = newNode();
  return Contents[Id];
}

//===-- Constraints -------------------------------------------------------===//

PointsToSolver::Node PointsToSolver::newNode() {
  Nodes.emplace_back();
  SameAs.push_back(static_cast<Node>(Nodes.size() - 1));
  return SameAs.back();
}

/// True if \p S has no room for \p More objects.
bool PointsToSolver::isFull(const State &S, size_t More) const {
  return S.Set.size() + More > MaxSet && !S.Unbounded;
}

/// True if \p What need not be in \p S, which has no room left or is one of too
/// many: Unknown is there, and stands for all that escaped.
bool PointsToSolver::isLost(const State &S, ObjectId What) const {
  return Escaped[What] && !S.Unbounded && (isFull(S) || CopiesEnded) &&
         !S.Set.empty() && S.Set.front() == UnknownObject;
}

void PointsToSolver::insert(Node At, ObjectId What) {
  At = find(At);
  State &S = Nodes[At];
  if (isLost(S, What))
    return;
  auto It = llvm::lower_bound(S.Set, What);
  if (It != S.Set.end() && *It == What)
    return;
  if (isFull(S) && What != UnknownObject) {
    // From here on it may be anything, and so may what is lost.
    if (S.Set.front() != UnknownObject)
      insert(At, UnknownObject);
    return insert(contents(UnknownObject), What);
  }
  S.Set.insert(It, What);
  S.Fresh.push_back(What);
  queue(At);
}

void PointsToSolver::queue(Node At) {
  if (!Nodes[At].Queued) {
    Nodes[At].Queued = true;
    Work.push_back(At);
  }
}

/// Inserts all of \p Many as if one by one, but the set is rebuilt only once.
void PointsToSolver::insertAll(Node At, llvm::ArrayRef<ObjectId> Many) {
  At = find(At);
  State &S = Nodes[At];
  if (Many.size() < 2 || isFull(S, Many.size())) {
    for (ObjectId What : Many)
      insert(At, What);
    return;
  }
  size_t Before = S.Fresh.size(), Middle = S.Set.size();
  for (ObjectId What : Many)
    if (!std::binary_search(S.Set.begin(), S.Set.end(), What) &&
        !isLost(S, What))
      S.Fresh.push_back(What);
  if (S.Fresh.size() == Before)
    return;
  S.Set.insert(S.Set.end(), S.Fresh.begin() + Before, S.Fresh.end());
  std::sort(S.Set.begin() + Middle, S.Set.end());
  std::inplace_merge(S.Set.begin(), S.Set.begin() + Middle, S.Set.end());
  queue(At);
}

void PointsToSolver::edge(Node From, Node To) {
  From = find(From);
  To = find(To);
  if (From == To || !Edges.insert(uint64_t(From) << 32 | To).second)
    return;
  Nodes[From].To.push_back(To);
  // What is fresh is handed on in its turn. The set may grow meanwhile.
  insertAll(To,
            llvm::SmallVector<ObjectId, 16>(llvm::ArrayRef(Nodes[From].Set)));
}

void PointsToSolver::flow(Ref From, Node To) {
  if (From.isObject())
    insert(To, From.object());
  else if (From)
    edge(From.node(), To);
}

void PointsToSolver::constrain(Ref On, Constraint C) {
  if (On.isObject())
    return apply(C, On.object());
  if (!On)
    return;
  Constraints.push_back(C);
  Nodes[find(On.node())].Constraints.push_back(
      static_cast<uint32_t>(Constraints.size() - 1));
  for (ObjectId What : std::vector<ObjectId>(setOf(On.node())))
    apply(C, What);
}

void PointsToSolver::apply(const Constraint &C, ObjectId To) {
  switch (C.What) {
  case Kind::Load:
    return flow(loaded(To), C.Other);
  case Kind::OfClass:
  case Kind::TakenFor:
    if (passes(C.What, C.Symbol, To))
      insert(C.Other, To);
    return;
  case Kind::Store:
    return flow({C.Other}, contents(To));
  case Kind::Field:
    return insertPart(C.Other, To, C.Symbol, C.Called);
  case Kind::Element:
    return insertPart(C.Other, To, {});
  case Kind::MemberOf:
    for (ObjectId M : std::vector<ObjectId>(setOf(C.Third)))
      if (Objects[M].Kind == ObjectKind::Member)
        insertPart(C.Other, To, Objects[M].Symbol);
      else
        insert(C.Other, UnknownObject);
    return;
  case Kind::Members:
    for (ObjectId Of : std::vector<ObjectId>(setOf(C.Third)))
      if (Objects[To].Kind == ObjectKind::Member)
        insertPart(C.Other, Of, Objects[To].Symbol);
      else
        insert(C.Other, UnknownObject);
    return;
  case Kind::CopyTo:
    if (Ref From{C.Other}; From.isObject())
      return copyInto(To, From.object());
    if (CopiesEnded)
      return blur(To);
    for (ObjectId From : std::vector<ObjectId>(setOf(C.Other)))
      copyInto(To, From);
    return;
  case Kind::CopyFrom:
    if (Ref Into{C.Other}; Into.isObject())
      return copyInto(Into.object(), To);
    if (CopiesEnded)
      return exposed(To);
    for (ObjectId Into : std::vector<ObjectId>(setOf(C.Other)))
      copyInto(Into, To);
    return;
  case Kind::Exposed:
    return exposed(To);
  case Kind::Callee:
    return called(C.Other, To);
  case Kind::Receiver:
    return received(C.Other, To);
  case Kind::Given:
    if (!mayReferTo(Prog, *Contexts[C.Other].F, C.Third, Objects[To]))
      return;
    if (ObjectId Into = parameter(C.Other, C.Third);
        Prog.type(Objects[Into].Type).Kind == TypeKind::Record)
      copyInto(Into, To);
    else
      insert(contents(Into), To);
    return;
  }
}

/// Something unknown was stored in \p Id, or in any part of it.
void PointsToSolver::blur(ObjectId Id) {
  if (Id == UnknownObject || Blurred[Id])
    return;
  Blurred[Id] = true;
  insert(contents(Id), UnknownObject);
  blur(wholeOf(Id));
  for (ObjectId Part : std::vector<ObjectId>(Parts[Id]))
    blur(Part);
}

/// All that \p From holds, now and later, \p To may hold as well.
void PointsToSolver::copyInto(ObjectId To, ObjectId From) {
  To = wholeOf(To);
  From = wholeOf(From);
  if (To == From || !isCopied(To, From) || Copied.contains({To, From}))
    return;
  if (CopiesEnded || Copied.size() >= MaxCopied) {
    exposed(From);
    blur(To);
    return endCopies();
  }
  Copied.insert({To, From});
  if (From == UnknownObject)
    return blur(To);
  edge(contents(From), contents(To));
  if (To == UnknownObject) {
    insert(contents(UnknownObject), From);
    return;
  }
  if (isPartOf(To, From))
    return unite(To, From);
  if (isPartOf(From, To))
    return unite(From, To);
  // A copy of a tree is a tree.
  if (Trees.contains(From))
    for (ObjectId Around = To; Objects[Around].Kind == ObjectKind::Part;) {
      Around = Objects[Around].Parent;
      if (Copied.contains({Around, From}))
        return unite(To, Around);
    }
  // Elements hold their own elements, which a copy has as its elements.
  if (isElement(From) && !isElement(To) && fitOf(To, {}) == Fit::Has)
    edge(contents(From), contents(part(To, {})));
  Copies[From].push_back(To);
  for (ObjectId Part : std::vector<ObjectId>(Parts[From]))
    copyPart(To, Part);
}

/// The bound is reached: what pointers lead to that are copied from may be
/// anywhere, and what is copied into may hold anything.
void PointsToSolver::endCopies() {
  if (CopiesEnded)
    return;
  CopiesEnded = true;
  for (Node N = 0; N < Nodes.size(); ++N)
    for (size_t I = 0; I < Nodes[N].Constraints.size(); ++I) {
      Constraint C = Constraints[Nodes[N].Constraints[I]];
      if (C.What == Kind::CopyTo || C.What == Kind::CopyFrom)
        for (ObjectId Id : std::vector<ObjectId>(Nodes[N].Set))
          apply(C, Id);
    }
}

/// \p To gets what the part \p Part of another object holds.
void PointsToSolver::copyPart(ObjectId To, ObjectId Part) {
  SymbolId Field = Objects[Part].Symbol;
  if (Captures.contains(Field) && fitOf(To, Field) == Fit::Never)
    return;
  ObjectId Id = partOrWhole(To, Field, Objects[Part].Called);
  setTypeOf(Id, Field, Objects[Part].Type);
  copyInto(Id, Part);
}

/// \p Part has the parts that \p Whole has.
void PointsToSolver::unite(ObjectId Part, ObjectId Whole) {
  Part = wholeOf(Part);
  Whole = wholeOf(Whole);
  if (Part == Whole)
    return;
  // A bound was reached: it may be anything.
  if (Part == UnknownObject || Whole == UnknownObject) {
    insert(contents(UnknownObject), Part == UnknownObject ? Whole : Part);
    return;
  }
  edge(contents(Part), contents(Whole));
  edge(contents(Whole), contents(Part));
  std::vector<ObjectId> Own = std::move(Parts[Part]);
  Parts[Part].clear();
  Wholes[Part] = Whole;
  if (Blurred[Part])
    blur(Whole);
  if (Exposed[Part])
    exposed(Whole);
  if (Escaped[Part])
    escaped(Whole);
  for (ObjectId Id : Own)
    unite(Id, partOrWhole(Whole, Objects[Id].Symbol));
  Trees.insert(Whole);
  std::vector<ObjectId> CopiesOfPart = std::move(Copies[Part]);
  Copies.erase(Part);
  for (ObjectId To : CopiesOfPart)
    copyInto(To, Whole);
}

void PointsToSolver::escape(Ref What, const EscapeSite &Site) {
  if (!What)
    return;
  Escapes.push_back({What, Site});
  flow(What, contents(UnknownObject));
}

/// What \p What leads to is read out of sight: what it holds, at any depth,
/// escapes, but it is not written.
void PointsToSolver::escapeHeld(Ref What, const EscapeSite &Site) {
  if (!What)
    return;
  Escapes.push_back({What, Site});
  constrain(What, {Kind::Exposed, 0, NoNode, {}, {}});
}

/// True if a const object of type \p Id may change: some field of it, however
/// deep, is mutable.
bool PointsToSolver::hasMutable(TypeId Id) {
  const Class *C = Prog.classOf(Prog.type(Id).Symbol);
  if (!C)
    return false;
  auto [It, New] = Mutables.try_emplace(C, false);
  if (!New)
    return It->second;
  bool Found =
      llvm::any_of(C->Fields,
                   [&](SymbolId Member) {
                     const Field *F = Prog.field(Member);
                     return F && (F->Mutable || hasMutable(F->Type));
                   }) ||
      llvm::any_of(C->Bases, [&](TypeId Base) { return hasMutable(Base); });
  return Mutables[C] = Found;
}

/// True for a pointer or reference that nobody writes through.
bool PointsToSolver::isToConst(TypeId Id) {
  const Type &T = Prog.type(Id);
  return (T.Kind == TypeKind::Pointer || T.Kind == TypeKind::LValueReference) &&
         !T.Args.empty() && Prog.type(T.Args[0]).Const &&
         !hasMutable(T.Args[0]);
}

/// What \p Id holds can be reached from out of sight.
void PointsToSolver::exposed(ObjectId Id) {
  if (Id == UnknownObject || Exposed[Id])
    return;
  Exposed[Id] = true;
  if (isToConst(Objects[Id].Type))
    constrain({contents(Id)}, {Kind::Exposed, 0, NoNode, {}, {}});
  else
    edge(contents(Id), contents(UnknownObject));
  exposed(wholeOf(Id));
  for (ObjectId Part : std::vector<ObjectId>(Parts[Id]))
    exposed(Part);
}

/// \p Id can be reached from out of sight: so can what it holds.
void PointsToSolver::escaped(ObjectId Id) {
  if (Id == UnknownObject || Escaped[Id])
    return;
  Escaped[Id] = true;
  EscapedCode.push_back(Id);
  exposed(Id);
  blur(Id);
  escaped(wholeOf(Id));
  for (ObjectId Part : std::vector<ObjectId>(Parts[Id]))
    escaped(Part);
}

void PointsToSolver::callEscaped() {
  // Another context may be built for each, in which more escapes.
  while (!EscapedCode.empty()) {
    ObjectId Id = EscapedCode.back();
    EscapedCode.pop_back();
    calledByAnybody(Id);
  }
}

/// Code that escapes may be run with whatever code out of sight can reach.
void PointsToSolver::calledByAnybody(ObjectId Id) {
  bool Bare = Objects[Id].Kind == ObjectKind::Function;
  for (const Function *F : bodiesOf(Prog, Objects[Id])) {
    uint32_t In =
        seed(Bare ? contextOf(*F) : laterContext(*F, Id, 0, NoContext));
    if (hasObject(*F))
      insert(thisOf(In), Bare ? UnknownObject : Id);
    for (uint32_t I = 0; I < F->Parameters.size(); ++I)
      insert(contents(parameter(In, I)), UnknownObject);
  }
}

void PointsToSolver::handOn(Node At) {
  std::vector<ObjectId> Fresh = std::move(Nodes[At].Fresh);
  Nodes[At].Fresh.clear();
  // Both lists may grow meanwhile; who joins gets all there is.
  for (size_t I = 0; I < Nodes[At].To.size(); ++I) {
    Node To = find(Nodes[At].To[I]);
    if (To == At)
      continue;
    size_t Before = Nodes[To].Set.size();
    insertAll(To, Fresh);
    if (Nodes[To].Set.size() == Before)
      suspect(At, To);
  }
  for (size_t I = 0; I < Nodes[At].Constraints.size(); ++I)
    for (ObjectId What : Fresh) {
      Constraint C = Constraints[Nodes[At].Constraints[I]];
      apply(C, What);
    }
  if (At == Contents[UnknownObject])
    for (ObjectId What : Fresh)
      escaped(What);
}

void PointsToSolver::solve() {
  while (!Work.empty()) {
    Node At = Work.front();
    Work.pop_front();
    if (At != find(At))
      continue; // Its other self is queued, if need be.
    Nodes[At].Queued = false;
    handOn(At);
    addCalls();
    mergeCycles();
  }
}

//===-- The result --------------------------------------------------------===//

/// From the places where something is handed out, to all that it leads to.
/// What reached Unknown in another way (a bound) is told where it is first
/// named, or made.
void PointsToSolver::findEscapeSites(PointsTo &Into) {
  std::vector<ObjectId> Work;
  auto Reach = [&](ObjectId Id, const EscapeSite &Site) {
    if (Id != UnknownObject && Into.Escapes.try_emplace(Id, Site).second)
      Work.push_back(Id);
  };
  auto ReachAll = [&](Ref What, EscapeSite Site) {
    Site.Itself = true;
    if (What.isObject())
      Reach(What.object(), Site);
    else
      for (ObjectId Id : setOf(What.node()))
        Reach(Id, Site);
    Site.Itself = false;
    while (!Work.empty()) {
      ObjectId Id = Work.back();
      Work.pop_back();
      for (ObjectId Part : Parts[Id])
        Reach(Part, Site);
      if (Contents[Id] != NoNode)
        for (ObjectId Held : setOf(Contents[Id]))
          Reach(Held, Site);
    }
  };
  for (const EscapePoint &P : Escapes)
    ReachAll(P.What, P.Site);
  for (const StorePoint &P : Stores)
    if (llvm::is_contained(setOf(P.At.node()), UnknownObject))
      ReachAll(P.What, P.Site);
  for (ObjectId Id = 0; Id < Objects.size(); ++Id) {
    if (!Escaped[Id] || Into.Escapes.contains(Id))
      continue;
    ObjectId Root = rootOf(Id);
    const Function *By =
        Objects[Root].In ? Objects[Root].In : NamedBy.lookup(Root);
    if (By)
      Into.Escapes[Id] = {By,
                          Objects[Root].In && Objects[Root].Loc.Line
                              ? Objects[Root].Loc
                              : By->Loc,
                          {},
                          EscapeKind::Address};
  }
}

/// Most calls run one function, whose list is its own place in the program.
void PointsToSolver::tellTargets(PointsTo &Into) {
  llvm::ArrayRef<Function> All = Prog.functions();
  Into.Functions = static_cast<uint32_t>(All.size());
  for (const Function &F : All)
    Into.Bodies.push_back(&F);
  auto ListOf = [&](uint32_t Call) {
    std::vector<const Function *> List;
    for (const FlowTarget &T : Calls[Call].Targets)
      List.push_back(T.F);
    llvm::sort(List);
    List.erase(llvm::unique(List), List.end());
    if (List.size() == 1)
      return static_cast<uint32_t>(List.front() - All.data());
    Into.Lists.push_back({Into.Bodies.size(), List.size()});
    llvm::append_range(Into.Bodies, List);
    return static_cast<uint32_t>(All.size() + Into.Lists.size() - 1);
  };
  Into.TargetsAt.assign(Values.size(), NoCall);
  llvm::DenseMap<uint32_t, uint32_t> ListOfGroup;
  for (auto [Statement, Call] : CallAt) {
    uint32_t Group = Calls[Call].Group;
    if (Group == NoCall) {
      if (!Calls[Call].Targets.empty())
        Into.TargetsAt[Statement] = ListOf(Call);
      continue;
    }
    auto [It, New] = ListOfGroup.try_emplace(Group, 0);
    if (New) {
      It->second = ListOf(Group);
      Into.Groups.push_back(It->second);
    }
    Into.TargetsAt[Statement] = It->second;
  }
  llvm::sort(Into.Groups);
}

void PointsToSolver::finish(PointsTo &Into) {
  findEscapeSites(Into);
  Into.Lent = setOf(Lent);
  for (State &S : Nodes)
    Into.Sets.push_back(std::move(S.Set));
  for (Ref R : Values)
    Into.Values.push_back(R && !R.isObject() ? find(R.node()) : R.Bits);
  for (Node &N : Contents)
    if (N != NoNode)
      N = find(N);
  finishContexts(Into);
  tellTargets(Into);
  for (ObjectId Id = 0; Id < Objects.size(); ++Id)
    Into.Same.push_back(Id);
  for (const std::vector<ObjectId> &Of : Parts) {
    Into.FirstPart.push_back(static_cast<uint32_t>(Into.Parts.size()));
    llvm::append_range(Into.Parts, Of);
  }
  Into.FirstPart.push_back(static_cast<uint32_t>(Into.Parts.size()));
  Into.Contents = std::move(Contents);
  Into.Escaped = std::move(Escaped);
  Into.Objects = std::move(Objects);
}

PointsTo::PointsTo(const Program &Prog) {
  PointsToSolver Solver(Prog);
  Solver.solve();
  Solver.finish(*this);
}

size_t PointsTo::valueAt(const FlowContext &In, size_t Body,
                         StatementNumber Number) {
  size_t First = In.FirstValue;
  for (size_t B = 0; B < Body; ++B)
    First += In.F->FlowBodies[B].Statements.size();
  return First + Number - 1;
}

llvm::ArrayRef<ObjectId> PointsTo::of(const FlowContext &In, size_t Body,
                                      StatementNumber Number) const {
  uint32_t Bits = Number == 0 ? ~0U : Values[valueAt(In, Body, Number)];
  if (Bits == ~0U)
    return {};
  if (Bits >> 31)
    return llvm::ArrayRef(Same).slice(Bits & ~(1U << 31), 1);
  return Sets[Bits];
}

llvm::ArrayRef<ObjectId> PointsTo::contents(ObjectId Id) const {
  return Contents[Id] == ~0U ? llvm::ArrayRef<ObjectId>()
                             : llvm::ArrayRef<ObjectId>(Sets[Contents[Id]]);
}

bool PointsTo::isLent(ObjectId Id) const {
  for (;; Id = Objects[Id].Parent) {
    if (Escaped[Id] || llvm::binary_search(Lent, Id))
      return true;
    if (Objects[Id].Kind != ObjectKind::Part)
      return false;
  }
}

ObjectId PointsTo::root(ObjectId Id) const {
  while (Objects[Id].Kind == ObjectKind::Part)
    Id = Objects[Id].Parent;
  return Id;
}

llvm::ArrayRef<const Function *> PointsTo::list(uint32_t Id) const {
  if (Id < Functions)
    return llvm::ArrayRef(Bodies).slice(Id, 1);
  auto [First, Size] = Lists[Id - Functions];
  return llvm::ArrayRef(Bodies).slice(First, Size);
}

CallTargets PointsTo::targets(const FlowContext &In, size_t Body,
                              StatementNumber Number) const {
  uint32_t Id = TargetsAt[valueAt(In, Body, Number)];
  if (Id == ~0U)
    return {};
  auto Group = llvm::lower_bound(Groups, Id);
  if (Group == Groups.end() || *Group != Id)
    return {list(Id), std::nullopt};
  return {list(Id), static_cast<uint32_t>(Group - Groups.begin())};
}

llvm::ArrayRef<FlowTarget> PointsTo::runs(const FlowContext &In, size_t Body,
                                          StatementNumber Number) const {
  auto It = Number == 0
                ? Runs.end()
                : Runs.find(static_cast<uint32_t>(valueAt(In, Body, Number)));
  return It == Runs.end() ? llvm::ArrayRef<FlowTarget>()
                          : llvm::ArrayRef<FlowTarget>(It->second);
}

} // namespace stateless
