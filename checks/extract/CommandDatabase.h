//===- CommandDatabase.h - The entries of a database -----------*- C++ -*-===//
//
// Has Clang read the text of a compile_commands.json, as it does for its own
// tools. It must not know files, nor which entries count.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_COMMANDDATABASE_H
#define STATELESS_EXTRACT_COMMANDDATABASE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace stateless {

/// One entry, as it stands there.
struct DatabaseEntry {
  std::string Directory, File, Output; ///< Output may be empty.
  std::vector<std::string> CommandLine;
};

/// The entries of \p Text, which is JSON, in its order; or what Clang says is
/// wrong with it.
llvm::Expected<std::vector<DatabaseEntry>> readDatabase(llvm::StringRef Text);

} // namespace stateless

#endif
