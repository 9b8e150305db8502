//===- UnitSelection.h - From FILES to units -------------------*- C++ -*-===//
//
// Decides which units of the database a command line asks for, and of which
// files findings are shown. Never guesses: a file that no unit covers is an
// error. It must not know rules or findings, nor parse code.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_UNITSELECTION_H
#define STATELESS_DRIVER_UNITSELECTION_H

#include "CompileDb.h"
#include "Options.h"

namespace stateless {

struct SelectedUnit {
  CompileUnit Unit;
  /// Asked for itself, not only as the way to a header.
  bool Named = true;
};

/// A named header, and the unit through which it is analysed.
struct SelectedHeader {
  std::string File; ///< Absolute.
  size_t Unit = 0;  ///< Index into UnitSelection::Units.
};

struct UnitSelection {
  std::vector<SelectedUnit> Units; ///< In the order of the database.
  std::vector<SelectedHeader> Headers;
  bool WholeDatabase = false; ///< Every unit that the database has.
  /// Where the search for a rule file begins: the folder of the first named
  /// file, else the folder that holds all sources.
  std::string SourceRoot;
};

/// The error names every file that cannot be analysed, one per line.
llvm::Expected<UnitSelection> selectUnits(const Options &Opts,
                                          llvm::StringRef WorkingDirectory);

} // namespace stateless

#endif
