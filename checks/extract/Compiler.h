//===- Compiler.h - What a compiler's name and place say -------*- C++ -*-===//
//
// Clang's driver derives much from the path that it was started by: its mode,
// its target, the folders of headers, and where it looks for programs to run.
// This says the first three as options, so that the path itself need not be
// given to the driver. It must not know the rest of the command.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_COMPILER_H
#define STATELESS_EXTRACT_COMPILER_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

struct CompilerName {
  std::string Mode; ///< As --driver-mode takes it: "g++", "cl"; or "".
  std::string
      Target; ///< The triple in front of the name that Clang knows; or "".
};

/// "/opt/x/aarch64-linux-gnu-g++-12" has mode "g++" and target
/// "aarch64-linux-gnu".
CompilerName compilerName(llvm::StringRef Program);

/// Whether \p Program is called as compilers are: "g++-12", "cc.exe",
/// "my-clang++". So are programs that run one: "distcc".
bool isCompilerName(llvm::StringRef Program);

/// The folder that a compiler was installed to ("/opt/x" for
/// "/opt/x/bin/g++"), if \p Program names a place other than the system's own;
/// or "". Relative to \p Directory.
std::string installationOf(llvm::StringRef Program, llvm::StringRef Directory);

/// Whether GCC's libraries are below \p Installation.
bool holdsGcc(llvm::StringRef Installation);

} // namespace stateless

#endif
