//===- Output.cpp - Reports to the places that were asked for -------------===//
//
// io/WriteFile knows how bytes get to a place; here every report gets the
// stream that spells out what its format must not print.
//
//===----------------------------------------------------------------------===//
#include "Output.h"
#include "io/WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace stateless;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error cannotWrite(StringRef File, std::error_code Why) {
  return llvm::createStringError(Why,
                                 "cannot write " + File + ": " + Why.message());
}

/// Two reports in one place: the last one would win in silence.
static llvm::Error checkDistinct(llvm::ArrayRef<OutputRequest> Outputs) {
  auto Shown = [](const OutputRequest &Output) {
    return Output.File.empty() ? "stdout" : "'" + Output.File + "'";
  };
  std::map<std::string, const OutputRequest *> Seen;
  for (const OutputRequest &Output : Outputs) {
    std::string Identity = targetIdentity(Output.File);
    if (Identity.empty())
      continue;
    auto [It, New] = Seen.try_emplace(Identity, &Output);
    if (New)
      continue;
    std::string First = Shown(*It->second), Second = Shown(Output);
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "the reports " + It->second->Format + " and " + Output.Format +
            " would both go to " + First +
            (First == Second ? "" : ", which is also " + Second));
  }
  return llvm::Error::success();
}

llvm::Error stateless::checkOutputs(llvm::ArrayRef<OutputRequest> Outputs) {
  for (const OutputRequest &Output : Outputs) {
    if (Output.File.empty())
      continue;
    std::string Quoted = "'" + Output.File + "'";
    if (fs::is_directory(Output.File))
      return cannotWrite(Quoted,
                         std::make_error_code(std::errc::is_a_directory));
    StringRef Folder = path::parent_path(Output.File);
    if (!fs::is_directory(Folder.empty() ? "." : Folder))
      return cannotWrite(
          Quoted, std::make_error_code(std::errc::no_such_file_or_directory));
  }
  return checkDistinct(Outputs);
}

llvm::Error
stateless::writeOutput(StringRef File, Spelling How,
                       llvm::function_ref<void(llvm::raw_ostream &)> Write) {
  return writeFile(File, [&](llvm::raw_ostream &Target) {
    PeopleStream OS(Target, How);
    Write(OS);
  });
}

std::string stateless::projectRoot(StringRef SourceRoot, StringRef RuleRoot,
                                   StringRef WorkingDirectory) {
  for (StringRef Folder = SourceRoot; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> Git(Folder);
    path::append(Git, ".git");
    if (fs::exists(Git))
      return Folder.str();
  }
  for (StringRef Root : {RuleRoot, SourceRoot})
    if (!Root.empty())
      return Root.str();
  return WorkingDirectory.str();
}
