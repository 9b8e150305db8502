//===- DatabaseRun.h - The stages over a database --------------*- C++ -*-===//
//
// A session over the units of a database: read by processes, linked to programs
// one at a time, judged, and settled to what is shown. Stages are to be called
// in the order in which they stand here. It must not know what becomes of a
// result, nor how it is printed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_DATABASERUN_H
#define STATELESS_DRIVER_DATABASERUN_H

#include "Plan.h"
#include "ProgramLinker.h"
#include "ProjectTree.h"
#include "ShownVerdicts.h"
#include "pipeline/Session.h"

namespace stateless {

/// Where the code is read. One that nothing holds is told of, once.
PreparedCage cageForWorkers(Diagnostics &Say);

class DatabaseRun {
public:
  /// \p P and \p Opts outlive the run.
  DatabaseRun(const Plan &P, const Options &Opts);

  /// Every unit to facts, by processes that \p Within holds.
  void extract(const PreparedCage &Within);

  /// Instead of what follows: hands on the facts, in the order of the database.
  void takeUnits(llvm::function_ref<void(const TuFacts &)> Each);

  /// Units to programs. Each is linked, handed on and forgotten.
  void
  link(llvm::function_ref<void(const ProgramUnits &, const Program &)> Each);
  /// Each of \p Units makes a program of some only: who they are must be told.
  bool hasManyPrograms() const { return !OneHasAll; }

  /// What the checks say of \p Prog, one of the programs.
  void judge(const ProgramUnits &Units, const Program &Prog);
  /// One verdict for each object; which are shown, how severe, and excepted.
  void settle();

  /// All that a report needs, once.
  RunResult takeResult() { return std::move(Result); }
  const Program &units() const { return All; } ///< All of them, as one.

private:
  void addProblems();

  const Plan &P;
  const Options &Opts;
  ProjectTree Own;
  Session Stages;
  Extraction Parsed;
  bool OneHasAll = true;
  Program All;
  std::vector<ProgramJudgement> Judged;
  ReadFiles Read;
  RunResult Result;
};

} // namespace stateless

#endif
