//===- ReadFileTest.cpp - Tests of the door for reading -------------------===//
#include "io/ReadFile.h"
#include "io/TempFolder.h"
#include "llvm/Support/FileSystem.h"
#include "gmock/gmock.h"
#include <sys/stat.h>
#include <unistd.h>

using namespace stateless;
using testing::HasSubstr;

static std::string failureOf(llvm::StringRef Path, uint64_t MostBytes = 100) {
  auto Buffer = readFile(Path, MostBytes);
  return Buffer ? "read" : llvm::toString(Buffer.takeError());
}

TEST(ReadFileTest, ReadsRegularFilesAndLinksToThem) {
  TempFolder Folder;
  std::string File = Folder.write("a.txt", "text");
  std::string Link = Folder / "link";
  ASSERT_EQ(::symlink(File.c_str(), Link.c_str()), 0);
  for (const std::string &Path : {File, Link}) {
    auto Buffer = readFile(Path, 100);
    ASSERT_TRUE(bool(Buffer));
    EXPECT_EQ((*Buffer)->getBuffer(), "text");
    EXPECT_EQ(*(*Buffer)->getBufferEnd(), '\0');
  }
}

TEST(ReadFileTest, KeepsTheLimitAtItsEdge) {
  TempFolder Folder;
  std::string File = Folder.write("a.txt", "12345");
  EXPECT_EQ(failureOf(File, 5), "read");
  EXPECT_THAT(failureOf(File, 4), HasSubstr("is larger than"));
}

TEST(ReadFileTest, OpensNothingButRegularFiles) {
  TempFolder Folder;
  std::string Fifo = Folder / "fifo";
  ASSERT_EQ(::mkfifo(Fifo.c_str(), 0600), 0);
  EXPECT_EQ(failureOf(Fifo), "is a FIFO, not a regular file");
  EXPECT_EQ(failureOf("/dev/zero"), "is a device, not a regular file");
  EXPECT_EQ(failureOf(Folder.path()), "is a folder, not a regular file");
  EXPECT_EQ(failureOf(Folder / "none"), "No such file or directory");
}

TEST(ReadFileTest, FileSystemRefusesTheSame) {
  TempFolder Folder;
  std::string File = Folder.write("a.txt", "12345");
  std::string Fifo = Folder / "fifo";
  ASSERT_EQ(::mkfifo(Fifo.c_str(), 0600), 0);
  auto Files = regularFilesOnly(llvm::vfs::getRealFileSystem(), 5);
  EXPECT_TRUE(bool(Files->getBufferForFile(File)));
  EXPECT_FALSE(bool(Files->getBufferForFile(Fifo)));
  EXPECT_FALSE(bool(Files->getBufferForFile("/dev/zero")));
  Files = regularFilesOnly(llvm::vfs::getRealFileSystem(), 4);
  EXPECT_FALSE(bool(Files->getBufferForFile(File)));
}
