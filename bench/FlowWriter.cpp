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
  auto It = Sketch.Given.find({Call, Argument});
  if (It == Sketch.Given.end())
    return 0;
  if (SymbolId Function = It->second.Function)
    return add(StatementKind::Function, 0, 0, Function);
  return add(StatementKind::Load,
             add(StatementKind::Parameter, 0, 0, {}, It->second.Parameter));
}

/// The fact of \p C, if there is one.
void FlowWriter::keepCall(const SketchedCall &C, uint32_t Index) {
  bool HandsCode = false;
  stateless::Call Fact;
  for (uint32_t I = 0; I < C.Args.size(); ++I) {
    Fact.Args.push_back(C.Args[I].Symbolic);
    HandsCode |= Sketch.Given.contains({Index, I});
  }
  if (C.Library && C.Role == CallRole::None && !HandsCode)
    return;
  Fact.Kind = C.Kind;
  Fact.Callee = C.Callee;
  Fact.CalleeName = C.CalleeName;
  Fact.Role = C.Role;
  Fact.Library = C.Library;
  Fact.Loc = C.Loc;
  F.Calls.push_back(std::move(Fact));
}

/// The text that \p A stores, if it is known to be one.
void FlowWriter::keepText(const Access &A) {
  if (!A.Stored)
    return;
  StoredText Text;
  if (!A.Target.Steps.empty())
    Text.Into = A.Target.Steps.back().Symbol;
  else if (A.Target.Root == RootKind::Variable)
    Text.Into = A.Target.Symbol;
  Text.Text = A.Stored;
  Text.Makes = A.Kind == Doing::Initialize;
  Text.Loc = A.Loc;
  F.StoredTexts.push_back(Text);
}

/// A container keeps what it is given; an algorithm runs the code that it is
/// given with the rest.
void FlowWriter::libraryCall(const SketchedCall &C, uint32_t Index,
                             Number Object) {
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

void FlowWriter::call(const SketchedCall &C, uint32_t Index) {
  keepCall(C, Index);
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
  keepText(A);
  Number At = address(A.Target);
  if (At == 0)
    return;
  for (const Place &P : A.From)
    if (Number From = address(P))
      add(StatementKind::Store, At, From);
  switch (A.Kind) {
  case Doing::Read:
  case Doing::Initialize:
  case Doing::HandOut:
    return;
  case Doing::Assign:
    return write(At, AccessKind::Assign, A.Loc);
  case Doing::CompoundAssign:
    return write(At, AccessKind::CompoundAssign, A.Loc);
  case Doing::Increment:
    return write(At, AccessKind::Increment, A.Loc);
  case Doing::Escape:
    add(StatementKind::Escape, At);
    return;
  }
}

void FlowWriter::run() {
  for (const Creation &C : Sketch.Creations) {
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
  for (uint32_t I = 0; I < Sketch.Calls.size(); ++I)
    call(Sketch.Calls[I], I);
  for (const Access &A : Sketch.Accesses)
    access(A);
  for (auto [Field, Kept] : Sketch.Kept) {
    Number At = add(StatementKind::Field, add(StatementKind::This), 0, Field);
    add(StatementKind::Store, At, add(StatementKind::Function, 0, 0, Kept));
  }
  for (const Place &P : Sketch.ReturnedPlaces)
    if (Number At = address(P))
      add(StatementKind::Return, At);
  if (!Body.Statements.empty())
    F.FlowBodies.push_back(std::move(Body));
}

} // namespace stateless::bench
