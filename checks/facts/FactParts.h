//===- FactParts.h - Parts of facts written by hand ------------*- C++ -*-===//
//
// Places, callables and arguments for unit tests: what is said inside of a fact
// and needs no entry in a unit's lists. FactBuilder has them as its own. It
// must not know any analysis or check; nothing but tests may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FACTPARTS_H
#define STATELESS_FACTS_FACTPARTS_H

#include "facts/Facts.h"
#include <utility>
#include <vector>

namespace stateless {

inline Place step(Place P, StepKind Kind, SymbolId Symbol = {}) {
  P.Steps.push_back({Kind, Symbol});
  return P;
}
inline Place deref(Place P) { return step(std::move(P), StepKind::Deref); }
inline Place element(Place P) { return step(std::move(P), StepKind::Element); }

/// Where something that can be called comes from. A field is one for all
/// objects, and a result one for all calls.
enum class CallableKind : uint8_t {
  Function,  ///< The function or lambda Symbol itself.
  Parameter, ///< Parameter Index of the function Symbol.
  Variable,  ///< What the variable Symbol holds.
  Field,     ///< What the field Symbol holds.
  Result,    ///< What the function Symbol returns.
};

struct Callable {
  CallableKind Kind = CallableKind::Function;
  SymbolId Symbol;
  uint32_t Index = 0;
};

/// An argument, and what is passed with it to be called.
struct GivenArgument : Argument {
  GivenArgument(Argument A = {}, std::vector<Callable> Code = {})
      : Argument(std::move(A)), Code(std::move(Code)) {}
  std::vector<Callable> Code;
};

struct FactParts {
  //===-- Places ----------------------------------------------------------===//

  static Place variablePlace(SymbolId Variable) {
    return {RootKind::Variable, 0, Variable, {}};
  }
  static Place thisPlace() { return {RootKind::This, 0, {}, {}}; }
  static Place parameterPlace(uint32_t Index) {
    return {RootKind::Parameter, Index, {}, {}};
  }
  /// In a lambda: a parameter of the function \p Around it.
  static Place parameterOf(SymbolId Around, uint32_t Index) {
    return {RootKind::Parameter, Index, Around, {}};
  }
  static Place resultPlace(uint32_t Call) {
    return {RootKind::CallResult, Call, {}, {}};
  }
  static Place createdPlace(uint32_t Creation) {
    return {RootKind::Created, Creation, {}, {}};
  }
  static Place fieldOf(Place Object, SymbolId Field) {
    return step(std::move(Object), StepKind::Field, Field);
  }

  //===-- Callables -------------------------------------------------------===//

  static Callable code(SymbolId Function) {
    return {CallableKind::Function, Function, 0};
  }
  /// What parameter \p Index of \p Function is given.
  static Callable given(SymbolId Function, uint32_t Index) {
    return {CallableKind::Parameter, Function, Index};
  }
  static Callable inVariable(SymbolId Variable) {
    return {CallableKind::Variable, Variable, 0};
  }
  static Callable inField(SymbolId Field) {
    return {CallableKind::Field, Field, 0};
  }
  static Callable resultOf(SymbolId Function) {
    return {CallableKind::Result, Function, 0};
  }

  //===-- Arguments -------------------------------------------------------===//

  static Argument passes(ValueId Value) { return {Passing::Value, Value, {}}; }
  static Argument passes(Place P) {
    return {Passing::Value, {}, {std::move(P)}};
  }
  static Argument lends(Place P) {
    return {Passing::MutableReference, {}, {std::move(P)}};
  }
  static GivenArgument callback(SymbolId Function) {
    return callback(code(Function));
  }
  static GivenArgument callback(Callable C) { return {Argument(), {C}}; }
};

} // namespace stateless

#endif
