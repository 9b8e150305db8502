//===- ProjectTree.cpp - Which headers are the project's own --------------===//
//
// A tree that is taken too small hides state in silence, one that is taken too
// large shows somebody else's: only folders that say something about the
// project are tried, and the smallest that the sources lie in is kept.
//
//===----------------------------------------------------------------------===//
#include "ProjectTree.h"
#include "RuleSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

/// True if \p Folder, which is not "/", is \p Path or above it.
static bool holds(StringRef Folder, StringRef Path) {
  if (Folder.empty() || Folder == "/" || !Path.consume_front(Folder))
    return false;
  return Path.empty() || Path.starts_with("/");
}

static bool isTopOfCheckout(StringRef Folder) {
  llvm::SmallString<256> Git(Folder);
  path::append(Git, ".git");
  return fs::exists(Git);
}

/// "build", "build-debug", "cmake-build-release", "out", "Debug".
static bool isBuildFolder(StringRef Folder) {
  StringRef Name = path::filename(Folder);
  for (StringRef Start :
       {"build", "_build", ".build", "cmake-build-", "bazel-"})
    if (Name.starts_with(Start))
      return true;
  return llvm::is_contained(
      {"out", "obj", "Debug", "Release", "debug", "release"}, Name);
}

/// \p Database, and the folder around each build folder that it is in, the
/// nearest first.
static std::vector<StringRef> foldersOf(StringRef Database) {
  std::vector<StringRef> Folders;
  if (!isBuildFolder(Database))
    Folders.push_back(Database);
  for (StringRef At = Database; !At.empty(); At = path::parent_path(At))
    if (isBuildFolder(At))
      Folders.push_back(path::parent_path(At));
  return Folders;
}

std::string stateless::projectTree(const ProjectPlaces &Known) {
  if (holds(Known.Rules, Known.Sources) && isTopOfCheckout(Known.Rules))
    return Known.Rules;
  // Sources that have only "/" in common are the project's and generated ones.
  bool Apart = Known.Sources.empty() || Known.Sources == "/";
  for (StringRef Folder : foldersOf(Known.Database))
    if (holds(Folder, Apart ? Folder : StringRef(Known.Sources)))
      return Folder.str();
  return Apart ? "" : Known.Sources;
}

ProjectTree::ProjectTree(std::string Folder, const RuleSet &Rules,
                         StringRef Base)
    : Folder(std::move(Folder)), Rules(Rules), Base(Base.str()) {
  llvm::SmallString<256> Real;
  RealFolder =
      fs::real_path(this->Folder, Real) ? this->Folder : Real.str().str();
}

bool ProjectTree::owns(StringRef Path, StringRef Real) const {
  if (!holds(RealFolder, Real))
    return false;
  // "vendor/**" is one of the whole project as well as of a part of it.
  return !Rules.isThirdParty(Path, Base) && !Rules.isThirdParty(Real, Base) &&
         !Rules.isThirdParty(Path, Folder) &&
         !Rules.isThirdParty(Real, RealFolder);
}
