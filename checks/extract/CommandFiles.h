//===- CommandFiles.h - Options that a command reads from files *- C++ -*-===//
//
// Puts the options of response files (@FILE) and of config files (--config
// FILE) where Clang would, within bounds: whoever writes them decides what is
// read, but not how much. It must not know what any other option means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_COMMANDFILES_H
#define STATELESS_EXTRACT_COMMANDFILES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace stateless {

/// For one command; a file that is named twice counts twice.
struct CommandFileLimits {
  unsigned Depth = 32;       ///< Files inside of files.
  unsigned Files = 2000;     ///< GCC has the same limit.
  uint64_t Bytes = 64 << 20; ///< Of all files together.
};

/// \p CommandLine, the compiler first, without response and config files.
/// Names are relative to \p Directory, in a config file to its own folder. The
/// options of config files come before all others, as Clang has it. A response
/// file that does not exist is no response file. Fails, with the name and the
/// reason, if a file is refused or a limit is reached.
llvm::Expected<std::vector<std::string>>
expandCommandFiles(llvm::ArrayRef<std::string> CommandLine,
                   llvm::StringRef Directory,
                   const CommandFileLimits &Limits = {});

} // namespace stateless

#endif
