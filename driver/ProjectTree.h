//===- ProjectTree.h - Which headers are the project's own -----*- C++ -*-===//
//
// A build may give any folder as one of system headers (-isystem): Bazel does
// so for a library's `includes`, CMake for imported targets. This says which of
// what is found there is the project's all the same, by where it lies and by
// the rules. It must not know how a header is found or parsed.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_PROJECTTREE_H
#define STATELESS_DRIVER_PROJECTTREE_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace stateless {

struct RuleSet;

/// Folders that tell where a project lies; absolute, or empty where there is
/// none.
struct ProjectPlaces {
  std::string Sources;  ///< Holds all sources of the database.
  std::string Database; ///< Holds the database; without one, the run's.
  std::string Rules;    ///< Holds the rule file.
};

/// The folder that holds a project: that of its rule file, if it is the top of
/// a checkout; that of its database; the folder around a build folder; else
/// that of its sources. Each must hold the sources. Empty if only "/" does:
/// then nothing is known to be the project's.
std::string projectTree(const ProjectPlaces &Known);

class ProjectTree {
public:
  /// \p Base is what patterns are relative to when there is no rule file.
  ProjectTree(std::string Folder, const RuleSet &Rules, llvm::StringRef Base);

  /// True if a header that the build gives as a system header is the project's:
  /// it lies below the folder and is not third-party. \p Path is absolute,
  /// \p Real the same with symbolic links resolved, which decides where it
  /// lies: a build folder may have links to what is installed elsewhere.
  bool owns(llvm::StringRef Path, llvm::StringRef Real) const;

private:
  std::string Folder, RealFolder;
  const RuleSet &Rules;
  std::string Base;
};

} // namespace stateless

#endif
