//===- Paths.cpp - Names of files, spelled one way ------------------------===//
#include "io/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace path = llvm::sys::path;

std::string stateless::normalisedPath(llvm::StringRef Path,
                                      llvm::StringRef Directory) {
  llvm::SmallString<256> Absolute(Path);
  if (!path::is_absolute(Path)) {
    Absolute = Directory;
    path::append(Absolute, Path);
  }
  path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}
