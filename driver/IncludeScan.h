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
#include "llvm/Support/FileSystem.h"
#include <deque>
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
  /// What a scan may do before it gives up: include lines followed, folders
  /// looked into, and 64 bytes of text, each count as a step.
  static constexpr uint64_t DefaultSteps = 50'000'000;

  /// \p Units must outlive the scan; their files are absolute. \p Preferred
  /// are indices of \p Units.
  IncludeScan(llvm::ArrayRef<CompileUnit> Units,
              llvm::ArrayRef<size_t> Preferred, uint64_t Steps = DefaultSteps);

  /// The index of the best unit that includes \p File (absolute), directly or
  /// not: a preferred one, else one with the same stem, else the nearest in the
  /// tree. The order of the units decides only between commands of one file.
  /// Nothing if no unit includes it, or if the scan gave up.
  std::optional<size_t> unitThatIncludes(llvm::StringRef File);

  bool gaveUp() const { return Room == 0; }

private:
  /// Units with the same search path see the same graph.
  struct SearchPath {
    std::vector<std::string> Quote, Angle, Forced;
    auto operator<=>(const SearchPath &) const = default;
  };
  /// A file as it is reached through one folder. Links to a folder lead to the
  /// same nodes, so a folder that holds itself adds none.
  using NodeId = uint32_t;
  struct Node {
    std::string Path; ///< The first that led here.
    llvm::sys::fs::UniqueID File;
    std::optional<std::vector<IncludeLine>> Lines; ///< Once it is read.
  };
  using FileKey = std::pair<llvm::sys::fs::UniqueID, llvm::sys::fs::UniqueID>;
  /// What one search path makes of the nodes.
  struct Graph {
    SearchPath Path;
    std::vector<std::optional<std::vector<NodeId>>> Includes; ///< By node.
    std::vector<uint32_t> Visited; ///< By node: the last search that saw it.
    llvm::StringMap<std::optional<NodeId>>
        Found; ///< By line, "<a.h" or "\"a.h".
  };

  static SearchPath searchPathOf(const CompileUnit &Unit);
  bool step(uint64_t Cost = 1);
  std::optional<size_t> nearestThatReaches(llvm::ArrayRef<size_t> Candidates,
                                           llvm::StringRef File,
                                           llvm::sys::fs::UniqueID Wanted);
  bool reaches(size_t Unit, llvm::sys::fs::UniqueID Wanted);
  std::optional<NodeId> nodeOf(llvm::StringRef Path);
  std::optional<llvm::sys::fs::UniqueID> folderOf(llvm::StringRef Path);
  const std::vector<IncludeLine> &linesOf(NodeId File);
  const std::vector<NodeId> &includesOf(Graph &In, NodeId File);
  std::optional<NodeId> resolve(Graph &In, NodeId From,
                                const IncludeLine &Line);
  std::optional<NodeId> search(const SearchPath &Path, const IncludeLine &Line);

  llvm::ArrayRef<CompileUnit> Units;
  /// Indices of units, sorted by their files.
  std::vector<size_t> All, Preferred;
  llvm::StringMap<std::vector<size_t>> ByStem, PreferredByStem;
  uint64_t Room;
  uint32_t Search = 0; ///< Counts the files that were asked for.
  std::vector<Graph> Graphs;
  std::vector<size_t> GraphOfUnit;
  std::deque<Node> Nodes; ///< Keeps its elements in place as it grows.
  std::map<FileKey, NodeId> NodeOfFile;
  llvm::StringMap<std::optional<NodeId>> NodeOfPath;
  llvm::StringMap<std::optional<llvm::sys::fs::UniqueID>> Folders;
};

} // namespace stateless

#endif
