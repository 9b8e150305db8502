//===- ResponseFilesTest.cpp - Tests of response files --------------------===//
//
// What stands for what, and every bound at its edge.
//
//===----------------------------------------------------------------------===//
#include "extract/ResponseFiles.h"
#include "io/TempFolder.h"
#include "gmock/gmock.h"
#include <sys/stat.h>

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class ResponseFilesTest : public testing::Test {
protected:
  std::vector<std::string> expand(std::vector<std::string> Line) {
    auto Result = ResponseFiles(Limits).expand(Line, Folder.path());
    if (!Result)
      return {"refused: " + llvm::toString(Result.takeError())};
    return *Result;
  }
  std::string refusal(std::vector<std::string> Line) {
    return expand(std::move(Line)).front();
  }
  /// 0.rsp names 1.rsp and so on: \p Count files.
  void chain(unsigned Count) {
    for (unsigned I = 0; I + 1 < Count; ++I)
      Folder.write(std::to_string(I) + ".rsp",
                   "@" + std::to_string(I + 1) + ".rsp");
    Folder.write(std::to_string(Count - 1) + ".rsp", "-DEND");
  }

  TempFolder Folder;
  ResponseLimits Limits;
};

} // namespace

TEST_F(ResponseFilesTest, StandWhereTheyAreNamed) {
  Folder.write("a.rsp", "-DA='x y' @sub/b.rsp \"-DC=\\\"q\\\"\"\n-DD");
  Folder.write("sub/b.rsp", "-DB @c.rsp");
  Folder.write("c.rsp", ""); // Names inside are relative to the directory, too.
  EXPECT_THAT(
      expand({"c++", "@a.rsp", "-c", "@" + (Folder / "sub/b.rsp")}),
      ElementsAre("c++", "-DA=x y", "-DB", "-DC=\"q\"", "-DD", "-c", "-DB"));
}

TEST_F(ResponseFilesTest, WhatDoesNotExistIsNoResponseFile) {
  EXPECT_THAT(expand({"c++", "@rpath/x", "@"}),
              ElementsAre("c++", "@rpath/x", "@"));
}

TEST_F(ResponseFilesTest, Utf16) {
  Folder.write("w.rsp", llvm::StringRef("\xFF\xFE-\0D\0W\0", 8));
  EXPECT_THAT(expand({"@w.rsp"}), ElementsAre("-DW"));
}

TEST_F(ResponseFilesTest, OnlyRegularFilesAreRead) {
  ASSERT_EQ(::mkfifo((Folder / "fifo").c_str(), 0600), 0);
  EXPECT_THAT(refusal({"@fifo"}), HasSubstr("is a FIFO"));
  EXPECT_THAT(refusal({"@/dev/zero"}), HasSubstr("is a device"));
  EXPECT_THAT(refusal({"@."}), HasSubstr("is a folder"));
}

TEST_F(ResponseFilesTest, Cycles) {
  Folder.write("self.rsp", "@self.rsp");
  EXPECT_THAT(refusal({"@self.rsp"}), HasSubstr("includes itself"));
  Folder.write("a.rsp", "-DA @b.rsp");
  Folder.write("b.rsp", "@a.rsp");
  EXPECT_THAT(refusal({"@a.rsp"}), HasSubstr("a.rsp' includes itself"));
}

TEST_F(ResponseFilesTest, DepthAtItsEdge) {
  chain(Limits.Depth);
  EXPECT_THAT(expand({"@0.rsp"}), ElementsAre("-DEND"));
  chain(Limits.Depth + 1);
  EXPECT_THAT(refusal({"@0.rsp"}), HasSubstr("nested too deep"));
}

TEST_F(ResponseFilesTest, CountAtItsEdge) {
  Folder.write("e.rsp", "");
  std::vector<std::string> Line(Limits.Files, "@e.rsp");
  EXPECT_TRUE(expand(Line).empty());
  Line.push_back("@e.rsp");
  EXPECT_THAT(refusal(Line), HasSubstr("one too many"));
}

TEST_F(ResponseFilesTest, FilesThatDoubleEndAtTheCount) {
  for (int I = 0; I < 30; ++I)
    Folder.write(std::to_string(I) + ".rsp",
                 "@" + std::to_string(I + 1) + ".rsp @" +
                     std::to_string(I + 1) + ".rsp");
  Folder.write("30.rsp", "-DX");
  EXPECT_THAT(refusal({"@0.rsp"}), HasSubstr("one too many"));
}

TEST_F(ResponseFilesTest, MemoryAtItsEdge) {
  Folder.write("a.rsp", "-D1 -D2 -D3");
  Limits.CommandMemory = 3 * (sizeof(std::string) + 3);
  EXPECT_EQ(expand({"@a.rsp"}).size(), 3U);
  --Limits.CommandMemory;
  EXPECT_THAT(refusal({"@a.rsp"}), HasSubstr("makes the command too large"));
}

TEST_F(ResponseFilesTest, MemoryOfAllCommandsTogether) {
  Folder.write("a.rsp", "-D1 -D2 -D3");
  // The file is kept once, and each command has a copy.
  Limits.TotalMemory = 3 * 3 * (sizeof(std::string) + 3);
  ResponseFiles Files(Limits);
  for (bool Fits : {true, true, false}) {
    auto Result =
        Files.expand(std::vector<std::string>{"@a.rsp"}, Folder.path());
    EXPECT_EQ(bool(Result), Fits);
    llvm::consumeError(Result.takeError());
  }
}
