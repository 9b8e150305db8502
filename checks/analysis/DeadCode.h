//===- DeadCode.h - What nothing in a program calls ------------*- C++ -*-===//
//
// Functions of a whole program that cannot run, since nothing that runs calls
// them or takes their address: a program links units for a part of what they
// define. It must not know what the functions do.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_DEADCODE_H
#define STATELESS_ANALYSIS_DEADCODE_H

#include "analysis/CallGraph.h"

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

  /// True if nothing that is seen runs \p F, but a template of a library could:
  /// one that calls a method by its name on an object that it is passed, or a
  /// free function that is found by the class of an argument.
  bool runsOnlyIfAsked(const Function &F) const {
    return !Alive.empty() && !Alive[Graph.nodeOf(F)] && !neverRuns(F);
  }

private:
  const CallGraph &Graph;
  /// By node; empty: all may run.
  std::vector<bool> Alive, MayRun;
};

} // namespace stateless

#endif
