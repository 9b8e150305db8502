//===- StateObjects.h - All that may be state, judged once -----*- C++ -*-===//
//
// Each variable and field, and each object without a name that a handler
// keeps, with what its type says, who stores into it, who reads it, when, and
// how sure that is. Made once for all checks, which classify them. It must not
// know which checks there are, nor any words.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_STATEOBJECTS_H
#define STATELESS_CHECKS_STATEOBJECTS_H

#include "CarryOver.h"
#include "OnceRuns.h"
#include "TypeShapes.h"
#include "analysis/Analyses.h"
#include "policy/Verdict.h"

namespace stateless {

/// What the evidence says of one variable or field.
struct Assessment {
  bool Benign = false;
  Reason Why;                ///< Benign: why.
  std::vector<Write> Writes; ///< Those that count, the best evidence first.
  Confidence Level = Confidence::Likely;
  Grounds Basis; ///< Why Level is what it is.
  /// No write is seen, but code out of sight could write: unsettled.
  bool OutOfSight = false;
  /// When it is stored to: by the best of Writes or, if none counts, by those
  /// that do not; nothing if none is seen.
  std::optional<Phase> When;
};

struct StateObject {
  // The subject: one of the three.
  const Variable *Var = nullptr;
  const Field *Of = nullptr;
  /// Of the object that a handler keeps, or that start-up serves with.
  const Class *Unnamed = nullptr;

  const TypeShape *Shape = nullptr; ///< Null for what has no name.
  Assessment Seen;                  ///< The same.
  llvm::ArrayRef<ReadSite> Reads;
  /// It lives as long as the program serves; a field: some object of its class
  /// does.
  bool Stays = false;
  /// Variables: the function that hands out the object itself, or null.
  const Function *HandedOutBy = nullptr;
  /// Static members: the class has no other data, and its methods write it.
  bool Monostate = false;

  SymbolId symbol() const {
    return Var ? Var->Symbol : Of ? Of->Symbol : SymbolId();
  }
  TypeId type() const { return Var ? Var->Type : Of ? Of->Type : TypeId(); }
  /// Of the object that a field is in.
  SymbolId holder() const { return Of ? Of->Class : SymbolId(); }
};

class StateObjects {
public:
  /// What is given outlives the objects. Near-linear in the facts and writes.
  StateObjects(const Program &Prog, const Analyses &Known,
               const TypeShapes &Shapes, const CheckOptions &Options);

  /// In the order of the program: variables that are defined and stay, fields,
  /// and what has no name.
  llvm::ArrayRef<StateObject> all() const { return Objects; }
  /// Null: no such object is listed.
  const StateObject *find(SymbolId Symbol) const;

  /// How many variables are, hold or point to one object of \p Class.
  unsigned variablesOf(SymbolId Class) const {
    return VariablesOf.lookup(Class);
  }

private:
  std::vector<StateObject> Objects;
  llvm::DenseMap<SymbolId, uint32_t> Position;
  llvm::DenseMap<SymbolId, unsigned> VariablesOf;
};

/// Grades \p A by the writes that are in it; there must be one.
void grade(const Program &Prog, const Analyses &Known, Assessment &A);

} // namespace stateless

#endif
