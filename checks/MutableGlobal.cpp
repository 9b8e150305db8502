//===- MutableGlobal.cpp - stateless-mutable-global -----------------------===//
//
// Every variable with static or thread storage duration gets a verdict: state
// if something writes it after start-up or, out of sight, may. It must not
// know what other checks say of the same variable.
//
//===----------------------------------------------------------------------===//
#include "StateObjects.h"

namespace stateless {

static llvm::StringRef categoryOf(const Variable &V) {
  if (V.ThreadLocal)
    return "thread-local";
  switch (V.Where) {
  case Storage::StaticMember:
    return "static-member";
  case Storage::FunctionLocal:
    return "function-local";
  default:
    return "namespace-scope";
  }
}

static llvm::StringRef nounOf(const Variable &V) {
  if (V.ThreadLocal)
    return "mutable thread-local variable";
  switch (V.Where) {
  case Storage::StaticMember:
    return "mutable static member";
  case Storage::FunctionLocal:
    return "mutable function-local static";
  default:
    return "mutable global";
  }
}

/// Fields of the object that are written: where a more specific check speaks
/// for all of them, nothing is left to say of the variable.
static void addWrittenFields(const Evidence &E, const Variable &V,
                             Verdict &Into) {
  const Class *C = E.Prog.classOf(coreType(E.Prog, V.Type).Symbol);
  if (!C)
    return;
  Into.Parts = partNames(E.Prog, writtenParts(E, *C));
}

void judgeMutableGlobal(const Evidence &E, VerdictSink &Out) {
  for (const Variable &V : E.Prog.variables()) {
    if (!V.Definition || V.Where == Storage::Automatic)
      continue;
    Verdict Result = verdictOn(E.Prog, V);
    Result.Category = categoryOf(V);
    Assessment A = assess(E, V);
    if (A.Benign) {
      Result.Kind = VerdictKind::Benign;
      Result.Reason = A.Reason;
      Result.Message = "'" + Result.Symbol + "' is no state: " + A.Reason;
    } else {
      Result.Level = A.Level;
      Result.Message =
          (nounOf(V) + " '" + Result.Symbol + "' " + writtenClause(E.Prog, A))
              .str();
      addWriteNotes(E.Prog, A.Writes, Result);
      addWrittenFields(E, V, Result);
    }
    Out.report(std::move(Result));
  }
}

} // namespace stateless
