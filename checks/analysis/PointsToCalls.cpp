//===- PointsToCalls.cpp - Calls in a points-to analysis ------------------===//
//
// A call hands its arguments over to whatever arrives at its callee. Beside
// code there may arrive values that were bound to it (std::bind): then, and
// when a library runs the code, any of the values may be the object or any
// argument whose type it fits.
//
//===----------------------------------------------------------------------===//
#include "analysis/PointsToSolver.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

bool PointsToSolver::hasObject(const Function &F) {
  return F.Kind == FunctionKind::Method || F.Kind == FunctionKind::Lambda ||
         F.Kind == FunctionKind::Constructor ||
         F.Kind == FunctionKind::Destructor;
}

llvm::SmallVector<const Function *, 1> bodiesOf(const Program &Prog,
                                                const Object &What) {
  if (What.Kind == ObjectKind::Function)
    return Prog.bodies(What.Symbol);
  auto Result = Prog.bodies(What.Called);
  // Who holds the object may call any overload.
  if (Result.empty() || Result.front()->Kind != FunctionKind::Method)
    return Result;
  const Function &First = *Result.front();
  for (const Function *F : Prog.methods(First.Class))
    if (F->Name == First.Name && F->Definition &&
        !llvm::is_contained(Result, F))
      Result.push_back(F);
  return Result;
}

void PointsToSolver::called(uint32_t Call, ObjectId What) {
  const Object &O = Objects[What];
  if (O.Kind == ObjectKind::Member)
    return readMember(Call, O.Symbol);
  SymbolId Code = O.Kind == ObjectKind::Function ? O.Symbol : O.Called;
  // &Base::run runs what the object's class has in its place.
  if (O.Kind == ObjectKind::Function && !Prog.overriders(Code).empty())
    return anyOverrider(Call, Code);
  ObjectId Self = O.Kind == ObjectKind::Function ? NoObject : What;
  auto Bodies = bodiesOf(Prog, O);
  if (Code)
    addCode(Call, What);
  for (const Function *F : Bodies)
    addTarget(Call, *F, Self);
  if (!Bodies.empty())
    return;
  if (const Function *F = Code ? Prog.function(Code) : nullptr)
    return addTarget(Call, *F, Self);
  if (Code || What == UnknownObject)
    return outOfSight(Call);
  if (llvm::is_contained(Calls[Call].Bound, What))
    return;
  Calls[Call].Bound.push_back(What);
  if (Calls[Call].Run)
    insert(Lent, What);
  for (const FlowTarget &T : Calls[Call].Targets)
    bindLoosely(T.In, toObject(What));
}

/// A pointer to a data member is called (std::mem_fn): it gives that of its
/// argument, an object or what leads to one.
void PointsToSolver::readMember(uint32_t Call, SymbolId Member) {
  const CallSite &C = Calls[Call];
  if (C.Result == NoNode)
    return;
  uint32_t Pointed = newNode();
  uint32_t Result = C.Result;
  for (const Given &G : llvm::SmallVector<Given, 2>(C.Args)) {
    constrain(G.What, {Kind::Field, Result, NoNode, Member, {}});
    constrain(G.What, {Kind::Load, Pointed, NoNode, {}, {}});
  }
  constrain({Pointed}, {Kind::Field, Result, NoNode, Member, {}});
}

/// \p Self: the closure or functor that is called; NoObject: a function is.
void PointsToSolver::addTarget(uint32_t Call, const Function &F,
                               ObjectId Self) {
  CallSite &C = Calls[Call];
  uint32_t To = C.Now ? NoContext : laterContext(F, Self, Call, C.In);
  for (const FlowTarget &Known : C.Targets)
    if (Known.F == &F && (C.Now || Known.In == To)) {
      if (Self != NoObject)
        insert(thisOf(Known.In), Self);
      return;
    }
  if (C.Now)
    To = contextFor(C, F);
  C.Targets.push_back({&F, To});
  if (Self != NoObject)
    insert(thisOf(To), Self);
  bool Seen = !F.FlowBodies.empty() || F.Definition;
  // What is handed over is lost.
  if (!Seen || F.Open)
    outOfSight(Call);
  if (!Seen)
    return;
  if (C.Result != NoNode) {
    if (Prog.type(F.Returns).Kind == TypeKind::Record ||
        Prog.type(F.Returns).Kind == TypeKind::Dependent)
      insert(C.Result, result(To));
    edge(returned(To), C.Result);
  }
  bool Method = F.Kind == FunctionKind::Method && Self == NoObject;
  if (C.Run) {
    for (const Given &G : C.Args) {
      bindLoosely(To, G.What);
      flow(G.What, Lent);
      // Of an object that has several lambdas as its bases.
      if (F.Kind == FunctionKind::Lambda && Self == NoObject)
        flow(G.What, thisOf(To));
    }
  } else {
    bindStrictly(C, To, Method && !C.Receiver);
  }
  for (ObjectId Code : C.Codes)
    bindCode(To, Code);
  for (ObjectId What : C.Bound)
    bindLoosely(To, toObject(What));
  // A bound method's object may be any of the arguments.
  if (!C.Bound.empty() && !C.Run)
    for (const Given &G : C.Args)
      bindLoosely(To, G.What);
}

/// \p AsMethod: the first argument is the object (std::invoke, mem_fn).
void PointsToSolver::bindStrictly(const CallSite &C, uint32_t To,
                                  bool AsMethod) {
  if (C.Receiver)
    flow(C.Receiver, thisOf(To));
  for (const Given &G : C.Args) {
    if (AsMethod && G.Index == 0) {
      flow(G.What, thisOf(To));
      continue;
    }
    bindArgument(G, To, AsMethod ? G.Index - 1 : G.Index);
  }
}

/// \p G is parameter \p Index of \p To.
void PointsToSolver::bindArgument(const Given &G, uint32_t To, uint32_t Index) {
  ObjectId Into = parameter(To, Index);
  if (!G.Object)
    flow(G.What, contents(Into));
  else if (G.What.isObject())
    copyInto(Into, G.What.object());
  else if (G.What)
    constrain(G.What, {Kind::CopyFrom, toObject(Into).Bits, NoNode, {}, {}});
}

/// True for std::function and its kin.
static bool isCallable(const Program &Prog, const Type &T) {
  return T.Kind == TypeKind::Record && !Prog.classOf(T.Symbol) &&
         llvm::any_of(T.Args, [&](TypeId Arg) {
           return Prog.type(Arg).Kind == TypeKind::Function;
         });
}

void PointsToSolver::bindLoosely(uint32_t To, Ref What) {
  if (!What)
    return;
  const Function &F = *Contexts[To].F;
  if (F.Kind == FunctionKind::Method)
    flow(only(Kind::OfClass, F.Class, What), thisOf(To));
  for (uint32_t I = 0; I < F.Parameters.size(); ++I) {
    const Type &T = Prog.type(F.Parameters[I].Type);
    bool Pointer = T.Kind == TypeKind::Pointer ||
                   T.Kind == TypeKind::LValueReference ||
                   T.Kind == TypeKind::RValueReference ||
                   T.Kind == TypeKind::Unknown || T.Kind == TypeKind::Dependent;
    if (Pointer || T.Kind == TypeKind::Record)
      constrain(What, {Kind::Given, To, I, {}, {}});
    // An iterator or a smart pointer by value leads there.
    if (T.Kind == TypeKind::Record && !Prog.classOf(T.Symbol))
      flow(What, contents(partOrWhole(parameter(To, I), {})));
    // So does what a reference to a std::function refers to.
    if (T.Kind != TypeKind::Record && !T.Args.empty() &&
        isCallable(Prog, Prog.type(T.Args[0])))
      flow(What, contents(partOrWhole(callableGiven(To, I), {})));
  }
}

/// Of several pieces of code that arrive at a call, one may be bound to another
/// as its argument: std::bind(&run, &hook).
void PointsToSolver::addCode(uint32_t Call, ObjectId Code) {
  if (Calls[Call].Run || llvm::is_contained(Calls[Call].Codes, Code))
    return;
  Calls[Call].Codes.push_back(Code);
  for (const FlowTarget &T : Calls[Call].Targets)
    bindCode(T.In, Code);
}

/// The object that parameter \p Parameter of \p To, a reference, refers to.
ObjectId PointsToSolver::callableGiven(uint32_t To, uint32_t Parameter) {
  auto [It, New] = Callables.try_emplace({To, Parameter}, NoObject);
  if (!New)
    return It->second;
  Object O;
  O.Kind = ObjectKind::Local;
  O.In = Contexts[To].F;
  ObjectId Id = add(std::move(O));
  insert(contents(parameter(To, Parameter)), Id);
  return Callables[{To, Parameter}] = Id;
}

/// \p Code may be given for each parameter of \p To that can be called.
void PointsToSolver::bindCode(uint32_t To, ObjectId Code) {
  const Function &F = *Contexts[To].F;
  if (Objects[Code].Symbol == F.Symbol || Objects[Code].Called == F.Symbol)
    return;
  for (uint32_t I = 0; I < F.Parameters.size(); ++I) {
    const Type &T = Prog.type(F.Parameters[I].Type);
    const Type &Inner = Prog.type(T.Args.empty() ? TypeId() : T.Args[0]);
    if (isCallable(Prog, T))
      insert(contents(partOrWhole(parameter(To, I), {})), Code);
    else if (Inner.Kind == TypeKind::Function)
      insert(contents(parameter(To, I)), Code);
    else if (isCallable(Prog, Inner))
      insert(contents(partOrWhole(callableGiven(To, I), {})), Code);
  }
}

static bool isOpen(const Type &T) {
  return T.Kind == TypeKind::Unknown || T.Kind == TypeKind::Dependent;
}

/// Of that many classes from which one derives, nobody looks at the bases.
static constexpr size_t MaxClasses = 64;

/// True if an object of class \p Is may be one of class \p Wanted. The bases of
/// a library's class are not known; in C there are none.
static bool mayBeOne(const Program &Prog, SymbolId Is, SymbolId Wanted,
                     bool InC) {
  if (Is == Wanted)
    return true;
  const Class *Own = Prog.classOf(Is);
  if (!Own)
    return !InC && !Prog.classOf(Wanted);
  llvm::SmallVector<const Class *, 8> Work{Own};
  for (size_t I = 0; I < Work.size(); ++I) {
    if (I == MaxClasses)
      return true;
    for (const std::vector<TypeId> *Bases :
         {&Work[I]->Bases, &Work[I]->FarBases})
      for (TypeId Base : *Bases) {
        const Type &T = Prog.type(Base);
        if (isOpen(T) || T.Symbol == Wanted)
          return true;
        if (const Class *C = Prog.classOf(Base))
          Work.push_back(C);
      }
  }
  return false;
}

bool mayBe(const Program &Prog, const Object &What, SymbolId Wanted) {
  const Type &Is = Prog.type(What.Type);
  if (What.Within)
    return !Prog.classOf(Wanted) ||
           llvm::any_of(Prog.type(What.Within).Contains, [&](SymbolId Class) {
             return mayBeOne(Prog, Class, Wanted, false);
           });
  // Objects may be made in what is an array by its type.
  return isOpen(Is) || Is.Kind == TypeKind::Array ||
         (Is.Kind == TypeKind::Record &&
          mayBeOne(Prog, Is.Symbol, Wanted, false));
}

/// True for what refers or points to a number, and to nothing else: to no void,
/// nor to the bytes of an object.
static bool refersToNumber(const Program &Prog, const Type &T) {
  if (T.Args.empty() ||
      (T.Kind != TypeKind::Pointer && T.Kind != TypeKind::LValueReference &&
       T.Kind != TypeKind::RValueReference))
    return false;
  const Type &To = Prog.type(T.Args[0]);
  llvm::StringRef Name = Prog.text(To.Name);
  return To.Kind == TypeKind::Builtin && Name != "void" &&
         !Name.ends_with("char");
}

bool mayReferTo(const Program &Prog, const Function &F, uint32_t Parameter,
                const Object &What) {
  const Type *T = &Prog.type(F.Parameters[Parameter].Type);
  if (refersToNumber(Prog, *T) &&
      Prog.type(What.Type).Kind == TypeKind::Pointer)
    return false;
  while (!T->Args.empty() && (T->Kind == TypeKind::Pointer ||
                              T->Kind == TypeKind::LValueReference ||
                              T->Kind == TypeKind::RValueReference))
    T = &Prog.type(T->Args[0]);
  if (What.Kind == ObjectKind::Function || What.Kind == ObjectKind::Member)
    return isOpen(*T) || Prog.text(T->Name) == "void" ||
           T->Kind == TypeKind::Function ||
           T->Kind == TypeKind::MemberPointer ||
           (T->Kind == TypeKind::Record && !Prog.classOf(T->Symbol));
  const Type *Is = &Prog.type(What.Type);
  while (Is->Kind == TypeKind::Array && !Is->Args.empty())
    Is = &Prog.type(Is->Args[0]);
  if (isOpen(*T) || isOpen(*Is) || Prog.text(T->Name) == "void")
    return true;
  if ((T->Kind == TypeKind::Record) != (Is->Kind == TypeKind::Record))
    return false;
  // A symbol of C has no types.
  bool InC = !Prog.text(F.Symbol).contains('#');
  return T->Kind != TypeKind::Record ||
         mayBeOne(Prog, Is->Symbol, T->Symbol, InC);
}

/// The code that is called is not in sight: it may keep what it is given, and
/// give back anything that it can reach. Through a pointer to const it reads.
void PointsToSolver::outOfSight(uint32_t Call) {
  Calls[Call].Unseen = true;
  const CallSite &C = Calls[Call];
  for (uint32_t Member : C.Members)
    outOfSight(Member);
  if (!C.Members.empty())
    return;
  auto Give = [&](Ref What, bool OnlyRead, bool IsReceiver) {
    EscapeSite Site{Contexts[C.In].F, C.Loc, C.Name,
                    !C.Name      ? EscapeKind::Address
                    : IsReceiver ? EscapeKind::Receiver
                                 : EscapeKind::Argument};
    if (!OnlyRead)
      return escape(What, Site);
    escapeHeld(What, Site);
    if (C.Result != NoNode)
      flow(What, C.Result); // It may be given back, as strchr does.
  };
  Give(C.Receiver, C.ConstReceiver, true);
  for (const Given &G : C.Args)
    Give(G.What, G.ReadOnly, false);
  if (C.Result != NoNode)
    insert(C.Result, UnknownObject);
}

} // namespace stateless
