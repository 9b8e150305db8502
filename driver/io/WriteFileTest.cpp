//===- WriteFileTest.cpp - Tests of the door for writing ------------------===//
//
// Each kind of target, each way to fail, and what is left behind.
//
//===----------------------------------------------------------------------===//
#include "io/WriteFile.h"
#include "io/TempFolder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace stateless;
using testing::HasSubstr;

namespace {

std::string textOf(const std::string &File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  return Buffer ? (*Buffer)->getBuffer().str() : "<none>";
}

std::string written(const std::string &File, llvm::StringRef Text) {
  return llvm::toString(
      writeFile(File, [&](llvm::raw_ostream &OS) { OS << Text; }));
}

size_t entries(const std::string &Folder) {
  std::error_code Error;
  size_t Count = 0;
  for (llvm::sys::fs::directory_iterator It(Folder, Error), End;
       It != End && !Error; It.increment(Error))
    ++Count;
  return Count;
}

mode_t kindOf(const std::string &File) {
  struct stat Status{};
  ::lstat(File.c_str(), &Status);
  return Status.st_mode & S_IFMT;
}

/// A pipe, and a name for its writing end.
struct Pipe {
  int Ends[2];
  Pipe() { EXPECT_EQ(::pipe2(Ends, O_CLOEXEC), 0); }
  ~Pipe() {
    ::close(Ends[0]);
    ::close(Ends[1]);
  }
  std::string name() const { return "/dev/fd/" + std::to_string(Ends[1]); }
  std::string read() const {
    char Buffer[64];
    ssize_t Got = ::read(Ends[0], Buffer, sizeof(Buffer));
    return std::string(Buffer, Got < 0 ? 0 : static_cast<size_t>(Got));
  }
};

} // namespace

TEST(WriteFile, WritesToPipesOfOurs) {
  Pipe P;
  EXPECT_EQ(written(P.name(), "text"), "");
  EXPECT_EQ(P.read(), "text");
  TempFolder Folder;
  std::string Link = Folder / "out";
  ASSERT_EQ(::symlink(P.name().c_str(), Link.c_str()), 0);
  EXPECT_EQ(written(Link, "more"), "");
  EXPECT_EQ(P.read(), "more");
  EXPECT_EQ(kindOf(Link), static_cast<mode_t>(S_IFLNK));
  EXPECT_EQ(entries(Folder.path()), 1U);
}

TEST(WriteFile, AppendsWhereTheDescriptorStands) {
  TempFolder Folder;
  std::string File = Folder.write("log", "old ");
  int Fd = ::open(File.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  ASSERT_GE(Fd, 0);
  EXPECT_EQ(written("/dev/fd/" + std::to_string(Fd), "new"), "");
  ::close(Fd);
  EXPECT_EQ(textOf(File), "old new");
}

TEST(WriteFile, NeverReplacesAFifoNorWaitsForItsReader) {
  TempFolder Folder;
  std::string Fifo = Folder / "fifo";
  ASSERT_EQ(::mkfifo(Fifo.c_str(), 0600), 0);
  EXPECT_THAT(written(Fifo, "text"), HasSubstr("nobody reads this FIFO"));
  int Reader = ::open(Fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(Reader, 0);
  EXPECT_EQ(written(Fifo, "text"), "");
  char Buffer[16];
  EXPECT_EQ(::read(Reader, Buffer, sizeof(Buffer)), 4);
  ::close(Reader);
  EXPECT_EQ(kindOf(Fifo), static_cast<mode_t>(S_IFIFO));
  EXPECT_EQ(entries(Folder.path()), 1U);
}

TEST(WriteFile, KeepsPermissionsAndOddNames) {
  TempFolder Folder;
  std::string File = Folder.write("50%%/" + std::string(250, 'x'), "old");
  ASSERT_EQ(::chmod(File.c_str(), 0640), 0);
  EXPECT_EQ(written(File, "new"), "");
  EXPECT_EQ(textOf(File), "new");
  struct stat Status{};
  ASSERT_EQ(::stat(File.c_str(), &Status), 0);
  EXPECT_EQ(Status.st_mode & 0777, 0640U);
  EXPECT_EQ(written(Folder / "fresh", "x"), "");
  ASSERT_EQ(::stat((Folder / "fresh").c_str(), &Status), 0);
  EXPECT_EQ(Status.st_mode & 0777, 0666U & ~llvm::sys::fs::getUmask());
}

TEST(WriteFile, MakesWhatADanglingLinkNames) {
  TempFolder Folder;
  std::string Link = Folder / "link";
  ASSERT_EQ(::symlink("real", Link.c_str()), 0);
  EXPECT_EQ(written(Link, "text"), "");
  EXPECT_EQ(textOf(Folder / "real"), "text");
  EXPECT_EQ(kindOf(Link), static_cast<mode_t>(S_IFLNK));
}

TEST(WriteFile, AFullDiskLeavesAllAsItWas) {
  EXPECT_THAT(written("/dev/full", "text"), HasSubstr("'/dev/full'"));
  TempFolder Folder;
  std::string File = Folder.write("report", "old");
  rlimit Before, Small;
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &Before), 0);
  Small = {10, Before.rlim_max};
  holdStandardStreams(); // Else the signal would end this process.
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &Small), 0);
  std::string Old = written(File, std::string(100000, 'x'));
  std::string New = written(Folder / "new", std::string(100000, 'x'));
  std::string First =
      llvm::toString(writeNewFile(Folder / "first", [](llvm::raw_ostream &OS) {
        OS << std::string(100000, 'x');
      }));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &Before), 0);
  EXPECT_THAT(Old, HasSubstr("File too large"));
  EXPECT_THAT(New, HasSubstr("File too large"));
  EXPECT_THAT(First, HasSubstr("File too large"));
  EXPECT_EQ(textOf(File), "old");
  EXPECT_EQ(entries(Folder.path()), 1U);
}

TEST(WriteFile, NewFilesAreNew) {
  TempFolder Folder;
  std::string File = Folder.write("a", "old"), Link = Folder / "link";
  ASSERT_EQ(::symlink("nowhere", Link.c_str()), 0);
  auto Write = [](llvm::raw_ostream &OS) { OS << "new"; };
  for (const std::string &Taken : {File, Link})
    EXPECT_EQ(llvm::errorToErrorCode(writeNewFile(Taken, Write)),
              std::errc::file_exists);
  EXPECT_EQ(textOf(File), "old");
  EXPECT_FALSE(bool(writeNewFile(Folder / "b", Write)));
  EXPECT_EQ(textOf(Folder / "b"), "new");
}

TEST(TargetIdentity, IsTheFilesAndNotTheNames) {
  TempFolder Folder;
  std::string File = Folder.write("a", "");
  ASSERT_EQ(::symlink("a", (Folder / "b").c_str()), 0);
  ASSERT_EQ(::symlink("new", (Folder / "c").c_str()), 0);
  ASSERT_EQ(::symlink(".", (Folder / "d").c_str()), 0);
  std::string A = targetIdentity(File), New = targetIdentity(Folder / "new");
  EXPECT_NE(A, "");
  EXPECT_NE(New, "");
  EXPECT_NE(A, New);
  for (const char *Same : {"./a", "b", "d/a", "d/d/b"})
    EXPECT_EQ(targetIdentity(Folder / Same), A) << Same;
  for (const char *Same : {"./new", "c", "d/new", "d/c"})
    EXPECT_EQ(targetIdentity(Folder / Same), New) << Same;
  EXPECT_EQ(targetIdentity("/dev/null"), "");
  EXPECT_EQ(targetIdentity("/dev/stdout"), targetIdentity(""));
  Pipe P;
  EXPECT_EQ(targetIdentity(P.name()),
            targetIdentity("/proc/self/fd/" + std::to_string(P.Ends[1])));
}
