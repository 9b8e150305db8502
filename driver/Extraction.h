//===- Extraction.h - All units to facts, in processes ---------*- C++ -*-===//
//
// Joins the extractor with the workers: every unit is parsed in a process of
// its own and comes back as facts or as a problem that names it. It must not
// know rules beyond the models, nor what is done with the facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_EXTRACTION_H
#define STATELESS_DRIVER_EXTRACTION_H

#include "UnitSelection.h"
#include "report/Report.h"
#include <optional>

namespace stateless {

struct Extraction {
  /// One for each unit, in its order; nothing where the process failed.
  std::vector<std::optional<TuFacts>> Units;
  /// Of the processes, in the order of the units. What went wrong inside a
  /// parse is in TuFacts::Problems.
  std::vector<AnalysisProblem> Problems;
};

/// Shows a bar on a terminal. The jobs and the limits are those of \p Opts.
Extraction extractAll(llvm::ArrayRef<SelectedUnit> Units, const Models &Known,
                      llvm::StringRef ResourceDir, const Options &Opts);

/// The facts of the units that have any, in order.
std::vector<TuFacts> takeFacts(Extraction Parsed);

} // namespace stateless

#endif
