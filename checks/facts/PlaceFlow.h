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

/// What a function does with objects and with what can be called.
struct WrittenFlow {
  struct OfCall {
    std::vector<Place> Receivers;
    ReceiverUse Use = ReceiverUse::None;
    std::vector<GivenArgument> Args;
    std::vector<Callable> Targets; ///< Of an indirect call.
  };
  struct Capture {
    Place Of;    ///< By reference or by pointer; or else:
    TypeId Held; ///< An object of this type.
  };
  struct HandlersOf {
    std::vector<Callable> Handlers;
    std::vector<Place> Data; ///< What goes with them.
  };
  /// A pointer or reference is made to lead to something.
  struct Binding {
    Place To;
    std::vector<Place> From;
    Location Loc;
  };
  struct Creation {
    TypeId Type;
    Location Loc;
  };
  std::vector<Access> Accesses;
  std::vector<Binding> Bindings;
  std::map<uint32_t, OfCall> Calls;
  std::map<SymbolId, std::vector<Capture>> Captured; ///< By lambda.
  std::vector<std::pair<Callable, Callable>> Kept;   ///< To, From.
  std::vector<Place> ReturnedPlaces;
  std::vector<Callable> Returned;
  std::map<size_t, HandlersOf> Handlers; ///< By registration.
  std::vector<Creation> Created;

  std::set<Location> places() const {
    std::set<Location> Result;
    for (const Access &A : Accesses)
      Result.insert(A.Loc);
    for (const Binding &B : Bindings)
      Result.insert(B.Loc);
    for (const Creation &C : Created)
      Result.insert(C.Loc);
    return Result;
  }
};

class PlaceFlow {
public:
  PlaceFlow(TuFacts &Unit, Function &F, const WrittenFlow &Told)
      : Unit(Unit), F(F), Told(Told) {}

  void add() {
    for (uint32_t I = 0; I < Told.Created.size(); ++I)
      created(I);
    for (uint32_t I = 0; I < F.Calls.size(); ++I)
      Results.push_back(F.Calls[I].Library ? libraryCall(I) : call(I));
    for (const WrittenFlow::Binding &B : Told.Bindings)
      store(address(B.To), B.From, B.Loc);
    for (const Access &A : Told.Accesses)
      access(A);
    for (const auto &[Index, Of] : Told.Handlers)
      for (const Callable &C : Of.Handlers) {
        StatementNumber Run =
            run(code(C), F.Registrations[Index].Loc, F.Registrations[Index].By);
        for (const Place &P : Of.Data)
          act(StatementKind::Argument, address(P), Run, {});
      }
    for (const auto &[To, From] : Told.Kept)
      keep(To.Symbol, From);
    for (const Callable &C : Told.Returned)
      keep(F.Symbol, C);
    for (const Place &P : Told.ReturnedPlaces)
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

  /// Object \p Index of those that are created, always the same.
  StatementNumber created(uint32_t Index) {
    if (StatementNumber Known = Created[Index])
      return Known;
    Statement S;
    S.Kind = StatementKind::New;
    if (Index < Told.Created.size()) {
      S.Type = Told.Created[Index].Type;
      S.Loc = Told.Created[Index].Loc;
    }
    return Created[Index] = add(std::move(S));
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
      At = created(P.Index);
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

  void store(StatementNumber At, const std::vector<Place> &All,
             const Location &Loc) {
    for (const Place &P : All)
      if (StatementNumber From = address(P))
        act(StatementKind::Store, At, From, Loc);
  }

  void access(const Access &A) {
    StatementNumber At = address(A.Target);
    store(At, A.From, A.Loc);
    if (auto *Use = std::get_if<AddressUse>(&A.Kind))
      return act(*Use == AddressUse::Returned ? StatementKind::Return
                                              : StatementKind::Escape,
                 At, 0, A.Loc);
    AccessKind Kind = std::get<AccessKind>(A.Kind);
    if (Kind == AccessKind::Read)
      return act(StatementKind::Read, At, 0, A.Loc);
    if (Kind == AccessKind::DependentUse)
      return act(StatementKind::Escape, At, 0, A.Loc, false, 0, Kind);
    write(At, Kind, A.Loc);
  }

  /// A library runs \p What, or registers it by the function \p By.
  StatementNumber run(StatementNumber What, const Location &Loc, StringId By,
                      bool Now = false) {
    Statement S;
    S.Kind = StatementKind::Run;
    S.A = What;
    S.Loc = Loc;
    S.Called = By;
    S.Index = Now;
    return add(std::move(S));
  }

  WrittenFlow::OfCall toldOf(uint32_t Index) const {
    auto It = Told.Calls.find(Index);
    return It == Told.Calls.end() ? WrittenFlow::OfCall() : It->second;
  }

  StatementNumber libraryCall(uint32_t Index) {
    const Call &C = F.Calls[Index];
    WrittenFlow::OfCall Of = toldOf(Index);
    StatementNumber Object = address(Of.Receivers);
    if (Of.Use == ReceiverUse::Mutating)
      write(Object, AccessKind::CompoundAssign, C.Loc, C.CalleeName);
    else
      act(StatementKind::Read, Object, 0, C.Loc);
    for (const GivenArgument &A : Of.Args)
      if (A.Mutable)
        write(address(A.Places), AccessKind::CompoundAssign, C.Loc,
              C.CalleeName, /*IsArgument=*/true);
      else
        act(StatementKind::Read, address(A.Places), 0, C.Loc);
    for (const GivenArgument &A : Of.Args)
      for (const Callable &Given : A.Code)
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
    if (auto It = Told.Captured.find(Lambda.Symbol); It != Told.Captured.end())
      for (uint32_t I = 0; I < It->second.size(); ++I)
        captureInto(Made, Lambda.Symbol, I, It->second[I]);
    return Made;
  }

  void captureInto(StatementNumber Closure, SymbolId Lambda, uint32_t Index,
                   const WrittenFlow::Capture &C) {
    StatementNumber At = capture(Closure, Lambda, Index);
    if (C.Held) {
      Body.Statements[At - 1].Type = C.Held;
      return act(StatementKind::Store, At, value(StatementKind::Unknown),
                 F.Loc);
    }
    if (C.Of.Root == RootKind::This)
      Body.Statements[At - 1].Type = typeOfThis();
    act(StatementKind::Store, At, address(C.Of), F.Loc);
  }

  /// The class that the function is a method of, as a type of the unit.
  TypeId typeOfThis() {
    Type T;
    T.Kind = TypeKind::Record;
    T.Name = T.Spelling = T.Symbol = F.Class;
    Unit.Types.push_back(std::move(T));
    return {static_cast<uint32_t>(Unit.Types.size() - 1)};
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

  StatementNumber call(uint32_t Index) {
    const stateless::Call &C = F.Calls[Index];
    WrittenFlow::OfCall Of = toldOf(Index);
    StatementNumber Object = address(Of.Receivers);
    std::vector<StatementNumber> Args;
    for (const GivenArgument &A : Of.Args)
      Args.push_back(either(address(A.Places), code(A.Code)));
    Statement S;
    S.Kind = StatementKind::Call;
    S.Loc = C.Loc;
    S.Symbol = C.Callee;
    S.Called = C.CalleeName;
    S.Virtual = C.Kind == CallKind::Virtual;
    if (!C.Callee) {
      StatementNumber Called = code(Of.Targets);
      S.A = Called ? Called : value(StatementKind::Unknown);
    }
    StatementNumber Call = add(std::move(S));
    act(StatementKind::Receiver, Object, Call, {},
        Of.Use == ReceiverUse::Const);
    for (uint32_t I = 0; I < Args.size(); ++I)
      act(StatementKind::Argument, Args[I], Call, {}, !Of.Args[I].Mutable, I);
    return Call;
  }

  TuFacts &Unit;
  Function &F;
  const WrittenFlow &Told;
  FlowBody Body;
  std::map<uint32_t, StatementNumber> Created;
  std::vector<StatementNumber> Results; ///< By call.
};

} // namespace stateless

#endif
