//===- Analyses.h - All analyses over one Program --------------*- C++ -*-===//
//
// Computed once, in the order in which they build on each other, and shared by
// all checks. It must not know any check.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_ANALYSES_H
#define STATELESS_ANALYSIS_ANALYSES_H

#include "analysis/CallGraph.h"
#include "analysis/DataOrigins.h"
#include "analysis/DeadCode.h"
#include "analysis/EntryNames.h"
#include "analysis/Lifetime.h"
#include "analysis/Mutation.h"
#include "analysis/PathValues.h"
#include "analysis/Phases.h"
#include "analysis/Reachability.h"
#include "analysis/SignalHandlers.h"

namespace stateless {

struct Analyses {
  explicit Analyses(const Program &Prog)
      : Points(Prog), Graph(Prog, Points), Dead(Prog, Graph),
        Reach(Graph, Dead), Times(Prog, Graph, Dead, Reach),
        Writes(Prog, Points, Graph, Times), Origins(Prog, Graph, Times, Writes),
        Paths(Prog, Writes), Lives(Prog, Points, Graph, Times),
        BySignals(runBySignals(Graph)) {
    std::vector<std::string> Names, Titles;
    for (const EntryPoint &E : Graph.entryPoints()) {
      Names.push_back(entryName(Prog, Paths, E));
      Titles.push_back(entryTitle(Prog, Paths, E));
    }
    EntryNames = SortedTexts(Names);
    EntryTitles = SortedTexts(Titles);
  }
  // Each holds references to those before it.
  Analyses(const Analyses &) = delete;
  Analyses &operator=(const Analyses &) = delete;

  PointsTo Points;
  CallGraph Graph;
  DeadCode Dead;
  Reachability Reach;
  Phases Times;
  Mutation Writes;
  DataOrigins Origins;
  PathValues Paths;
  Lifetime Lives;
  llvm::BitVector BySignals; ///< Nodes of Graph that only signals run.
  SortedTexts EntryNames, EntryTitles; ///< Of the entry points of Graph.

  const std::string &nameOf(const EntryPoint &E) const {
    return EntryNames[positionOf(E)];
  }
  const std::string &titleOf(const EntryPoint &E) const {
    return EntryTitles[positionOf(E)];
  }
  /// True if the code says which route it is; what has none is called by the
  /// same words everywhere.
  bool isRoute(const EntryPoint &E) const { return nameOf(E) != titleOf(E); }
  /// Of an entry point of Graph, in its order.
  size_t positionOf(const EntryPoint &E) const {
    return &E - Graph.entryPoints().data();
  }
};

} // namespace stateless

#endif
