//===- FixTransaction.cpp - Several files changed as one ------------------===//
//
// 1. The journal names every file. Until it is on the disk nothing is written.
// 2. Beside each file its new contents (".RUN.new") and its old ones
//    (".RUN.old") are written, synchronised and read back; the originals are
//    compared once more with what the fixes were made for.
// 3. The journal says "committed".
// 4. Each new copy is renamed over its original.
// 5. The journal says "done"; then the old copies go, and the journal last.
//
// Killed before 3, the copies are removed. Killed later, a file whose new copy
// is gone is renamed already: the next run renames the rest or, where a file
// was edited meanwhile, puts the old copies back. A lock on the root's folder,
// which ends with its process, tells a run at work from one that was killed.
//
//===----------------------------------------------------------------------===//
#include "FixTransaction.h"
#include "FixJournal.h"
#include "io/ReadFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <cerrno>
#include <fcntl.h>
#include <random>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace stateless;
using llvm::StringRef;
namespace path = llvm::sys::path;

char FixFailure::ID = 0;
void FixFailure::log(llvm::raw_ostream &OS) const { OS << File << ": " << Why; }

namespace {

std::error_code lastError() { return {errno, std::generic_category()}; }

llvm::Error failure(StringRef File, const llvm::Twine &Why) {
  return llvm::make_error<FixFailure>(File.str(), Why.str());
}
llvm::Error failure(StringRef File, std::error_code Why) {
  return failure(File, Why.message());
}

//===-- Single files ------------------------------------------------------===//

/// A descriptor that is closed at the end of its scope.
class Descriptor {
public:
  explicit Descriptor(int Fd) : Fd(Fd) {}
  Descriptor(const Descriptor &) = delete;
  ~Descriptor() {
    if (Fd >= 0)
      ::close(Fd);
  }
  operator int() const { return Fd; }

private:
  int Fd;
};

std::error_code writeAll(int Fd, StringRef Text) {
  while (!Text.empty()) {
    ssize_t Written = ::write(Fd, Text.data(), Text.size());
    if (Written < 0 && errno != EINTR)
      return lastError();
    Text = Text.drop_front(std::max<ssize_t>(Written, 0));
  }
  return {};
}

/// A file of our own at a name that nobody has.
std::error_code create(const std::string &Path, StringRef Text,
                       const struct stat &Like) {
  Descriptor File(::open(Path.c_str(),
                         O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                         0600));
  if (File < 0)
    return lastError();
  if (std::error_code Failed = writeAll(File, Text))
    return Failed;
  // Only a superuser can give a file away; then it goes to whom it belonged.
  // It comes first, since it may take permissions away.
  if ((::geteuid() == 0 && ::fchown(File, Like.st_uid, Like.st_gid) != 0) ||
      ::fchmod(File, Like.st_mode & 07777) != 0)
    return lastError();
  return {};
}

/// Waits until \p Path, a file or a folder, is on the disk.
std::error_code synchronise(const std::string &Path) {
  Descriptor File(::open(Path.c_str(), O_RDONLY | O_CLOEXEC));
  return File < 0 || ::fsync(File) != 0 ? lastError() : std::error_code();
}

/// No error if there is no such file.
std::error_code removeFile(const std::string &Path) {
  bool Gone = ::unlink(Path.c_str()) == 0 || errno == ENOENT ||
              errno == ENAMETOOLONG; // Then it was never there.
  return Gone ? std::error_code() : lastError();
}

bool exists(const std::string &Path) {
  struct stat Status;
  return ::lstat(Path.c_str(), &Status) == 0;
}

/// True if \p Path is a regular file, and no link, with contents of this hash.
bool holds(const std::string &Path, uint64_t Hash) {
  struct stat Status;
  if (::lstat(Path.c_str(), &Status) != 0 || !S_ISREG(Status.st_mode))
    return false;
  auto Text = readFile(Path, readlimit::Source);
  if (!Text) {
    llvm::consumeError(Text.takeError());
    return false;
  }
  return llvm::xxh3_64bits((*Text)->getBuffer()) == Hash;
}

std::string folderOf(StringRef Path) { return path::parent_path(Path).str(); }

//===-- The transaction ---------------------------------------------------===//

class Transaction {
public:
  explicit Transaction(StringRef Root);

  /// Fails while another run is at work.
  llvm::Error lock();
  llvm::Error replace(llvm::ArrayRef<ChangedFile> Files);
  llvm::Expected<FixRecovery>
  recover(llvm::function_ref<bool(StringRef)> MayEdit);

  std::string journal() const { return Root + "/" + FixJournalName.str(); }

private:
  struct Step {
    std::string Path, New, Old; ///< Absolute: the file and its copies.
    uint64_t Before, After;
  };

  void plan(const FixJournal &Journal);
  llvm::Error begin(const FixJournal &Journal);
  llvm::Error prepare(llvm::ArrayRef<ChangedFile> Files);
  llvm::Error reach(FixStage Stage);
  llvm::Error finish();
  llvm::Error undo();
  /// Removes the copies and the journal.
  llvm::Error cleanUp();
  llvm::Error synchroniseFolders() const;
  bool canFinish() const;
  bool canUndo() const;
  /// \p Why, once all is as it was.
  llvm::Error givenUp(llvm::Error Why);

  std::string Root; ///< Without symbolic links and a slash at its end.
  Descriptor Lock;
  std::vector<Step> Steps;
};

Transaction::Transaction(StringRef Given)
    : Lock(::open(Given.str().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  llvm::SmallString<256> Real;
  Root = llvm::sys::fs::real_path(Given, Real) ? Given.str() : Real.str().str();
  Root.resize(StringRef(Root).rtrim('/').size());
}

llvm::Error Transaction::lock() {
  // Not every file system has locks; the journal's name is one as well.
  if (::flock(Lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return failure(Root, "another run of --fix is at work in this folder");
  return llvm::Error::success();
}

void Transaction::plan(const FixJournal &Journal) {
  for (const FixJournal::File &File : Journal.Files) {
    std::string Path =
        path::is_absolute(File.Path) ? File.Path : Root + "/" + File.Path;
    std::string Copy = Path + "." + Journal.Run;
    Steps.push_back(
        {Path, Copy + ".new", Copy + ".old", File.Before, File.After});
  }
}

llvm::Error Transaction::begin(const FixJournal &Journal) {
  struct stat Mine = {};
  Mine.st_uid = ::geteuid();
  Mine.st_gid = ::getegid();
  Mine.st_mode = 0600;
  std::error_code Failed = create(journal(), journalText(Journal), Mine);
  if (Failed == std::errc::file_exists)
    return failure(journal(), "an interrupted run of --fix left this file");
  if (!Failed)
    Failed = synchronise(journal());
  if (!Failed)
    Failed = synchronise(Root + "/");
  if (!Failed)
    return llvm::Error::success();
  removeFile(journal());
  return failure(journal(), Failed);
}

llvm::Error Transaction::prepare(llvm::ArrayRef<ChangedFile> Files) {
  for (auto [File, S] : llvm::zip_equal(Files, Steps)) {
    struct stat Like;
    if (::stat(S.Path.c_str(), &Like) != 0)
      return failure(S.Path, lastError());
    if (Like.st_nlink != 1)
      return failure(S.Path, "this file has other names (hard links)");
    for (auto [Copy, Text] : {std::pair(&S.New, StringRef(File.After)),
                              std::pair(&S.Old, File.Before)})
      if (std::error_code Failed = create(*Copy, Text, Like))
        return failure(S.Path, Failed);
  }
  for (const Step &S : Steps)
    for (auto [Copy, Hash] :
         {std::pair(&S.New, S.After), std::pair(&S.Old, S.Before)}) {
      if (std::error_code Failed = synchronise(*Copy))
        return failure(S.Path, Failed);
      if (!holds(*Copy, Hash))
        return failure(S.Path, "its copy does not hold what was written");
    }
  if (llvm::Error Failed = synchroniseFolders())
    return Failed;
  for (const Step &S : Steps)
    if (!holds(S.Path, S.Before))
      return failure(S.Path, "this file has changed since it was analysed");
  return llvm::Error::success();
}

llvm::Error Transaction::synchroniseFolders() const {
  std::set<std::string> Folders;
  for (const Step &S : Steps)
    Folders.insert(folderOf(S.Path));
  for (const std::string &Folder : Folders)
    if (std::error_code Failed = synchronise(Folder))
      return failure(Folder, Failed);
  return llvm::Error::success();
}

llvm::Error Transaction::reach(FixStage Stage) {
  Descriptor File(
      ::open(journal().c_str(), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC));
  std::error_code Failed =
      File < 0 ? lastError() : writeAll(File, journalLine(Stage));
  if (!Failed && ::fsync(File) != 0)
    Failed = lastError();
  return Failed ? failure(journal(), Failed) : llvm::Error::success();
}

/// From "committed" to the contents that were wanted.
llvm::Error Transaction::finish() {
  for (const Step &S : Steps)
    if (::rename(S.New.c_str(), S.Path.c_str()) != 0) {
      std::error_code Failed = lastError();
      bool Renamed = !exists(S.New) && holds(S.Path, S.After);
      if (!Renamed)
        return failure(S.Path, Failed);
    }
  if (llvm::Error Failed = synchroniseFolders())
    return Failed;
  // Without this line the next run compares the files, and finds the same.
  llvm::consumeError(reach(FixStage::Done));
  return llvm::Error::success();
}

/// From anywhere before "done" to the contents as they were.
llvm::Error Transaction::undo() {
  for (const Step &S : Steps)
    if (!exists(S.New) && exists(S.Old) && holds(S.Path, S.After) &&
        ::rename(S.Old.c_str(), S.Path.c_str()) != 0)
      return failure(S.Path, lastError());
  if (llvm::Error Failed = synchroniseFolders())
    return Failed;
  return cleanUp();
}

llvm::Error Transaction::cleanUp() {
  for (const Step &S : Steps)
    for (const std::string *Copy : {&S.New, &S.Old})
      if (std::error_code Failed = removeFile(*Copy))
        return failure(*Copy, Failed);
  if (std::error_code Failed = removeFile(journal()))
    return failure(journal(), Failed);
  // If this comes too late, the next run finds a journal and nothing to do.
  synchronise(Root + "/");
  return llvm::Error::success();
}

llvm::Error Transaction::replace(llvm::ArrayRef<ChangedFile> Files) {
  FixJournal Journal;
  Journal.Run = llvm::utohexstr(std::random_device()(), /*LowerCase=*/true, 8);
  for (const ChangedFile &File : Files) {
    StringRef Name = File.Path;
    if (Name.consume_front(Root))
      Name.consume_front("/");
    Journal.Files.push_back({Name.str(), llvm::xxh3_64bits(File.Before),
                             llvm::xxh3_64bits(File.After)});
  }
  plan(Journal);
  if (llvm::Error Failed = begin(Journal))
    return Failed;
  llvm::Error Failed = prepare(Files);
  if (!Failed)
    Failed = reach(FixStage::Committed);
  if (!Failed)
    Failed = finish();
  if (Failed)
    return givenUp(std::move(Failed));
  return cleanUp();
}

llvm::Error Transaction::givenUp(llvm::Error Why) {
  llvm::Error Undone = undo();
  if (!Undone)
    return Why;
  llvm::consumeError(std::move(Undone));
  std::string File = journal(), Text;
  llvm::handleAllErrors(std::move(Why), [&](const FixFailure &F) {
    File = F.File;
    Text = F.Why;
  });
  return failure(File, Text + "; this could not be undone, the next run of "
                              "--fix will try again");
}

//===-- Recovery ----------------------------------------------------------===//

bool Transaction::canFinish() const {
  return llvm::all_of(Steps, [](const Step &S) {
    return exists(S.New) ? holds(S.New, S.After) && holds(S.Path, S.Before)
                         : holds(S.Path, S.After);
  });
}

bool Transaction::canUndo() const {
  return llvm::all_of(Steps, [](const Step &S) {
    return exists(S.New) || holds(S.Path, S.Before) ||
           (holds(S.Path, S.After) && holds(S.Old, S.Before));
  });
}

llvm::Expected<FixRecovery>
Transaction::recover(llvm::function_ref<bool(StringRef)> MayEdit) {
  struct stat Status;
  if (::lstat(journal().c_str(), &Status) != 0)
    return FixRecovery::Nothing;
  if (!S_ISREG(Status.st_mode))
    return failure(journal(), "is no journal of --fix");
  auto Text = readFile(journal(), readlimit::Database);
  if (!Text)
    return failure(journal(), llvm::toString(Text.takeError()));
  llvm::Expected<FixJournal> Journal = parseJournal((*Text)->getBuffer());
  if (!Journal)
    return failure(journal(), llvm::toString(Journal.takeError()));
  plan(*Journal);
  for (const Step &S : Steps) {
    // A folder that is a link could lead anywhere.
    llvm::SmallString<256> Real;
    if (llvm::sys::fs::real_path(folderOf(S.Path), Real) ||
        Real.str() != folderOf(S.Path) || !MayEdit(S.Path))
      return failure(journal(), "names '" + S.Path +
                                    "', which is excluded, or outside of the "
                                    "project");
  }
  bool Finish = Journal->Stage == FixStage::Done ||
                (Journal->Stage == FixStage::Committed && canFinish());
  if (Journal->Stage == FixStage::Committed && !Finish && !canUndo())
    return failure(journal(),
                   "an interrupted run of --fix can neither be finished nor "
                   "undone, since its files were changed after it; beside "
                   "them, '*." +
                       Journal->Run + ".old' and '*." + Journal->Run +
                       ".new' are as they were before and after it; remove "
                       "these and the journal when the files are in order");
  if (!Finish) {
    if (llvm::Error Failed = undo())
      return std::move(Failed);
    return FixRecovery::Undone;
  }
  if (Journal->Stage == FixStage::Committed)
    if (llvm::Error Failed = finish())
      return givenUp(std::move(Failed));
  if (llvm::Error Failed = cleanUp())
    return std::move(Failed);
  return FixRecovery::Finished;
}

} // namespace

llvm::Error stateless::replaceAll(llvm::ArrayRef<ChangedFile> Files,
                                  StringRef Root) {
  Transaction All(Root);
  if (llvm::Error Busy = All.lock())
    return Busy;
  return All.replace(Files);
}

std::optional<std::string> stateless::interruptedFix(StringRef Root) {
  std::string Path = Transaction(Root).journal();
  return exists(Path) ? std::optional(Path) : std::nullopt;
}

llvm::Expected<FixRecovery>
stateless::recoverFixes(StringRef Root,
                        llvm::function_ref<bool(StringRef)> MayEdit) {
  Transaction Last(Root);
  if (llvm::Error Busy = Last.lock())
    return std::move(Busy);
  return Last.recover(MayEdit);
}
