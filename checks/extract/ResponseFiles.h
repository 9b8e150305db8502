//===- ResponseFiles.h - What "@FILE" in a command stands for --*- C++ -*-===//
//
// Puts the arguments of response files where a command names them, as GCC and
// Clang do, within bounds: whoever writes a database decides what is read, but
// not how much. It must not know what any argument means.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_EXTRACT_RESPONSEFILES_H
#define STATELESS_EXTRACT_RESPONSEFILES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace stateless {

/// GCC's own limit on files is 2000. Memory is bytes of text, plus what an
/// argument takes besides.
struct ResponseLimits {
  unsigned Depth = 32;                ///< Files inside of files.
  unsigned Files = 2000;              ///< For one command.
  uint64_t CommandMemory = 64 << 20;  ///< One command, expanded.
  uint64_t TotalMemory = 1024u << 20; ///< All commands and files together.
};

/// Remembers every file, so that each is read once.
class ResponseFiles {
public:
  explicit ResponseFiles(const ResponseLimits &Limits = {})
      : Limits(Limits), Room(Limits.TotalMemory) {}

  /// \p CommandLine with its response files expanded; names are relative to
  /// \p Directory (absolute), also inside of response files. A name that does
  /// not exist is no response file. Fails, with the name and the reason, if a
  /// file is refused or a limit is reached.
  llvm::Expected<std::vector<std::string>>
  expand(llvm::ArrayRef<std::string> CommandLine, llvm::StringRef Directory);

private:
  struct Contents {
    bool Exists = false;
    std::string Refusal; ///< Empty: Arguments may be used.
    std::vector<std::string> Arguments;
  };
  /// A list of arguments on the way, and what is left of it.
  struct Level {
    llvm::ArrayRef<std::string> Rest;
    std::string File; ///< Empty for the command itself.
  };
  llvm::Error check(llvm::ArrayRef<Level> Stack, const std::string &File,
                    const Contents &Inner, unsigned Files) const;
  const Contents &contentsOf(const std::string &File);
  Contents read(const std::string &File);
  bool take(uint64_t Memory);

  ResponseLimits Limits;
  uint64_t Room; ///< What is left of TotalMemory.
  llvm::StringMap<Contents> Known;
};

} // namespace stateless

#endif
