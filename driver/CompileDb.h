//===- CompileDb.h - The compile commands of a program ---------*- C++ -*-===//
//
// Finds and reads compile_commands.json and gives every entry its place: a unit
// that can be analysed, a repeat of one, or an entry that cannot be and why. It
// must not know which of them the user asked for, nor parse any code.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_COMPILEDB_H
#define STATELESS_DRIVER_COMPILEDB_H

#include "UnitLanguage.h"
#include "extract/Extract.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace stateless {

/// An entry that cannot be analysed.
struct UnreadEntry {
  std::string File; ///< Absolute; "-" is a name like any other.
  ProblemReason Reason = ProblemReason::UnknownLanguage;
  std::string Detail; ///< More than the reason says; may be empty.
  auto operator<=>(const UnreadEntry &) const = default;
};

/// Everything is sorted by content, so the order of the entries in the file
/// decides nothing. Files are absolute, without "." and "..".
struct CompileDb {
  std::string File; ///< Absolute path of the database.
  /// A file with several different commands stands several times.
  std::vector<CompileUnit> Units;
  std::vector<UnreadEntry> Unread;
  size_t Repeated = 0; ///< Entries that differ from a unit in its outputs only.
  size_t Entries = 0;  ///< All that the file has.
};

/// The nearest database in \p Directory (absolute) or above it, also in the
/// build folders (build, out, _build, cmake-build-*) of each; or "".
std::string findCompileDb(llvm::StringRef Directory);

/// Reads \p Path, a database or the folder that holds one. Response files are
/// expanded. Fails, with the remedy, if it is no database or has no entries.
llvm::Expected<CompileDb> loadCompileDb(llvm::StringRef Path);

/// The unit for "FILE -- FLAGS".
CompileUnit fixedUnit(llvm::StringRef Directory, llvm::StringRef File,
                      llvm::ArrayRef<std::string> Flags);

/// Adds arguments after the compiler and at the end (before a "--").
void addArguments(CompileUnit &Unit, llvm::ArrayRef<std::string> Before,
                  llvm::ArrayRef<std::string> After);

/// How to make a database, for messages.
llvm::StringRef databaseRemedy();

} // namespace stateless

#endif
