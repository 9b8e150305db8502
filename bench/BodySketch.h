//===- BodySketch.h - What a synthetic body does, by objects ----*- C++ -*-===//
//
// What BodyWriter draws and FlowWriter turns into facts: calls, accesses and
// creations, with the objects that take part as a body names them.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_BENCH_BODYSKETCH_H
#define STATELESS_BENCH_BODYSKETCH_H

#include "facts/Facts.h"
#include <map>
#include <vector>

namespace stateless::bench {

enum class RootKind : uint8_t {
  Unknown,
  Variable, ///< Symbol
  Parameter,
  This,
  CallResult, ///< What call Index returned.
  Created,    ///< The object of creation Index.
};

enum class StepKind : uint8_t { Field, Deref, Element };

struct Step {
  StepKind Kind = StepKind::Field;
  SymbolId Symbol;
};

/// An object: a root and the steps from it.
struct Place {
  RootKind Root = RootKind::Unknown;
  uint32_t Index = 0;
  SymbolId Symbol;
  std::vector<Step> Steps;

  explicit operator bool() const { return Root != RootKind::Unknown; }
};

enum class Doing : uint8_t {
  Read,
  Initialize,
  Assign,
  CompoundAssign,
  Increment,
  Escape, ///< Its address goes to where nobody follows it.
  HandOut,
};

struct Access {
  Doing Kind = Doing::Read;
  Place Target;
  ValueId Stored;          ///< Assign, Initialize: the value, if symbolic.
  std::vector<Place> From; ///< Assign, Initialize: what is pointed to then.
  Location Loc;
};

enum class Passing : uint8_t { Value, MutableReference };

struct Argument {
  Passing How = Passing::Value;
  ValueId Symbolic;
  std::vector<Place> Places;
};

enum class ReceiverUse : uint8_t { None, Const, Accessor, Mutating };

struct SketchedCall {
  CallKind Kind = CallKind::Direct;
  SymbolId Callee;
  StringId CalleeName;
  ReceiverUse Use = ReceiverUse::None;
  CallRole Role = CallRole::None;
  bool Library = false;
  std::vector<Place> Receivers;
  std::vector<Argument> Args;
  Location Loc;
};

struct Creation {
  TypeId Type;
  std::vector<Place> Into; ///< Where the pointer goes.
  Location Loc;
};

/// A function that is handed over to be called or, without one, what parameter
/// Parameter is given.
struct HandedCode {
  SymbolId Function;
  uint32_t Parameter = 0;
};

struct BodySketch {
  std::vector<SketchedCall> Calls;
  std::vector<Access> Accesses;
  std::vector<Creation> Creations;
  std::vector<Place> ReturnedPlaces;
  /// By call and argument.
  std::map<std::pair<uint32_t, uint32_t>, HandedCode> Given;
  /// Fields of its object, and the function that goes there.
  std::vector<std::pair<SymbolId, SymbolId>> Kept;
};

} // namespace stateless::bench

#endif
