//===- SignalHandlers.cpp - Functions that run on a signal ----------------===//
#include "analysis/SignalHandlers.h"
#include "llvm/ADT/StringSwitch.h"

namespace stateless {

static bool registersHandler(llvm::StringRef Callee) {
  return llvm::StringSwitch<bool>(Callee)
      .Cases("signal", "std::signal", "sigset", "bsd_signal", true)
      // Assignments to struct sigaction count as calls of the field.
      .Cases("sigaction::sa_handler", "sigaction::sa_sigaction", true)
      .Default(false);
}

llvm::DenseSet<SymbolId> signalHandlers(const Program &Prog) {
  llvm::DenseSet<SymbolId> Result;
  for (const Function &F : Prog.functions())
    for (const Call &C : F.Calls)
      if (registersHandler(Prog.text(C.CalleeName)))
        for (const Argument &A : C.Args)
          for (const Callable &Handler : A.Callables)
            if (Handler.Kind == CallableKind::Function)
              Result.insert(Handler.Symbol);
  return Result;
}

} // namespace stateless
