//===- FlowWriter.cpp - The statements of a synthetic body ----------------===//
#include "FlowWriter.h"

namespace stateless::bench {

StatementNumber FlowWriter::add(Statement S) {
  Body.Statements.push_back(std::move(S));
  return static_cast<Number>(Body.Statements.size());
}

StatementNumber FlowWriter::add(StatementKind Kind, Number A, Number B,
                                SymbolId Symbol, uint32_t Index) {
  Statement S;
  S.Kind = Kind;
  S.A = A;
  S.B = B;
  S.Symbol = Symbol;
  S.Index = Index;
  return add(std::move(S));
}

StatementNumber FlowWriter::root(const Place &P) {
  switch (P.Root) {
  case RootKind::Unknown:
    return 0;
  case RootKind::Variable:
    return add(StatementKind::Variable, 0, 0, P.Symbol);
  case RootKind::This:
    return add(StatementKind::This);
  case RootKind::Parameter: {
    Number Object = add(StatementKind::Parameter, 0, 0, {}, P.Index);
    // A reference is what it is bound to; so is what a lambda captures.
    bool Reference = P.Index < F.Parameters.size() &&
                     U.Facts.Types[F.Parameters[P.Index].Type.Value].Kind ==
                         TypeKind::LValueReference;
    return Reference ? add(StatementKind::Load, Object) : Object;
  }
  case RootKind::CallResult:
    return P.Index < Results.size() ? Results[P.Index] : 0;
  case RootKind::Created:
    return P.Index < Made.size() ? Made[P.Index] : 0;
  }
  return 0;
}

StatementNumber FlowWriter::address(const Place &P) {
  Number At = root(P);
  for (const Step &S : P.Steps) {
    if (At == 0)
      return 0;
    switch (S.Kind) {
    case StepKind::Field:
      At = add(StatementKind::Field, At, 0, S.Symbol);
      if (U.References.contains(S.Symbol))
        At = add(StatementKind::Load, At);
      break;
    case StepKind::Deref:
      At = add(StatementKind::Load, At);
      break;
    case StepKind::Element:
      At = add(StatementKind::Element, At);
      break;
    }
  }
  return At;
}

void FlowWriter::write(Number At, AccessKind How, Location Loc) {
  if (At == 0)
    return;
  Statement S;
  S.Kind = StatementKind::Write;
  S.A = At;
  S.How = How;
  S.Loc = Loc;
  add(std::move(S));
}

/// The code that is handed over there; 0: none is.
StatementNumber FlowWriter::given(uint32_t Call, uint32_t Argument) {
  auto It = Code.Given.find({Call, Argument});
  if (It == Code.Given.end())
    return 0;
  if (SymbolId Function = It->second.Function)
    return add(StatementKind::Function, 0, 0, Function);
  return add(StatementKind::Load,
             add(StatementKind::Parameter, 0, 0, {}, It->second.Parameter));
}

/// A container keeps what it is given; an algorithm runs the code that it is
/// given with the rest.
void FlowWriter::libraryCall(const Call &C, uint32_t Index, Number Object) {
  bool Changes = C.Use == ReceiverUse::Mutating;
  if (Object != 0 && Changes)
    write(Object, AccessKind::Assign, C.Loc);
  Number Inside = 0;
  std::vector<Number> Given;
  Number Run = 0;
  for (uint32_t I = 0; I < C.Args.size(); ++I) {
    const Argument &A = C.Args[I];
    for (const Place &P : A.Places)
      if (Number At = address(P)) {
        Given.push_back(At);
        if (A.How == Passing::MutableReference)
          write(At, AccessKind::Assign, C.Loc);
      }
    if (Number Handed = given(Index, I))
      Run = Handed;
  }
  if (Object != 0 && Changes)
    for (Number At : Given) {
      if (Inside == 0)
        Inside = add(StatementKind::Element, Object);
      add(StatementKind::Store, Inside, At);
    }
  if (Run == 0)
    return;
  Statement S;
  S.Kind = StatementKind::Run;
  S.A = Run;
  S.Loc = C.Loc;
  for (const Registration &R : F.Registrations)
    if (R.Loc == C.Loc)
      S.Called = R.By;
  Number Site = add(std::move(S));
  for (Number At : Given)
    add(StatementKind::Argument, At, Site);
}

void FlowWriter::call(const Call &C, uint32_t Index) {
  Number Object = 0;
  for (const Place &P : C.Receivers)
    Object = address(P);
  Results.push_back(0);
  if (C.Library)
    return libraryCall(C, Index, Object);
  std::vector<std::pair<Number, uint32_t>> Given;
  for (uint32_t I = 0; I < C.Args.size(); ++I) {
    for (const Place &P : C.Args[I].Places)
      if (Number At = address(P))
        Given.push_back({At, I});
    if (Number Handed = given(Index, I))
      Given.push_back({Handed, I});
  }
  Statement S;
  S.Kind = StatementKind::Call;
  S.Symbol = C.Callee;
  S.Virtual = C.Kind == CallKind::Virtual;
  S.Loc = C.Loc;
  if (C.Kind == CallKind::Indirect && Object != 0)
    S.A = add(StatementKind::Load, Object);
  else if (C.Kind == CallKind::Constructor && Object == 0)
    Object = add(StatementKind::Local);
  Number Site = Results[Index] = add(std::move(S));
  if (Object != 0 && C.Kind != CallKind::Indirect)
    add(StatementKind::Receiver, Object, Site);
  for (auto [At, Parameter] : Given)
    add(StatementKind::Argument, At, Site, {}, Parameter);
}

void FlowWriter::access(const Access &A) {
  switch (A.Kind) {
  case AccessKind::Assign:
  case AccessKind::Initialize:
    if (Number At = address(A.Target)) {
      for (const Place &P : A.From)
        if (Number From = address(P))
          add(StatementKind::Store, At, From);
      if (A.Kind == AccessKind::Assign)
        write(At, A.Kind, A.Loc);
    }
    return;
  case AccessKind::CompoundAssign:
  case AccessKind::Increment:
    return write(address(A.Target), A.Kind, A.Loc);
  case AccessKind::AddressTaken:
    if (Number At = address(A.Target))
      add(StatementKind::Escape, At);
    return;
  default:
    return;
  }
}

void FlowWriter::run() {
  for (const Creation &C : F.Creations) {
    Statement S;
    S.Kind = StatementKind::New;
    S.Type = C.Type;
    S.Loc = C.Loc;
    Made.push_back(add(std::move(S)));
    for (const Place &P : C.Into)
      if (P.Root != RootKind::CallResult)
        if (Number At = address(P))
          add(StatementKind::Store, At, Made.back());
  }
  for (uint32_t I = 0; I < F.Calls.size(); ++I)
    call(F.Calls[I], I);
  for (const Access &A : F.Accesses)
    access(A);
  for (auto [Field, Kept] : Code.Kept) {
    Number At = add(StatementKind::Field, add(StatementKind::This), 0, Field);
    add(StatementKind::Store, At, add(StatementKind::Function, 0, 0, Kept));
  }
  for (const Place &P : F.ReturnedPlaces)
    if (Number At = address(P))
      add(StatementKind::Return, At);
  if (!Body.Statements.empty())
    F.FlowBodies.push_back(std::move(Body));
}

} // namespace stateless::bench
