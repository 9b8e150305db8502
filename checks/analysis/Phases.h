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

#include "analysis/ChildProcesses.h"
#include "analysis/Reachability.h"
#include "facts/ControlFlow.h"

namespace stateless {

enum class Phase : uint8_t {
  StartUp, ///< Before the program serves.
  Request, ///< A request, a message or a timer runs it.
  Ending,  ///< When serving is over, or before it began, and at no other time.
  OfChild, ///< In a child process that serves nobody and ends itself.
  Unknown, ///< None of these is known.
};

/// True for what no request can see happen.
inline bool isOutsideServing(Phase When) {
  return When == Phase::StartUp || When == Phase::Ending ||
         When == Phase::OfChild;
}

/// True if nobody out of sight may run \p F by itself.
bool mayBeHidden(const Program &Prog, const CallGraph &Graph,
                 const Function &F);

class Phases {
public:
  Phases(const Program &Prog, const CallGraph &Graph, const DeadCode &Dead,
         const Reachability &Reach);

  Phase of(const Function &F, const Location &At) const;

  /// The same for what is done to memory that processes may share, if the
  /// program has any: which of them does it does not matter there.
  Phase ofShared(const Function &F, const Location &At) const;

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

  /// True if \p F gets to \p At while what it started serves on.
  bool isBesideServing(const Function &F, const Location &At) const;

private:
  Phase inAnyProcess(const Function &F, const Location &At) const;
  /// How something serves, as its caller sees it.
  struct Manner {
    bool Ends = true;  ///< False: it may go on when control is behind it.
    bool Turn = false; ///< Once: a loop around it is what serves.
    auto operator<=>(const Manner &) const = default;
  };
  /// A loop, a call that serves, or the call of a function that does.
  struct ServingPoint {
    const Loop *In = nullptr; ///< The outermost loop that serves, if any does.
    Location Call;            ///< What serves, if no loop is around it.
    Manner How;
    Following After; ///< In means: what is in the loop, too.

    bool contains(const Function &F, const Location &At) const {
      return (In && isInside(F, At, *In)) || After.contains(At);
    }
  };
  /// What is to be told to those who run a node.
  using Served = std::pair<uint32_t, Manner>;
  void findServingPoints();
  bool isFollowedByServing(const Function &F, const Loop &L) const;
  void serve(const Function &F, const Loop &L, Manner How,
             std::vector<Served> &Work);
  void serve(const Function &F, const Location &At, Manner How,
             std::vector<Served> &Work);
  void add(const Function &F, ServingPoint P, std::vector<Served> &Work);
  std::vector<bool> findQuiet(bool AfterToo) const;
  void tellRunners(Served Of, std::vector<Served> &Work);
  void spreadServing(std::vector<Served> Work);
  llvm::ArrayRef<ServingPoint> pointsOf(const Function &F) const;
  bool isAfter(const Function &F, const Location &At) const;
  bool leadsToServing(uint32_t Node) const;
  bool isAwaited(const EntryPoint &E, bool AfterToo) const;
  void keepReachable(const std::vector<bool> &Roots,
                     std::vector<bool> &Quiet) const;

  const Program &Prog;
  const CallGraph &Graph;
  const DeadCode &Dead;
  const Reachability &Reach;
  std::vector<bool> StartUp;
  std::vector<bool> Outside; ///< Run at start-up or when serving is over.
  llvm::DenseMap<const Function *, std::vector<ServingPoint>> Serving;
  std::optional<ChildProcesses> Children;
};

} // namespace stateless

#endif
