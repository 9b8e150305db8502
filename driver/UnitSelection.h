//===- UnitSelection.h - From FILES to units -------------------*- C++ -*-===//
//
// Decides which units of the database a command line asks for, and of which
// files findings are shown: named files choose what is shown, and the rest of
// the database is analysed all the same, unless --isolated. Never guesses: a
// file that no unit covers is an error. It must not know rules or findings, nor
// parse code.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_UNITSELECTION_H
#define STATELESS_DRIVER_UNITSELECTION_H

#include "CompileDb.h"
#include "Options.h"
#include "ProjectTree.h"
#include "report/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace stateless {

struct SelectedUnit {
  CompileUnit Unit;
  /// Asked for itself, not only as the way to a header, or because the rest of
  /// the database says what the program does.
  bool Named = true;
};

/// A named header, and the source through which it is analysed, by all the
/// commands that the database has for that.
struct SelectedHeader {
  std::string File;          ///< Absolute.
  std::vector<size_t> Units; ///< Indices into UnitSelection::Units.
};

struct UnitSelection {
  std::string Database;            ///< The file; empty without one.
  std::vector<SelectedUnit> Units; ///< Sorted as in CompileDb.
  std::vector<SelectedHeader> Headers;
  /// Entries that were asked for, but cannot be analysed.
  std::vector<UnreadEntry> Unread;
  /// Total, Repeated and LeftOut; the rest shows when the units are parsed.
  EntryCounts Entries;
  bool WholeDatabase = false; ///< Every unit that the database has.
  /// Nothing was named, or what was named is all that is analysed: findings in
  /// all files are shown.
  bool ShowsAll = true;
  /// No entry that may hold code of the program is out of sight.
  bool WholeProgram = false;
  /// Where the search for a rule file begins: the folder of the first named
  /// file, else the folder that holds all sources.
  std::string SourceRoot;
  /// The same whichever files are named; the rules are not known yet.
  ProjectPlaces Project;

  /// True if only some files are shown, and those that \p Unit reads may be
  /// among them.
  bool asksFor(size_t Unit) const;
};

/// Moves the entries that cannot be analysed for their language and of which
/// \p Excluded says that nothing is to be shown to those that are left out. The
/// program does not become whole by that.
void leaveOut(UnitSelection &Selection,
              llvm::function_ref<bool(llvm::StringRef File)> Excluded);

/// What is known of \p Entry, for the report.
AnalysisProblem problemOf(const UnreadEntry &Entry);

/// The error names every file that the database does not cover, one per line.
llvm::Expected<UnitSelection> selectUnits(const Options &Opts,
                                          llvm::StringRef WorkingDirectory);

} // namespace stateless

#endif
