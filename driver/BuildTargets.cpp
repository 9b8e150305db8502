//===- BuildTargets.cpp - What the build says it links --------------------===//
//
// Object files and sources are matched with the units of the database; a target
// of which no unit is left says nothing.
//
//===----------------------------------------------------------------------===//
#include "BuildTargets.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace stateless;
using llvm::StringRef;
namespace path = llvm::sys::path;

/// The folder of the object files of one target: "CMakeFiles/shop.dir" of
/// CMake, "shop.p" of Meson; empty: \p Object lies in none.
static StringRef targetFolder(StringRef Object) {
  for (StringRef Folder = path::parent_path(Object); Folder.size() > 1;
       Folder = path::parent_path(Folder)) {
    StringRef Name = path::filename(Folder);
    if (Name.ends_with(".p") ||
        (Name.ends_with(".dir") &&
         path::filename(path::parent_path(Folder)) == "CMakeFiles"))
      return Folder;
  }
  return "";
}

/// "shop" for both.
static StringRef targetName(StringRef Folder) {
  StringRef Name = path::filename(Folder);
  return Name.drop_back(Name.ends_with(".dir") ? 4 : 2);
}

//===-- CMake's File API --------------------------------------------------===//

/// True if one of the objects of \p Unit lies in the folder of target \p Name,
/// or nothing is known of its objects.
static bool mayBeOf(const CompileUnit &Unit, StringRef Name) {
  return Unit.Outputs.empty() ||
         llvm::any_of(Unit.Outputs, [&](StringRef Object) {
           StringRef Folder = targetFolder(Object);
           return Folder.empty() || targetName(Folder) == Name;
         });
}

static std::vector<LinkTarget> fromReply(const UnitSelection &Selection) {
  std::vector<CMakeTarget> Found =
      cmakeTargets(path::parent_path(Selection.Database));
  llvm::StringMap<std::vector<uint32_t>> BySource;
  for (uint32_t I = 0; I != Selection.Units.size(); ++I)
    BySource[Selection.Units[I].Unit.File].push_back(I);
  llvm::StringMap<uint32_t> ById;
  for (uint32_t T = 0; T != Found.size(); ++T)
    ById[Found[T].Id] = T;
  std::vector<LinkTarget> Targets;
  for (const CMakeTarget &Each : Found) {
    LinkTarget &Made = Targets.emplace_back();
    Made.Name = Each.Name;
    Made.Kind = Each.Kind;
    for (const std::string &Source : Each.Sources)
      for (uint32_t I : BySource.lookup(Source))
        if (mayBeOf(Selection.Units[I].Unit, Each.Name))
          Made.Units.push_back(I);
    for (const std::string &Id : Each.Dependencies)
      if (auto It = ById.find(Id); It != ById.end())
        Made.Links.push_back(It->second);
  }
  return Targets;
}

//===-- Link lines --------------------------------------------------------===//

static std::string textOf(StringRef File) {
  auto Buffer = readFile(File, readlimit::Database);
  if (Buffer)
    return (*Buffer)->getBuffer().str();
  llvm::consumeError(Buffer.takeError());
  return "";
}

static std::vector<BuildStep> linkLines(const UnitSelection &Selection) {
  StringRef Build = path::parent_path(Selection.Database);
  llvm::SmallString<256> Ninja(Build);
  path::append(Ninja, "build.ninja");
  std::vector<BuildStep> Steps = ninjaSteps(textOf(Ninja), Build);
  if (!Steps.empty())
    return Steps;
  llvm::StringSet<> Folders;
  for (const SelectedUnit &Selected : Selection.Units)
    for (const std::string &Object : Selected.Unit.Outputs)
      if (StringRef Folder = targetFolder(Object);
          !Folder.empty() && Folders.insert(Folder).second) {
        llvm::SmallString<256> File(Folder);
        path::append(File, "link.txt");
        // Below the folder that the commands run in.
        StringRef Runs = path::parent_path(path::parent_path(Folder));
        llvm::append_range(Steps, linkTextSteps(textOf(File), Runs));
      }
  return Steps;
}

/// What the folders of the object files say: which units belong together.
static std::vector<BuildStep> groups(const UnitSelection &Selection) {
  std::map<std::string, BuildStep> ByFolder;
  for (const SelectedUnit &Selected : Selection.Units)
    for (const std::string &Object : Selected.Unit.Outputs)
      if (StringRef Folder = targetFolder(Object); !Folder.empty()) {
        BuildStep &Step = ByFolder[Folder.str()];
        Step.Name = targetName(Folder).str();
        Step.Inputs.push_back(Object);
      }
  std::vector<BuildStep> Steps;
  for (auto &[Folder, Step] : ByFolder)
    Steps.push_back(std::move(Step));
  return Steps;
}

static std::vector<LinkTarget> resolved(llvm::ArrayRef<BuildStep> Steps,
                                        const UnitSelection &Selection) {
  llvm::StringMap<std::vector<uint32_t>> ByObject;
  for (uint32_t I = 0; I != Selection.Units.size(); ++I)
    for (const std::string &Object : Selection.Units[I].Unit.Outputs)
      ByObject[Object].push_back(I);
  llvm::StringMap<uint32_t> ByOutput;
  for (uint32_t T = 0; T != Steps.size(); ++T)
    if (!Steps[T].Output.empty())
      ByOutput.try_emplace(Steps[T].Output, T);
  std::vector<LinkTarget> Targets;
  for (const BuildStep &Step : Steps) {
    LinkTarget &Made = Targets.emplace_back();
    Made.Name = Step.Name;
    Made.Kind = Step.Kind;
    for (const std::string &Input : Step.Inputs) {
      llvm::append_range(Made.Units, ByObject.lookup(Input));
      if (auto It = ByOutput.find(Input); It != ByOutput.end())
        Made.Links.push_back(It->second);
    }
  }
  return Targets;
}

std::vector<LinkTarget>
stateless::buildTargets(const UnitSelection &Selection) {
  if (Selection.Database.empty())
    return {};
  auto Says = [](const std::vector<LinkTarget> &Targets) {
    return llvm::any_of(Targets,
                        [](const LinkTarget &T) { return !T.Units.empty(); });
  };
  if (std::vector<LinkTarget> Reply = fromReply(Selection); Says(Reply))
    return Reply;
  if (auto Lines = resolved(linkLines(Selection), Selection); Says(Lines))
    return Lines;
  return resolved(groups(Selection), Selection);
}
