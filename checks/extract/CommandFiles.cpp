//===- CommandFiles.cpp - Options that a command reads from files ---------===//
//
// Response files are expanded in the command and in each config file. A config
// file is walked when it is met: the depth bounds the recursion and ends files
// that include themselves; files and memory are bounded for the whole command,
// since files that name each other twice grow without end.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandFiles.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace stateless {
namespace {

using Words = std::vector<std::string>;

/// "<CFGDIR>" stands for the folder of the config file \p File.
Words wordsOfConfig(StringRef File, StringRef Text) {
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver(Memory);
  llvm::SmallVector<const char *, 64> Found;
  Text.consume_front("\xEF\xBB\xBF");
  llvm::cl::tokenizeConfigFile(Text, Saver, Found);
  Words Result;
  for (StringRef Word : Found) {
    if (Word.starts_with("$")) // For the linker.
      continue;
    size_t At = Word.find("<CFGDIR>");
    std::string Replaced = Word.substr(0, At).str();
    if (At != StringRef::npos)
      Replaced += (path::parent_path(File) + Word.substr(At + 8)).str();
    Result.push_back(std::move(Replaced));
  }
  return Result;
}

class Expander {
public:
  Expander(StringRef Compiler, StringRef Directory,
           const ResponseLimits &Limits)
      : Compiler(Compiler), Directory(Directory), Limits(Limits),
        Responses(Limits) {}

  /// \p Line without response and config files; names in it are relative to
  /// \p Folder. What config files say is appended to Configured.
  llvm::Expected<Words> expand(const Words &Line, StringRef Folder);

  Words Configured;

private:
  std::string configFile(StringRef Name, StringRef Folder) const;
  llvm::Error addConfig(const std::string &File);

  StringRef Compiler, Directory;
  ResponseLimits Limits;
  ResponseFiles Responses;
  unsigned Depth = 0, Files = 0;
  uint64_t Memory = 0;
};

/// A name without a folder is looked for beside the compiler.
std::string Expander::configFile(StringRef Name, StringRef Folder) const {
  if (path::has_parent_path(Name))
    return normalisedPath(Name, Folder);
  return normalisedPath(Name,
                        normalisedPath(path::parent_path(Compiler), Directory));
}

llvm::Error Expander::addConfig(const std::string &File) {
  auto Refuse = [&](const llvm::Twine &Why) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "the config file '" + llvm::Twine(File) +
                                       "' " + Why);
  };
  if (Depth >= Limits.Depth)
    return Refuse("is nested too deep (more than " + llvm::Twine(Limits.Depth) +
                  " files)");
  if (++Files > Limits.Files)
    return Refuse("is one too many (more than " + llvm::Twine(Limits.Files) +
                  " for a command)");
  auto Buffer = readFile(File, readlimit::Response);
  if (!Buffer)
    return Refuse("cannot be used: " + llvm::toString(Buffer.takeError()));
  Memory += (*Buffer)->getBufferSize();
  if (Memory > Limits.CommandMemory)
    return Refuse("makes the command too large");
  ++Depth;
  auto Found = expand(wordsOfConfig(File, (*Buffer)->getBuffer()),
                      path::parent_path(File));
  --Depth;
  if (!Found)
    return Found.takeError();
  llvm::append_range(Configured, *Found);
  return llvm::Error::success();
}

llvm::Expected<Words> Expander::expand(const Words &Line, StringRef Folder) {
  auto Expanded = Responses.expand(Line, Folder);
  if (!Expanded)
    return Expanded.takeError();
  Words Result;
  for (size_t I = 0; I < Expanded->size(); ++I) {
    StringRef Word = (*Expanded)[I];
    bool IsConfig = Word.consume_front("--config=");
    if (!IsConfig && Word == "--config" && I + 1 < Expanded->size()) {
      IsConfig = true;
      Word = (*Expanded)[++I];
    }
    if (!IsConfig)
      Result.push_back(std::move((*Expanded)[I]));
    else if (llvm::Error E = addConfig(configFile(Word, Folder)))
      return std::move(E);
  }
  return Result;
}

} // namespace

llvm::Expected<Words>
expandCommandFiles(llvm::ArrayRef<std::string> CommandLine, StringRef Directory,
                   const ResponseLimits &Limits) {
  if (CommandLine.empty())
    return Words();
  Expander Files(CommandLine.front(), Directory, Limits);
  auto Rest = Files.expand(CommandLine.drop_front().vec(), Directory);
  if (!Rest)
    return Rest.takeError();
  Words Result{CommandLine.front()};
  llvm::append_range(Result, Files.Configured);
  llvm::append_range(Result, *Rest);
  return Result;
}

} // namespace stateless
