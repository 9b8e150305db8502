//===- CompileDbTest.cpp - Tests of the compilation database --------------===//
//
// Where it is looked for, which entries count, and what is said when it is
// broken.
//
//===----------------------------------------------------------------------===//
#include "CompileDb.h"
#include "TempFolder.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;

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

TEST_F(CompileDbTest, DropsDuplicatesAndKeepsVariants) {
  auto Db = load("[" + entry("b.cpp", "c++ -DX b.cpp -o b.o") + "," +
                 entry("a.cpp", "c++ -DONE a.cpp -o 1.o") + "," +
                 entry("a.cpp", "c++ -DTWO a.cpp -o 2.o") + "," +
                 entry("a.cpp", "c++ -DONE a.cpp -o 3.o -MF x.d") + "," +
                 entry("./sub/../b.cpp", "c++ -DX b.cpp -o b.o") + "]");
  ASSERT_TRUE(!!Db) << llvm::toString(Db.takeError());
  // Sorted by file; the variants of one file as in the database. What differs
  // only in its outputs, or in how the file is spelt, stands once.
  ASSERT_EQ(Db->Units.size(), 3U);
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
  EXPECT_THAT(failure("[" + entry("a.f90", "gfortran a.f90") + "]"),
              HasSubstr("no C or C++"));
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
