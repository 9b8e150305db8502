//===- Launchers.h - Commands that run a compiler --------------*- C++ -*-===//
//
// Builds put other programs in front of the compiler: caches, distributors,
// `env A=b`, `nice`, `cmake -E`, `zig c++`, scripts of their own. This finds
// the compiler by its name, whatever runs it. It must not know what the
// compiler's options mean, nor touch the file system.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_LAUNCHERS_H
#define STATELESS_EXTRACT_LAUNCHERS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace stateless {

/// \p CommandLine from the compiler on; all of it if no word behind the first
/// is a compiler that something in front of it runs. The one word that a shell
/// is given (sh -c "...") is taken apart, if it is one plain command.
std::vector<std::string>
withoutLaunchers(llvm::ArrayRef<std::string> CommandLine);

} // namespace stateless

#endif
