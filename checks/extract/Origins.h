//===- Origins.h - Whose code stands where ---------------------*- C++ -*-===//
//
// The one answer to whether code is the project's or a library's. To Clang a
// header is a system header by how it was found: by -isystem, by an #include in
// another system header, by a line marker. Of such headers those are the
// project's that the caller says are. It must not know folders or rules.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_ORIGINS_H
#define STATELESS_EXTRACT_ORIGINS_H

#include "extract/Extract.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include <string>
#include <vector>

namespace stateless {

/// The folders of system headers that \p Search has besides those that
/// \p Arguments name: the compiler's own, also where it lies inside the
/// project.
std::vector<std::string>
compilerFolders(const clang::HeaderSearchOptions &Search,
                llvm::ArrayRef<std::string> Arguments);

/// For one unit; both arguments must outlive it.
class Origins {
public:
  /// What lies in \p Compilers, which are as Clang was told them, is a
  /// library's whatever \p IsOwn says.
  Origins(const clang::SourceManager &Sources, const OwnHeaderTest &IsOwn,
          std::vector<std::string> Compilers = {});

  /// True if \p Loc is in a header of somebody else. What only says of itself
  /// that it is a system header (#pragma GCC system_header) is code like any
  /// other, whoever includes it.
  bool isLibrary(clang::SourceLocation Loc) const;
  bool isLibrary(clang::FileID File) const;

private:
  bool isForeign(llvm::StringRef Name) const;

  const clang::SourceManager &Sources;
  const OwnHeaderTest &IsOwn;
  std::vector<std::string> Compilers; ///< With a slash at the end.
  /// Headers that are system headers to Clang.
  mutable llvm::DenseMap<clang::FileID, bool> Files;
  mutable llvm::StringMap<bool> ByName; ///< As written in the source.
};

} // namespace stateless

#endif
