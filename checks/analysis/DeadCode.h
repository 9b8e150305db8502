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

  /// True if \p F surely never runs. What a library's templates may ask for
  /// (operators, methods of classes that a library's template is given, free
  /// functions that are found by the class of an argument), what is virtual,
  /// made of a template, or named where no declaration can be seen, may run;
  /// and everything may in a program that is not whole.
  bool neverRuns(const Function &F) const {
    return !Alive.empty() && !Alive[Graph.nodeOf(F)];
  }

private:
  const CallGraph &Graph;
  std::vector<bool> Alive; ///< By node; empty: all may run.
};

} // namespace stateless

#endif
