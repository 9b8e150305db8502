//===- Lifetime.h - Which objects stay while the program serves -*- C++ -*-===//
//
// Which locals live as long as the program serves, and which classes have
// objects that do: held by a variable of static storage or by such a local, by
// value, by pointer or smart pointer, in an array or container, through the
// fields and bases of another such class, or bound to a registered handler.
// Classes are judged by type: their instances are not told apart. It must not
// know checks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_LIFETIME_H
#define STATELESS_ANALYSIS_LIFETIME_H

#include "analysis/HandlerObjects.h"
#include "analysis/ObjectOwners.h"
#include "analysis/Phases.h"

namespace stateless {

class Lifetime {
public:
  Lifetime(const Program &Prog, const PointsTo &Points, const CallGraph &Graph,
           const Phases &Times);

  /// True for static and thread storage, and for a local that stays: it stands
  /// before the serving point of a function that starts up, or a handler that
  /// is registered for good holds on to it.
  bool stays(const Variable &V) const {
    return V.Where != Storage::Automatic || Locals.contains(V.Symbol);
  }

  /// What keeps objects of \p Class alive: a chain of variables and fields,
  /// the variable first. Empty: nothing known does, or a handler itself.
  std::vector<SymbolId> holders(SymbolId Class) const;
  /// The entry point whose handler the first object of the chain is bound to;
  /// null: the chain starts with a variable.
  const EntryPoint *handlerOf(SymbolId Class) const;
  /// True if a handler, and no variable, is the first to hold objects of it.
  bool isBound(SymbolId Class) const {
    auto It = Holder.find(Class);
    return It != Holder.end() && It->second.Handler && !It->second.Class;
  }
  /// Where start-up calls what serves, on an object of \p Class without a name;
  /// empty: nowhere, or something else is the first to hold objects of it.
  Location runsAt(SymbolId Class) const {
    auto It = Holder.find(Class);
    bool First = It != Holder.end() && !It->second.By && !It->second.Handler &&
                 !It->second.Class;
    return First ? Running.lookup(Class) : Location();
  }
  bool isLongLived(SymbolId Class) const { return Holder.contains(Class); }

  /// True if objects of \p Class are known that do not stay.
  bool hasPassingObjects(SymbolId Class) const {
    return Passing.contains(Class);
  }

private:
  struct Link {
    SymbolId By;    ///< The variable or field.
    SymbolId Class; ///< The class of the field; empty for a variable.
    const EntryPoint *Handler = nullptr;
  };

  void findLocals(const Program &Prog, const PointsTo &Points,
                  const CallGraph &Graph, const Phases &Times);
  void findRunning(const Program &Prog, const PointsTo &Points,
                   const Phases &Times);
  void keep(const HandlerObjects::Held &Held, const ObjectOwners &Owners,
            const EntryPoint &E);
  void keepRenewed(const Program &Prog, const HandlerObjects::Held &Held,
                   const EntryPoint &E);
  void spread(const Program &Prog);

  llvm::DenseSet<SymbolId> Locals;
  llvm::DenseSet<SymbolId> Passing;
  /// Classes whose objects handlers hold.
  std::vector<std::pair<SymbolId, const EntryPoint *>> Bound;
  /// Classes whose unnamed objects start-up serves with, and where.
  llvm::DenseMap<SymbolId, Location> Running;
  llvm::DenseMap<SymbolId, Link> Holder;
};

} // namespace stateless

#endif
