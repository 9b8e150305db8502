//===- ResourceDir.cpp - Where Clang's own headers are --------------------===//
//
// A resource directory is named after its version ("22", "22.1.8"); one with
// another kind of name is believed if it was named on the command line.
//
//===----------------------------------------------------------------------===//
#include "ResourceDir.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <optional>

using namespace stateless;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static bool holdsHeaders(llvm::StringRef Dir) {
  llvm::SmallString<256> Header(Dir);
  path::append(Header, "include", "stddef.h");
  return !Dir.empty() && fs::exists(Header);
}

/// The major version in the directory's name, if it is a version.
static std::optional<unsigned> majorOf(llvm::StringRef Dir) {
  unsigned Major = 0;
  llvm::StringRef Name = path::filename(Dir.rtrim('/'));
  if (Name.consumeInteger(10, Major) || (!Name.empty() && Name[0] != '.'))
    return std::nullopt;
  return Major;
}

static std::string bundled(const ResourceDirQuery &Query) {
  llvm::SmallString<256> Dir(path::parent_path(Query.Executable));
  path::append(Dir, "..", "lib", "stateless-tidy", "clang");
  path::append(Dir, std::to_string(Query.Major));
  path::remove_dots(Dir, /*remove_dot_dot=*/true);
  return Dir.str().str();
}

/// What `clang-N -print-resource-dir` says, or "".
static std::string askClang(unsigned Major) {
  auto Clang = llvm::sys::findProgramByName("clang-" + std::to_string(Major));
  llvm::SmallString<128> Answer;
  if (!Clang || fs::createTemporaryFile("stateless-tidy", "txt", Answer))
    return "";
  llvm::FileRemover Remove(Answer);
  std::optional<llvm::StringRef> Redirects[] = {
      llvm::StringRef(), llvm::StringRef(Answer), llvm::StringRef()};
  if (llvm::sys::ExecuteAndWait(*Clang, {*Clang, "-print-resource-dir"},
                                std::nullopt, Redirects,
                                /*SecondsToWait=*/10) != 0)
    return "";
  auto Text = llvm::MemoryBuffer::getFile(Answer);
  return Text ? (*Text)->getBuffer().trim().str() : "";
}

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

static llvm::Expected<std::string> checkOption(const ResourceDirQuery &Query) {
  llvm::SmallString<256> Dir(Query.Option);
  fs::make_absolute(Dir);
  path::remove_dots(Dir, /*remove_dot_dot=*/true);
  std::optional<unsigned> Major = majorOf(Dir);
  if (Major && *Major != Query.Major)
    return wrong("--resource-dir " + Query.Option + " belongs to Clang " +
                 llvm::Twine(*Major) + "; this program needs Clang " +
                 llvm::Twine(Query.Major) + "'s");
  if (!holdsHeaders(Dir))
    return wrong("--resource-dir " + Query.Option +
                 " holds no include/stddef.h");
  return Dir.str().str();
}

llvm::Expected<std::string>
stateless::findResourceDir(const ResourceDirQuery &Query) {
  if (!Query.Option.empty())
    return checkOption(Query);
  std::string Bundled = bundled(Query);
  if (holdsHeaders(Bundled))
    return Bundled;
  if (majorOf(Query.BuildTime) == Query.Major && holdsHeaders(Query.BuildTime))
    return Query.BuildTime;
  if (Query.AskClang) {
    std::string Answer = askClang(Query.Major);
    if (majorOf(Answer) == Query.Major && holdsHeaders(Answer))
      return Answer;
  }
  std::string N = std::to_string(Query.Major);
  return wrong("Clang " + N +
               "'s own headers (stddef.h) are missing: they are "
               "neither in " +
               Bundled +
               " nor where this program was built; "
               "install libclang-common-" +
               N + "-dev (or clang-" + N +
               "), or name their folder with --resource-dir");
}
