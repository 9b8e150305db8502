//===- Arguments.h - Compile commands that Clang can take ------*- C++ -*-===//
//
// Databases hold commands for GCC and for builds with precompiled headers.
// This drops what Clang does not know and what would write files, and says
// what it dropped. It must not know the AST.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_ARGUMENTS_H
#define STATELESS_EXTRACT_ARGUMENTS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace stateless {

struct ParsedCommand {
  std::vector<std::string> Arguments; ///< For the driver, argv[0] first.
  std::vector<std::string> Dropped;   ///< Flags that Clang does not know.
};

/// \p ResourceDir may be empty: then Clang looks for its own.
ParsedCommand adaptCommand(const std::vector<std::string> &CommandLine,
                           llvm::StringRef ResourceDir);

} // namespace stateless

#endif
