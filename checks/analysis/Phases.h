//===- Phases.h - Before serving, on a request, or who knows ---*- C++ -*-===//
//
// Divides the life of the process: what static initialisers, and main with all
// that only it calls, do before the program serves; what requests run; what is
// done when no more requests can come; the rest. It must not know what is done
// in a phase.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_PHASES_H
#define STATELESS_ANALYSIS_PHASES_H

#include "analysis/Reachability.h"
#include "facts/ControlFlow.h"

namespace stateless {

enum class Phase : uint8_t {
  StartUp, ///< Before the program serves.
  Request, ///< A request, a message or a timer runs it.
  Ending,  ///< When serving is over, or before it began, and at no other time.
  Unknown, ///< None of these is known.
};

/// True for what no request can see happen.
inline bool isOutsideServing(Phase When) {
  return When == Phase::StartUp || When == Phase::Ending;
}

class Phases {
public:
  Phases(const Program &Prog, const CallGraph &Graph,
         const Reachability &Reach);

  Phase of(const Function &F, const Location &At) const;

  /// True if \p F runs only before the program serves (but for what it does
  /// from its serving point on).
  bool isStartUp(const Function &F) const { return StartUp[Graph.nodeOf(F)]; }

  /// True if \p F serves at some place, itself or by what it calls.
  bool serves(const Function &F) const { return Serving.contains(&F); }

  /// Where \p F serves: where loops begin, and calls stand.
  std::vector<Location> servingPlaces(const Function &F) const;

  /// True if \p F serves in \p L, one of its loops, and in none around it.
  bool servesIn(const Function &F, const Loop &L) const;

  /// True if \p At runs only before \p F serves, or if \p F never does.
  bool isBeforeServing(const Function &F, const Location &At) const;

private:
  /// A loop, a call that serves, or the call of a function that does.
  struct ServingPoint {
    const Loop *In = nullptr; ///< The outermost loop that serves, if any does.
    Location Call;            ///< What serves, if no loop is around it.
    bool Ends = true; ///< False: it may go on when control is behind it.
    Following After;  ///< In means: what is in the loop, too.

    bool contains(const Function &F, const Location &At) const {
      return (In && isInside(F, At, *In)) || After.contains(At);
    }
  };
  void findServingPoints();
  void serve(const Function &F, const Loop &L, std::vector<uint32_t> &Work);
  void serve(const Function &F, const Location &At, bool Ends,
             std::vector<uint32_t> &Work);
  void add(const Function &F, ServingPoint P, std::vector<uint32_t> &Work);
  std::vector<bool> findQuiet(bool AfterToo) const;
  template <typename Visitor>
  void forEachRunner(uint32_t Node, std::vector<uint32_t> &Work,
                     Visitor Visit) const;
  void spreadServing(std::vector<uint32_t> Work);
  llvm::ArrayRef<ServingPoint> pointsOf(const Function &F) const;
  bool isAfter(const Function &F, const Location &At) const;
  bool leadsToServing(uint32_t Node) const;
  void keepReachable(const std::vector<bool> &Roots,
                     std::vector<bool> &Quiet) const;

  const Program &Prog;
  const CallGraph &Graph;
  const Reachability &Reach;
  std::vector<bool> StartUp;
  std::vector<bool> Outside; ///< Run at start-up or when serving is over.
  llvm::DenseMap<const Function *, std::vector<ServingPoint>> Serving;
};

} // namespace stateless

#endif
