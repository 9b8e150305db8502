//===- PlaceUses.h - What a function does to one place ---------*- C++ -*-===//
//
// For a variable, a field or what a parameter refers to: where a function reads
// it, where it overwrites it as a whole, and which calls may do either. By the
// points-to sets: what gives the address of one object only, names it. It must
// not know in which order that happens.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_PLACEUSES_H
#define STATELESS_ANALYSIS_PLACEUSES_H

#include "analysis/Lifetime.h"
#include "analysis/Mutation.h"
#include <map>
#include <set>

namespace stateless {

/// Something that functions read and overwrite, as one of them sees it.
struct UsedPlace {
  enum Kind : uint8_t {
    Object, ///< Of value flow: Index.
    Own,    ///< The field Symbol of *this.
    Given,  ///< What the function's parameter Index refers to.
    Listed, ///< The same, the elements of an array.
  };
  Kind Is = Object;
  SymbolId Symbol; ///< Object: the variable or field that it is.
  uint32_t Index = 0;
  auto operator<=>(const UsedPlace &) const = default;
};

/// A place in a function.
struct PlaceIn {
  const Function *F = nullptr;
  UsedPlace What;
  auto operator<=>(const PlaceIn &) const = default;
  /// It is whatever the caller hands over.
  bool isOfCaller() const {
    return What.Is == UsedPlace::Given || What.Is == UsedPlace::Listed;
  }
};

/// Something that happens to a place. It reads first.
struct PlaceEvent {
  Location At; ///< None: nobody knows where.
  bool Reads = false, Sets = false;
  bool After = false;        ///< It reads what the same call sets.
  std::vector<PlaceIn> Runs; ///< Each of them may be run.
  bool Sure = true;          ///< One of Runs is run, on all of the place.
};

struct PlaceEvents {
  std::vector<PlaceEvent> All;
  std::set<Location> Told; ///< Where statements name the place.
  bool Lost = false;       ///< It may be read anywhere.
};

class PlaceUses {
public:
  using Functions = llvm::DenseSet<const Function *>;

  /// What is given must outlive this.
  PlaceUses(const Program &Prog, const CallGraph &Graph, const DeadCode &Dead,
            const Phases &Times, const Lifetime &Lives, const Mutation &Writes);

  /// The object that \p V is; NoObject: nothing names it.
  ObjectId objectOf(const Variable &V) const;
  /// The part of a variable that \p F is, wherever the program names it, if
  /// there is one such object in the process; else NoObject.
  ObjectId soleObjectOf(const Field &F) const;

  /// Turns to the variable or field \p Symbol. False if nothing reads it while
  /// the program serves, or if it may be written where nobody sees it.
  bool turnTo(SymbolId Symbol);
  /// What reads or writes it while the program serves.
  const Functions &sites() const { return Sites; }

  /// Of the function, or of what was last turned to. What it calls need not
  /// have to do with the place.
  PlaceEvents eventsOf(const PlaceIn &N);

  /// True if \p At of \p F is never run while the program serves.
  bool isOutside(const Function &F, const Location &At) const;

private:
  /// How a statement names the place.
  struct Named {
    bool Is = false;
    bool Start = false; ///< It, or where its elements begin; no part of it.
    bool Element = false;
  };
  using Code = std::vector<Statement>;

  void findSole();
  bool isSingle(ObjectId Id) const;
  const std::vector<ObjectId> &exactIn(const Function &F);
  bool isPlace(const Function &F, size_t I, const UsedPlace &What);
  std::vector<Named> namedIn(const Function &F, const UsedPlace &What);
  void addNamed(const PlaceIn &N, PlaceEvents &Into);
  static void addUse(const Statement &S, const Named &At, PlaceEvents &Into);
  void addHanded(const Statement &S, const Statement &Call, const Named &At,
                 PlaceEvents &Into);
  void addOwnCall(const Statement &Call, const UsedPlace &What,
                  PlaceEvents &Into);
  void addSites(const PlaceIn &N, PlaceEvents &Into);
  void addCalls(const PlaceIn &N, PlaceEvents &Into);

  const Program &Prog;
  const CallGraph &Graph;
  const DeadCode &Dead;
  const Phases &Times;
  const Lifetime &Lives;
  const Mutation &Writes;
  const PointsTo &Points;
  llvm::DenseMap<SymbolId, ObjectId> ObjectOf; ///< Of variables.
  llvm::DenseMap<SymbolId, ObjectId> Sole;     ///< Of fields.
  llvm::DenseMap<const Function *, std::vector<const FlowContext *>> Contexts;
  std::map<const Function *, std::vector<ObjectId>> Exact;
  Functions Sites;
  /// Where they read it, or change it by what it was; those by pointers, too.
  llvm::DenseMap<const Function *, std::vector<Location>> ReadsIn;
};

/// True if \p S gives the object of a method to a call, as its object.
bool isOwnCall(const std::vector<Statement> &In, const Statement &S);

} // namespace stateless

#endif
