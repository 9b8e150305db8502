//===- ShellCommand.h - What a command line writes -------------*- C++ -*-===//
//
// Reads a POSIX shell command line just far enough to tell which files it
// redirects to and which the commands of the models change. It never runs
// anything, and must not know findings, nor the name of a command.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_SHELLCOMMAND_H
#define STATELESS_CHECKS_SHELLCOMMAND_H

#include "policy/CheckModels.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace stateless {

/// A file that a command line changes.
struct ShellTarget {
  std::string Path;
  bool Complete = true; ///< False: the text ends inside it, or a variable or
                        ///< wildcard leaves it open.
  std::string Command;  ///< "rm", or ">" for a redirection.
};

/// \p Complete: the text is the whole command line. An incomplete one may go
/// on with anything; only what is seen is told.
std::vector<ShellTarget> shellTargets(llvm::StringRef Text, bool Complete,
                                      const CheckModels &Known);

} // namespace stateless

#endif
