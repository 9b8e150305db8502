//===- ApplyFixesTest.cpp - Tests of fixes in source files ----------------===//
//
// Files of a temporary folder, edited by hand-written verdicts.
//
//===----------------------------------------------------------------------===//
#include "ApplyFixes.h"
#include "io/TempFolder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = llvm::sys::fs;

namespace {

class ApplyFixes : public testing::Test {
protected:
  static Verdict fix(std::vector<Edit> Edits) {
    Verdict V;
    V.Symbol = "v";
    V.Fixes = std::move(Edits);
    return V;
  }
  static Edit insertion(std::string File, unsigned Line, unsigned Column,
                        std::string Text, std::string Expected = {}) {
    return {{std::move(File), Line, Column},
            0,
            std::move(Text),
            std::move(Expected)};
  }
  FixOutcome apply(std::vector<Verdict> Verdicts, llvm::StringRef Closed = "") {
    return applyFixes(Verdicts, Folder.path(), [&](llvm::StringRef File) {
      return Closed.empty() || !File.ends_with(Closed);
    });
  }
  static std::string contents(const std::string &File) {
    auto Text = llvm::MemoryBuffer::getFile(File);
    return Text ? (*Text)->getBuffer().str() : "<unreadable>";
  }
  static std::vector<std::string> refusals(const FixOutcome &Made) {
    std::vector<std::string> Texts;
    for (const FixProblem &P : Made.Refused)
      Texts.push_back(P.Text);
    return Texts;
  }
  /// The names in the folder: nothing temporary may be left.
  std::vector<std::string> names() const {
    std::vector<std::string> Result;
    std::error_code Error;
    for (fs::directory_iterator It(Folder.path(), Error), End;
         It != End && !Error; It.increment(Error))
      Result.push_back(llvm::sys::path::filename(It->path()).str());
    return Result;
  }

  TempFolder Folder;
};

TEST_F(ApplyFixes, SeveralInOneFile) {
  std::string File = Folder.write("a.cpp", "int A = 1;\r\n\xc3\xa4; int B;\n");
  FixOutcome Made = apply({fix({insertion(File, 2, 5, "const ", "int B")}),
                           fix({insertion(File, 1, 1, "constexpr ", "int")})});
  EXPECT_EQ(contents(File), "constexpr int A = 1;\r\n\xc3\xa4; const int B;\n");
  EXPECT_EQ(Made.Fixes, 2U);
  EXPECT_EQ(Made.Files, 1U);
  EXPECT_THAT(Made.Refused, IsEmpty());
  EXPECT_THAT(names(), ElementsAre("a.cpp"));
}

TEST_F(ApplyFixes, ReplacementsAndTheEndOfAFile) {
  std::string File = Folder.write("a.cpp", "one two");
  apply({fix({{{File, 1, 1}, 3, "1", "one"}}),
         fix({insertion(File, 1, 8, "!")})});
  EXPECT_EQ(contents(File), "1 two!");
}

TEST_F(ApplyFixes, TheSameEditIsMadeOnce) {
  std::string File = Folder.write("a.h", "int A;\n");
  Verdict V = fix({insertion(File, 1, 1, "const ")});
  FixOutcome Made = apply({V, V});
  EXPECT_EQ(contents(File), "const int A;\n");
  EXPECT_EQ(Made.Files, 1U);
}

TEST_F(ApplyFixes, WhatOverlapsIsRefused) {
  std::string File = Folder.write("a.h", "abcdef\n");
  Edit Long{{File, 1, 2}, 3, "X", "bcd"};
  EXPECT_THAT(refusals(apply({fix({Long}), fix({insertion(File, 1, 3, "Y")}),
                              fix({{{File, 1, 4}, 2, "Z", "de"}}),
                              fix({{{File, 1, 1}, 2, "Z", "ab"}}),
                              fix({insertion(File, 1, 5, "!")})})),
              ElementsAre(HasSubstr("another fix"), HasSubstr("another fix"),
                          HasSubstr("another fix")));
  EXPECT_EQ(contents(File), "aX!ef\n");
}

TEST_F(ApplyFixes, TwoTextsAtOnePlaceAreRefused) {
  std::string File = Folder.write("a.h", "int A;\n");
  FixOutcome Made = apply({fix({insertion(File, 1, 1, "const ")}),
                           fix({insertion(File, 1, 1, "constexpr ")})});
  EXPECT_THAT(refusals(Made), ElementsAre(HasSubstr("another fix")));
  EXPECT_EQ(contents(File), "const int A;\n");
}

TEST_F(ApplyFixes, AFileThatChangedIsLeftAlone) {
  std::string File = Folder.write("a.cpp", "long A;\n");
  for (const Edit &E :
       {insertion(File, 1, 1, "const ", "int A"),
        insertion(File, 1, 200, "const "), insertion(File, 9, 1, "const "),
        insertion(File, 1, 7, "const ", "; and more")}) {
    FixOutcome Made = apply({fix({E})});
    EXPECT_THAT(refusals(Made), ElementsAre("'v' is not fixed: this file has "
                                            "changed since it was analysed"));
    EXPECT_EQ(Made.Fixes, 0U);
    EXPECT_EQ(Made.Files, 0U);
  }
  EXPECT_EQ(contents(File), "long A;\n");
}

TEST_F(ApplyFixes, AFixIsMadeAsAWholeOrNotAtAll) {
  std::string Header = Folder.write("a.h", "extern int A;\n");
  std::string Source = Folder.write("a.cpp", "int A;\n");
  Verdict V = fix(
      {insertion(Source, 1, 1, "const "), insertion(Header, 1, 8, "const ")});
  EXPECT_THAT(refusals(apply({V}, /*Closed=*/".h")),
              ElementsAre(HasSubstr("excluded, or outside")));
  EXPECT_EQ(contents(Source), "int A;\n");
  FixOutcome Made = apply({V});
  EXPECT_EQ(Made.Fixes, 1U);
  EXPECT_EQ(Made.Files, 2U);
  EXPECT_EQ(contents(Source), "const int A;\n");
  EXPECT_EQ(contents(Header), "extern const int A;\n");
}

TEST_F(ApplyFixes, PermissionsAndLinksStay) {
  std::string File = Folder.write("a.cpp", "int A;\n");
  ASSERT_FALSE(fs::setPermissions(File, fs::perms(0750)));
  std::string Link = Folder / "link.cpp";
  ASSERT_FALSE(fs::create_link(File, Link));
  apply({fix({insertion(Link, 1, 1, "const ")})});
  EXPECT_EQ(contents(File), "const int A;\n");
  EXPECT_EQ(*fs::getPermissions(File), fs::perms(0750));
  EXPECT_TRUE(fs::is_symlink_file(Link));
}

TEST_F(ApplyFixes, AFileWithHardLinksIsRefused) {
  std::string File = Folder.write("a.cpp", "int A;\n");
  ASSERT_FALSE(fs::create_hard_link(File, Folder / "b.cpp"));
  EXPECT_THAT(refusals(apply({fix({insertion(File, 1, 1, "const ")})})),
              ElementsAre(HasSubstr("other names (hard links)")));
  EXPECT_EQ(contents(File), "int A;\n");
}

TEST_F(ApplyFixes, OneFileByTwoPathsIsEditedOnce) {
  std::string File = Folder.write("a.cpp", "int A;\nint B;\n");
  std::string Link = Folder / "link.cpp";
  ASSERT_FALSE(fs::create_link(File, Link));
  FixOutcome Made = apply({fix({insertion(Link, 1, 1, "const ")}),
                           fix({insertion(File, 2, 1, "const ")})});
  EXPECT_EQ(Made.Files, 1U);
  EXPECT_EQ(contents(File), "const int A;\nconst int B;\n");
}

TEST_F(ApplyFixes, OneFileThatCannotBeWrittenKeepsAllAsTheyWere) {
  std::string First = Folder.write("a.cpp", "int A;\n");
  // Its copy has a longer name, which the file system does not take.
  std::string Long = Folder.write(std::string(250, 'b'), "int B;\n");
  FixOutcome Made = apply({fix({insertion(First, 1, 1, "const ")}),
                           fix({insertion(Long, 1, 1, "const ")})});
  ASSERT_TRUE(Made.Failed);
  EXPECT_EQ(Made.Failed->Loc.File, Long);
  EXPECT_THAT(Made.Failed->Text, HasSubstr("nothing is fixed"));
  EXPECT_EQ(Made.Fixes, 0U);
  EXPECT_EQ(Made.Files, 0U);
  EXPECT_EQ(contents(First), "int A;\n");
  EXPECT_EQ(contents(Long), "int B;\n");
  EXPECT_THAT(names(), testing::SizeIs(2));
}

TEST_F(ApplyFixes, AFileThatIsNotThereIsRefused) {
  EXPECT_THAT(refusals(apply({fix({insertion(Folder / "no", 1, 1, "x")})})),
              ElementsAre(HasSubstr("cannot be read or written")));
}

} // namespace
