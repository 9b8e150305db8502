//===- SignalHandlers.cpp - Functions that only signals run ---------------===//
#include "analysis/SignalHandlers.h"

namespace stateless {

llvm::DenseSet<SymbolId> signalHandlers(const CallGraph &Graph) {
  llvm::DenseSet<SymbolId> Result;
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Kind == EntryKind::Signal)
      Result.insert(E.Handler->Symbol);
  for (const EntryPoint &E : Graph.entryPoints())
    if (E.Kind != EntryKind::Signal)
      Result.erase(E.Handler->Symbol);
  return Result;
}

} // namespace stateless
