//===- ResponseFiles.cpp - What "@FILE" in a command stands for -----------===//
//
// A stack of argument lists, the command at its bottom, walked from left to
// right. A list that is on the stack already includes itself.
//
//===----------------------------------------------------------------------===//
#include "extract/ResponseFiles.h"
#include "io/Paths.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/StringSaver.h"

using namespace stateless;
using llvm::StringRef;

static llvm::Error refused(StringRef File, const llvm::Twine &Why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "the response file '" + File + "' " + Why);
}

static uint64_t memoryOf(StringRef Arg) {
  return Arg.size() + sizeof(std::string);
}

bool ResponseFiles::take(uint64_t Memory) {
  if (Memory > Room)
    return false;
  Room -= Memory;
  return true;
}

static std::vector<std::string> tokens(StringRef Text) {
  std::string Converted;
  llvm::ArrayRef<char> Bytes(Text.begin(), Text.size());
  if (llvm::hasUTF16ByteOrderMark(Bytes) &&
      llvm::convertUTF16ToUTF8String(Bytes, Converted))
    Text = Converted;
  Text.consume_front("\xEF\xBB\xBF");
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver(Memory);
  llvm::SmallVector<const char *, 64> Args;
  llvm::cl::TokenizeGNUCommandLine(Text, Saver, Args);
  return {Args.begin(), Args.end()};
}

const ResponseFiles::Contents &
ResponseFiles::contentsOf(const std::string &File) {
  auto [It, New] = Known.try_emplace(File);
  if (New)
    It->second = read(File);
  return It->second;
}

ResponseFiles::Contents ResponseFiles::read(const std::string &File) {
  Contents Result;
  Result.Exists = llvm::sys::fs::exists(File);
  if (!Result.Exists)
    return Result;
  auto Buffer = readFile(File, readlimit::Response);
  if (!Buffer) {
    Result.Refusal = llvm::toString(Buffer.takeError());
    return Result;
  }
  Result.Arguments = tokens((*Buffer)->getBuffer());
  uint64_t Memory = 0;
  for (const std::string &Arg : Result.Arguments)
    Memory += memoryOf(Arg);
  if (!take(Memory)) {
    Result.Arguments.clear();
    Result.Refusal = "is one too many: those of the database are too large";
  }
  return Result;
}

/// Why \p Inner, the contents of \p File, must not be entered.
llvm::Error ResponseFiles::check(llvm::ArrayRef<Level> Stack,
                                 const std::string &File, const Contents &Inner,
                                 unsigned Files) const {
  if (!Inner.Refusal.empty())
    return refused(File, Inner.Refusal);
  if (llvm::any_of(Stack, [&](const Level &L) { return L.File == File; }))
    return refused(File, "includes itself");
  if (Stack.size() > Limits.Depth)
    return refused(File, "is nested too deep (more than " +
                             llvm::Twine(Limits.Depth) + " files)");
  if (Files > Limits.Files)
    return refused(File, "is one too many (more than " +
                             llvm::Twine(Limits.Files) + " for a command)");
  return llvm::Error::success();
}

llvm::Expected<std::vector<std::string>>
ResponseFiles::expand(llvm::ArrayRef<std::string> CommandLine,
                      StringRef Directory) {
  std::vector<Level> Stack{{CommandLine, ""}};
  std::vector<std::string> Result;
  unsigned Files = 0;
  uint64_t Memory = 0;
  while (!Stack.empty()) {
    Level &Top = Stack.back();
    if (Top.Rest.empty()) {
      Stack.pop_back();
      continue;
    }
    const std::string &Arg = Top.Rest.front();
    Top.Rest = Top.Rest.drop_front();
    StringRef Name = Arg;
    if (Name.consume_front("@") && !Name.empty()) {
      std::string File = normalisedPath(Name, Directory);
      if (const Contents &Inner = contentsOf(File); Inner.Exists) {
        if (llvm::Error E = check(Stack, File, Inner, ++Files))
          return std::move(E);
        Stack.push_back({Inner.Arguments, std::move(File)});
        continue;
      }
    }
    if (!Top.File.empty()) {
      Memory += memoryOf(Arg);
      if (Memory > Limits.CommandMemory || !take(memoryOf(Arg)))
        return refused(Top.File, "makes the command too large");
    }
    Result.push_back(Arg);
  }
  return Result;
}
