//===- PlaceFlow.h - Value flow of places, for unit tests ------*- C++ -*-===//
//
// Facts that are written by hand tell accesses and calls, not statements: here
// each becomes the statements that the extractor writes for such code. Nothing
// but FactBuilder may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_PLACEFLOW_H
#define STATELESS_FACTS_PLACEFLOW_H

#include "facts/FactParts.h"
#include <algorithm>
#include <map>
#include <string>

namespace stateless {

/// What a function does with what can be called.
struct CodeFlow {
  std::map<uint32_t, std::vector<Callable>> Targets; ///< By indirect call.
  /// By call and argument.
  std::map<std::pair<uint32_t, uint32_t>, std::vector<Callable>> Given;
  std::vector<std::pair<Callable, Callable>> Kept; ///< To, From.
  std::vector<Callable> Returned;
  std::map<size_t, std::vector<Callable>> Handlers; ///< By registration.
};

class PlaceFlow {
public:
  PlaceFlow(TuFacts &Unit, Function &F, const CodeFlow &Code)
      : Unit(Unit), F(F), Code(Code) {}

  void add() {
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      Results.push_back(F.Calls[I].Library ? libraryCall(I) : call(I));
    for (const auto &[Index, Handlers] : Code.Handlers)
      for (const Callable &C : Handlers)
        run(code(C), F.Registrations[Index].Loc, F.Registrations[Index].By);
    for (const Access &A : F.Accesses)
      access(A);
    for (const FieldValue &V : F.FieldValues)
      for (const Place &P : V.From) {
        StatementNumber From = address(P);
        StatementNumber This = value(StatementKind::This);
        act(StatementKind::Store, value(StatementKind::Field, V.Field, This),
            From, V.Loc);
      }
    for (const auto &[To, From] : Code.Kept)
      keep(To.Symbol, From);
    for (const Callable &C : Code.Returned)
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

  /// A library runs \p What, or registers it by the function \p By.
  void run(StatementNumber What, const Location &Loc, StringId By,
           bool Now = false) {
    Statement S;
    S.Kind = StatementKind::Run;
    S.A = What;
    S.Loc = Loc;
    S.Called = By;
    S.Index = Now;
    add(std::move(S));
  }

  StatementNumber libraryCall(uint32_t Index) {
    const Call &C = F.Calls[Index];
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
    for (uint32_t I = 0; I < C.Args.size(); ++I)
      for (const Callable &Given : given(Index, I))
        run(code(Given), C.Loc, {}, C.Role == CallRole::RunsNow);
    return Object ? value(StatementKind::Element, {}, Object) : 0;
  }

  const Function *function(SymbolId Symbol) const {
    auto It = std::find_if(
        Unit.Functions.begin(), Unit.Functions.end(),
        [&](const Function &Other) { return Other.Symbol == Symbol; });
    return It == Unit.Functions.end() ? nullptr : &*It;
  }

  /// Parameter \p Index of the function \p Of: of this one or, in a lambda, of
  /// one around it, which the lambda has as a capture.
  StatementNumber parameterOf(SymbolId Of, uint32_t Index) {
    if (Of == F.Symbol)
      return parameter(Index);
    const Function *Around = &F;
    while (Around && Around->Kind == FunctionKind::Lambda &&
           Around->Symbol != Of)
      Around = function(Around->Parent);
    if (!Around || Around->Symbol != Of)
      return value(StatementKind::Unknown);
    return value(StatementKind::Load, {}, capture(This(), Of, Index));
  }
  StatementNumber This() { return value(StatementKind::This); }
  StatementNumber capture(StatementNumber Closure, SymbolId Of,
                          uint32_t Index) {
    return value(StatementKind::Field,
                 Unit.Strings.intern(Unit.Strings[Of].str() + "@" +
                                     std::to_string(Index)),
                 Closure);
  }

  /// The lambda \p Lambda, with the parameters of all functions around it.
  StatementNumber closure(const Function &Lambda) {
    static constexpr uint32_t MaxParameters = 3;
    Statement S;
    S.Kind = StatementKind::Local;
    S.Called = Lambda.Symbol;
    StatementNumber Made = add(std::move(S));
    for (const Function *Around = &F; Around;
         Around = Around->Kind == FunctionKind::Lambda
                      ? function(Around->Parent)
                      : nullptr)
      for (uint32_t I = 0; I < MaxParameters; ++I)
        act(StatementKind::Store, capture(Made, Around->Symbol, I),
            parameterOf(Around->Symbol, I), F.Loc);
    return Made;
  }

  /// What \p C leads to.
  StatementNumber code(const Callable &C) {
    switch (C.Kind) {
    case CallableKind::Function:
      if (const Function *Lambda = function(C.Symbol);
          Lambda && Lambda->Kind == FunctionKind::Lambda &&
          Lambda->Parent == F.Symbol)
        return closure(*Lambda);
      return value(StatementKind::Function, C.Symbol);
    case CallableKind::Parameter:
      return parameterOf(C.Symbol, C.Index);
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

  const std::vector<Callable> &given(uint32_t Call, uint32_t Argument) const {
    static const std::vector<Callable> None;
    auto It = Code.Given.find({Call, Argument});
    return It == Code.Given.end() ? None : It->second;
  }

  StatementNumber call(uint32_t Index) {
    const stateless::Call &C = F.Calls[Index];
    StatementNumber Object = address(C.Receivers);
    std::vector<StatementNumber> Args;
    for (uint32_t I = 0; I < C.Args.size(); ++I)
      Args.push_back(either(address(C.Args[I].Places), code(given(Index, I))));
    Statement S;
    S.Kind = StatementKind::Call;
    S.Loc = C.Loc;
    S.Symbol = C.Callee;
    S.Called = C.CalleeName;
    S.Virtual = C.Kind == CallKind::Virtual;
    if (!C.Callee) {
      auto It = Code.Targets.find(Index);
      StatementNumber Called = It == Code.Targets.end() ? 0 : code(It->second);
      S.A = Called ? Called : value(StatementKind::Unknown);
    }
    StatementNumber Call = add(std::move(S));
    act(StatementKind::Receiver, Object, Call, {}, C.Use == ReceiverUse::Const);
    for (uint32_t I = 0; I < Args.size(); ++I)
      act(StatementKind::Argument, Args[I], Call, {},
          C.Args[I].How == Passing::Value, I);
    return Call;
  }

  TuFacts &Unit;
  Function &F;
  const CodeFlow &Code;
  FlowBody Body;
  std::vector<StatementNumber> Results; ///< By call.
};

} // namespace stateless

#endif
