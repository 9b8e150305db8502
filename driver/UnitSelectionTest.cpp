//===- UnitSelectionTest.cpp - Tests of the choice of units ---------------===//
//
// Sources, headers, folders, links, unity builds; and that nothing is guessed.
//
//===----------------------------------------------------------------------===//
#include "UnitSelection.h"
#include "io/TempFolder.h"
#include "gmock/gmock.h"
#include <unistd.h>

using namespace stateless;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class UnitSelectionTest : public testing::Test {
protected:
  void SetUp() override {
    Opts.Isolated = true;
    Folder.write("src/a.cpp", "#include \"shared.h\"\n");
    Folder.write("src/b.cpp", "#include \"shared.h\"\n#include \"b.h\"\n");
    Folder.write("tools/t.cpp", "");
    Folder.write("src/shared.h", "");
    Folder.write("src/b.h", "");
    Folder.write("src/lonely.h", "");
    Folder.write("src/new.cpp", "");
    Folder.write("notes.md", "");
    Folder.write("build/gen.cpp", "");
    database({"src/a.cpp", "src/b.cpp", "tools/t.cpp", "build/gen.cpp"});
  }

  void database(std::vector<std::string> Files) {
    std::string Json;
    for (const std::string &File : Files)
      Json += (Json.empty() ? "[" : ",") +
              ("{\"directory\": \"" + Folder.path() + "\", \"file\": \"" +
               File + "\", \"arguments\": [\"c++\", \"" + File + "\"]}");
    Folder.write("build/compile_commands.json", Json + "]");
  }

  llvm::Expected<UnitSelection> select(std::vector<std::string> Files) {
    Opts.Files = std::move(Files);
    return selectUnits(Opts, Folder.path());
  }
  /// Relative files of the units; those that are only the way to a header in
  /// parentheses.
  std::vector<std::string> units(std::vector<std::string> Files) {
    auto Result = select(std::move(Files));
    if (!Result)
      return {llvm::toString(Result.takeError())};
    std::vector<std::string> Names;
    for (const SelectedUnit &Unit : Result->Units) {
      std::string Name = Unit.Unit.File.substr(Folder.path().size() + 1);
      Names.push_back(Unit.Named ? Name : "(" + Name + ")");
    }
    return Names;
  }
  std::string failure(std::vector<std::string> Files) {
    auto Result = select(std::move(Files));
    return Result ? "<accepted>" : llvm::toString(Result.takeError());
  }

  TempFolder Folder;
  Options Opts;
};

} // namespace

TEST_F(UnitSelectionTest, AllOfTheDatabase) {
  auto Result = select({});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_EQ(Result->Units.size(), 4U);
  EXPECT_TRUE(Result->WholeDatabase);
  EXPECT_TRUE(Result->Headers.empty());
  EXPECT_EQ(Result->SourceRoot, Folder.path()); // build/gen.cpp aside.
}

TEST_F(UnitSelectionTest, NamedSources) {
  EXPECT_THAT(units({"src/b.cpp", "src/a.cpp", "./src/../src/a.cpp"}),
              ElementsAre("src/a.cpp", "src/b.cpp"));
  auto Result = select({Folder / "src/a.cpp"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_FALSE(Result->WholeDatabase);
  EXPECT_EQ(Result->SourceRoot, Folder / "src");
}

TEST_F(UnitSelectionTest, TheRestIsKnownButNotShown) {
  Opts.Isolated = false;
  auto Result = select({"src/b.cpp", "src/shared.h"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_TRUE(Result->WholeDatabase);
  EXPECT_FALSE(Result->ShowsAll);
  EXPECT_THAT(units({"src/b.cpp"}),
              ElementsAre("(build/gen.cpp)", "(src/a.cpp)", "src/b.cpp",
                          "(tools/t.cpp)"));
  std::vector<std::string> Asked;
  for (size_t I = 0; I != Result->Units.size(); ++I)
    if (Result->asksFor(I))
      Asked.push_back(Result->Units[I].Unit.File);
  EXPECT_THAT(Asked, ElementsAre(Folder / "src/b.cpp"));
  EXPECT_EQ(Result->Entries.LeftOut, 0U);

  Result = select({});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_TRUE(Result->ShowsAll);
}

TEST_F(UnitSelectionTest, NamingEverythingIsTheWholeDatabase) {
  auto Result =
      select({"src/a.cpp", "src/b.cpp", "tools/t.cpp", "build/gen.cpp"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_TRUE(Result->WholeDatabase);
}

TEST_F(UnitSelectionTest, Folders) {
  EXPECT_THAT(units({"src"}), ElementsAre("src/a.cpp", "src/b.cpp"));
  EXPECT_THAT(units({"src/"}), ElementsAre("src/a.cpp", "src/b.cpp"));
  Folder.write("srcother/x.txt", "");
  EXPECT_THAT(failure({"srcother"}), HasSubstr("'srcother'"));
}

TEST_F(UnitSelectionTest, EveryCommandOfAFile) {
  database({"src/a.cpp"});
  std::string Two =
      "[{\"directory\": \"/\", \"file\": \"" + (Folder / "src/a.cpp") +
      "\", \"arguments\": [\"c++\", \"-DA\", \"x\"]},"
      "{\"directory\": \"/\", \"file\": \"" +
      (Folder / "src/a.cpp") + "\", \"arguments\": [\"c++\", \"-DB\", \"x\"]}]";
  Folder.write("build/compile_commands.json", Two);
  EXPECT_EQ(units({"src/a.cpp"}).size(), 2U);
}

TEST_F(UnitSelectionTest, HeadersThroughAUnit) {
  auto Result = select({"src/b.h"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  ASSERT_EQ(Result->Headers.size(), 1U);
  EXPECT_EQ(Result->Headers[0].File, Folder / "src/b.h");
  EXPECT_THAT(Result->Headers[0].Units, ElementsAre(0U));
  EXPECT_THAT(units({"src/b.h"}), ElementsAre("(src/b.cpp)"));
  EXPECT_THAT(units({"src/shared.h", "src/b.h"}),
              ElementsAre("(src/a.cpp)", "(src/b.cpp)"));
  // A named source that includes it is used before any other.
  EXPECT_THAT(units({"src/shared.h", "src/b.cpp"}), ElementsAre("src/b.cpp"));
}

TEST_F(UnitSelectionTest, AHeaderThroughEveryCommandOfItsSource) {
  auto Entry = [&](const char *Define) {
    return "{\"directory\": \"" + Folder.path() +
           "\", \"file\": \"src/b.cpp\", \"arguments\": [\"c++\", \"" + Define +
           "\", \"src/b.cpp\"]}";
  };
  std::string Debug = Entry("-DDEBUG"), Release = Entry("-DNDEBUG");
  for (const std::string &Json :
       {"[" + Debug + "," + Release + "]", "[" + Release + "," + Debug + "]"}) {
    Folder.write("build/compile_commands.json", Json);
    auto Result = select({"src/b.h"});
    ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
    ASSERT_EQ(Result->Units.size(), 2U);
    EXPECT_EQ(Result->Units[0].Unit.CommandLine[1], "-DDEBUG");
    EXPECT_EQ(Result->Units[1].Unit.CommandLine[1], "-DNDEBUG");
    EXPECT_THAT(Result->Headers[0].Units, ElementsAre(0U, 1U));
  }
}

TEST_F(UnitSelectionTest, EntriesThatCannotBeAnalysed) {
  database(
      {"src/a.cpp", "src/k.cu", "tools/t.cpp", "tools/asm.S", "src/pch.h"});
  for (const char *File : {"src/k.cu", "tools/asm.S", "src/pch.h"})
    Folder.write(File, "");
  auto Result = select({});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_EQ(Result->Entries.Total, 5U);
  EXPECT_EQ(Result->Unread.size(), 3U);
  EXPECT_TRUE(Result->WholeDatabase);
  EXPECT_FALSE(Result->WholeProgram);

  Result = select({"tools"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  ASSERT_EQ(Result->Unread.size(), 1U);
  EXPECT_EQ(Result->Unread[0].Reason, ProblemReason::Assembler);
  EXPECT_EQ(Result->Entries.LeftOut, 3U);

  Result = select({"src/k.cu"}); // Named, so it is told why not.
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_TRUE(Result->Units.empty());
  ASSERT_EQ(Result->Unread.size(), 1U);
  EXPECT_TRUE(problemOf(Result->Unread[0]).Fatal);

  EXPECT_THAT(failure({"src/pch.h"}), HasSubstr("includes 'src/pch.h'"));
}

TEST_F(UnitSelectionTest, AProgramIsWholeWithoutHeadersAndResources) {
  database({"src/a.cpp", "src/pch.h", "src/x.rc"});
  auto Result = select({});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_TRUE(Result->WholeProgram);
  database({"src/pch.h", "src/x.rc"});
  EXPECT_THAT(failure({}), HasSubstr("no C or C++"));
}

TEST_F(UnitSelectionTest, ExcludedEntriesInOtherLanguagesAreLeftOut) {
  database({"src/a.cpp", "src/k.cu", "-"});
  auto Result = select({});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  ASSERT_EQ(Result->Unread.size(), 2U);
  leaveOut(*Result, [](llvm::StringRef) { return true; });
  ASSERT_EQ(Result->Unread.size(), 1U); // Standard input is no language.
  EXPECT_EQ(Result->Entries.LeftOut, 1U);
  EXPECT_FALSE(Result->WholeProgram);
}

TEST_F(UnitSelectionTest, UnityBuilds) {
  Folder.write("src/unity.cpp", "#include \"new.cpp\"\n");
  database({"src/unity.cpp"});
  EXPECT_THAT(units({"src/new.cpp"}), ElementsAre("(src/unity.cpp)"));
}

TEST_F(UnitSelectionTest, SymbolicLinksToSources) {
  ASSERT_FALSE(llvm::sys::fs::create_directories(Folder / "links"));
  ASSERT_EQ(::symlink((Folder / "src").c_str(), (Folder / "links/s").c_str()),
            0);
  EXPECT_THAT(units({"links/s/a.cpp"}), ElementsAre("src/a.cpp"));
}

TEST_F(UnitSelectionTest, NothingIsGuessed) {
  EXPECT_THAT(failure({"src/new.cpp"}),
              AllOf(HasSubstr("'src/new.cpp' is not in"), HasSubstr("--")));
  EXPECT_THAT(failure({"src/lonely.h"}), HasSubstr("includes 'src/lonely.h'"));
  EXPECT_THAT(failure({"notes.md"}), HasSubstr("not C or C++"));
  EXPECT_EQ(failure({"src/none.cpp"}), "no such file: 'src/none.cpp'");
}

TEST_F(UnitSelectionTest, AllMistakesAtOnce) {
  EXPECT_EQ(failure({"x.cpp", "src/a.cpp", "y.cpp"}),
            "no such file: 'x.cpp'\nno such file: 'y.cpp'");
  EXPECT_THAT(failure({"src/new.cpp", "src/lonely.h"}),
              AllOf(HasSubstr("new.cpp"), HasSubstr("lonely.h")));
}

TEST_F(UnitSelectionTest, NoDatabase) {
  TempFolder Empty;
  std::string File = Empty.write("a.cpp", "");
  Opts.Files = {File};
  auto Result = selectUnits(Opts, Empty.path());
  EXPECT_THAT(llvm::toString(Result.takeError()),
              AllOf(HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"),
                    HasSubstr("bear -- make"), HasSubstr("'--'")));
}

TEST_F(UnitSelectionTest, TheDatabaseOfTheWorkingDirectoryWillDo) {
  TempFolder Elsewhere;
  std::string File = Elsewhere.write("x.cpp", "");
  EXPECT_THAT(failure({File}), HasSubstr("is not in")); // It was found.
}

TEST_F(UnitSelectionTest, BuildPathIsBinding) {
  Opts.BuildPath = "src";
  EXPECT_THAT(failure({"src/a.cpp"}), HasSubstr("no compile_commands.json"));
  Opts.BuildPath = "build";
  EXPECT_THAT(units({"src/a.cpp"}), ElementsAre("src/a.cpp"));
}

TEST_F(UnitSelectionTest, FixedFlags) {
  Opts.FixedFlags = {"-std=c++20"};
  auto Result = select({"src/new.cpp"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_THAT(Result->Units[0].Unit.CommandLine,
              ElementsAre("clang", "-std=c++20", Folder / "src/new.cpp"));
  EXPECT_FALSE(Result->WholeDatabase);
  EXPECT_THAT(failure({}), HasSubstr("no file is named"));
  EXPECT_THAT(failure({"src"}), HasSubstr("is a folder"));
  EXPECT_THAT(failure({"none.cpp"}), HasSubstr("no such file"));
}

TEST_F(UnitSelectionTest, ExtraArguments) {
  Opts.ExtraArgs = {"-DLAST"};
  Opts.ExtraArgsBefore = {"-DFIRST"};
  auto Result = select({"src/a.cpp"});
  ASSERT_TRUE(!!Result) << llvm::toString(Result.takeError());
  EXPECT_THAT(Result->Units[0].Unit.CommandLine,
              ElementsAre("c++", "-DFIRST", "src/a.cpp", "-DLAST"));
}
