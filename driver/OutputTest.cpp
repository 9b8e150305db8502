//===- OutputTest.cpp - Tests of writing reports --------------------------===//
//
// Whole files or none, and the root that paths are relative to.
//
//===----------------------------------------------------------------------===//
#include "Output.h"
#include "io/TempFolder.h"
#include "llvm/Support/MemoryBuffer.h"
#include <unistd.h>

using namespace stateless;

static std::string textOf(const std::string &File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  return Buffer ? (*Buffer)->getBuffer().str() : "<none>";
}

static std::string written(const std::string &File, llvm::StringRef Text) {
  llvm::Error E = writeOutput(File, Spelling::Text,
                              [&](llvm::raw_ostream &OS) { OS << Text; });
  return llvm::toString(std::move(E));
}

static size_t entries(const std::string &Folder) {
  std::error_code Error;
  size_t Count = 0;
  for (llvm::sys::fs::directory_iterator It(Folder, Error), End;
       It != End && !Error; It.increment(Error))
    ++Count;
  return Count;
}

TEST(Output, ReplacesAFileAndLeavesNothingElse) {
  TempFolder Folder;
  std::string File = Folder.write("out.json", "an old and longer text");
  EXPECT_EQ(written(File, "new"), "");
  EXPECT_EQ(textOf(File), "new");
  EXPECT_EQ(entries(Folder.path()), 1U);
}

TEST(Output, KeepsASymbolicLink) {
  TempFolder Folder;
  std::string File = Folder.write("real.json", "old");
  std::string Link = Folder / "link.json";
  ASSERT_EQ(::symlink(File.c_str(), Link.c_str()), 0);
  EXPECT_EQ(written(Link, "new"), "");
  EXPECT_EQ(textOf(File), "new");
  EXPECT_TRUE(llvm::sys::fs::is_symlink_file(Link));
}

TEST(Output, WritesToDevicesInPlace) {
  EXPECT_EQ(written("/dev/null", "text"), "");
  EXPECT_TRUE(llvm::sys::fs::exists("/dev/null"));
  EXPECT_FALSE(llvm::sys::fs::is_regular_file("/dev/null"));
}

TEST(Output, SaysWhatCannotBeWritten) {
  EXPECT_NE(written("/dev/full", "text").find("'/dev/full'"),
            std::string::npos);
  TempFolder Folder;
  EXPECT_NE(written(Folder / "no/out", "text"), "");
}

TEST(Output, ChecksPlacesBeforeTheWork) {
  TempFolder Folder;
  auto Checked = [](std::string File) {
    return llvm::toString(checkOutputs({{"text", std::move(File)}}));
  };
  EXPECT_EQ(Checked(""), "");
  EXPECT_EQ(Checked("out.txt"), "");
  EXPECT_EQ(Checked(Folder / "out.txt"), "");
  EXPECT_NE(Checked(Folder / "no/out.txt"), "");
  EXPECT_NE(Checked(Folder.path()), "");
}

TEST(Output, TheRootIsTheCheckoutElseTheRulesElseTheSources) {
  TempFolder Folder;
  Folder.write("repo/.git/HEAD", "");
  Folder.write("repo/services/cart/src/a.cpp", "");
  Folder.write("loose/src/a.cpp", "");
  EXPECT_EQ(projectRoot(Folder / "repo/services/cart/src",
                        Folder / "repo/services/cart", "/"),
            Folder / "repo");
  EXPECT_EQ(projectRoot(Folder / "loose/src", Folder / "loose", "/"),
            Folder / "loose");
  EXPECT_EQ(projectRoot(Folder / "loose/src", "", "/"), Folder / "loose/src");
  EXPECT_EQ(projectRoot("", "", "/here"), "/here");
}
