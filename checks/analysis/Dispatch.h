//===- Dispatch.h - Which body a call may run ------------------*- C++ -*-===//
//
// Overriding in depth: from a method down to all that may run in its place,
// and from a body up to all calls that may run it. Function pointers are not
// followed. It must not know what the bodies do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_DISPATCH_H
#define STATELESS_ANALYSIS_DISPATCH_H

#include "facts/Program.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace stateless {

/// Methods that override \p Method, directly or further down; each once.
inline llvm::SmallVector<const Function *, 4> allOverriders(const Program &Prog,
                                                            SymbolId Method) {
  llvm::SmallVector<const Function *, 4> Result;
  auto Add = [&](SymbolId Symbol) {
    for (const Function *F : Prog.overriders(Symbol))
      if (!llvm::is_contained(Result, F))
        Result.push_back(F);
  };
  Add(Method);
  for (size_t I = 0; I < Result.size(); ++I)
    Add(Result[I]->Symbol);
  return Result;
}

/// The symbol of \p F and of every method that it overrides.
inline llvm::SmallVector<SymbolId, 4> calledAs(const Program &Prog,
                                               const Function &F) {
  llvm::SmallVector<SymbolId, 4> Result{F.Symbol};
  for (size_t I = 0; I < Result.size(); ++I)
    if (const Function *At = I ? Prog.function(Result[I]) : &F)
      for (SymbolId Base : At->Overrides)
        if (!llvm::is_contained(Result, Base))
          Result.push_back(Base);
  return Result;
}

/// What a call of \p Method runs on an object of \p Class itself; null: not
/// known.
inline const Function *methodOf(const Program &Prog, SymbolId Class,
                                SymbolId Method) {
  constexpr size_t MaxBases = 32;
  llvm::SmallVector<SymbolId, 4> Classes{Class};
  for (size_t I = 0; I < Classes.size() && I < MaxBases; ++I) {
    for (const Function *F : Prog.methods(Classes[I]))
      if (llvm::is_contained(calledAs(Prog, *F), Method))
        return F;
    if (const stateless::Class *C = Prog.classOf(Classes[I]))
      for (TypeId Base : C->Bases)
        Classes.push_back(Prog.type(Base).Symbol);
  }
  return nullptr;
}

struct CallSite {
  const Function *Caller;
  const Call *Site;
};

/// The calls that may run \p F; nothing if more than \p MaxCallers functions
/// hold them.
inline std::optional<std::vector<CallSite>>
callSites(const Program &Prog, const Function &F, size_t MaxCallers) {
  llvm::SmallVector<SymbolId, 4> Names = calledAs(Prog, F);
  llvm::SmallSetVector<const Function *, 8> Callers;
  for (SymbolId Name : Names)
    for (const Function *Caller : Prog.callers(Name))
      if (Callers.insert(Caller) && Callers.size() > MaxCallers)
        return std::nullopt;
  std::vector<CallSite> Result;
  for (const Function *Caller : Callers)
    for (const Call &C : Caller->Calls)
      if (C.Kind != CallKind::Indirect &&
          (C.Callee == F.Symbol || (C.Kind == CallKind::Virtual &&
                                    llvm::is_contained(Names, C.Callee))))
        Result.push_back({Caller, &C});
  return Result;
}

/// The same, however many there are.
inline std::vector<CallSite> callSites(const Program &Prog, const Function &F) {
  return *callSites(Prog, F, ~size_t(0));
}

} // namespace stateless

#endif
