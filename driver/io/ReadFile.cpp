//===- ReadFile.cpp - The one door for reading ----------------------------===//
//
// The kind of a file is asked for before it is opened (to open some devices is
// an act in itself), and again on the descriptor, which nobody can exchange.
// Files of /proc say that they are empty, and are read as such.
//
//===----------------------------------------------------------------------===//
#include "io/ReadFile.h"
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace stateless {
namespace {

Error failure(std::error_code Code, const Twine &Text) {
  return createStringError(Code, Text);
}

Error systemFailure() {
  std::error_code Code(errno, std::generic_category());
  return failure(Code, Code.message());
}

StringRef kindOf(mode_t Mode) {
  if (S_ISDIR(Mode))
    return "a folder";
  if (S_ISFIFO(Mode))
    return "a FIFO";
  if (S_ISSOCK(Mode))
    return "a socket";
  return "a device";
}

Error checkKind(const struct stat &Status, uint64_t MostBytes) {
  if (!S_ISREG(Status.st_mode))
    return failure(std::make_error_code(S_ISDIR(Status.st_mode)
                                            ? std::errc::is_a_directory
                                            : std::errc::invalid_argument),
                   "is " + kindOf(Status.st_mode) + ", not a regular file");
  if (static_cast<uint64_t>(Status.st_size) > MostBytes)
    return failure(std::make_error_code(std::errc::file_too_large),
                   "is larger than " + Twine(MostBytes >> 20) + " MB");
  return Error::success();
}

/// Closes a descriptor at the end of a scope.
struct Opened {
  int Fd;
  ~Opened() { ::close(Fd); }
};

/// Fills \p Into from \p Fd; returns how much there was, or -1.
ssize_t readAll(int Fd, MutableArrayRef<char> Into) {
  size_t Done = 0;
  while (Done < Into.size()) {
    ssize_t Got = ::read(Fd, Into.data() + Done, Into.size() - Done);
    if (Got < 0 && errno == EINTR)
      continue;
    if (Got < 0)
      return -1;
    if (Got == 0)
      break;
    Done += static_cast<size_t>(Got);
  }
  return static_cast<ssize_t>(Done);
}

class RegularFiles : public vfs::ProxyFileSystem {
public:
  RegularFiles(IntrusiveRefCntPtr<vfs::FileSystem> Under, uint64_t MostBytes)
      : ProxyFileSystem(std::move(Under)), MostBytes(MostBytes) {}

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    ErrorOr<vfs::Status> Status = status(Path);
    if (!Status)
      return Status.getError();
    if (Status->isDirectory())
      return std::make_error_code(std::errc::is_a_directory);
    if (!Status->isRegularFile())
      return std::make_error_code(std::errc::invalid_argument);
    if (Status->getSize() > MostBytes)
      return std::make_error_code(std::errc::file_too_large);
    return ProxyFileSystem::openFileForRead(Path);
  }

private:
  uint64_t MostBytes;
};

} // namespace

Expected<std::unique_ptr<MemoryBuffer>> readFile(StringRef Path,
                                                 uint64_t MostBytes) {
  std::string Name = Path.str();
  struct stat Status;
  if (::stat(Name.c_str(), &Status) != 0)
    return systemFailure();
  if (Error E = checkKind(Status, MostBytes))
    return std::move(E);
  Opened File{
      ::open(Name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
  if (File.Fd < 0 || ::fstat(File.Fd, &Status) != 0)
    return systemFailure();
  if (Error E = checkKind(Status, MostBytes))
    return std::move(E);
  size_t Size = static_cast<size_t>(Status.st_size);
  std::unique_ptr<WritableMemoryBuffer> Buffer =
      WritableMemoryBuffer::getNewUninitMemBuffer(Size, Path);
  if (!Buffer)
    return failure(std::make_error_code(std::errc::not_enough_memory),
                   "does not fit into memory");
  ssize_t Got = readAll(File.Fd, Buffer->getBuffer());
  if (Got < 0)
    return systemFailure();
  if (static_cast<size_t>(Got) < Size)
    return MemoryBuffer::getMemBufferCopy(
        StringRef(Buffer->getBufferStart(), static_cast<size_t>(Got)), Path);
  return std::unique_ptr<MemoryBuffer>(std::move(Buffer));
}

IntrusiveRefCntPtr<vfs::FileSystem>
regularFilesOnly(IntrusiveRefCntPtr<vfs::FileSystem> Under,
                 uint64_t MostBytes) {
  return makeIntrusiveRefCnt<RegularFiles>(std::move(Under), MostBytes);
}

} // namespace stateless
