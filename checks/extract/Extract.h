//===- Extract.h - One translation unit to facts ---------------*- C++ -*-===//
//
// The only door to the Clang AST. Callers see commands in and facts out; no
// Clang type crosses. It must not know checks, rules beyond the models, or
// what happens to the facts.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_EXTRACT_H
#define STATELESS_EXTRACT_EXTRACT_H

#include "facts/Facts.h"
#include "facts/Models.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <functional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
} // namespace clang

namespace stateless {

/// One compile command, as the database has it.
struct CompileUnit {
  std::string Directory;                ///< Absolute.
  std::string File;                     ///< Absolute, or relative to Directory.
  std::vector<std::string> CommandLine; ///< argv, the compiler first: no
                                        ///< launcher (extract/Launchers.h).
  /// The object files that a build makes of it, absolute; extraction does not
  /// look at them.
  std::vector<std::string> Outputs = {};
};

/// Whether a header that the build gives as a system header is the project's
/// own: its absolute path, as written and with symbolic links resolved. An
/// empty function owns none.
using OwnHeaderTest =
    std::function<bool(llvm::StringRef Path, llvm::StringRef Real)>;

struct ExtractOptions {
  /// Clang's resource directory (holds include/stddef.h).
  std::string ResourceDir;
  /// Parse, but do not analyse, bodies of functions in headers of libraries.
  bool SkipSystemBodies = true;
  OwnHeaderTest IsOwnHeader;
  /// Where the code is read; null: the disk. Response files of commands, and
  /// where a compiler was installed to, are the disk's in any case.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files = nullptr;
};

/// Parses and extracts one unit. Never throws and never fails: what goes wrong
/// is in TuFacts::Problems (ProblemKind::Error when facts may be missing).
/// Writes nothing, runs nothing, reads regular files only. Flags that are not
/// known or not allowed are dropped, with a Note. Not thread-safe in one
/// process with a crash: callers that need isolation fork (driver/Workers).
TuFacts extract(const CompileUnit &Unit, const Models &Known,
                const ExtractOptions &Options);

/// The same on an AST that somebody else parsed (the clang-tidy plugin).
/// Comment directives and files are not recorded.
TuFacts extractFromAst(clang::ASTContext &Ast, const Models &Known,
                       const OwnHeaderTest &IsOwnHeader);

/// "22.1.8": the Clang that is compiled in.
std::string clangVersion();

} // namespace stateless

#endif
