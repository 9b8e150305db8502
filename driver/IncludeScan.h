//===- IncludeScan.h - Which unit includes a header ------------*- C++ -*-===//
//
// Reads #include lines as text, without a preprocessor, and follows them along
// each unit's include directories. Good enough to choose a unit for a header;
// conditions and macros are not evaluated, so the caller must check afterwards
// that the parse did read the header.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_INCLUDESCAN_H
#define STATELESS_DRIVER_INCLUDESCAN_H

#include "extract/Extract.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include <map>
#include <optional>

namespace stateless {

/// One #include line.
struct IncludeLine {
  std::string Name;
  bool Angled = false;
  bool operator==(const IncludeLine &) const = default;
};

/// The #include lines of \p Text, in order; those in comments that begin their
/// line are not counted.
std::vector<IncludeLine> includeLines(llvm::StringRef Text);

class IncludeScan {
public:
  /// \p Units must outlive the scan; their files are absolute.
  explicit IncludeScan(llvm::ArrayRef<CompileUnit> Units);

  /// The index of the best unit that includes \p File (absolute), directly or
  /// not: one of \p Preferred, else one with the same stem, else the nearest
  /// in the tree. Deterministic. Nothing if no unit includes it.
  std::optional<size_t> unitThatIncludes(llvm::StringRef File,
                                         llvm::ArrayRef<size_t> Preferred);

private:
  /// Units with the same search path see the same graph.
  struct SearchPath {
    std::vector<std::string> Quote, Angle, Forced;
    auto operator<=>(const SearchPath &) const = default;
  };
  struct Target {
    llvm::sys::fs::UniqueID Id;
    std::map<size_t, llvm::StringSet<>> Visited; ///< Per search path.
  };

  static SearchPath searchPathOf(const CompileUnit &Unit);
  std::vector<size_t> inOrderOfChoice(llvm::StringRef File,
                                      llvm::ArrayRef<size_t> Preferred) const;
  bool reaches(size_t Unit, Target &Wanted);
  std::optional<llvm::sys::fs::UniqueID> idOf(llvm::StringRef Path);
  const std::vector<IncludeLine> &linesOf(llvm::StringRef Path);
  /// Absolute paths of the files that \p Path includes and that exist.
  const std::vector<std::string> &includesOf(size_t Path, llvm::StringRef File);
  std::string resolve(const SearchPath &Path, llvm::StringRef From,
                      const IncludeLine &Line);

  llvm::ArrayRef<CompileUnit> Units;
  std::vector<SearchPath> Paths;
  std::vector<size_t> PathOfUnit;
  llvm::StringMap<std::optional<llvm::sys::fs::UniqueID>> Ids;
  llvm::StringMap<std::vector<IncludeLine>> Lines;
  std::vector<llvm::StringMap<std::vector<std::string>>> Graphs; ///< By path.
};

} // namespace stateless

#endif
