//===- DeadCode.h - What nothing in a program calls ------------*- C++ -*-===//
//
// Functions of a whole program that cannot run, since nothing that runs calls
// them or takes their address: a program links units for a part of what they
// define. And the parts of functions that no argument of any call asks for. It
// must not know what the functions do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_DEADCODE_H
#define STATELESS_ANALYSIS_DEADCODE_H

#include "analysis/CallGraph.h"
#include "analysis/ConstantArguments.h"
#include <optional>

namespace stateless {

class DeadCode {
public:
  DeadCode(const Program &Prog, const CallGraph &Graph);

  /// True if \p F surely never runs. Operators, methods of classes that a
  /// library's template is given, what is virtual, made of a template, or named
  /// where no declaration can be seen, may run; and everything may in a program
  /// that is not whole.
  bool neverRuns(const Function &F) const { return neverRuns(Graph.nodeOf(F)); }

  /// The same for a node of the graph: a loop in such code is no entry point.
  bool neverRuns(uint32_t Node) const {
    return !MayRun.empty() && !MayRun[Node];
  }

  /// True if \p F, or the place \p At in it, surely never runs.
  bool neverRuns(const Function &F, const Location &At) const {
    return neverRuns(F) || (Given && !Given->mayRun(F, At));
  }

  /// True if all who call \p F, which tests a parameter, are seen to do so,
  /// but for templates of libraries that might ask for it.
  bool knowsCallers(const Function &F) const {
    return Seen && !Seen->hasUnknownCallers(F);
  }

  /// True if nothing ever goes along \p E, an edge out of \p From.
  bool neverFollows(uint32_t From, const CallGraph::Edge &E) const {
    if (!Given || E.Call == CallGraph::NoCall)
      return false;
    const Function &F = *Graph.functionOf(From);
    return !Given->mayRun(F, F.Calls[E.Call].Loc);
  }

  /// True if nothing that is seen runs \p F, but a template of a library could:
  /// one that calls a method by its name on an object that it is passed, or a
  /// free function that is found by the class of an argument.
  bool runsOnlyIfAsked(const Function &F) const {
    return !Alive.empty() && !Alive[Graph.nodeOf(F)] && !neverRuns(F);
  }
  /// The same for the place \p At in \p F.
  bool runsOnlyIfAsked(const Function &F, const Location &At) const {
    return runsOnlyIfAsked(F) ||
           (Seen && !Seen->mayRun(F, At) && !neverRuns(F, At));
  }

private:
  const CallGraph &Graph;
  /// By node; empty: all may run.
  std::vector<bool> Alive, MayRun;
  /// Of the calls in what is alive, and in what may run; empty: anything is
  /// given.
  std::optional<ConstantArguments> Seen, Given;
};

} // namespace stateless

#endif
