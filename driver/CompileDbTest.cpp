//===- CompileDbTest.cpp - Tests of the compilation database --------------===//
//
// Where it is looked for, which entries count, and what is said when it is
// broken.
//
//===----------------------------------------------------------------------===//
#include "CompileDb.h"
#include "io/Paths.h"
#include "io/TempFolder.h"
#include "llvm/ADT/StringExtras.h"
#include "gmock/gmock.h"
#include <algorithm>

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

class CompileDbTest : public testing::Test {
protected:
  /// One entry; "@" in \p Command stands for the folder.
  std::string entry(llvm::StringRef File, llvm::StringRef Command) {
    return "{\"directory\": \"" + Folder.path() + "\", \"file\": \"" +
           File.str() + "\", \"command\": \"" + Command.str() + "\"}";
  }
  llvm::Expected<CompileDb> load(llvm::StringRef Json) {
    return loadCompileDb(Folder.write("compile_commands.json", Json));
  }
  /// The last components of the units' files.
  std::vector<std::string> files(llvm::StringRef Json) {
    std::vector<std::string> Names;
    auto Db = load(Json);
    if (!Db)
      return {llvm::toString(Db.takeError())};
    for (const CompileUnit &Unit : Db->Units) {
      EXPECT_TRUE(llvm::sys::path::is_absolute(Unit.File)) << Unit.File;
      Names.push_back(llvm::sys::path::filename(Unit.File).str());
    }
    return Names;
  }
  std::string failure(llvm::StringRef Json) {
    auto Db = load(Json);
    return Db ? "<accepted>" : llvm::toString(Db.takeError());
  }

  /// "NAME REASON" of the entries that cannot be analysed.
  std::vector<std::string> unread(llvm::StringRef Json) {
    std::vector<std::string> Lines;
    auto Db = load(Json);
    if (!Db)
      return {llvm::toString(Db.takeError())};
    EXPECT_EQ(Db->Entries, Db->Units.size() + Db->Unread.size() + Db->Repeated);
    for (const UnreadEntry &Entry : Db->Unread)
      Lines.push_back(llvm::sys::path::filename(Entry.File).str() + " " +
                      nameOf(Entry.Reason).str());
    return Lines;
  }

  TempFolder Folder;
};

} // namespace

TEST_F(CompileDbTest, IsFoundUpwardsAndInBuildFolders) {
  Folder.write("src/deep/a.cpp", "");
  EXPECT_EQ(findCompileDb(Folder / "src/deep"), "");
  std::string Db =
      Folder.write("cmake-build-release/compile_commands.json", "");
  EXPECT_EQ(findCompileDb(Folder / "src/deep"), Db);
  Db = Folder.write("cmake-build-debug/compile_commands.json", "");
  EXPECT_EQ(findCompileDb(Folder / "src/deep"), Db);
  for (const char *Name : {"_build", "out", "build"}) {
    Db = Folder.write(std::string(Name) + "/compile_commands.json", "");
    EXPECT_EQ(findCompileDb(Folder / "src/deep"), Db);
  }
  Db = Folder.write("compile_commands.json", "");
  EXPECT_EQ(findCompileDb(Folder / "src/deep"), Db);
  Db = Folder.write("src/build/compile_commands.json", "");
  EXPECT_EQ(findCompileDb(Folder / "src/deep"), Db);
}

TEST_F(CompileDbTest, AFolderOrTheFile) {
  std::string File =
      Folder.write("compile_commands.json", "[" + entry("a.c", "cc a.c") + "]");
  for (const std::string &Path : {File, Folder.path()}) {
    auto Db = loadCompileDb(Path);
    ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
    EXPECT_EQ(Db->File, File);
    EXPECT_EQ(Db->Units.size(), 1U);
  }
}

TEST_F(CompileDbTest, KeepsCAndCxxOnly) {
  EXPECT_THAT(
      files("[" + entry("a.c", "cc a.c") + "," + entry("b.cc", "c++ b.cc") +
            "," + entry("c.C", "c++ c.C") + "," + entry("d.cu", "nvcc d.cu") +
            "," + entry("e.f90", "gfortran e.f90") + "," +
            entry("f.S", "cc f.S") + "," + entry("g.m", "cc g.m") + "," +
            entry("h.mm", "cc h.mm") + "," + entry("i.rc", "rc i.rc") + "," +
            entry("j.swift", "swiftc j.swift") + "," +
            entry("k.cppm", "c++ k.cppm") + "]"),
      ElementsAre("a.c", "b.cc", "c.C", "k.cppm"));
}

TEST_F(CompileDbTest, TheLanguageFlagDecides) {
  EXPECT_THAT(files("[" + entry("a.inl", "c++ -x c++ a.inl") + "," +
                    entry("b.cxx", "c++ -xc++-header b.cxx -o b.gch") + "," +
                    entry("c.cpp", "c++ -x cuda c.cpp") + "," +
                    entry("d.cpp", "c++ -x objective-c++ d.cpp") + "," +
                    entry("e.h", "c++ e.h") + "," +
                    entry("f.h", "c++ --language=c++ f.h") + "," +
                    entry("g.cpp", "c++ -x none g.cpp") + "]"),
              ElementsAre("a.inl", "f.h", "g.cpp"));
}

TEST_F(CompileDbTest, SaysWhyAnEntryIsNoUnit) {
  EXPECT_THAT(
      unread("[" + entry("a.cu", "nvcc a.cu") + "," + entry("b.mm", "cc b.mm") +
             "," + entry("c.S", "cc c.S") + "," +
             entry("d.f90", "gfortran d.f90") + "," +
             entry("e.swift", "swiftc e.swift") + "," +
             entry("f.rc", "rc f.rc") + "," + entry("g.hip", "hipcc g.hip") +
             "," + entry("h.cl", "clang h.cl") + "," + entry("i.h", "c++ i.h") +
             "," + entry("j.foo", "c++ j.foo") + "," +
             entry("k.cpp", "c++ -x objective-c++ k.cpp") + "," +
             entry("l.cpp", "c++ -xcuda l.cpp") + "," +
             entry("m.cpp", "c++ --language=c++-header m.cpp") + "," +
             entry("n.cpp", "") + "]"),
      ElementsAre("a.cu cuda", "b.mm objective-c", "c.S assembler",
                  "d.f90 fortran", "e.swift other-language", "f.rc resource",
                  "g.hip hip", "h.cl opencl", "i.h header",
                  "j.foo unknown-language", "k.cpp objective-c", "l.cpp cuda",
                  "m.cpp header", "n.cpp empty-command"));
}

TEST_F(CompileDbTest, WhatOnlyLooksLikeALanguageIsNone) {
  EXPECT_THAT(
      files("[" + entry("a.cpp", "icpc -xHost -c a.cpp") + "," +
            entry("b.cpp", "icpx -xCORE-AVX2 b.cpp") + "," +
            entry("c.cpp", "c++ -x nonsense c.cpp") + "," +
            entry("d.cpp", "c++ d.cpp -x cuda") + "," +
            entry("e.cpp", "c++ -Xclang -x -Xclang c e.cpp") + "," +
            entry("f.cpp", "c++ -x cuda -xHost -x c++ f.cpp") + "]"),
      ElementsAre("a.cpp", "b.cpp", "c.cpp", "d.cpp", "e.cpp", "f.cpp"));
  EXPECT_THAT(unread("[" + entry("a.cu", "nvcc -xHost a.cu") + "]"),
              ElementsAre("a.cu cuda"));
}

TEST_F(CompileDbTest, StandardInputIsNoUnit) {
  EXPECT_THAT(unread("[" + entry("-", "g++ -x c++ -c -") + "," +
                     entry("a.cpp", "g++ -x c++ -c - -o a.o") + "," +
                     entry("b.cpp", "g++ -x c++ -c /dev/stdin") + "]"),
              ElementsAre("- standard-input", "a.cpp standard-input",
                          "b.cpp standard-input"));
  EXPECT_THAT(files("[" + entry("a.cpp", "g++ -E a.cpp -o - -MF -") + "]"),
              ElementsAre("a.cpp"));
}

TEST_F(CompileDbTest, CommandsWithoutAWord) {
  std::string Start = "[{\"directory\": \"" + Folder.path() +
                      "\", \"file\": \"a.cpp\", \"arguments\": ";
  EXPECT_THAT(unread(Start + "[]}]"), ElementsAre("a.cpp empty-command"));
  EXPECT_THAT(unread(Start + "[\"\", \"\"]}]"),
              ElementsAre("a.cpp empty-command"));
}

TEST_F(CompileDbTest, ARefusedResponseFileIsNamed) {
  Folder.write("self.rsp", "@self.rsp");
  auto Db = load("[" + entry("a.cpp", "c++ @self.rsp a.cpp") + "," +
                 entry("b.cpp", "c++ b.cpp") + "]");
  ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
  EXPECT_EQ(Db->Units.size(), 1U);
  ASSERT_EQ(Db->Unread.size(), 1U);
  EXPECT_EQ(Db->Unread[0].Reason, ProblemReason::ResponseFile);
  EXPECT_THAT(Db->Unread[0].Detail, HasSubstr("self.rsp' includes itself"));
}

TEST_F(CompileDbTest, NestingAtItsEdge) {
  auto Nested = [&](int Levels) {
    std::string Value(Levels - 2, '[');
    Value.append(Levels - 2, ']');
    return "[{\"directory\": \"/\", \"file\": \"[{\\\"[\", \"command\": \"c\", "
           "\"x\": " +
           Value + "}]";
  };
  EXPECT_THAT(failure(Nested(65)), HasSubstr("nested deeper than 64"));
  EXPECT_THAT(failure(Nested(64)), Not(HasSubstr("nested deeper")));
  EXPECT_THAT(failure(std::string(60000, '[')), HasSubstr("nested deeper"));
}

TEST_F(CompileDbTest, NamesThatNoSystemOpens) {
  std::string Long;
  while (Long.size() < 5000)
    Long += "a/";
  EXPECT_THAT(failure("[" + entry(Long + "a.cpp", "c++ a.cpp") + "]"),
              HasSubstr("longer than 4096 bytes"));
}

TEST_F(CompileDbTest, TheOrderOfTheEntriesDecidesNothing) {
  std::vector<std::string> Entries = {entry("a.cpp", "c++ -DONE a.cpp -o 1.o"),
                                      entry("a.cpp", "c++ -DONE a.cpp -o 2.o"),
                                      entry("a.cpp", "c++ -DTWO a.cpp -o 3.o"),
                                      entry("b.cpp", "c++ b.cpp"),
                                      entry("c.cu", "nvcc c.cu")};
  auto Seen = [&] {
    auto Db = load("[" + llvm::join(Entries, ",") + "]");
    std::string Text;
    EXPECT_TRUE(!!Db);
    for (const CompileUnit &Unit : Db->Units)
      Text += llvm::join(Unit.CommandLine, " ") + "\n";
    return Text;
  };
  std::string First = Seen();
  EXPECT_EQ(First, "c++ -DONE a.cpp -o 1.o\nc++ -DTWO a.cpp -o 3.o\n"
                   "c++ b.cpp\n");
  while (std::next_permutation(Entries.begin(), Entries.end()))
    ASSERT_EQ(Seen(), First);
}

TEST_F(CompileDbTest, DropsDuplicatesAndKeepsVariants) {
  auto Db = load("[" + entry("b.cpp", "c++ -DX b.cpp -o b.o") + "," +
                 entry("a.cpp", "c++ -DONE a.cpp -o 1.o") + "," +
                 entry("a.cpp", "c++ -DTWO a.cpp -o 2.o") + "," +
                 entry("a.cpp", "c++ -DONE a.cpp -o 3.o -MF x.d") + "," +
                 entry("./sub/../b.cpp", "c++ -DX b.cpp -o b.o") + "]");
  ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
  // Sorted by file, then by the command. What differs
  // only in its outputs, or in how the file is spelt, stands once.
  ASSERT_EQ(Db->Units.size(), 3U);
  EXPECT_EQ(Db->Repeated, 2U);
  EXPECT_EQ(Db->Entries, 5U);
  EXPECT_EQ(Db->Units[0].CommandLine[1], "-DONE");
  EXPECT_EQ(Db->Units[1].CommandLine[1], "-DTWO");
  EXPECT_EQ(Db->Units[2].CommandLine[1], "-DX");
}

TEST_F(CompileDbTest, ExpandsResponseFiles) {
  Folder.write("flags.rsp", "-DFROM_RSP -Iinclude");
  auto Db = load("[" + entry("a.cpp", "c++ @flags.rsp a.cpp") + "]");
  ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
  EXPECT_THAT(Db->Units[0].CommandLine,
              ElementsAre("c++", "-DFROM_RSP", "-Iinclude", "a.cpp"));
}

TEST_F(CompileDbTest, ReadsArgumentsAndSpaces) {
  auto Db = load("[{\"directory\": \"" + Folder.path() +
                 "\", \"file\": \"my file.cpp\", \"arguments\": [\"c++\", "
                 "\"-DX=\\\"a b\\\"\", \"my file.cpp\"]}]");
  ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
  EXPECT_EQ(Db->Units[0].File, Folder / "my file.cpp");
  EXPECT_THAT(Db->Units[0].CommandLine,
              ElementsAre("c++", "-DX=\"a b\"", "my file.cpp"));
}

TEST_F(CompileDbTest, NamesNeedNotBeUtf8) {
  auto Db = load("[" + entry("caf\xE9.cpp", "c++ caf\xE9.cpp") + "," +
                 entry("a.cpp", "c++ a.cpp") + "]");
  EXPECT_TRUE(!!Db) << llvm::toString(Db.takeError());
}

TEST_F(CompileDbTest, BrokenOnesAreExplained) {
  EXPECT_THAT(failure(""), HasSubstr("is empty"));
  EXPECT_THAT(failure("[]"), HasSubstr("no entries"));
  EXPECT_THAT(failure("{}"), HasSubstr("no list"));
  EXPECT_THAT(failure("[{\"directory\": \"/\",\n  oops"),
              testing::AllOf(HasSubstr("2:"), HasSubstr("bear -- make")));
  EXPECT_THAT(failure("[{\"directory\": \"/\", \"command\": \"cc\"}]"),
              HasSubstr("file"));
  EXPECT_THAT(llvm::toString(loadCompileDb(Folder / "none").takeError()),
              HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"));
  TempFolder Empty;
  EXPECT_THAT(llvm::toString(loadCompileDb(Empty.path()).takeError()),
              HasSubstr("no compile_commands.json in"));
}

TEST_F(CompileDbTest, AddsArguments) {
  CompileUnit Unit{"/", "/a.cpp", {"c++", "-c", "a.cpp"}};
  addArguments(Unit, {"-B"}, {"-E"});
  EXPECT_THAT(Unit.CommandLine, ElementsAre("c++", "-B", "-c", "a.cpp", "-E"));
  Unit.CommandLine = {"c++", "-c", "--", "a.cpp"};
  addArguments(Unit, {}, {"-E"});
  EXPECT_THAT(Unit.CommandLine, ElementsAre("c++", "-c", "-E", "--", "a.cpp"));
}

TEST_F(CompileDbTest, FixedUnits) {
  CompileUnit Unit = fixedUnit("/w", "s/../a.cpp", {"-std=c++20"});
  EXPECT_EQ(Unit.Directory, "/w");
  EXPECT_EQ(Unit.File, "/w/a.cpp");
  EXPECT_THAT(Unit.CommandLine, ElementsAre("clang", "-std=c++20", "/w/a.cpp"));
}

TEST_F(CompileDbTest, NormalisesPaths) {
  EXPECT_EQ(normalisedPath("a.cpp", "/w"), "/w/a.cpp");
  EXPECT_EQ(normalisedPath("./x/../a.cpp", "/w/v"), "/w/v/a.cpp");
  EXPECT_EQ(normalisedPath("/x/./a.cpp", "/w"), "/x/a.cpp");
  EXPECT_EQ(normalisedPath("../a.cpp", "/w/v"), "/w/a.cpp");
}
