//===- Plan.h - All that is settled before the first parse -----*- C++ -*-===//
//
// Units, rules, checks and Clang's headers for one run. Whatever can be wrong
// with a command line, a database or a rule file is found here, before any
// work is done. It must not know facts or findings.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PLAN_H
#define STATELESS_DRIVER_PLAN_H

#include "Diagnostics.h"
#include "Options.h"
#include "UnitSelection.h"
#include "llvm/ADT/StringSet.h"

namespace stateless {

/// What the process was started in.
struct Surroundings {
  std::string WorkingDirectory;
  std::string Executable; ///< Absolute.
  Diagnostics &Say;
};

struct Plan {
  UnitSelection Selection;
  RuleLoad Policy;
  llvm::StringSet<> Checks; ///< The ids that run.
  std::string ResourceDir;
  std::string Root; ///< Of the project: what machines print paths against.
  std::string Tree; ///< Holds the project's own headers (ProjectTree).
};

/// \p BuildTimeResourceDir is where Clang's headers were when this was built.
llvm::Expected<Plan> makePlan(const Options &Opts, const Surroundings &Here,
                              llvm::StringRef BuildTimeResourceDir);

} // namespace stateless

#endif
