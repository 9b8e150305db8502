//===- CMakeReply.cpp - CMake's File API ----------------------------------===//
//
// .cmake/api/v1/reply/index-*.json names the codemodel, the codemodel names a
// file for each target. Who wrote them is not trusted: names of files must be
// plain, sizes and nesting are bounded.
//
//===----------------------------------------------------------------------===//
#include "BuildTargets.h"
#include "io/JsonDepth.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;
namespace json = llvm::json;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

/// One JSON file of \p Folder; null if it is none.
static std::optional<json::Object> readObject(StringRef Folder,
                                              StringRef Name) {
  if (Name.empty() || Name.contains('/'))
    return std::nullopt;
  llvm::SmallString<256> File(Folder);
  path::append(File, Name);
  auto Buffer = readFile(File, readlimit::Source);
  if (!Buffer) {
    llvm::consumeError(Buffer.takeError());
    return std::nullopt;
  }
  StringRef Text = (*Buffer)->getBuffer();
  if (nestingOf(Text) > DeepestNesting)
    return std::nullopt;
  auto Parsed = json::parse(Text);
  if (!Parsed) {
    llvm::consumeError(Parsed.takeError());
    return std::nullopt;
  }
  json::Object *Found = Parsed->getAsObject();
  return Found ? std::optional(std::move(*Found)) : std::nullopt;
}

/// The index whose name comes last: CMake puts the time into it.
static std::string newestIndex(StringRef Folder) {
  std::string Newest;
  std::error_code Error;
  for (fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error)) {
    StringRef Name = path::filename(It->path());
    if (Name.starts_with("index-") && Name.ends_with(".json") && Name > Newest)
      Newest = Name.str();
  }
  return Newest;
}

static std::optional<json::Object> codemodel(StringRef Folder) {
  std::optional<json::Object> Index = readObject(Folder, newestIndex(Folder));
  const json::Array *Objects = Index ? Index->getArray("objects") : nullptr;
  if (!Objects)
    return std::nullopt;
  for (const json::Value &Each : *Objects)
    if (const json::Object *O = Each.getAsObject();
        O && O->getString("kind") == StringRef("codemodel"))
      return readObject(Folder, O->getString("jsonFile").value_or(""));
  return std::nullopt;
}

static std::optional<TargetKind> kindOf(StringRef Type) {
  return llvm::StringSwitch<std::optional<TargetKind>>(Type)
      .Case("EXECUTABLE", TargetKind::Executable)
      .Case("STATIC_LIBRARY", TargetKind::Archive)
      .Cases("SHARED_LIBRARY", "OBJECT_LIBRARY", TargetKind::Objects)
      .Case("MODULE_LIBRARY", TargetKind::Plugin)
      .Case("INTERFACE_LIBRARY", TargetKind::Group)
      .Default(std::nullopt);
}

/// The strings under \p Key of the objects in \p List.
static std::vector<std::string> texts(const json::Array *List, StringRef Key) {
  std::vector<std::string> Result;
  for (const json::Value &Each : List ? *List : json::Array())
    if (const json::Object *O = Each.getAsObject())
      if (auto Text = O->getString(Key))
        Result.push_back(Text->str());
  return Result;
}

std::vector<CMakeTarget> stateless::cmakeTargets(StringRef Build) {
  llvm::SmallString<256> Folder(Build);
  path::append(Folder, ".cmake", "api", "v1", "reply");
  std::vector<CMakeTarget> Result;
  std::optional<json::Object> Model = codemodel(Folder);
  if (!Model)
    return Result;
  const json::Object *Paths = Model->getObject("paths");
  StringRef Root = Paths ? Paths->getString("source").value_or("") : "";
  const json::Array *Configurations = Model->getArray("configurations");
  const json::Object *First = Configurations && !Configurations->empty()
                                  ? Configurations->front().getAsObject()
                                  : nullptr;
  if (!First || !path::is_absolute(Root))
    return Result;
  for (const std::string &Name : texts(First->getArray("targets"), "jsonFile"))
    if (auto Target = readObject(Folder, Name)) {
      auto Kind = kindOf(Target->getString("type").value_or(""));
      if (!Kind)
        continue;
      CMakeTarget &Made = Result.emplace_back();
      Made.Name = Target->getString("name").value_or("").str();
      Made.Id = Target->getString("id").value_or("").str();
      Made.Kind = *Kind;
      for (const std::string &Source :
           texts(Target->getArray("sources"), "path"))
        Made.Sources.push_back(normalisedPath(Source, Root));
      Made.Dependencies = texts(Target->getArray("dependencies"), "id");
    }
  return Result;
}
