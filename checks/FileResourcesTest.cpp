//===- FileResourcesTest.cpp ----------------------------------------------===//
#include "FileResources.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A finding of \p Owner at \p Line.
FileFinding finding(uint32_t Owner, unsigned Line, llvm::StringRef Path,
                    OperationKind Kind = OperationKind::Open) {
  FileFinding F;
  F.V.Loc = {"a.cpp", Line, 1};
  F.V.Function = "f" + std::to_string(Owner);
  F.Kind = Kind;
  F.Call = "'call' does";
  F.Owner = {Owner};
  F.Sink = {{1}, Line, 1};
  F.Path = Path.str();
  F.Complete = !Path.empty();
  return F;
}

/// "1: 2 'call' does it, too": lines, and those of the notes with their texts.
std::vector<std::string> told(std::vector<FileFinding> All) {
  std::vector<std::string> Result;
  for (const FileFinding &F : joinResources(std::move(All))) {
    std::string &Text = Result.emplace_back(std::to_string(F.V.Loc.Line));
    for (const VerdictNote &N : F.V.Notes)
      Text += "; " + std::to_string(N.Loc.Line) + " " + N.Text;
  }
  return Result;
}

TEST(FileResources, OneForAnOwnerAndAPath) {
  EXPECT_THAT(told({}), IsEmpty());
  EXPECT_THAT(told({finding(1, 1, "/a"), finding(1, 2, "/a"),
                    finding(2, 3, "/a"), finding(1, 4, "/b")}),
              ElementsAre("1; 2 'call' does it, too", "3", "4"));
}

TEST(FileResources, TheBestEvidenceSpeaks) {
  FileFinding Deleted = finding(1, 1, "/a", OperationKind::Delete),
              Renamed = finding(1, 2, "/a", OperationKind::Rename),
              Proven = finding(1, 3, "/b");
  Proven.V.Level = Confidence::Proven;
  EXPECT_THAT(told({Deleted, Renamed, finding(1, 4, "/a")}),
              ElementsAre("4; 2 'call' does it, too; 1 'call' does it, too"));
  EXPECT_THAT(told({finding(1, 1, "/b"), Proven}),
              ElementsAre("3; 1 'call' does it, too"));
}

TEST(FileResources, WhatIsNoPlainFile) {
  FileFinding Again = finding(1, 2, "/a", OperationKind::Database);
  Again.Call = "'open' opens the local database";
  Again.At = " at";
  FileFinding First = Again;
  First.V.Loc.Line = 1;
  EXPECT_THAT(told({First, Again}),
              ElementsAre("1; 2 'open' opens the local database, too"));
  First.Path = Again.Path = "";
  First.Complete = Again.Complete = false;
  EXPECT_THAT(told({First, Again}),
              ElementsAre("1; 2 'open' opens the local database at another "
                          "path that is not known"));
}

TEST(FileResources, RequestsOfAllCount) {
  FileFinding A = finding(1, 1, "/a"), B = finding(1, 2, "/a");
  A.Sites.resize(1);
  B.Sites.resize(2);
  EXPECT_EQ(joinResources({A, B}).front().Sites.size(), 3u);
}

TEST(FileResources, WhatBecomesTheFile) {
  FileFinding Rename = finding(1, 2, "/a", OperationKind::Rename);
  Rename.From = "/a.tmp";
  EXPECT_THAT(told({finding(1, 1, "/a.tmp"), Rename}),
              ElementsAre("2; 1 'call' does '/a.tmp', which becomes it"));
  EXPECT_THAT(told({finding(2, 1, "/a.tmp"), Rename}), ElementsAre("1", "2"));
}

TEST(FileResources, FoldersOfFiles) {
  FileFinding Folder = finding(1, 1, "/d");
  Folder.Folder = true;
  EXPECT_THAT(told({Folder, finding(1, 2, "/d/a"), finding(1, 3, "/d/b")}),
              ElementsAre("2; 1 'call' does its folder '/d'", "3"));
  EXPECT_THAT(told({Folder, finding(1, 2, "/da")}), ElementsAre("1", "2"));
  EXPECT_THAT(told({finding(1, 1, "/d"), finding(1, 2, "/d/a")}),
              ElementsAre("1", "2"));
}

TEST(FileResources, PathsThatAreNotComplete) {
  FileFinding A = finding(1, 1, "/d/"), B = finding(1, 2, "/d/"),
              Folder = finding(1, 3, "/d/");
  A.Complete = B.Complete = Folder.Complete = false;
  Folder.Folder = true;
  EXPECT_THAT(told({A, B}), ElementsAre("1", "2"));
  EXPECT_THAT(told({A, Folder}),
              ElementsAre("1; 3 'call' does its folder '/d/...'"));
}

TEST(FileResources, PathsThatNobodyKnows) {
  FileFinding A = finding(1, 1, ""), B = finding(1, 2, ""),
              C = finding(2, 3, ""), Folder = finding(1, 1, "");
  Folder.Folder = true;
  EXPECT_THAT(told({A, B}), ElementsAre("1", "2"));
  EXPECT_THAT(told({Folder, B}), ElementsAre("2; 1 'call' does a folder here"));
  EXPECT_THAT(told({Folder, C}), ElementsAre("1", "3"));
  A.Sink = B.Sink = C.Sink;
  EXPECT_THAT(
      told({A, B, C}),
      ElementsAre("1; 2 'call' does another path that is not known", "3"));
}

} // namespace
