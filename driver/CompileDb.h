//===- CompileDb.h - The compile commands of a program ---------*- C++ -*-===//
//
// Finds and reads compile_commands.json and keeps what can be analysed: C and
// C++ units, each command once. It must not know which of them the user asked
// for, nor parse any code.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_COMPILEDB_H
#define STATELESS_DRIVER_COMPILEDB_H

#include "extract/Extract.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace stateless {

struct CompileDb {
  std::string File; ///< Absolute path of the database.
  /// Sorted by file, then as in the database. Files are absolute, without "."
  /// and "..". A file with several different commands stands several times.
  std::vector<CompileUnit> Units;
};

/// The nearest database in \p Directory (absolute) or above it, also in the
/// build folders (build, out, _build, cmake-build-*) of each; or "".
std::string findCompileDb(llvm::StringRef Directory);

/// Reads \p Path, a database or the folder that holds one. Response files are
/// expanded. What is not C or C++ (or builds a precompiled header) is left
/// out. Fails, with the remedy, if nothing is left.
llvm::Expected<CompileDb> loadCompileDb(llvm::StringRef Path);

/// The unit for "FILE -- FLAGS".
CompileUnit fixedUnit(llvm::StringRef Directory, llvm::StringRef File,
                      llvm::ArrayRef<std::string> Flags);

/// Adds arguments after the compiler and at the end (before a "--").
void addArguments(CompileUnit &Unit, llvm::ArrayRef<std::string> Before,
                  llvm::ArrayRef<std::string> After);

/// \p Path made absolute against \p Directory, without "." and "..".
std::string normalisedPath(llvm::StringRef Path, llvm::StringRef Directory);

/// What a file is by its name alone.
enum class FileKind : uint8_t { Source, Header, Foreign, Unknown };
FileKind fileKind(llvm::StringRef File);

/// How to make a database, for messages.
llvm::StringRef databaseRemedy();

} // namespace stateless

#endif
