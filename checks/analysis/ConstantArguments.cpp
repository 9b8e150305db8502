//===- ConstantArguments.cpp - What callers choose by numbers -------------===//
#include "analysis/ConstantArguments.h"
#include "facts/ControlFlow.h"

namespace stateless {

bool mayPass(const GuardedBlocks &Test, int64_t Number) {
  // A parameter may have less bits than the number that is given, but has 32.
  return Test.Equal ? static_cast<uint32_t>(Number) ==
                          static_cast<uint32_t>(Test.Number)
                    : Number != Test.Number;
}

ConstantArguments::ConstantArguments(const Program &Prog) : Prog(Prog) {
  indexTests();
  if (!Of.empty())
    indexPassedOn();
}

void ConstantArguments::indexTests() {
  for (const Function &F : Prog.functions())
    for (const ControlFlow &C : F.Control)
      for (const GuardedBlocks &G : C.Guarded) {
        uint32_t Parameter = Prog.value(G.Parameter).Index;
        if (!find(F, Parameter))
          Of[&F].push_back({Parameter, {}});
      }
}

/// What a function only passes on matters where it is tested.
void ConstantArguments::indexPassedOn() {
  for (bool Changed = true; std::exchange(Changed, false);)
    for (const Function &F : Prog.functions())
      for (const Call &Site : F.Calls) {
        const Function *Callee = Prog.function(Site.Callee);
        for (uint32_t I = 0; Callee && I != Site.Args.size(); ++I) {
          const Value &V = Prog.value(Site.Args[I]);
          if (V.Kind == ValueKind::Parameter && !V.Symbol && find(*Callee, I) &&
              !find(F, V.Index)) {
            Of[&F].push_back({V.Index, {}});
            Changed = true;
          }
        }
      }
}

ConstantArguments::Numbers *ConstantArguments::find(const Function &F,
                                                    uint32_t Parameter) {
  auto It = Of.find(&F);
  if (It == Of.end())
    return nullptr;
  for (auto &[Index, Given] : It->second)
    if (Index == Parameter)
      return &Given;
  return nullptr;
}

bool ConstantArguments::addTo(Numbers &Into, const Numbers &More) const {
  if (Into.Any)
    return false;
  bool Changed = false;
  for (int64_t Number : More.Known)
    if (!llvm::is_contained(Into.Known, Number)) {
      Into.Known.push_back(Number);
      Changed = true;
    }
  Into.Any = More.Any || Into.Known.size() > MaxNumbers;
  return Changed || Into.Any;
}

ConstantArguments::Numbers ConstantArguments::numbersOf(const Function &In,
                                                        ValueId Argument) {
  const Value &V = Prog.value(Argument);
  if (V.Kind == ValueKind::Integer)
    return {false, {V.Number}};
  if (V.Kind == ValueKind::Parameter && !V.Symbol)
    if (const Numbers *Passed = find(In, V.Index))
      return *Passed;
  Numbers Result;
  if (V.Kind == ValueKind::Choice) {
    for (ValueId One : V.Args)
      addTo(Result, numbersOf(In, One));
    return Result;
  }
  Result.Any = true;
  return Result;
}

bool ConstantArguments::add(const Function &Caller, const Call &Site,
                            const Function &Callee) {
  bool Changed = false;
  if (auto It = Of.find(&Callee); It != Of.end())
    for (auto &[Index, Given] : It->second) {
      Numbers More;
      if (Index < Site.Args.size())
        More = numbersOf(Caller, Site.Args[Index]);
      else
        More.Any = true;
      Changed |= addTo(Given, More);
    }
  return Changed;
}

bool ConstantArguments::addUnknown(const Function &Callee) {
  bool Changed = false;
  auto It = Of.find(&Callee);
  if (It == Of.end())
    return false;
  CalledByUnknown.insert(&Callee);
  for (auto &[Index, Given] : It->second)
    Changed |= !std::exchange(Given.Any, true);
  return Changed;
}

bool ConstantArguments::passes(const Function &F,
                               const GuardedBlocks &Test) const {
  uint32_t Parameter = Prog.value(Test.Parameter).Index;
  const Numbers *Given =
      const_cast<ConstantArguments *>(this)->find(F, Parameter);
  return !Given || Given->Any || llvm::any_of(Given->Known, [&](int64_t N) {
    return mayPass(Test, N);
  });
}

bool ConstantArguments::mayRun(const Function &F, const Location &At) const {
  if (!Of.contains(&F))
    return true;
  // Of several bodies of a template, each may be the one that runs.
  return F.Control.empty() ||
         llvm::any_of(F.Control, [&](const ControlFlow &C) {
           return llvm::all_of(guardsOf(C, At), [&](const GuardedBlocks *G) {
             return passes(F, *G);
           });
         });
}

} // namespace stateless
