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

  /// Where \p F starts to serve: a loop, a call that serves, or the call of a
  /// function that does. An empty location: it does not.
  Location servingPoint(const Function &F) const {
    return Serving.lookup(&F).At;
  }

private:
  struct Point {
    Location At;
    bool Loop = false; ///< A loop serves, or goes around what does.
    /// The last line of what serves, after which nothing does; 0: it may go on
    /// in the background.
    uint32_t Last = 0;
  };
  void findServingPoints();
  void serve(const Function &F, const Location &At, uint32_t Last,
             std::vector<uint32_t> &Work);
  std::vector<bool> findQuiet(bool AfterToo) const;
  template <typename Visitor>
  void forEachRunner(uint32_t Node, std::vector<uint32_t> &Work,
                     Visitor Visit) const;
  void spreadServing(std::vector<uint32_t> Work);
  bool isBefore(const Function &F, const Location &At) const;
  bool isAfter(const Function &F, const Location &At) const;
  bool callIsBefore(const Function &F, const Call &C) const;
  bool leadsToServing(uint32_t Node) const;
  void keepReachable(const std::vector<bool> &Roots,
                     std::vector<bool> &Quiet) const;

  const Program &Prog;
  const CallGraph &Graph;
  const Reachability &Reach;
  std::vector<bool> StartUp;
  std::vector<bool> Outside; ///< Run at start-up or when serving is over.
  llvm::DenseMap<const Function *, Point> Serving;
};

} // namespace stateless

#endif
