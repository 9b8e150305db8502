//===- WriteFile.cpp - The one door for writing reports -------------------===//
//
// What a name stands for is asked of the opened file, not of the name: the path
// that /dev/stdout resolves to ("pipe:[123]") is none. Names of our own
// descriptors are not opened at all: a socket could not be, and a file that the
// shell opened to append to would be replaced.
//
//===----------------------------------------------------------------------===//
#include "io/WriteFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace llvm;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace stateless {
namespace {

using Writer = function_ref<void(raw_ostream &)>;

std::error_code lastError() {
  return std::error_code(errno, std::generic_category());
}

Error cannotWrite(StringRef Shown, std::error_code Why) {
  return createStringError(Why, "cannot write " + Shown + ": " + Why.message());
}

/// What a name stands for once its symbolic links are followed.
struct Target {
  std::optional<int> Descriptor; ///< One of ours; there is no path then.
  std::string Path;              ///< May not exist.
};

Target targetOf(StringRef File) {
  constexpr int MostLinks = 40; // As many as the kernel follows.
  SmallString<64> Ours;
  if (fs::real_path("/proc/self/fd", Ours))
    Ours.clear();
  std::string Path = File.str();
  for (int I = 0; I < MostLinks; ++I) {
    StringRef Parent = path::parent_path(Path), Last = path::filename(Path);
    SmallString<256> Full;
    if (fs::real_path(Parent.empty() ? "." : Parent, Full))
      break;
    unsigned Descriptor;
    if (!Ours.empty() && Full == Ours && !Last.getAsInteger(10, Descriptor))
      return {static_cast<int>(Descriptor), ""};
    std::string Folder = Full.str().str();
    path::append(Full, Last);
    std::error_code NoLink;
    std::string Link =
        std::filesystem::read_symlink(Full.str().str(), NoLink).string();
    if (NoLink)
      break;
    Path = path::is_absolute(Link) ? Link : Folder + "/" + Link;
  }
  return {std::nullopt, std::move(Path)};
}

/// Ends what was written to \p OS, and says how that went.
Error finish(raw_fd_ostream &OS, StringRef Shown, bool Close) {
  if (Close)
    OS.close();
  else
    OS.flush();
  if (!OS.has_error())
    return Error::success();
  std::error_code Why = OS.error();
  OS.clear_error();
  return cannotWrite(Shown, Why);
}

Error writeTo(int Fd, StringRef Shown, Writer Write) {
  raw_fd_ostream OS(Fd, /*shouldClose=*/true);
  Write(OS);
  return finish(OS, Shown, /*Close=*/true);
}

/// A descriptor to write to in place; nothing where \p To is a regular file or
/// is not there yet.
Expected<std::optional<int>> openInPlace(const Target &To, StringRef Shown) {
  if (To.Descriptor) {
    int Fd = ::fcntl(*To.Descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (Fd < 0)
      return cannotWrite(Shown, lastError());
    return Fd;
  }
  int Fd =
      ::open(To.Path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  std::error_code Why = lastError();
  struct stat Status;
  bool Known =
      (Fd < 0 ? ::stat(To.Path.c_str(), &Status) : ::fstat(Fd, &Status)) == 0;
  if (Known ? S_ISREG(Status.st_mode)
            : Why == std::errc::no_such_file_or_directory) {
    if (Fd >= 0)
      ::close(Fd);
    return std::nullopt;
  }
  if (Fd < 0 && Known && S_ISFIFO(Status.st_mode) &&
      Why == std::errc::no_such_device_or_address)
    return createStringError(Why, "cannot write " + Shown +
                                      ": nobody reads this FIFO");
  if (Fd < 0)
    return cannotWrite(Shown, Why);
  ::fcntl(Fd, F_SETFL, ::fcntl(Fd, F_GETFL) & ~O_NONBLOCK);
  return Fd;
}

/// The permissions that a file at \p Path has or would get.
mode_t modeFor(const std::string &Path) {
  struct stat Status;
  return ::stat(Path.c_str(), &Status) == 0 ? Status.st_mode & 0777
                                            : 0666 & ~fs::getUmask();
}

/// By renaming a finished file over it.
Error replaceFile(const std::string &Path, StringRef Shown, Writer Write) {
  SmallString<256> Temporary(path::parent_path(Path));
  path::append(Temporary, ".stateless-tidy.XXXXXX");
  int Fd = ::mkostemp(const_cast<char *>(Temporary.c_str()), O_CLOEXEC);
  if (Fd < 0)
    return cannotWrite(Shown, lastError());
  sys::RemoveFileOnSignal(Temporary);
  ::fchmod(Fd, modeFor(Path));
  Error Failed = writeTo(Fd, Shown, Write);
  if (!Failed && ::rename(Temporary.c_str(), Path.c_str()) != 0)
    Failed = cannotWrite(Shown, lastError());
  if (Failed)
    ::unlink(Temporary.c_str());
  sys::DontRemoveFileOnSignal(Temporary);
  return Failed;
}

bool isNullDevice(const struct stat &Status) {
  return S_ISCHR(Status.st_mode) && major(Status.st_rdev) == 1 &&
         minor(Status.st_rdev) == 3;
}

} // namespace

void holdStandardStreams() {
  for (int Fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(Fd, F_GETFD) < 0 && errno == EBADF)
      // The lowest free number is this one, for the smaller ones are taken.
      ::open("/dev/null", Fd == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  std::signal(SIGXFSZ, SIG_IGN);
}

std::string targetIdentity(StringRef File) {
  Target To = File.empty() ? Target{STDOUT_FILENO, ""} : targetOf(File);
  auto Named = [](const struct stat &Status) {
    return utostr(Status.st_dev) + ":" + utostr(Status.st_ino);
  };
  struct stat Status;
  if ((To.Descriptor ? ::fstat(*To.Descriptor, &Status)
                     : ::stat(To.Path.c_str(), &Status)) == 0)
    return isNullDevice(Status) ? "" : Named(Status);
  std::string Folder = path::parent_path(To.Path).str();
  if (To.Descriptor ||
      ::stat(Folder.empty() ? "." : Folder.c_str(), &Status) != 0)
    return "";
  return Named(Status) + "/" + path::filename(To.Path).str();
}

Error writeFile(StringRef File, Writer Write) {
  if (File.empty()) {
    Write(outs());
    return finish(outs(), "to stdout", /*Close=*/false);
  }
  std::string Shown = "'" + File.str() + "'";
  Target To = targetOf(File);
  Expected<std::optional<int>> Fd = openInPlace(To, Shown);
  if (!Fd)
    return Fd.takeError();
  return *Fd ? writeTo(**Fd, Shown, Write) : replaceFile(To.Path, Shown, Write);
}

Error writeNewFile(StringRef File, Writer Write) {
  std::string Name = File.str();
  int Fd = ::open(Name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (Fd < 0)
    return errorCodeToError(lastError());
  Error Failed = writeTo(Fd, "'" + Name + "'", Write);
  if (Failed)
    ::unlink(Name.c_str());
  return Failed;
}

} // namespace stateless
