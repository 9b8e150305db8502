//===- FlowCalls.cpp - What indirect and virtual calls run ----------------===//
#include "analysis/FlowCalls.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless {

static bool isOpen(const Statement &S) {
  return S.Kind == StatementKind::Call && (!S.Symbol || S.Virtual);
}

bool FlowCalls::Runs::hasBodies() const {
  return Always.hasBodies() || llvm::any_of(ByCaller, [](const auto &Told) {
           return Told.second.hasBodies();
         });
}

FlowCalls::FlowCalls(const PointsTo &Points) : Points(Points) {
  for (const FlowContext &In : Points.contexts())
    for (size_t B = 0; B < In.F->FlowBodies.size(); ++B) {
      const std::vector<Statement> &Code = In.F->FlowBodies[B].Statements;
      for (StatementNumber N = 1; N <= Code.size(); ++N)
        if (isOpen(Code[N - 1]))
          collect(In, B, N);
    }
}

/// True if what is called, or the object of a virtual call, may be unknown.
bool FlowCalls::mayBeUnseen(const FlowContext &In, size_t Body,
                            StatementNumber Number) const {
  const std::vector<Statement> &Code = In.F->FlowBodies[Body].Statements;
  auto IsUnknown = [&](StatementNumber Of) {
    return llvm::is_contained(Points.of(In, Body, Of), UnknownObject);
  };
  const Statement &Call = Code[Number - 1];
  if (!Call.Symbol)
    return IsUnknown(Call.A);
  for (size_t I = Number; I < Code.size(); ++I)
    if (Code[I].Kind == StatementKind::Receiver && Code[I].B == Number)
      return IsUnknown(Code[I].A);
  return true;
}

void FlowCalls::collect(const FlowContext &In, size_t Body,
                        StatementNumber Number) {
  const Statement &S = In.F->FlowBodies[Body].Statements[Number - 1];
  CallTargets To = Points.targets(In, Body, Number);
  bool Unknown = mayBeUnseen(In, Body, Number);
  if (To.Bodies.empty() && !Unknown)
    return;
  Runs &R = All[{In.F, S.Loc, S.Symbol}];
  Runs::Of &Of =
      In.isClone() ? R.ByCaller[{In.Root, In.Site, In.Callee}] : R.Always;
  if (To.Group)
    Of.Groups[*To.Group] = To.Bodies;
  else
    Of.Bodies.insert(To.Bodies.begin(), To.Bodies.end());
  Of.Unknown |= Unknown;
}

const FlowCalls::Runs *FlowCalls::at(const Function &F, const Location &At,
                                     SymbolId Method) const {
  auto It = All.find({&F, At, Method});
  return It == All.end() ? nullptr : &It->second;
}

} // namespace stateless
