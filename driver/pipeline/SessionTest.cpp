//===- SessionTest.cpp - Sources in, verdicts out -------------------------===//
//
// Runs whole sessions over sources that are on no disk.
//
//===----------------------------------------------------------------------===//
#include "pipeline/Session.h"
#include "facts/Linker.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class SessionTest : public testing::Test {
protected:
  void add(llvm::StringRef Name, llvm::StringRef Text) {
    Files->addFile(Name, /*ModificationTime=*/0,
                   llvm::MemoryBuffer::getMemBufferCopy(Text));
    if (Name.ends_with(".cpp"))
      Units.push_back({Folder, Name.str(), {"clang++", Name.str()}});
  }

  /// "symbol: kind" for each verdict.
  std::vector<std::string> told(bool Whole = true) {
    SessionSetup Setup{Load.Rules, Folder};
    Setup.Extract.Files = Files;
    Result = Session(std::move(Setup)).run(Units, Whole);
    std::vector<std::string> Lines;
    for (const Verdict &V : Result.Said.Verdicts)
      Lines.push_back(V.Symbol +
                      (V.Kind == VerdictKind::Violation   ? ": violation"
                       : V.Kind == VerdictKind::Unsettled ? ": unsettled"
                                                          : ": benign") +
                      (V.Suppressed ? ", excepted" : ""));
    return Lines;
  }

  // No such folder is on any disk.
  const std::string Folder = "/no-such-folder/of-a-session";
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> Files{
      new llvm::vfs::InMemoryFileSystem()};
  std::vector<CompileUnit> Units;
  RuleLoad Load = loadRulesFromText("", "/no-such-folder/x.yaml");
  Outcome Result;
};

TEST_F(SessionTest, SourcesInVerdictsOut) {
  add(Folder + "/count.h", "extern int Hits;\nvoid hit();\n");
  add(Folder + "/count.cpp",
      "#include \"count.h\"\nint Hits = 0;\nvoid hit() { ++Hits; }\n"
      "static int Limit = 5;\nint limit() { return Limit; }\n");
  add(Folder + "/main.cpp",
      "#include \"count.h\"\nint limit();\nint wait();\n"
      "int main() { while (wait()) hit(); return limit(); }\n");
  EXPECT_THAT(told(), ElementsAre("Hits: violation", "Limit: benign"));
  const Verdict &Hits = Result.Said.Verdicts.front();
  EXPECT_EQ(Hits.Loc, (SourceLocation{Folder + "/count.cpp", 2, 5}));
  EXPECT_EQ(Hits.Fingerprint.size(), 16u);
  EXPECT_EQ(Hits.Grade, Severity::Warning);
}

TEST_F(SessionTest, AFileThatIsNotThereIsAProblemOfItsUnit) {
  add(Folder + "/main.cpp", "#include \"gone.h\"\nint main() {}\n");
  SessionSetup Setup{Load.Rules, Folder};
  Setup.Extract.Files = Files;
  TuFacts Facts = Session(std::move(Setup)).extract(Units.front());
  ASSERT_EQ(Facts.Problems.size(), 1u);
  EXPECT_EQ(Facts.Problems[0].Kind, ProblemKind::Error);
  EXPECT_EQ(Facts.Strings[Facts.Problems[0].Text], "'gone.h' file not found");
}

TEST_F(SessionTest, RecordsAndCommentsExcept) {
  Load = loadRulesFromText("exceptions:\n"
                           "  - check: stateless-mutable-global\n"
                           "    symbol: A\n"
                           "    reason: known\n"
                           "    owner: us\n",
                           Folder + "/x.yaml");
  ASSERT_FALSE(Load.failed());
  add(Folder + "/a.cpp", "int A, C;\nint B; // NOLINT\n"
                         "void f() { ++A; ++B; ++C; }\n");
  EXPECT_THAT(told(/*Whole=*/false),
              ElementsAre("A: violation, excepted", "C: violation",
                          "B: violation, excepted"));
}

TEST_F(SessionTest, ExcludedFilesAreLeftOut) {
  Load = loadRulesFromText("exclude: [\"gen/**\"]\n", Folder + "/x.yaml");
  ASSERT_FALSE(Load.failed());
  add(Folder + "/gen/a.cpp", "int A;\nvoid f() { ++A; }\n");
  EXPECT_THAT(told(/*Whole=*/false), IsEmpty());
}

TEST_F(SessionTest, OnlyChecksThatAreOnSpeak) {
  add(Folder + "/a.cpp", "int A;\nvoid f() { ++A; }\n");
  SessionSetup Setup{Load.Rules, Folder, [](llvm::StringRef) { return false; }};
  Setup.Extract.Files = Files;
  EXPECT_THAT(Session(std::move(Setup)).run(Units, false).Said.Verdicts,
              IsEmpty());
}

TEST(SessionStages, SettlingLeavesOutSystemAndExcludedFilesAndGrades) {
  RuleLoad Load = loadRulesFromText(
      "exclude: [\"gen/**\"]\n"
      "checks: {stateless-mutable-global: {severity: error}}\n",
      "test.yaml");
  ASSERT_FALSE(Load.failed());
  TuFacts Facts;
  auto AddFile = [&](llvm::StringRef Path, bool System) {
    Facts.Files.push_back({Facts.Strings.intern(Path), System});
  };
  AddFile("/p/a.cpp", false);
  AddFile("/p/gen/g.cpp", false);
  AddFile("/usr/include/x.h", true);
  AddFile("/p/both.h", true);
  AddFile("/p/both.h", false); // Somebody's own header counts.
  std::vector<TuFacts> Units;
  Units.push_back(std::move(Facts));
  Program Prog = link(std::move(Units));

  Judgement Said;
  std::vector<Verdict> &Shown = Said.Verdicts;
  for (const char *File :
       {"/p/a.cpp", "/p/gen/g.cpp", "/usr/include/x.h", "/p/both.h"}) {
    Verdict V;
    V.Check = "stateless-mutable-global";
    V.Loc.File = File;
    Shown.push_back(V);
  }
  Shown[0].Kind = VerdictKind::Benign; // Kept as well.
  Session({Load.Rules, "/p"})
      .settle(Said, Prog, [](llvm::StringRef) { return true; }, false);
  ASSERT_EQ(Shown.size(), 2U);
  EXPECT_EQ(Shown[0].Loc.File, "/p/a.cpp");
  EXPECT_EQ(Shown[1].Loc.File, "/p/both.h");
  EXPECT_EQ(Shown[1].Grade, Severity::Error);
}

} // namespace
