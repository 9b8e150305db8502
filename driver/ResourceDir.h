//===- ResourceDir.h - Where Clang's own headers are -----------*- C++ -*-===//
//
// Finds the directory that holds include/stddef.h of the Clang that is linked
// in. A directory of another major version is never taken: its builtins would
// not match.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_RESOURCEDIR_H
#define STATELESS_DRIVER_RESOURCEDIR_H

#include "llvm/Support/Error.h"
#include <string>

namespace stateless {

struct ResourceDirQuery {
  std::string Option;     ///< --resource-dir; empty: not given.
  std::string Executable; ///< Absolute path of this program.
  std::string BuildTime;  ///< As found when this program was built.
  unsigned Major = 0;     ///< Of the Clang that is linked in.
  bool AskClang = true;   ///< May run the user's `clang-N` from PATH.
};

/// The option; then what an installation bundles beside the program
/// (../lib/stateless-tidy/clang/N); then the build's; then what the user's own
/// clang-N names. The error says how to help.
llvm::Expected<std::string> findResourceDir(const ResourceDirQuery &Query);

} // namespace stateless

#endif
