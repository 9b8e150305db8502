//===- ShownVerdictsTest.cpp - Tests of which verdicts are shown ----------===//
//
// --checks on top of the rules, and the files of which findings are shown.
//
//===----------------------------------------------------------------------===//
#include "ShownVerdicts.h"
#include "facts/Linker.h"
#include "io/TempFolder.h"
#include "gmock/gmock.h"
#include <unistd.h>

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;

static const std::string Global = "stateless-mutable-global";
static const std::string Sessions = "stateless-session-map";
static const std::string Singleton = "stateless-stateful-singleton";
static const std::string Write = "stateless-local-file-write";

/// The ids that run, sorted; or the error.
static std::vector<std::string> enabled(llvm::StringRef Rules,
                                        std::vector<std::string> Globs) {
  RuleLoad Load = loadRulesFromText(Rules, "test.yaml");
  EXPECT_FALSE(Load.failed());
  auto Checks = enabledChecks(Load.Rules, Globs);
  if (!Checks)
    return {llvm::toString(Checks.takeError())};
  std::vector<std::string> Ids;
  for (const auto &Entry : *Checks)
    Ids.push_back(Entry.first().str());
  llvm::sort(Ids);
  return Ids;
}

TEST(EnabledChecks, TheRulesFirstThenTheGlobsInOrder) {
  const char *Off = "checks: {stateless-session-map: off}\n";
  EXPECT_THAT(enabled(Off, {}), ElementsAre(Write, Global, Singleton));
  EXPECT_THAT(enabled(Off, {Sessions}),
              ElementsAre(Write, Global, Sessions, Singleton));
  EXPECT_THAT(enabled(Off, {"-*", Sessions}), ElementsAre(Sessions));
  EXPECT_THAT(enabled(Off, {"-*map", "-*write"}),
              ElementsAre(Global, Singleton));
  EXPECT_THAT(enabled(Off, {"-*", "stateless-s*"}),
              ElementsAre(Sessions, Singleton));
  EXPECT_THAT(enabled(Off, {Sessions, "-" + Sessions}),
              ElementsAre(Write, Global, Singleton));
}

TEST(EnabledChecks, AGlobMustNameACheck) {
  EXPECT_THAT(enabled("", {"stateless-mutable-globals"}),
              ElementsAre(HasSubstr("did you mean '" + Global)));
  EXPECT_THAT(enabled("", {"-cppcoreguidelines-*"}),
              ElementsAre(HasSubstr("no check is named")));
  EXPECT_THAT(enabled("", {"-*"}), ElementsAre("no checks are enabled"));
}

TEST(ShownFiles, EverythingIfNothingIsNamed) {
  UnitSelection Selection;
  Selection.Units = {{CompileUnit{"/", "/a.cpp", {}}, true}};
  ReadFiles Units{std::vector<std::string>{"/a.cpp"}};
  ShownFiles Shown(Selection, Units);
  EXPECT_TRUE(Shown.contains("/other.h"));
}

TEST(ShownFiles, NamedHeadersAndWhatNamedUnitsRead) {
  UnitSelection Selection;
  Selection.Units = {{CompileUnit{"/", "/a.cpp", {}}, true},
                     {CompileUnit{"/", "/b.cpp", {}}, false}};
  Selection.Headers = {{"/named.h", {1}}};
  Selection.ShowsAll = false;
  ReadFiles Units{std::vector<std::string>{"/a.cpp", "/of-a.h"},
                  std::vector<std::string>{"/b.cpp", "/of-b.h", "/named.h"}};
  ShownFiles Shown(Selection, Units);
  EXPECT_TRUE(Shown.contains("/a.cpp"));
  EXPECT_TRUE(Shown.contains("/of-a.h"));
  EXPECT_TRUE(Shown.contains("/named.h"));
  EXPECT_FALSE(Shown.contains("/b.cpp"));
  EXPECT_FALSE(Shown.contains("/of-b.h"));
}

TEST(ShownFiles, SymbolicLinksAreFollowed) {
  TempFolder Folder;
  std::string Real = Folder.write("real.h", "");
  ASSERT_EQ(::symlink(Real.c_str(), (Folder / "link.h").c_str()), 0);
  UnitSelection Selection;
  Selection.Units = {{CompileUnit{"/", "/a.cpp", {}}, false}};
  Selection.Headers = {{Folder / "link.h", {0}}};
  Selection.ShowsAll = false;
  ReadFiles Units{std::vector<std::string>{Real}};
  ShownFiles Shown(Selection, Units);
  EXPECT_TRUE(Shown.contains(Real));
  EXPECT_TRUE(unreadHeaders(Selection, Units).empty());
}

TEST(UnreadHeaders, AreProblems) {
  UnitSelection Selection;
  Selection.Units = {{CompileUnit{"/", "/a.cpp", {}}, false},
                     {CompileUnit{"/", "/crashed.cpp", {}}, false}};
  Selection.Headers = {{"/off.h", {0}}, {"/read.h", {0}}, {"/lost.h", {1}}};
  ReadFiles Units{std::vector<std::string>{"/a.cpp", "/read.h"},
                  std::nullopt}; // Its own problem is told elsewhere.
  std::vector<AnalysisProblem> Problems = unreadHeaders(Selection, Units);
  ASSERT_EQ(Problems.size(), 1U);
  EXPECT_TRUE(Problems[0].Fatal);
  EXPECT_EQ(Problems[0].File, "/off.h");
  EXPECT_THAT(Problems[0].Message, HasSubstr("/a.cpp"));
}

TEST(ProblemsOf, ErrorsAreFatalAndNotesAreNot) {
  TuFacts Facts;
  StringId File = Facts.Strings.intern("/a.cpp");
  Facts.MainFile = File;
  Facts.Problems.push_back(
      {ProblemKind::Error, File, {File, 3, 4}, Facts.Strings.intern("bad")});
  Facts.Problems.push_back(
      {ProblemKind::Note, File, {}, Facts.Strings.intern("dropped")});
  std::vector<TuFacts> Units;
  Units.push_back(std::move(Facts));
  std::vector<AnalysisProblem> Problems = problemsOf(link(std::move(Units)));
  ASSERT_EQ(Problems.size(), 2U);
  if (!Problems[0].Fatal)
    std::swap(Problems[0], Problems[1]);
  EXPECT_TRUE(Problems[0].Fatal);
  EXPECT_EQ(Problems[0].File, "/a.cpp");
  EXPECT_EQ(Problems[0].Loc, (SourceLocation{"/a.cpp", 3, 4}));
  EXPECT_EQ(Problems[0].Message, "bad");
  EXPECT_FALSE(Problems[1].Fatal);
}
