//===- CommandFiles.cpp - Options that a command reads from files ---------===//
//
// Each file is walked when it is met. The depth bounds the recursion and ends
// files that include themselves; files and bytes are bounded for the whole
// command, since files that name each other twice grow without end.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandFiles.h"
#include "io/ReadFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace stateless {
namespace {

enum class FileKind : uint8_t { Response, Config };

std::string absolute(StringRef Name, StringRef Folder) {
  llvm::SmallString<256> Full(Name);
  if (!path::is_absolute(Name)) {
    Full = Folder;
    path::append(Full, Name);
  }
  return Full.str().str();
}

class Expander {
public:
  Expander(StringRef Compiler, StringRef Directory,
           const CommandFileLimits &Limits)
      : Compiler(Compiler), Directory(Directory), Limits(Limits) {}

  llvm::Expected<std::vector<std::string>>
  expand(llvm::ArrayRef<std::string> Words, StringRef Folder);

  std::vector<std::string> Configured; ///< What config files say.

private:
  llvm::Expected<std::vector<std::string>>
  contents(FileKind Kind, const std::string &File, StringRef Folder);
  std::string configFile(StringRef Name, StringRef Folder) const;
  std::vector<std::string> words(FileKind Kind, const std::string &File,
                                 StringRef Text) const;

  StringRef Compiler, Directory;
  const CommandFileLimits &Limits;
  unsigned Depth = 0, Files = 0;
  uint64_t Bytes = 0;
};

/// A name without a folder is looked for beside the compiler.
std::string Expander::configFile(StringRef Name, StringRef Folder) const {
  if (path::has_parent_path(Name))
    return absolute(Name, Folder);
  return absolute(Name, absolute(path::parent_path(Compiler), Directory));
}

std::vector<std::string> Expander::words(FileKind Kind, const std::string &File,
                                         StringRef Text) const {
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver(Memory);
  llvm::SmallVector<const char *, 64> Found;
  if (Kind == FileKind::Response) {
    llvm::cl::TokenizeGNUCommandLine(Text, Saver, Found);
    return {Found.begin(), Found.end()};
  }
  llvm::cl::tokenizeConfigFile(Text, Saver, Found);
  std::vector<std::string> Result;
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

/// What \p File stands for; names in it are relative to \p Folder.
llvm::Expected<std::vector<std::string>>
Expander::contents(FileKind Kind, const std::string &File, StringRef Folder) {
  auto Refuse = [&](const llvm::Twine &Why) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   (Kind == FileKind::Config
                                        ? "the config file '"
                                        : "the response file '") +
                                       llvm::Twine(File) + "' " + Why);
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
  StringRef Text = (*Buffer)->getBuffer();
  Bytes += Text.size();
  if (Bytes > Limits.Bytes)
    return Refuse("makes the command too large");
  Text.consume_front("\xEF\xBB\xBF");
  ++Depth;
  auto Found = expand(words(Kind, File, Text), Folder);
  --Depth;
  return Found;
}

static void append(std::vector<std::string> &To,
                   const std::vector<std::string> &More) {
  To.insert(To.end(), More.begin(), More.end());
}

llvm::Expected<std::vector<std::string>>
Expander::expand(llvm::ArrayRef<std::string> Words, StringRef Folder) {
  std::vector<std::string> Result;
  for (size_t I = 0; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    bool IsConfig = Word.consume_front("--config=");
    if (Word == "--config" && I + 1 < Words.size()) {
      IsConfig = true;
      Word = Words[++I];
    }
    if (IsConfig) {
      std::string File = configFile(Word, Folder);
      auto Found = contents(FileKind::Config, File, path::parent_path(File));
      if (!Found)
        return Found.takeError();
      append(Configured, *Found);
      continue;
    }
    std::string File;
    if (Word.size() > 1 && Word.consume_front("@"))
      File = absolute(Word, Folder);
    if (File.empty() || !llvm::sys::fs::exists(File)) {
      Result.push_back(Words[I]);
      continue;
    }
    auto Found = contents(FileKind::Response, File, Folder);
    if (!Found)
      return Found.takeError();
    append(Result, *Found);
  }
  return Result;
}

} // namespace

llvm::Expected<std::vector<std::string>>
expandCommandFiles(llvm::ArrayRef<std::string> CommandLine, StringRef Directory,
                   const CommandFileLimits &Limits) {
  if (CommandLine.empty())
    return std::vector<std::string>();
  Expander Files(CommandLine.front(), Directory, Limits);
  auto Rest = Files.expand(CommandLine.drop_front(), Directory);
  if (!Rest)
    return Rest.takeError();
  std::vector<std::string> Result{CommandLine.front()};
  append(Result, Files.Configured);
  append(Result, *Rest);
  return Result;
}

} // namespace stateless
