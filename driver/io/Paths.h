//===- Paths.h - Names of files, spelled one way ----------------*- C++ -*-===//
//
// It must not touch the file system: two names that a link makes one stay two.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_IO_PATHS_H
#define STATELESS_DRIVER_IO_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

/// \p Path made absolute against \p Directory, without "." and "..".
std::string normalisedPath(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace stateless

#endif
