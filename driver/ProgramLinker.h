//===- ProgramLinker.h - The programs of a database, one by one *- C++ -*-===//
//
// Tells which units make up which program, and links each program. The facts of
// a unit are read once, however many programs share it, within a bound on the
// memory; one program is in memory at a time. It must not know what is done
// with a program.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PROGRAMLINKER_H
#define STATELESS_DRIVER_PROGRAMLINKER_H

#include "Extraction.h"
#include "RuleSet.h"
#include "facts/Program.h"
#include "facts/Programs.h"

namespace stateless {

/// The programs of \p Selection, with the names that people call them by. A
/// file that \p Rules exclude is excluded; \p Root is the project's.
std::vector<ProgramUnits> findPrograms(const Extraction &Parsed,
                                       const UnitSelection &Selection,
                                       const RuleSet &Rules,
                                       llvm::StringRef Root);

/// Programs that \p Rules name and that have no unit.
std::vector<RuleDiagnostic> emptyPrograms(const UnitSelection &Selection,
                                          const RuleSet &Rules,
                                          llvm::StringRef Root);

/// True if there is one program, of all units.
bool hasAllUnits(llvm::ArrayRef<ProgramUnits> Programs,
                 const UnitSelection &Selection);

/// Which units make up \p P, and why, as JSON.
void dumpMembers(const ProgramUnits &P, const UnitSelection &Selection,
                 llvm::raw_ostream &OS);

/// Calls \p Unit for each unit that has facts, once, and \p Each for each of
/// \p Programs. Gives all units as one, for what reports ask of the whole
/// database: the program itself if it has all units, else one without bodies.
Program linkPrograms(
    Extraction &Parsed, const UnitSelection &Selection,
    llvm::ArrayRef<ProgramUnits> Programs,
    llvm::function_ref<void(size_t, const TuFacts &)> Unit,
    llvm::function_ref<void(const ProgramUnits &, const Program &)> Each);

} // namespace stateless

#endif
