//===- Extraction.h - All units to facts, in processes ---------*- C++ -*-===//
//
// Joins the extractor with the workers: every unit is parsed in a process of
// its own and comes back as serialised facts or as a problem that names it. The
// facts of one unit at a time are read from that. It must not know rules beyond
// the models, nor what is done with the facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_EXTRACTION_H
#define STATELESS_DRIVER_EXTRACTION_H

#include "Cage.h"
#include "UnitSelection.h"
#include "facts/LinkNames.h"
#include "pipeline/Session.h"
#include "report/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace stateless {

struct Extraction {
  /// Serialised facts, one for each unit, in its order; empty where the process
  /// failed.
  std::vector<std::string> Units;
  /// What a linker would see of each; nothing where the process failed.
  std::vector<std::optional<LinkNames>> Names;
  /// Of the processes, in the order of the units. What went wrong inside a
  /// parse is in TuFacts::Problems.
  std::vector<AnalysisProblem> Problems;
  /// By unit, after takeFacts(): why its facts are missing or incomplete.
  std::vector<std::optional<ProblemReason>> Incomplete;
};

/// Why the parse of the unit \p File met errors.
ProblemReason reasonOfErrors(llvm::StringRef File);

/// Shows a bar on a terminal. The jobs and the limits are those of \p Opts; the
/// processes are held by \p Within.
Extraction extractAll(llvm::ArrayRef<SelectedUnit> Units, const Session &Stages,
                      const Options &Opts, const PreparedCage &Within);

/// What became of all entries, when the facts of all units were taken.
EntryCounts entryCounts(const UnitSelection &Selection,
                        const Extraction &Parsed);

/// The positions of the units in the order in which the linker wants them.
std::vector<size_t> linkOrder(const Extraction &Parsed,
                              llvm::ArrayRef<SelectedUnit> Units);

/// The facts of one unit, whose bytes are forgotten if \p Last. Nothing if it
/// has none; what cannot be read is one more problem.
std::optional<TuFacts> readFacts(Extraction &Parsed,
                                 llvm::ArrayRef<SelectedUnit> Units, size_t I,
                                 bool Last = true);

/// Calls \p Take for each unit that has facts, with its position, in the order
/// in which the linker wants them; each is forgotten after that.
void takeFacts(Extraction &Parsed, llvm::ArrayRef<SelectedUnit> Units,
               llvm::function_ref<void(size_t, TuFacts)> Take);

} // namespace stateless

#endif
