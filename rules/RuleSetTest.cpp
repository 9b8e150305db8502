//===- RuleSetTest.cpp - The policy of one run, compiled ------------------===//
//
// How a user's file is laid over the default and over what it extends. The
// shipped rules themselves and bad files have tests of their own.
//
//===----------------------------------------------------------------------===//
#include "RuleSet.h"
#include "RuleTesting.h"
#include "facts/EnumNames.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using llvm::StringRef;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Rules from a text that has no mistake.
static RuleSet rulesOf(StringRef Text, StringRef Name = "/p/rules.yaml") {
  RuleLoad Load = loadRulesFromText(Text, Name);
  EXPECT_THAT(shown(Load), IsEmpty()) << Text.str();
  return std::move(Load.Rules);
}

namespace {

/// A folder that goes away with the test.
class RuleFolder : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("rules", Folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(Folder); }

  std::string write(StringRef Name, StringRef Text) {
    llvm::SmallString<128> Path(Folder);
    llvm::sys::path::append(Path, Name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    std::error_code Error;
    llvm::raw_fd_ostream OS(Path, Error);
    EXPECT_FALSE(Error) << Error.message();
    OS << Text;
    return Path.str().str();
  }

  llvm::SmallString<128> Folder;
};

//===-- Merging -----------------------------------------------------------===//

TEST(RuleSet, AnEmptyUserFileIsTheDefault) {
  RuleSet Default = loadRules("").Rules;
  for (const char *Text : {"", "# nothing\n", "{}", "extends: default\n"}) {
    RuleSet Rules = rulesOf(Text);
    EXPECT_EQ(Rules.Exclude, Default.Exclude);
    EXPECT_EQ(Rules.Options.WritableRoots, Default.Options.WritableRoots);
    EXPECT_EQ(Rules.Known.Operations.size(), Default.Known.Operations.size());
    EXPECT_EQ(Rules.Root, "/p");
    EXPECT_EQ(Rules.UserFile, "/p/rules.yaml");
  }
}

TEST(RuleSet, ChecksMergeById) {
  RuleSet Rules = rulesOf("checks:\n"
                          "  stateless-session-map: off\n"
                          "  stateless-mutable-global: {severity: note}\n"
                          "  stateless-local-file-write:\n"
                          "    enabled: false\n"
                          "    instead: Use our bucket\n");
  EXPECT_FALSE(Rules.isEnabled("stateless-session-map"));
  EXPECT_EQ(Rules.check("stateless-session-map")->Grade.Grade, Severity::Error);
  EXPECT_TRUE(Rules.isEnabled("stateless-mutable-global"));
  EXPECT_EQ(Rules.check("stateless-mutable-global")->Grade.Grade,
            Severity::Note);
  EXPECT_FALSE(Rules.check("stateless-mutable-global")->Summary.empty());
  EXPECT_FALSE(Rules.isEnabled("stateless-local-file-write"));
  EXPECT_EQ(Rules.check("stateless-local-file-write")->Instead,
            "Use our bucket");
  EXPECT_TRUE(Rules.isEnabled("stateless-stateful-singleton"));
  EXPECT_EQ(Rules.check("stateless-none"), nullptr);
}

TEST(RuleSet, CheckGlobsApplyInOrder) {
  RuleSet Rules = rulesOf("checks:\n"
                          "  \"stateless-*\": off\n"
                          "  stateless-session-map: on\n");
  EXPECT_TRUE(Rules.isEnabled("stateless-session-map"));
  EXPECT_FALSE(Rules.isEnabled("stateless-mutable-global"));
}

TEST(RuleSet, SaysHowSureAFindingIs) {
  RuleSet Rules =
      rulesOf("checks:\n"
              "  stateless-session-map: {min-confidence: proven}\n");
  auto Least = [&](const char *Id) { return Rules.check(Id)->Least; };
  EXPECT_EQ(Least("stateless-session-map"), Confidence::Proven);
  EXPECT_EQ(Least("stateless-mutable-global"), Confidence::Likely);
  EXPECT_EQ(Least("stateless-local-file-write"), Confidence::Possible);
}

TEST(RuleSet, GradesCategoriesApart) {
  RuleSet Rules = rulesOf("checks:\n"
                          "  \"stateless-*\": {severity: error}\n"
                          "  stateless-mutable-global:\n"
                          "    categories: {thread-local: note}\n");
  auto Of = [&](const char *Id, const char *Category) {
    return Rules.check(Id)->gradeOf(Category);
  };
  EXPECT_EQ(Of("stateless-mutable-global", "thread-local").Grade,
            Severity::Note);
  EXPECT_EQ(Of("stateless-mutable-global", "thread-local").Loc.Line, 4u);
  EXPECT_EQ(Of("stateless-mutable-global", "static-member").Grade,
            Severity::Error);
  EXPECT_EQ(Of("stateless-session-map", "thread-local").Grade, Severity::Error);
  // The shipped ones stay until they are named.
  EXPECT_EQ(Of("stateless-local-file-write", "start-up").Grade, Severity::Note);
}

TEST(RuleSet, KnowsWhatSetASeverity) {
  RuleSet Rules = rulesOf("checks:\n"
                          "  \"stateless-*\": {severity: note}\n"
                          "  stateless-session-map: {severity: error}\n"
                          "  stateless-stateful-singleton: on\n");
  auto By = [&](const char *Id) { return Rules.check(Id)->Grade.By; };
  auto Loc = [&](const char *Id) { return Rules.check(Id)->Grade.Loc; };
  EXPECT_EQ(By("stateless-session-map"), "stateless-session-map");
  EXPECT_EQ(Loc("stateless-session-map"),
            (SourceLocation{"/p/rules.yaml", 3, 37}));
  EXPECT_EQ(By("stateless-stateful-singleton"), "stateless-*");
  EXPECT_EQ(Loc("stateless-stateful-singleton").Line, 2u);
  Rules = rulesOf("");
  EXPECT_EQ(By("stateless-session-map"), "stateless-session-map");
  EXPECT_EQ(Loc("stateless-session-map").File, "<default>");
  Rules = rulesOf("extends: none\n");
  EXPECT_EQ(By("stateless-session-map"), "");
}

TEST(RuleSet, WritableRootsReplaceAndAreNormalised) {
  RuleSet Rules = rulesOf("writable-roots: [/var/cache/app/, /a/./b/../c]\n");
  EXPECT_THAT(Rules.Options.WritableRoots,
              ElementsAre("/var/cache/app", "/a/c"));
  EXPECT_THAT(rulesOf("writable-roots: []").Options.WritableRoots, IsEmpty());
  EXPECT_THAT(rulesOf("writable-roots: /data").Options.WritableRoots,
              ElementsAre("/data"));
}

TEST(RuleSet, ExcludeAddsUnlessItReplaces) {
  RuleSet Added = rulesOf("exclude: [\"legacy/**\"]");
  EXPECT_TRUE(Added.isExcluded("/p/legacy/a.cpp"));
  EXPECT_TRUE(Added.isExcluded("/p/third_party/a.cpp"));
  RuleSet Replaced = rulesOf("exclude: {replace: [\"legacy/**\"]}");
  EXPECT_THAT(Replaced.Exclude, ElementsAre("legacy/**"));
  EXPECT_FALSE(Replaced.isExcluded("/p/third_party/a.cpp"));
  EXPECT_TRUE(Added.isExcluded("/p/legacy/a.cpp", "/elsewhere"))
      << "the folder of the user's file wins over the base";
}

TEST(RuleSet, ThirdPartyIsExcludedToo) {
  RuleSet Added = rulesOf("third-party: \"lib/json/**\"");
  for (const char *File : {"/p/lib/json/a.h", "/p/third_party/a.h"}) {
    EXPECT_TRUE(Added.isThirdParty(File)) << File;
    EXPECT_TRUE(Added.isExcluded(File)) << File;
  }
  EXPECT_FALSE(Added.isThirdParty("/p/lib/shop/a.h"));
  EXPECT_FALSE(Added.isThirdParty("/p/build/gen/a.h")) << "generated, but ours";
  EXPECT_TRUE(Added.isExcluded("/p/build/gen/a.h"));
  RuleSet Replaced = rulesOf("third-party: {replace: [lib/**]}");
  EXPECT_THAT(Replaced.ThirdParty, ElementsAre("lib/**"));
  EXPECT_FALSE(Replaced.isThirdParty("/p/third_party/a.h"));
  RuleSet Shown = rulesOf("exclude: {replace: []}");
  EXPECT_FALSE(Shown.isExcluded("/p/third_party/a.h"));
  EXPECT_TRUE(Shown.isThirdParty("/p/third_party/a.h"));
}

TEST(RuleSet, ExceptionsKeepEveryField) {
  RuleSet Rules =
      rulesOf("exceptions:\n"
              "  - check: stateless-*\n"
              "    symbol: \"app::*\"\n"
              "    type: T\n"
              "    path: \"src/**\"\n"
              "    function: f\n"
              "    category: rename\n"
              "    reason: why not\n"
              "    owner: platform\n"
              "    expires: 2027-03-31\n"
              "  - {check: stateless-session-map, reason: other}\n");
  ASSERT_THAT(Rules.Exceptions, SizeIs(2));
  const ExceptionRecord &Record = Rules.Exceptions[0];
  EXPECT_EQ(Record.Check, "stateless-*");
  EXPECT_EQ(Record.Symbol, "app::*");
  EXPECT_EQ(Record.Type, "T");
  EXPECT_EQ(Record.Path, "src/**");
  EXPECT_EQ(Record.Function, "f");
  EXPECT_EQ(Record.Category, "rename");
  EXPECT_EQ(Record.Reason, "why not");
  EXPECT_EQ(Record.Owner, "platform");
  EXPECT_EQ(Record.Expires, (Date{2027, 3, 31}));
  EXPECT_EQ(Record.Loc, (SourceLocation{"/p/rules.yaml", 2, 5}));
  EXPECT_EQ(Rules.Exceptions[1].Expires, std::nullopt);
  EXPECT_EQ(Rules.Exceptions[1].Symbol, std::nullopt);
}

TEST(RuleSet, ModelsCompile) {
  RuleSet Rules = rulesOf(
      "models:\n"
      "  file-writers:\n"
      "    - {function: \"storage::save\", path: 0}\n"
      "    - {function: f, kind: open, path: [receiver, 1], mode: 2,\n"
      "       mode-syntax: ios, implied-mode: \"out\", display: F}\n"
      "  value-functions:\n"
      "    - {function: v, kind: format-into, arguments: [receiver, 0]}\n"
      "  forwards: [{function: fw, argument: receiver}, {function: fw2}]\n"
      "  pure: [p1, \"p2*\"]\n"
      "  overwriters: [clear, {function: fill, arguments: [0, 2], size: 1,\n"
      "                        may-fail: on}]\n"
      "  allocators: [make_room]\n"
      "  entry-points: [{call: on, handler: 1, route: 0},\n"
      "                 {call: off, handler: receiver, route: [0, 2]}]\n");
  const Models &Known = Rules.Known;
  ASSERT_GE(Known.Operations.size(), 2u);
  EXPECT_EQ(Known.Operations[0].Function, "storage::save");
  EXPECT_EQ(Known.Operations[0].Kind, OperationKind::Write);
  EXPECT_THAT(Known.Operations[0].Path, ElementsAre(0));
  EXPECT_EQ(Known.Operations[0].Syntax, ModeSyntax::None);
  EXPECT_THAT(Known.Operations[0].Mode, IsEmpty());
  EXPECT_EQ(Known.Operations[1].Kind, OperationKind::Open);
  EXPECT_THAT(Known.Operations[1].Path, ElementsAre(ReceiverArgument, 1));
  EXPECT_EQ(Known.Operations[1].Syntax, ModeSyntax::Ios);
  EXPECT_THAT(Known.Operations[1].Mode, ElementsAre(2));
  EXPECT_EQ(Known.Operations[1].ImpliedMode, "out");
  EXPECT_EQ(Known.Operations[1].Display, "F");
  ASSERT_FALSE(Known.Values.empty());
  EXPECT_EQ(Known.Values[0].Kind, ValueModelKind::FormatInto);
  EXPECT_THAT(Known.Values[0].Args, ElementsAre(ReceiverArgument, 0));
  ASSERT_GE(Known.Forwards.size(), 2u);
  EXPECT_EQ(Known.Forwards[0].Argument, ReceiverArgument);
  EXPECT_EQ(Known.Forwards[1].Argument, 0);
  ASSERT_GE(Known.Pure.size(), 2u);
  EXPECT_EQ(Known.Pure[1].Function, "p2*");
  ASSERT_GE(Known.Overwriters.size(), 2u);
  EXPECT_THAT(Known.Overwriters[0].Args, IsEmpty());
  EXPECT_FALSE(Known.Overwriters[0].MayFail);
  EXPECT_THAT(Known.Overwriters[1].Args, ElementsAre(0, 2));
  EXPECT_EQ(Known.Overwriters[1].Size, 1);
  EXPECT_TRUE(Known.Overwriters[1].MayFail);
  ASSERT_FALSE(Known.Allocators.empty());
  EXPECT_EQ(Known.Allocators[0].Function, "make_room");
  ASSERT_GE(Known.EntryPoints.size(), 2u);
  EXPECT_THAT(Known.EntryPoints[0].Handlers, ElementsAre(1));
  EXPECT_THAT(Known.EntryPoints[0].Route, ElementsAre(0));
  EXPECT_THAT(Known.EntryPoints[1].Handlers, ElementsAre(ReceiverArgument));
  EXPECT_THAT(Known.EntryPoints[1].Route, ElementsAre(0, 2));
}

/// The words stand for the enumerators in order; a new enumerator shows here.
TEST(RuleSet, EveryModelWordHasItsEnumerator) {
  RuleSet Rules = rulesOf(
      "models:\n"
      "  file-writers:\n"
      "    - {function: f, path: 0, kind: shell, mode-syntax: sqlite}\n"
      "    - {function: f, path: 0, kind: log-sink, mode-syntax: qt}\n"
      "    - {function: f, path: 0, kind: delete, mode-syntax: posix}\n"
      "    - {function: f, path: 0, kind: database, mode-syntax: stdio}\n"
      "    - {function: f, path: 0, kind: rename, mode-syntax: none}\n"
      "  value-functions:\n"
      "    - {function: v, kind: parent}\n"
      "    - {function: v, kind: temp-directory}\n"
      "    - {function: v, kind: command-line}\n"
      "    - {function: v, kind: environment}\n"
      "    - {function: v, kind: join}\n");
  ASSERT_GE(Rules.Known.Operations.size(), 5u);
  EXPECT_EQ(Rules.Known.Operations[0].Kind, OperationKind::Shell);
  EXPECT_EQ(Rules.Known.Operations[0].Syntax, ModeSyntax::Sqlite);
  EXPECT_EQ(Rules.Known.Operations[1].Kind, OperationKind::LogSink);
  EXPECT_EQ(Rules.Known.Operations[1].Syntax, ModeSyntax::Qt);
  EXPECT_EQ(Rules.Known.Operations[2].Kind, OperationKind::Delete);
  EXPECT_EQ(Rules.Known.Operations[2].Syntax, ModeSyntax::Posix);
  EXPECT_EQ(Rules.Known.Operations[3].Kind, OperationKind::Database);
  EXPECT_EQ(Rules.Known.Operations[3].Syntax, ModeSyntax::Stdio);
  EXPECT_EQ(Rules.Known.Operations[4].Kind, OperationKind::Rename);
  ASSERT_GE(Rules.Known.Values.size(), 5u);
  EXPECT_EQ(Rules.Known.Values[0].Kind, ValueModelKind::Parent);
  EXPECT_EQ(Rules.Known.Values[1].Kind, ValueModelKind::TempDirectory);
  EXPECT_EQ(Rules.Known.Values[2].Kind, ValueModelKind::CommandLine);
  EXPECT_EQ(Rules.Known.Values[3].Kind, ValueModelKind::Environment);
  EXPECT_EQ(Rules.Known.Values[4].Kind, ValueModelKind::Join);
}

/// Both keys give the same models.
TEST(RuleSet, FileWritersAreOperations) {
  RuleSet Rules =
      rulesOf("models:\n"
              "  file-writers: [{function: f, path: 0}]\n"
              "  operations: [{function: g, kind: shell, path: receiver},\n"
              "               {function: h, kind: log-sink}]\n");
  const std::vector<OperationModel> &All = Rules.Known.Operations;
  ASSERT_GE(All.size(), 3u);
  EXPECT_EQ(All[0].Function, "f");
  EXPECT_EQ(All[0].Kind, OperationKind::Write);
  EXPECT_EQ(All[1].Kind, OperationKind::Shell);
  EXPECT_THAT(All[1].Path, ElementsAre(ReceiverArgument));
  EXPECT_THAT(All[2].Path, IsEmpty());
}

TEST(RuleSet, ModelsOfOneNameMayChooseOverloads) {
  RuleSet Rules = rulesOf(
      "models:\n"
      "  operations: [{function: f, kind: keep, keeps: cart, configured: on,\n"
      "                class-arguments: [\"a::*\", b]}]\n"
      "  file-writers: [{function: g, path: 0, parameters: a::Text,\n"
      "                  path-after: [\"db=\", \"*\"]},\n"
      "                 {function: h, path: 0, setting: up,\n"
      "                  setting-default: /up}]\n"
      "  settings: [{function: s, setting: up, value: 1},\n"
      "             {function: t, setting: up}]\n"
      "  value-functions: [{function: v, kind: join, below: /b,\n"
      "                     parameters: [int]}]\n");
  const Models &Known = Rules.Known;
  ASSERT_GE(Known.Operations.size(), 3u);
  EXPECT_EQ(Known.Operations[0].Keeps, "cart");
  EXPECT_TRUE(Known.Operations[0].Configured);
  EXPECT_THAT(Known.Operations[0].ClassArguments, ElementsAre("a::*", "b"));
  EXPECT_THAT(Known.Operations[1].Parameters, ElementsAre("a::Text"));
  EXPECT_THAT(Known.Operations[1].PathAfter, ElementsAre("db=", "*"));
  EXPECT_EQ(Known.Operations[2].SettingDefault, "/up");
  ASSERT_GE(Known.Settings.size(), 2u);
  EXPECT_EQ(Known.Settings[0].Value, 1);
  EXPECT_EQ(Known.Settings[1].Value, std::nullopt);
  ASSERT_GE(Known.Values.size(), 1u);
  EXPECT_EQ(Known.Values[0].Below, "/b");
  EXPECT_THAT(Known.Values[0].Parameters, ElementsAre("int"));
}

TEST(RuleSet, StateKindsAddOrReplace) {
  Vocabulary Added =
      rulesOf("models:\n"
              "  state-kinds:\n"
              "    session: {names: [\"*basket*\", -session widget]}\n"
              "    lease: {names: lease}\n")
          .Options.StateKinds;
  EXPECT_EQ(Added.kindOf("baskets"), "session") << "the user's comes first";
  EXPECT_EQ(Added.kindOf("sessions"), "session");
  EXPECT_EQ(Added.kindOf("sessionWidgets"), std::nullopt);
  EXPECT_EQ(Added.kindOf("leases"), "lease");
  Vocabulary Replaced =
      rulesOf("models: {state-kinds: {order: {names: {replace: [booking]}},\n"
              "                       cart: {names: {replace: []}}}}\n")
          .Options.StateKinds;
  EXPECT_EQ(Replaced.kindOf("orders"), std::nullopt);
  EXPECT_EQ(Replaced.kindOf("bookings"), "order");
  EXPECT_EQ(Replaced.kindOf("carts"), std::nullopt);
  EXPECT_EQ(Replaced.kindOf("users"), "user");
}

TEST(RuleSet, UsersTypesPrecedeTheShippedOnes) {
  TypeCategories Default = loadRules("").Rules.Options.Types;
  ASSERT_EQ(Default.categoryOf("std::mutex"), "synchronization");
  TypeCategories Types = rulesOf("models:\n"
                                 "  type-categories:\n"
                                 "    logger: [\"app::Log\", \"std::mutex\"]\n")
                             .Options.Types;
  EXPECT_EQ(Types.categoryOf("app::Log"), "logger");
  EXPECT_EQ(Types.categoryOf("std::mutex"), "logger");
  EXPECT_EQ(Types.categoryOf("std::shared_mutex"), "synchronization");
}

/// "category: reason" for each entry, nearest first.
std::vector<std::string> exemptions(const RuleSet &Rules) {
  std::vector<std::string> Result;
  for (const ExemptCategoryModel &M : Rules.Options.Known.ExemptCategories)
    Result.push_back(M.Category + ": " + enumWord(M.Reason));
  return Result;
}

TEST(RuleSet, UsersMayExemptACategoryOfTheirOwn) {
  RuleSet Rules =
      rulesOf("models:\n"
              "  type-categories: {feature-flags: [\"app::Flags\"]}\n"
              "  exempt-categories:\n"
              "    - feature-flags\n"
              "    - {category: gate, reason: synchronization}\n"
              "    - {category: thread, reason: none}\n");
  EXPECT_EQ(Rules.Options.Types.categoryOf("app::Flags"), "feature-flags");
  std::vector<std::string> All = exemptions(Rules);
  ASSERT_GE(All.size(), 3u);
  EXPECT_EQ(All[0], "feature-flags: exempt-type");
  EXPECT_EQ(All[1], "gate: synchronization");
  EXPECT_EQ(All[2], "thread: none");
  EXPECT_THAT(exemptions(rulesOf("extends: none\n")), IsEmpty());
}

TEST(RuleSet, ExtendsNoneLeavesTheChecksAlone) {
  RuleSet Rules = rulesOf("extends: none\n");
  EXPECT_THAT(Rules.Exclude, IsEmpty());
  EXPECT_THAT(Rules.Options.WritableRoots, IsEmpty());
  EXPECT_THAT(Rules.Known.Operations, IsEmpty());
  EXPECT_THAT(Rules.Options.Types.entries(), IsEmpty());
  EXPECT_THAT(Rules.Options.StateKinds.entries(), IsEmpty());
  ASSERT_FALSE(Rules.Checks.empty());
  for (const CheckRule &Rule : Rules.Checks) {
    EXPECT_TRUE(Rule.Enabled);
    EXPECT_EQ(Rule.Grade.Grade, Severity::Warning);
    EXPECT_FALSE(Rule.Why.empty());
  }
}

//===-- Files -------------------------------------------------------------===//

TEST_F(RuleFolder, KnowsTheCategoriesOfWhatItExtends) {
  write("base/org.yaml", "models: {exempt-categories: [feature-flags]}\n");
  auto Load = [&](const std::string &Category) {
    return loadRules(write("svc/.stateless-tidy.yaml",
                           "extends: ../base/org.yaml\n"
                           "models: {type-categories: {" +
                               Category + ": [\"app::Flags\"]}}\n"));
  };
  RuleLoad Right = Load("feature-flags");
  EXPECT_THAT(shown(Right), IsEmpty());
  EXPECT_EQ(Right.Rules.Options.Types.categoryOf("app::Flags"),
            "feature-flags");
  // The other file lies outside: nothing of it is told.
  RuleLoad Wrong = Load("feature-flag");
  ASSERT_THAT(Wrong.Diagnostics, SizeIs(1));
  EXPECT_EQ(Wrong.Diagnostics[0].Message,
            "unknown key 'feature-flag' in 'type-categories'");
}

TEST_F(RuleFolder, ExtendsAnotherFile) {
  write("base/org.yaml", "writable-roots: [/scratch]\n"
                         "exclude: [\"base/**\"]\n"
                         "checks: {stateless-session-map: off,\n"
                         "         stateless-mutable-global: off}\n"
                         "exceptions: [{check: stateless-*, reason: base}]\n"
                         "models: {pure: [from-base]}\n");
  std::string User = write("svc/.stateless-tidy.yaml",
                           "extends: ../base/org.yaml\n"
                           "exclude: [\"user/**\"]\n"
                           "checks: {stateless-session-map: on}\n"
                           "exceptions: [{check: stateless-*, reason: user}]\n"
                           "models: {pure: [from-user]}\n");
  RuleLoad Load = loadRules(User);
  ASSERT_THAT(shown(Load), IsEmpty());
  const RuleSet &Rules = Load.Rules;
  EXPECT_THAT(Rules.Options.WritableRoots, ElementsAre("/scratch"));
  EXPECT_THAT(Rules.Exclude, Contains("base/**"));
  EXPECT_THAT(Rules.Exclude, Contains("user/**"));
  EXPECT_TRUE(Rules.isExcluded(Rules.Root + "/third_party/a.h"))
      << "the base extends the default";
  EXPECT_TRUE(Rules.isEnabled("stateless-session-map"));
  EXPECT_FALSE(Rules.isEnabled("stateless-mutable-global"));
  ASSERT_THAT(Rules.Exceptions, SizeIs(2));
  EXPECT_EQ(Rules.Exceptions[0].Reason, "user");
  EXPECT_EQ(Rules.Exceptions[1].Reason, "base");
  EXPECT_EQ(Rules.Known.Pure[0].Function, "from-user");
  EXPECT_EQ(Rules.Known.Pure[1].Function, "from-base");
  EXPECT_EQ(Rules.UserFile, User);
  EXPECT_EQ(Rules.Root, llvm::sys::path::parent_path(User));
}

TEST_F(RuleFolder, CirclesAreAnError) {
  std::string A = write("a.yaml", "extends: sub/b.yaml\n");
  write("sub/b.yaml", "\nextends: ../a.yaml\n");
  RuleLoad Load = loadRules(A);
  EXPECT_TRUE(Load.failed());
  ASSERT_THAT(Load.Diagnostics, SizeIs(1));
  EXPECT_TRUE(StringRef(Load.Diagnostics[0].Loc.File).ends_with("sub/b.yaml"));
  EXPECT_EQ(Load.Diagnostics[0].Loc.Line, 2u);
  EXPECT_EQ(Load.Diagnostics[0].Loc.Column, 10u);
  EXPECT_EQ(Load.Diagnostics[0].Message,
            "'extends' goes in a circle back to '../a.yaml'");
  std::string Self = write("self.yaml", "extends: self.yaml\n");
  EXPECT_THAT(loadRules(Self).Diagnostics, SizeIs(1));
}

TEST_F(RuleFolder, MistakesInTheExtendedFileAreReportedToo) {
  write("base.yaml", "nonsense: 1\n");
  RuleLoad Load = loadRules(write("user.yaml", "extends: base.yaml\nfoo: 1\n"));
  EXPECT_THAT(Load.Diagnostics, SizeIs(2));
}

TEST_F(RuleFolder, UnreadableFilesAreAnError) {
  std::string Missing = (Folder + "/missing.yaml").str();
  RuleLoad Load = loadRules(Missing);
  EXPECT_TRUE(Load.failed());
  EXPECT_THAT(shown(Load),
              ElementsAre(Missing + ":0:0: error: cannot read: No such file or "
                                    "directory"));
  EXPECT_TRUE(loadRules(Folder).failed()) << "a folder is no file";
}

TEST_F(RuleFolder, TheNearestFileIsFound) {
  std::string Outer = write(".stateless-tidy.yaml", "");
  write("a/b/x.cpp", "");
  EXPECT_EQ(findRuleFile((Folder + "/a/b").str()), Outer);
  std::string Inner = write("a/.stateless-tidy.yaml", "");
  EXPECT_EQ(findRuleFile((Folder + "/a/b").str()), Inner);
  EXPECT_EQ(findRuleFile((Folder + "/a/").str()), Inner);
  EXPECT_EQ(findRuleFile(Folder), Outer);
  ASSERT_FALSE(
      llvm::sys::fs::create_directories(Folder + "/a/b/.stateless-tidy.yaml"));
  std::string Odd = (Folder + "/a/b/.stateless-tidy.yaml").str();
  EXPECT_EQ(findRuleFile((Folder + "/a/b").str()), Odd);
  EXPECT_THAT(shown(loadRules(Odd)),
              ElementsAre(Odd + ":0:0: error: cannot read: is a folder, not a "
                                "regular file"));
}

TEST_F(RuleFolder, ALinkThatLeadsNowhereIsFoundAndRefused) {
  write(".stateless-tidy.yaml", "");
  write("a/x.cpp", "");
  std::string Link = (Folder + "/a/.stateless-tidy.yaml").str();
  ASSERT_FALSE(llvm::sys::fs::create_link("nowhere", Link));
  EXPECT_EQ(findRuleFile((Folder + "/a").str()), Link);
  EXPECT_THAT(shown(loadRules(Link)),
              ElementsAre(Link + ":0:0: error: cannot read: is a symbolic link "
                                 "that leads nowhere"));
}

TEST_F(RuleFolder, AFileOutsideIsNotQuoted) {
  std::string Base = write("base.yaml", "checks: {}\nsecret: 1\n");
  std::string User = write("svc/user.yaml", "extends: ../base.yaml\n");
  std::string Place =
      (Folder + "/svc/../base.yaml:2:1: error: unknown key").str();
  EXPECT_THAT(shown(loadRules(User)),
              ElementsAre(Place + " (not quoted: the file lies outside of the "
                                  "folder of the rules)"));
  EXPECT_THAT(
      shown(loadRules(Base)),
      ElementsAre(Base + ":2:1: error: unknown key 'secret' in 'rules'"));
  write("svc/base.yaml", "checks: {}\nexclude: []\nsecret: 1\n");
  User = write("svc/user.yaml", "extends: base.yaml\n");
  EXPECT_THAT(shown(loadRules(User)),
              ElementsAre((Folder + "/svc/base.yaml:3:1: error: unknown key "
                                    "'secret' in 'rules'")
                              .str()));
  write("svc/base.yaml", "token: 1\nsecret: 1\n");
  std::string Kind =
      ": error: unknown key (not quoted: this does not look like "
      "a rule file)";
  std::string Inner = (Folder + "/svc/base.yaml:").str();
  EXPECT_THAT(shown(loadRules(User)),
              ElementsAre(Inner + "1:1" + Kind, Inner + "2:1" + Kind));
}

//===-- Dates -------------------------------------------------------------===//

TEST(Date, OnlyDaysOfTheCalendar) {
  EXPECT_EQ(Date::parse("2027-03-31"), (Date{2027, 3, 31}));
  EXPECT_EQ(Date::parse("2028-02-29"), (Date{2028, 2, 29}));
  for (const char *Bad :
       {"2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00", "2027-1-1",
        "27-01-01", "2027/01/01", "2027-01-01 ", "", "next year", "2027-+1-01"})
    EXPECT_EQ(Date::parse(Bad), std::nullopt) << Bad;
}

TEST(Date, OrderAndText) {
  EXPECT_LT((Date{2026, 12, 31}), (Date{2027, 1, 1}));
  EXPECT_LT((Date{2026, 1, 31}), (Date{2026, 2, 1}));
  EXPECT_EQ((Date{987, 6, 5}).str(), "0987-06-05");
  EXPECT_EQ(Date::parse(Date::today().str()), Date::today());
  EXPECT_GT(Date::today(), (Date{2025, 1, 1}));
}

} // namespace
