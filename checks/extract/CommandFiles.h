//===- CommandFiles.h - Options that a command reads from files *- C++ -*-===//
//
// Puts the options of config files (--config FILE), and of the response files
// that a command and its config files name, where Clang would, within bounds.
// It must not know what any other option means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_COMMANDFILES_H
#define STATELESS_EXTRACT_COMMANDFILES_H

#include "extract/ResponseFiles.h"

namespace stateless {

/// \p CommandLine, the compiler first, without response and config files.
/// Names are relative to \p Directory, in a config file to its own folder. The
/// options of config files come before all others, as Clang has it. Fails, with
/// the name and the reason, if a file is refused or a limit is reached; the
/// limits hold for config files as for response files.
llvm::Expected<std::vector<std::string>>
expandCommandFiles(llvm::ArrayRef<std::string> CommandLine,
                   llvm::StringRef Directory,
                   const ResponseLimits &Limits = {});

} // namespace stateless

#endif
