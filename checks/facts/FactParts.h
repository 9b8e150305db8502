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
#include <variant>
#include <vector>

namespace stateless {

enum class RootKind : uint8_t {
  Unknown,
  Variable,   ///< Symbol, a Variable fact.
  Parameter,  ///< Parameter Index of the enclosing function or, in a lambda,
              ///< of the function Symbol around it.
  This,       ///< *this of the enclosing method.
  CallResult, ///< What call Index of the enclosing function returned.
  Created,    ///< A new object.
};

enum class StepKind : uint8_t {
  Field,   ///< .Symbol
  Deref,   ///< through a pointer or pointer-like object
  Element, ///< an element of an array or container
};

struct Step {
  StepKind Kind = StepKind::Field;
  SymbolId Symbol;
};

/// An object as one function sees it: a root and the steps from it.
struct Place {
  RootKind Root = RootKind::Unknown;
  uint32_t Index = 0;
  SymbolId Symbol;
  std::vector<Step> Steps;
};

/// What else is done to an object, but for an access.
enum class AddressUse : uint8_t {
  Escapes, ///< Its address goes to where nobody follows it.
  Returned,
};

/// Something that is done to an object.
struct Access {
  std::variant<AccessKind, AddressUse> Kind;
  Place Target;
  std::vector<Place> From; ///< What is copied, or pointed to afterwards.
  Location Loc;
};

/// How a callee treats its object.
enum class ReceiverUse : uint8_t {
  None,     ///< No object (free or static function, constructor).
  Const,    ///< A const method.
  Accessor, ///< Its result names the object's inside.
  Mutating, ///< Any other non-const method.
};

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

struct GivenArgument {
  ValueId Symbolic;
  std::vector<Place> Places;  ///< What it names or points to.
  bool Mutable = false;       ///< By reference or pointer to non-const.
  std::vector<Callable> Code; ///< What is passed with it to be called.
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

  static GivenArgument passes(ValueId Value) { return {Value, {}, false, {}}; }
  static GivenArgument passes(Place P) {
    return {{}, {std::move(P)}, false, {}};
  }
  static GivenArgument lends(Place P) { return {{}, {std::move(P)}, true, {}}; }
  static GivenArgument callback(SymbolId Function) {
    return callback(code(Function));
  }
  static GivenArgument callback(Callable C) { return {{}, {}, false, {C}}; }
};

} // namespace stateless

#endif
