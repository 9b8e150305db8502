//===- FlowOrigins.cpp - Where addresses come from ------------------------===//
#include "analysis/FlowOrigins.h"

namespace stateless {

/// The locals that are only ever given one value, and never by way of their
/// address: each with that value. 0: all others.
static std::vector<StatementNumber> valuesOfLocals(const FlowBody &Body) {
  const std::vector<Statement> &Code = Body.Statements;
  std::vector<StatementNumber> Given(Code.size(), 0);
  std::vector<bool> Open(Code.size(), false);
  auto IsLocal = [&](StatementNumber N) {
    return N && Code[N - 1].Kind == StatementKind::Local && !Code[N - 1].Symbol;
  };
  for (const Statement &S : Code) {
    bool Plain =
        S.Kind == StatementKind::Load || S.Kind == StatementKind::Store ||
        S.Kind == StatementKind::Write || S.Kind == StatementKind::Read;
    if (IsLocal(S.B) || (IsLocal(S.A) && !Plain))
      Open[(IsLocal(S.A) && !Plain ? S.A : S.B) - 1] = true;
    if (IsLocal(S.A) && IsLocal(S.B))
      Open[S.A - 1] = Open[S.B - 1] = true;
    if (S.Kind == StatementKind::Store && IsLocal(S.A)) {
      if (Given[S.A - 1] || !S.B)
        Open[S.A - 1] = true;
      Given[S.A - 1] = S.B;
    }
  }
  for (size_t I = 0; I < Code.size(); ++I)
    if (Open[I])
      Given[I] = 0;
  return Given;
}

static Origin either(const Origin &A, const Origin &B) {
  if (A == B)
    return A;
  auto IsNamed = [](const Origin &O) {
    return O.From == Origin::Named || (O.From == Origin::Own && O.Index == 0);
  };
  return {IsNamed(A) && IsNamed(B) ? Origin::Named : Origin::Followed, 0};
}

std::vector<Origin> originsOf(const FlowBody &Body) {
  std::vector<Origin> Result;
  Result.reserve(Body.Statements.size());
  std::vector<StatementNumber> Locals = valuesOfLocals(Body);
  // A local in a loop may be read before the statement that stores in it.
  auto At = [&](StatementNumber N) {
    if (N > Result.size())
      return Origin{Origin::Followed, 0};
    return N ? Result[N - 1] : Origin();
  };
  for (const Statement &S : Body.Statements) {
    Origin O;
    switch (S.Kind) {
    case StatementKind::Local:
    case StatementKind::New:
    case StatementKind::Result:
      O = {S.Symbol ? Origin::Named : Origin::Own, 0};
      break;
    case StatementKind::Parameter:
      O = {Origin::Own, S.Index + 1};
      break;
    case StatementKind::This:
      O = {Origin::This, 0};
      break;
    case StatementKind::Variable:
      O = {Origin::Named, 0};
      break;
    case StatementKind::Field:
    case StatementKind::Element:
      O = At(S.A);
      // A part of a parameter's own object is no longer what it refers to.
      if (O.From == Origin::Own)
        O.Index = 0;
      break;
    case StatementKind::Load:
      if (S.A && Locals[S.A - 1]) {
        O = At(Locals[S.A - 1]);
        break;
      }
      O = At(S.A);
      O = O.From == Origin::Own && O.Index != 0
              ? Origin{Origin::Given, O.Index - 1}
              : Origin{Origin::Followed, 0};
      break;
    case StatementKind::Either:
      O = either(At(S.A), At(S.B));
      break;
    case StatementKind::Cast:
      O = At(S.A);
      break;
    case StatementKind::Call:
    case StatementKind::Run:
    case StatementKind::MemberOf:
    case StatementKind::Unknown:
      O = {Origin::Followed, 0};
      break;
    default:
      break;
    }
    Result.push_back(O);
  }
  return Result;
}

FlowOrigins::FlowOrigins(const Program &Prog) {
  for (const Function &F : Prog.functions())
    for (const FlowBody &Body : F.FlowBodies)
      All.try_emplace(&Body, originsOf(Body));
}

} // namespace stateless
