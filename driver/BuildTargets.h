//===- BuildTargets.h - What the build says it links -----------*- C++ -*-===//
//
// Which units go into which executable, library or plugin, as far as the folder
// of the database and the database itself say it. It must not know what a unit
// defines or needs, nor run anything; what cannot be read says nothing.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_BUILDTARGETS_H
#define STATELESS_DRIVER_BUILDTARGETS_H

#include "UnitSelection.h"
#include "facts/Programs.h"

namespace stateless {

/// The targets of \p Selection, from the first of these that says anything:
/// CMake's File API (a codemodel reply in the build folder), the link lines of
/// build.ninja or of link.txt, and the folders that CMake and Meson give to
/// the object files of each target.
std::vector<LinkTarget> buildTargets(const UnitSelection &Selection);

/// One link line, or target, before its units are known.
struct BuildStep {
  std::string Name;
  TargetKind Kind = TargetKind::Group;
  std::string Output;              ///< Absolute; may be empty.
  std::vector<std::string> Inputs; ///< Absolute: objects, outputs of others.
};

/// The link lines of a build.ninja with the text \p Text in \p Folder.
std::vector<BuildStep> ninjaSteps(llvm::StringRef Text, llvm::StringRef Folder);
/// The one of a link.txt, whose commands run in \p Folder.
std::vector<BuildStep> linkTextSteps(llvm::StringRef Text,
                                     llvm::StringRef Folder);

/// One target of CMake's File API.
struct CMakeTarget {
  std::string Name, Id;
  TargetKind Kind = TargetKind::Group;
  std::vector<std::string> Sources;      ///< Absolute.
  std::vector<std::string> Dependencies; ///< Ids.
};

/// The targets of the newest reply below \p Build; none if there is no reply.
std::vector<CMakeTarget> cmakeTargets(llvm::StringRef Build);

} // namespace stateless

#endif
