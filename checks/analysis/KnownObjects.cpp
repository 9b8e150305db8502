//===- KnownObjects.cpp - Which object a value is -------------------------===//
//
// Follows the value of an object that holds texts to where the object is made:
// through calls, parameters, variables and fields. Where callers tell objects
// apart and none is known, all of their objects are meant.
//
//===----------------------------------------------------------------------===//
#include "analysis/Dispatch.h"
#include "analysis/ValueEvaluator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace stateless {

static constexpr size_t MaxObjects = 8;

static void append(KnownObjects &To, KnownObjects From) {
  To.Unknown |= From.Unknown;
  To.Open |= From.Open;
  for (KnownObject &O : From.All)
    if (To.All.size() < MaxObjects)
      To.All.push_back(std::move(O));
    else
      To.Unknown = true;
}

static const KnownObjects Nobody{{}, true};

bool namesObject(const Value &V) {
  return V.Kind == ValueKind::Variable || V.Kind == ValueKind::Field ||
         V.Kind == ValueKind::This;
}

KnownObjects Evaluator::objects(ValueId Id, const Environment &Env) {
  if (!Id || Depth >= MaxObjectDepth || ObjectSteps >= MaxObjectSteps)
    return Nobody;
  ++ObjectSteps;
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  return objectsOf(Id, Env);
}

KnownObjects Evaluator::objectsOf(ValueId Id, const Environment &Env) {
  const Value &V = Prog.value(Id);
  switch (V.Kind) {
  case ValueKind::Made:
  case ValueKind::Object: {
    KnownObject O;
    O.Maker = V.Symbol;
    O.Args = V.Args;
    O.Env = &Env;
    return {{std::move(O)}, false};
  }
  case ValueKind::Changed: {
    KnownObjects Result = objects(V.Args[0], Env);
    for (KnownObject &O : Result.All)
      for (ValueId What : llvm::ArrayRef(V.Args).drop_front())
        O.Done.push_back({What, &Env, nullptr, 0, ~size_t(0), false, true});
    return Result;
  }
  case ValueKind::Choice: {
    KnownObjects Result;
    for (ValueId Arg : V.Args)
      append(Result, objects(Arg, Env));
    return Result;
  }
  case ValueKind::Text:
    return {}; // A null pointer.
  case ValueKind::This:
    return thisOf(V, Env);
  case ValueKind::Parameter:
    if (V.Symbol) {
      const Function *Around = Prog.function(V.Symbol);
      return Around ? passed(V.Index, *Around) : Nobody;
    }
    if (Env.Up)
      return V.Index < Env.Args.size() ? objects(Env.Args[V.Index], *Env.Up)
                                       : Nobody;
    return Env.In ? passed(V.Index, *Env.In) : Nobody;
  case ValueKind::Variable:
    return variableObject(V.Symbol);
  case ValueKind::Field:
    return fieldObjects(V, Env);
  case ValueKind::CallResult:
    return returnedObjects(V, Env);
  default:
    return Nobody;
  }
}

KnownObjects Evaluator::thisOf(const Value &V, const Environment &Env) {
  if (V.Symbol) {
    const Function *Around = Prog.function(V.Symbol);
    return Around ? anyThis(*Around) : Nobody;
  }
  if (Env.Self)
    return {{*Env.Self}, false};
  const Function *F = Env.In;
  if (!F)
    return Nobody;
  KnownObjects Result;
  if (!Env.Up)
    return anyThis(*F);
  if (F->Kind == FunctionKind::Constructor) {
    KnownObject O;
    O.Maker = F->Symbol;
    O.Args = Env.Args;
    O.Env = Env.Up;
    return {{std::move(O)}, false};
  }
  Result = objects(Env.Of, *Env.Up);
  for (KnownObject &O : Result.All)
    O.Done.push_back({{}, &Env, F, 0, ~size_t(0), false, true});
  return Result;
}

/// The objects on which any call runs \p F.
KnownObjects Evaluator::anyThis(const Function &F) {
  if (llvm::is_contained(Opened, &F))
    return Nobody;
  auto Sites = callSites(Prog, F, MaxCallers);
  if (!Sites || Sites->empty())
    return Nobody;
  Opened.push_back(&F);
  KnownObjects Result;
  for (const CallSite &S : *Sites) {
    const Environment &Caller = keep(Environment{S.Caller});
    Arguments.push_back(S.Site->Args);
    if (F.Kind == FunctionKind::Constructor) {
      KnownObject O;
      O.Maker = F.Symbol;
      O.Args = Arguments.back();
      O.Env = &Caller;
      append(Result, {{std::move(O)}, false});
      continue;
    }
    KnownObjects On = objects(S.Site->Object, Caller);
    const Environment &Entered =
        keep(Environment{&F, Arguments.back(), &Caller, S.Site->Object});
    for (KnownObject &O : On.All)
      O.Done.push_back({{}, &Entered, &F, 0, ~size_t(0), false, true});
    append(Result, std::move(On));
  }
  Opened.pop_back();
  return Result;
}

/// The objects that any call passes.
KnownObjects Evaluator::passed(uint32_t Index, const Function &F) {
  if (llvm::is_contained(Opened, &F))
    return Nobody;
  auto Sites = callSites(Prog, F, MaxCallers);
  if (!Sites || Sites->empty())
    return Nobody;
  Opened.push_back(&F);
  KnownObjects Result;
  for (const CallSite &S : *Sites) {
    ValueId Arg = Index < S.Site->Args.size() ? S.Site->Args[Index] : ValueId{};
    // Who makes an object for the call decides, not the function.
    if (Closed == &F && !namesObject(Prog.value(Arg)))
      Result.Open = true;
    else
      append(Result, objects(Arg, keep(Environment{S.Caller})));
  }
  Opened.pop_back();
  return Result;
}

KnownObject Evaluator::defaultObject(SymbolId Class) const {
  KnownObject O;
  O.Maker = Class;
  for (const Function *F : Prog.methods(Class))
    if (F->Kind == FunctionKind::Constructor && F->Parameters.empty() &&
        F->Name)
      O.Maker = F->Symbol;
  static const Environment Nowhere;
  O.Env = &Nowhere;
  return O;
}

KnownObjects Evaluator::variableObject(SymbolId Symbol) {
  const Variable *V = Prog.variable(Symbol);
  if (!V || !V->Definition || llvm::is_contained(Looking, Symbol))
    return Nobody;
  Looking.push_back(Symbol);
  const Environment &At = keep(Environment{Prog.function(V->Function)});
  KnownObjects Result;
  if (V->Init)
    Result = objects(V->Init, At);
  else if (Prog.classOf(V->Type))
    Result.All.push_back(defaultObject(Prog.type(V->Type).Symbol));
  // A pointer that is null at first.
  if (Result.All.empty() && !Result.Unknown)
    Result = KnownObjects{{KnownObject{}}, false};
  const PathValues::VariableChanges &Changes = Known.changesOf(Symbol);
  for (KnownObject &O : Result.All) {
    O.Variable = Symbol;
    O.Shared |= !Changes.Complete;
    if (auto It = Known.Stores.find(Symbol); It != Known.Stores.end())
      for (const PathValues::Store &S : It->second) {
        DoneTo Replaced{S.Stored, &keep(Environment{S.By})};
        Replaced.Replaces = true;
        O.Done.push_back(Replaced);
      }
    for (auto [By, What] : Changes.All)
      O.Done.push_back({What, &keep(Environment{By})});
  }
  Looking.pop_back();
  return Result;
}

std::vector<SymbolId> Evaluator::variablesOf(ValueId Id,
                                             const Environment &Env) {
  std::vector<SymbolId> Result;
  for (const KnownObject &O : objects(Id, Env).All)
    if (O.Variable)
      Result.push_back(O.Variable);
  return Result;
}

/// Those of \p From that have the field \p F: what runs on objects of one class
/// does not run on those of another.
KnownObjects Evaluator::withField(KnownObjects From, const Field &F) const {
  llvm::erase_if(From.All, [&](const KnownObject &O) {
    SymbolId Own = classMade(O);
    return Prog.classOf(Own) && !derives(Own, F.Class);
  });
  return From;
}

/// True if a field of type \p T refers to an object that is elsewhere.
static bool refers(const Program &Prog, TypeId T) {
  const Type &Is = Prog.type(T);
  return Is.Kind == TypeKind::Pointer || Is.Kind == TypeKind::LValueReference ||
         Is.PointerLike;
}

KnownObjects Evaluator::fieldObjects(const Value &V, const Environment &Env) {
  const Field *F = Prog.field(V.Symbol);
  if (!F)
    return Nobody;
  if (!V.Of)
    return anyFieldObjects(V.Symbol);
  KnownObjects Holders = withField(objects(V.Of, Env), *F), Result;
  if (Holders.Unknown || (Holders.All.empty() && !Holders.Open))
    return anyFieldObjects(V.Symbol);
  Result.Open = Holders.Open;
  for (const KnownObject &Holder : Holders.All) {
    Parts Found = partsOf(V.Symbol, Holder);
    KnownObjects Here;
    Here.Unknown = Found.Unknown;
    for (const Part &P : Found.All)
      if (P.Kind == Part::Default) {
        Here.All.push_back(defaultObject(Prog.type(F->Type).Symbol));
      } else if (P.Kind == Part::Given) {
        KnownObjects Given = objects(P.What, *P.Env);
        ValueKind How = Prog.value(P.What).Kind;
        for (KnownObject &O : Given.All)
          O.Shared |= refers(Prog, F->Type) && How != ValueKind::Made &&
                      How != ValueKind::Object;
        append(Here, std::move(Given));
      }
    for (KnownObject &O : Here.All) {
      O.Variable = {};
      O.Shared |= Found.Shared;
      for (const Part &P : Found.All)
        if (P.Kind == Part::Within)
          O.Done.push_back(
              {P.What, P.Env, nullptr, 0, ~size_t(0), false, P.Sure});
    }
    append(Result, std::move(Here));
  }
  return Result;
}

/// What any object has in \p Symbol. Others may change it.
KnownObjects Evaluator::anyFieldObjects(SymbolId Symbol) {
  const Field *F = Prog.field(Symbol);
  if (!F || llvm::is_contained(Looking, Symbol))
    return Nobody;
  Looking.push_back(Symbol);
  KnownObjects Result;
  if (F->Init)
    Result = objects(F->Init, keep(Environment{}));
  auto It = Known.Stores.find(Symbol);
  if (It != Known.Stores.end())
    for (const PathValues::Store &S : It->second)
      append(Result, objects(S.Stored, keep(Environment{S.By})));
  else if (!F->Init && Prog.classOf(F->Type))
    Result.All.push_back(defaultObject(Prog.type(F->Type).Symbol));
  Looking.pop_back();
  Result.Unknown |= Result.All.empty();
  for (KnownObject &O : Result.All)
    O.Shared = true;
  return Result;
}

KnownObjects Evaluator::returnedObjects(const Value &V,
                                        const Environment &Env) {
  Bodies Runs = bodiesOf(V, Env);
  KnownObjects Result;
  Result.Unknown = !Runs.Complete || Runs.All.empty();
  for (const Function *Body : Runs.All) {
    if (isEntered(*Body, Env)) {
      Result.Unknown = true;
      continue;
    }
    const Environment &Inner = keep(Environment{Body, V.Args, &Env, V.Of});
    Result.Unknown |= Body->ReturnedValues.empty();
    for (ValueId Id : Body->ReturnedValues)
      append(Result, objects(Id, Inner));
  }
  return Result;
}

} // namespace stateless
