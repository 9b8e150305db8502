//===- PlaceFlow.h - Value flow of places, for unit tests ------*- C++ -*-===//
//
// Facts that are written by hand tell accesses and calls, not statements: here
// each becomes the statements that the extractor writes for such code. Nothing
// but FactBuilder may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_PLACEFLOW_H
#define STATELESS_FACTS_PLACEFLOW_H

#include "facts/Facts.h"

namespace stateless {

class PlaceFlow {
public:
  explicit PlaceFlow(Function &F) : F(F) {}

  void add() {
    for (const Call &C : F.Calls)
      Results.push_back(C.Library ? libraryCall(C) : call(C));
    for (const Access &A : F.Accesses)
      access(A);
    for (const FieldValue &V : F.FieldValues)
      for (const Place &P : V.From) {
        StatementNumber From = address(P);
        StatementNumber This = value(StatementKind::This);
        act(StatementKind::Store, value(StatementKind::Field, V.Field, This),
            From, V.Loc);
      }
    for (const CallableFlow &Flow : F.Flows)
      if (Flow.To.Kind != CallableKind::Parameter)
        keep(Flow.To.Symbol, Flow.From);
    for (const Callable &C : F.ReturnedCallables)
      keep(F.Symbol, C);
    for (const Place &P : F.ReturnedPlaces)
      act(StatementKind::Return, address(P), 0, F.Loc);
    if (!Body.Statements.empty())
      F.FlowBodies.push_back(std::move(Body));
  }

private:
  StatementNumber add(Statement S) {
    Body.Statements.push_back(std::move(S));
    return static_cast<StatementNumber>(Body.Statements.size());
  }
  StatementNumber value(StatementKind Kind, SymbolId Symbol = {},
                        StatementNumber A = 0, StatementNumber B = 0) {
    Statement S;
    S.Kind = Kind;
    S.Symbol = Symbol;
    S.A = A;
    S.B = B;
    return add(std::move(S));
  }
  void act(StatementKind Kind, StatementNumber A, StatementNumber B,
           const Location &Loc, bool ReadOnly = false, uint32_t Index = 0,
           AccessKind How = AccessKind::Read) {
    if (!A)
      return;
    Statement S;
    S.How = How;
    S.Kind = Kind;
    S.A = A;
    S.B = B;
    S.Index = Index;
    S.ReadOnly = ReadOnly;
    S.Loc = Loc;
    add(std::move(S));
  }
  void write(StatementNumber At, AccessKind How, const Location &Loc,
             StringId By = {}, bool IsArgument = false) {
    if (!At)
      return;
    Statement S;
    S.Kind = StatementKind::Write;
    S.A = At;
    S.How = How;
    S.Symbol = By;
    S.Index = IsArgument;
    S.Loc = Loc;
    add(std::move(S));
  }

  /// What a parameter refers or points to.
  StatementNumber parameter(uint32_t Index) {
    Statement S;
    S.Kind = StatementKind::Parameter;
    S.Index = Index;
    return value(StatementKind::Load, {}, add(std::move(S)));
  }

  StatementNumber address(const Place &P) {
    StatementNumber At = 0;
    switch (P.Root) {
    case RootKind::Variable:
      At = value(StatementKind::Variable, P.Symbol);
      break;
    case RootKind::Parameter:
      At = parameter(P.Index);
      break;
    case RootKind::This:
      At = value(StatementKind::This);
      break;
    case RootKind::CallResult:
      At = P.Index < Results.size() ? Results[P.Index] : 0;
      break;
    case RootKind::Created:
      At = value(StatementKind::New);
      break;
    case RootKind::Unknown:
      break;
    }
    for (const Step &S : P.Steps)
      At = !At ? 0
           : S.Kind == StepKind::Field
               ? value(StatementKind::Field, S.Symbol, At)
           : S.Kind == StepKind::Element ? value(StatementKind::Element, {}, At)
                                         : value(StatementKind::Load, {}, At);
    return At;
  }
  StatementNumber address(const std::vector<Place> &Places) {
    StatementNumber All = 0;
    for (const Place &P : Places)
      All = either(All, address(P));
    return All;
  }
  StatementNumber either(StatementNumber A, StatementNumber B) {
    return A && B ? value(StatementKind::Either, {}, A, B) : (A ? A : B);
  }

  void access(const Access &A) {
    StatementNumber At = address(A.Target);
    for (const Place &P : A.From)
      if (StatementNumber From = address(P))
        act(StatementKind::Store, At, From, A.Loc);
    switch (A.Kind) {
    case AccessKind::Read:
      return act(StatementKind::Read, At, 0, A.Loc);
    case AccessKind::Initialize:
      return;
    case AccessKind::DependentUse:
      return act(StatementKind::Escape, At, 0, A.Loc, false, 0, A.Kind);
    case AccessKind::AddressTaken:
    case AccessKind::ReferenceBound:
    case AccessKind::CapturedByReference:
      return act(StatementKind::Escape, At, 0, A.Loc);
    case AccessKind::ReturnedByReference:
      return act(StatementKind::Return, At, 0, A.Loc);
    default:
      return write(At, A.Kind, A.Loc);
    }
  }

  StatementNumber libraryCall(const Call &C) {
    StatementNumber Object = address(C.Receivers);
    if (C.Use == ReceiverUse::Mutating)
      write(Object, AccessKind::CompoundAssign, C.Loc, C.CalleeName);
    else
      act(StatementKind::Read, Object, 0, C.Loc);
    for (const Argument &A : C.Args)
      if (A.How == Passing::MutableReference)
        write(address(A.Places), AccessKind::CompoundAssign, C.Loc,
              C.CalleeName, /*IsArgument=*/true);
      else
        act(StatementKind::Read, address(A.Places), 0, C.Loc);
    return Object ? value(StatementKind::Element, {}, Object) : 0;
  }

  /// What \p C leads to. A field is one for all objects, and a result one for
  /// all calls, as if they were variables.
  StatementNumber code(const Callable &C) {
    switch (C.Kind) {
    case CallableKind::Function:
      return value(StatementKind::Function, C.Symbol);
    case CallableKind::Parameter:
      return C.Symbol == F.Symbol ? parameter(C.Index)
                                  : value(StatementKind::Unknown);
    case CallableKind::Variable:
    case CallableKind::Field:
    case CallableKind::Result:
      break;
    }
    return value(StatementKind::Load, {},
                 value(StatementKind::Variable, C.Symbol));
  }
  StatementNumber code(const std::vector<Callable> &All) {
    StatementNumber Sum = 0;
    for (const Callable &C : All)
      Sum = either(Sum, code(C));
    return Sum;
  }
  void keep(SymbolId Holder, const Callable &C) {
    StatementNumber What = code(C);
    act(StatementKind::Store, value(StatementKind::Variable, Holder), What,
        F.Loc);
  }

  StatementNumber call(const Call &C) {
    StatementNumber Object = address(C.Receivers);
    std::vector<StatementNumber> Args;
    for (const Argument &A : C.Args)
      Args.push_back(either(address(A.Places), code(A.Callables)));
    Statement S;
    S.Kind = StatementKind::Call;
    S.Loc = C.Loc;
    S.Symbol = C.Callee;
    S.Called = C.CalleeName;
    S.Virtual = C.Kind == CallKind::Virtual;
    if (!C.Callee) {
      StatementNumber Code = code(C.Targets);
      S.A = Code ? Code : value(StatementKind::Unknown);
    }
    StatementNumber Call = add(std::move(S));
    act(StatementKind::Receiver, Object, Call, {}, C.Use == ReceiverUse::Const);
    for (uint32_t I = 0; I < Args.size(); ++I)
      act(StatementKind::Argument, Args[I], Call, {},
          C.Args[I].How == Passing::Value, I);
    return Call;
  }

  Function &F;
  FlowBody Body;
  std::vector<StatementNumber> Results; ///< By call.
};

} // namespace stateless

#endif
