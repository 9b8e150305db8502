//===- ObjectOwners.h - Which name an unnamed object goes by ----*- C++ -*-===//
//
// Of several variables and fields that lead to an object on the heap, one is
// taken for its owner; local pointers, references and smart pointers to what
// others own are aliases. It must not know phases, nor what is done to objects.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_OBJECTOWNERS_H
#define STATELESS_ANALYSIS_OBJECTOWNERS_H

#include "analysis/PointsTo.h"
#include "llvm/ADT/DenseSet.h"

namespace stateless {

class ObjectOwners {
public:
  /// Both must outlive this.
  ObjectOwners(const Program &Prog, const PointsTo &Points);

  /// The locals that stand for \p Id, an object on the heap, where \p F hands
  /// it over: those of \p F that lead there, else the first one of the function
  /// that made it.
  std::vector<SymbolId> localsFor(ObjectId Id, const Function &F) const;

  /// The local pointers that only lead to what others own, if those of \p
  /// Staying (locals that live as long as the program serves) may own
  /// something. An object belongs to the first local of the function that made
  /// it; else to whoever leads to it first: variables of static storage, then
  /// those of \p Staying in the order of the program.
  llvm::DenseSet<SymbolId>
  aliases(const llvm::DenseSet<SymbolId> &Staying) const;

private:
  class Reached;

  const Variable *variable(ObjectId Id) const;
  void addHolder(ObjectId Id);
  template <typename Visitor>
  void forEachLead(ObjectId Pointer, Visitor Visit) const;
  bool isAlias(ObjectId Pointer, const llvm::DenseSet<SymbolId> &Staying,
               const Reached &ByOthers) const;

  const Program &Prog;
  const PointsTo &Points;
  /// Of objects on the heap: the first local of the function that makes them
  /// that leads there.
  llvm::DenseMap<ObjectId, const Variable *> MakersLocal;
  /// By function: its locals that are pointers, references or smart pointers.
  llvm::DenseMap<SymbolId, std::vector<ObjectId>> Pointers;
};

} // namespace stateless

#endif
