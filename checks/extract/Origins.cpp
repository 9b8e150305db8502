//===- Origins.cpp - Whose code stands where ------------------------------===//
//
// Clang keeps with each reading of a file how it was found. Only where that
// says "system" is the caller asked, once for each file.
//
//===----------------------------------------------------------------------===//
#include "extract/Origins.h"
#include "clang/Basic/FileManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace stateless {

/// Whether an option in \p Arguments has \p Folder for its value. That of
/// -stdlib++-isystem is a compiler's.
static bool isNamed(llvm::StringRef Folder,
                    llvm::ArrayRef<std::string> Arguments) {
  llvm::StringRef Before;
  for (llvm::StringRef Word : Arguments) {
    if (Word.ends_with(Folder) && Before != "-stdlib++-isystem")
      return true;
    Before = Word;
  }
  return false;
}

std::vector<std::string>
compilerFolders(const HeaderSearchOptions &Search,
                llvm::ArrayRef<std::string> Arguments) {
  std::vector<std::string> Folders;
  for (const HeaderSearchOptions::Entry &Entry : Search.UserEntries) {
    // The driver adds its own to these groups, as -isystem does.
    bool IsSystem = Entry.Group == frontend::System ||
                    Entry.Group == frontend::ExternCSystem;
    if (IsSystem && !isNamed(Entry.Path, Arguments))
      Folders.push_back(Entry.Path);
  }
  return Folders;
}

/// Absolute and without "." and ".."; links stay.
static std::string spelled(const SourceManager &Sources, llvm::StringRef Name) {
  llvm::SmallString<256> Path(Name);
  Sources.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

static std::string resolved(const SourceManager &Sources,
                            const std::string &Path) {
  llvm::SmallString<256> Real;
  bool Failed = static_cast<bool>(
      Sources.getFileManager().getVirtualFileSystem().getRealPath(Path, Real));
  return Failed ? Path : Real.str().str();
}

Origins::Origins(const SourceManager &Sources, const OwnHeaderTest &IsOwn,
                 std::vector<std::string> Folders)
    : Sources(Sources), IsOwn(IsOwn) {
  for (const std::string &Folder : Folders) {
    std::string Path = spelled(Sources, Folder);
    for (std::string Name : {Path, resolved(Sources, Path)})
      if (!llvm::is_contained(Compilers, Name + "/"))
        Compilers.push_back(Name + "/");
  }
}

bool Origins::isForeign(llvm::StringRef Name) const {
  auto [It, New] = ByName.try_emplace(Name, true);
  if (!New || !IsOwn)
    return It->second;
  std::string Path = spelled(Sources, Name);
  std::string Real = resolved(Sources, Path);
  auto IsIn = [&](llvm::StringRef Folder) {
    return llvm::StringRef(Path).starts_with(Folder) ||
           llvm::StringRef(Real).starts_with(Folder);
  };
  It->second = llvm::any_of(Compilers, IsIn) || !IsOwn(Path, Real);
  return It->second;
}

bool Origins::isLibrary(FileID File) const {
  const SrcMgr::SLocEntry &Entry = Sources.getSLocEntry(File);
  if (!Entry.isFile() ||
      Entry.getFile().getFileCharacteristic() == SrcMgr::C_User)
    return false;
  auto [It, New] = Files.try_emplace(File, true);
  if (New)
    if (OptionalFileEntryRef Header = Sources.getFileEntryRefForID(File))
      It->second = isForeign(Header->getName());
  return It->second;
}

bool Origins::isLibrary(SourceLocation Loc) const {
  Loc = Sources.getFileLoc(Loc);
  FileID File = Sources.getFileID(Loc);
  const SrcMgr::SLocEntry &Entry = Sources.getSLocEntry(File);
  if (Entry.isFile() && Entry.getFile().getIncludeLoc().isValid())
    return isLibrary(File);
  // Line markers tell what stands in a preprocessed main file.
  if (!Sources.isInSystemHeader(Loc))
    return false;
  PresumedLoc Presumed = Sources.getPresumedLoc(Loc);
  return Presumed.isInvalid() || isForeign(Presumed.getFilename());
}

} // namespace stateless
