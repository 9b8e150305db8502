//===- ObjectTexts.cpp - Which texts an object holds ----------------------===//
//
// An object of a class that holds texts is told by who made it: a constructor
// with its arguments, or an initialiser list; and by what was done to it since,
// in the order of the program's text. Copies are made and changed likewise. A
// field of it is what that gave it. Where others may change the object out of
// sight, it is also all that is ever stored in that field, and where nobody
// knows the object, it is what any object was given: then that is mixed.
//
//===----------------------------------------------------------------------===//
#include "analysis/ValueEvaluator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

namespace stateless {

static constexpr unsigned MaxBases = 32;

//===-- What an object was given ------------------------------------------===//

SymbolId Evaluator::classMade(const KnownObject &O) const {
  const Function *Ctor = Prog.function(O.Maker);
  return Ctor ? Ctor->Class : O.Maker;
}

bool Evaluator::derives(SymbolId Class, SymbolId From) const {
  llvm::SmallVector<SymbolId, 8> Work{Class};
  for (size_t I = 0; I < Work.size() && I < MaxBases; ++I) {
    if (Work[I] == From)
      return true;
    if (const stateless::Class *C = Prog.classOf(Work[I]))
      for (TypeId Base : C->Bases)
        Work.push_back(Prog.type(Base).Symbol);
  }
  return false;
}

Evaluator::Parts Evaluator::partsOf(SymbolId Symbol, const KnownObject &Of) {
  Parts Result;
  const Field *F = Prog.field(Symbol);
  if (!F || Depth >= MaxObjectDepth || ObjectSteps >= MaxObjectSteps) {
    Result.Unknown = true;
    return Result;
  }
  ++ObjectSteps;
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  // What is mutable, const methods change.
  Result.Shared = Of.Shared || F->Mutable;
  if (Of.Maker)
    partsAsMade(*F, Of, Result);
  KnownObject Before = Of;
  for (size_t I = 0; I < Of.Done.size(); ++I) {
    Before.Done.resize(I);
    done(Symbol, Before, Of.Done[I], Result);
  }
  return Result;
}

void Evaluator::partsAsMade(const Field &F, const KnownObject &Of,
                            Parts &Into) {
  const Function *Ctor = Prog.function(Of.Maker);
  SymbolId Own = classMade(Of);
  if (Ctor && !Ctor->Definition)
    Into.Unknown = true;
  KnownObject Bare = Of;
  Bare.Done.clear();
  if (F.Class != Own)
    partsOfBase(F, Own, Bare, Into);
  else if (F.Init)
    Into.All.push_back(
        {Part::Given, F.Init,
         &keep(Environment{nullptr, {}, nullptr, {}, &keep(Bare)})});
  else if (Prog.classOf(F.Type))
    Into.All.push_back({Part::Default, {}});
  if (!Ctor) {
    for (ValueId Arg : Of.Args)
      doneBy(F.Symbol, Bare, Arg, *Of.Env, true, Into);
    return;
  }
  const Environment &In = keep(Environment{Ctor, Of.Args, Of.Env});
  DoneTo ByCtor{{}, &In, Ctor, 0, Of.Built, false, true};
  done(F.Symbol, Bare, ByCtor, Into);
}

/// The field \p F of a base of an object of class \p Own, or of an object that
/// delegates its making.
void Evaluator::partsOfBase(const Field &F, SymbolId Own, const KnownObject &Of,
                            Parts &Into) {
  if (!derives(Own, F.Class)) {
    Into.Unknown = true;
    return;
  }
  // Constructors name bases among what they do, initialiser lists likewise.
  const Function *Ctor = Prog.function(Of.Maker);
  if (Ctor && llvm::any_of(Ctor->Changes, [&](const ObjectChange &C) {
        const Value &V = Prog.value(C.What);
        return V.Kind == ValueKind::Given && Prog.classOf(V.Symbol) &&
               derives(V.Symbol, F.Class);
      }))
    return;
  if (!Ctor && llvm::any_of(Of.Args, [&](ValueId Arg) {
        SymbolId Base = Prog.value(Arg).Symbol;
        return Prog.classOf(Base) && derives(Base, F.Class);
      }))
    return;
  const Class *C = Prog.classOf(Own);
  for (TypeId Base : C->Bases)
    if (SymbolId Symbol = Prog.type(Base).Symbol; derives(Symbol, F.Class)) {
      Parts Found = partsOf(F.Symbol, defaultObject(Symbol));
      llvm::append_range(Into.All, Found.All);
      Into.Unknown |= Found.Unknown;
      return;
    }
}

void Evaluator::done(SymbolId Field, const KnownObject &Before,
                     const DoneTo &What, Parts &Into) {
  if (Depth >= MaxObjectDepth || ObjectSteps >= MaxObjectSteps) {
    Into.Unknown = true;
    return;
  }
  ++ObjectSteps;
  llvm::SaveAndRestore<unsigned> Guard(Depth, Depth + 1);
  if (What.Replaces)
    return replaced(Field, What.What, *What.Env, false, Into);
  if (!What.Body)
    return doneBy(Field, Before, What.What, *What.Env, What.Sure, Into);
  auto IsObject = [&](const Value &V) {
    return !V.Symbol && (What.Index == 0 ? V.Kind == ValueKind::This
                                         : V.Kind == ValueKind::Parameter &&
                                               V.Index == What.Index - 1);
  };
  bool Making = What.Body->Kind == FunctionKind::Constructor;
  const std::vector<ObjectChange> &All = What.Body->Changes;
  for (size_t I = 0; I < std::min(All.size(), What.Count); ++I) {
    if (!IsObject(Prog.value(All[I].Of)))
      continue;
    // At work on what was done before.
    KnownObject At = Before;
    if (Making)
      At.Built = I;
    else
      At.Done.push_back({{}, What.Env, What.Body, What.Index, I, false, true});
    Environment In = *What.Env;
    if (What.Index == 0)
      In.Self = &keep(std::move(At));
    doneBy(Field, Before, All[I].What, keep(In), What.Sure, Into);
  }
}

/// The whole object, or a base of it, becomes a copy of the object \p By.
void Evaluator::replaced(SymbolId Field, ValueId By, const Environment &Env,
                         bool Sure, Parts &Into) {
  if (Sure)
    Into.All.clear();
  KnownObjects From = objects(By, Env);
  Into.Unknown |= From.Unknown;
  for (const KnownObject &O : From.All) {
    Parts Found = partsOf(Field, O);
    llvm::append_range(Into.All, Found.All);
    Into.Shared |= Found.Shared;
    Into.Unknown |= Found.Unknown;
  }
  Into.Unknown |= From.Open;
}

/// \p What is done to the object. \p Sure: always, if that says so itself.
void Evaluator::doneBy(SymbolId Field, const KnownObject &Before, ValueId What,
                       const Environment &Env, bool Sure, Parts &Into) {
  if (!What) {
    Into.Shared = true;
    return;
  }
  const Value &V = Prog.value(What);
  Sure &= V.First;
  ValueId First = V.Args.empty() ? ValueId{} : V.Args[0];
  switch (V.Kind) {
  case ValueKind::Given:
    if (V.Symbol == Field) {
      if (Sure)
        Into.All.clear();
      Into.All.push_back({Part::Given, First, &Env, false, Sure});
    } else if (!V.Symbol && !First) {
      Into.Unknown = true;
    } else if (!V.Symbol) {
      replaced(Field, First, Env, Sure, Into);
    } else if (Prog.classOf(V.Symbol) &&
               derives(V.Symbol, Prog.field(Field)->Class)) {
      replaced(Field, First, Env, true, Into);
    }
    return;
  case ValueKind::Appended:
  case ValueKind::Joined:
    if (V.Symbol == Field)
      Into.All.push_back(
          {Part::Grown, What, &Env, V.Kind == ValueKind::Joined, Sure});
    return;
  case ValueKind::Within:
    if (V.Symbol == Field)
      Into.All.push_back({Part::Within, First, &Env, false, Sure});
    return;
  case ValueKind::CallResult: {
    // What runs on the object, its class says.
    Bodies Runs = V.Index == 0 && Before.Maker ? bodiesOf(V.Symbol, Before)
                                               : bodiesOf(V.Symbol, {});
    Into.Unknown |= !Runs.Complete;
    for (const Function *Body : Runs.All) {
      if (isEntered(*Body, Env)) {
        Into.Shared = true;
        continue;
      }
      const Environment &Inner = keep(Environment{Body, V.Args, &Env});
      done(Field, Before,
           {{},
            &Inner,
            Body,
            V.Index,
            ~size_t(0),
            false,
            Sure && Runs.All.size() == 1},
           Into);
    }
    return;
  }
  default:
    Into.Unknown = true;
  }
}

//===-- Texts of a field --------------------------------------------------===//

/// True if \p T says nothing at all.
static bool isNothing(const KnownText &T) {
  return !T.Complete && T.Prefix.empty() && !T.Configurable;
}

Texts Evaluator::fieldOf(SymbolId Symbol, const KnownObject &Of) {
  Parts Found = partsOf(Symbol, Of);
  Texts Result;
  auto IsStart = [](const Part &P) { return P.Kind == Part::Given; };
  bool Later = llvm::count_if(Found.All, [](const Part &P) {
                 return P.Kind != Part::Default;
               }) > 1;
  for (const Part &P : Found.All)
    if (IsStart(P))
      for (KnownText &T : eval(P.What, *P.Env))
        // Empty at first, and given its text later.
        if (!Later || T != KnownText{"", true})
          addText(Result, std::move(T));
  bool Grows = llvm::any_of(
      Found.All, [](const Part &P) { return P.Kind == Part::Grown; });
  if (Grows && Result.empty())
    Result.push_back({"", true});
  for (const Part &P : Found.All)
    if (P.Kind == Part::Grown)
      for (ValueId Arg : Prog.value(P.What).Args)
        Result = product(Result, eval(Arg, *P.Env), P.Joined);
  if (Found.Unknown || (Result.empty() && !Found.Shared))
    addText(Result, {});
  if (!Found.Shared)
    return Result;
  size_t Own = Result.size();
  for (KnownText &T : stored(Symbol, {}, true, /*AlsoMakers=*/false)) {
    T.Mixed = !isNothing(T);
    addText(Result, std::move(T));
  }
  if (Result.size() > std::max<size_t>(Own, 1))
    for (KnownText &T : Result)
      T.Mixed = !isNothing(T);
  if (Result.empty())
    Result.push_back({});
  return Result;
}

Texts Evaluator::field(const Value &V, const Environment &Env) {
  if (!V.Of)
    return anyField(V.Symbol);
  KnownObjects On = objects(V.Of, Env);
  if (const Field *F = Prog.field(V.Symbol))
    On = withField(std::move(On), *F);
  if (On.Unknown || (On.All.empty() && !On.Open))
    return anyField(V.Symbol);
  Texts Result;
  bool Differ = false;
  for (const KnownObject &O : On.All)
    for (KnownText &T : fieldOf(V.Symbol, O)) {
      size_t Before = Result.size();
      addText(Result, std::move(T));
      Differ |= Result.size() != Before && &O != On.All.data();
    }
  if (On.Open)
    addText(Result, {});
  // Which of them it is, nobody knows.
  if (Differ)
    for (KnownText &T : Result)
      T.Mixed = !isNothing(T);
  return Result;
}

} // namespace stateless
