//===- PlaceBody.h - A function, as far as one place goes ------*- C++ -*-===//
//
// The ways through a function, and where on them a place is read and set. What
// the calls do is found outside, step by step: both answers only ever change
// from false to true. It must not know the call graph.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_PLACEBODY_H
#define STATELESS_ANALYSIS_PLACEBODY_H

#include "analysis/PlaceUses.h"

namespace stateless {

class PlaceBody {
public:
  /// The body that a call runs, as far as it is known; null: it does nothing.
  using Lookup = llvm::function_ref<const PlaceBody *(const PlaceIn &)>;

  /// \p F must outlive this.
  PlaceBody(const Function &F, PlaceEvents Uses);

  /// Each way from the start to the end sets the place. A call that throws may
  /// not have set it.
  bool sets() const { return Sets; }
  /// Some way from the start reads the place before it is set.
  bool reads() const { return Reads; }
  /// It reads the place, perhaps after setting it.
  bool uses() const { return Used; }
  /// Turns of its outermost loops, and of those in what it hands the place to.
  bool turnsRead() const { return TurnsRead; }
  bool turnsUse() const { return TurnsUse; }

  /// Ask \p Of again. True: sets() changed.
  bool updateSets(Lookup Of);
  /// The same for all others; \p Turns: its loops begin activations. updateSets
  /// has been called as often as it changes anything.
  bool updateReads(Lookup Of, bool Turns);

  const PlaceEvents &events() const { return Uses; }

private:
  struct Step {
    uint32_t Event;
    bool MayThrow; ///< A call, the last point of a block that is left so.
  };

  void order();
  bool doesSet(const PlaceEvent &E, Lookup Of) const;
  bool doesRead(const PlaceEvent &E, Lookup Of) const;
  bool setsOnAllWays(Lookup Of);
  bool readsOnSomeWay(Lookup Of);
  void updateTurns(Lookup Of, bool Turns);

  const Function *F;
  PlaceEvents Uses;
  /// By block of the control flow: what happens there, in order; where control
  /// goes on; where it goes if a call there throws.
  std::vector<std::vector<Step>> Blocks;
  std::vector<std::vector<uint32_t>> Next, Catching;
  std::vector<uint32_t> Nowhere;     ///< Events that no block has.
  std::vector<bool> ReadsAt, SetsAt; ///< From the start of a block on.
  bool Sets = false, Reads = false, Used = false;
  bool TurnsRead = false, TurnsUse = false;
};

} // namespace stateless

#endif
