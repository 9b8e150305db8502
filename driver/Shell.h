//===- Shell.h - What is around a command ----------------------*- C++ -*-===//
//
// The command line, the working directory, standard streams, and the last
// resort for errors. It must not know what any command does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_SHELL_H
#define STATELESS_DRIVER_SHELL_H

#include "Plan.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace stateless {

/// Parses the command line and runs \p Run. Every error is printed. Returns the
/// exit code.
int runInShell(int Argc, char **Argv,
               llvm::function_ref<llvm::Expected<int>(const Options &,
                                                      const Surroundings &)>
                   Run);

} // namespace stateless

#endif
