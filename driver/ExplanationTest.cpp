//===- ExplanationTest.cpp - Tests of the text of one verdict -------------===//
//
// One story to the byte, as its reader sees it; then what single parts say.
//
//===----------------------------------------------------------------------===//
#include "Explanation.h"
#include "report/SampleRun.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr Date Today{2026, 6, 15};

/// The story of the first verdict of \p R.
std::string told(const RunResult &R, const RuleSet &Rules = sampleRules(),
                 std::vector<NolintComment> Comments = {}) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  ExceptionStory Story =
      exceptionStory(R.Verdicts.front(), Rules, std::move(Comments), Today);
  writeExplanation(R, R.Verdicts.front(), Rules, Story, {}, OS);
  return Text;
}

RunResult runOf(std::vector<Verdict> Verdicts) {
  RunResult R;
  R.Root = "/r";
  R.Verdicts = std::move(Verdicts);
  giveFingerprints(R.Verdicts);
  return R;
}

Verdict counter() { return sampleVerdict({"/r/a.cpp", 2, 5}, "Counter"); }

ExceptionRecord record(unsigned Line, std::string Symbol) {
  ExceptionRecord Record;
  Record.Check = "stateless-*";
  Record.Symbol = std::move(Symbol);
  Record.Reason = "why";
  Record.Loc = {"/r/.stateless-tidy.yaml", Line, 5};
  return Record;
}

/// The sample rules, in a file, with \p Records.
RuleSet rulesWith(std::vector<ExceptionRecord> Records) {
  RuleSet Rules = sampleRules();
  Rules.Root = "/r";
  Rules.UserFile = "/r/.stateless-tidy.yaml";
  Rules.Exceptions = std::move(Records);
  return Rules;
}

} // namespace

TEST(Explanation, TellsTheWholeStory) {
  SourceTree Tree;
  RunResult R = sampleRun(Tree);
  R.Verdicts = {R.Verdicts[1]};
  Verdict &V = R.Verdicts[0];
  V.Subject = "c:@Counter";
  V.Notes.push_back({NoteRole::Holder, {}, "kept alive by 'server' in 'main'"});
  EXPECT_EQ(
      told(R),
      R"(src/main.cpp:2:5: warning: 'Counter' is written after start-up [stateless-mutable-global]
    2 | int Counter = 0;
      |     ^

Verdict:
  verdict:     violation
  severity:    warning, which no rule changes
  confidence:  likely: a request may lead to the write, but a call on the way can run several functions
  fingerprint: )" +
          fingerprint(V) +
          R"(
  symbol:      Counter
  type:        int
  category:    global

How requests reach it:
  written on 'GET /count', the request loop in 'main'
  read on 'GET /count'
  src/main.cpp:5:6: 'handle' serves requests
    5 | void handle() {
      |      ^

Who writes it:
  src/main.cpp:6:3: written by 'handle' (++)
    6 |   ++Counter;
      |   ^

Who reads it:
  src/main.cpp:7:10: read by 'handle'
    7 |   return Counter;
      |          ^

What keeps it alive:
  kept alive by 'server' in 'main'

Other details:
  linkage is external

Exceptions in the rules:
  none

Exceptions in the source:
  none

What would change it:
  instead: Keep it in a backing service such as Redis.
  src/main.cpp:2:1: --fix replaces this by 'static int'
  a record in a .stateless-tidy.yaml above the code:
    exceptions:
      - check: stateless-mutable-global
        symbol: "Counter"
        reason: ""  # why this is right; an empty one is refused
        owner: ""  # who answers for it
        expires: 2027-06-15
  a comment at the end of src/main.cpp:2:
    // NOLINT(stateless-mutable-global)
  an annotation of 'Counter':
    [[clang::annotate("stateless: REASON")]]
  --min-confidence=proven leaves out all that is not proven
)");
}

TEST(Explanation, SaysWhereTheSeverityComesFrom) {
  RuleSet Rules = sampleRules();
  CheckRule &Rule = Rules.Checks[1];
  Rule.Grade.By = "stateless-*";
  Rule.Grade.Loc = {"<default>", 5, 3};
  EXPECT_THAT(told(runOf({counter()}), Rules),
              HasSubstr("warning, set for 'stateless-*' by the shipped rules"));
  Rule.Grade.Loc = {"/r/.stateless-tidy.yaml", 4, 9};
  EXPECT_THAT(told(runOf({counter()}), Rules),
              HasSubstr("'stateless-*' at .stateless-tidy.yaml:4:9\n"));
}

TEST(Explanation, ConfidenceHasWordsOfItsOwn) {
  Verdict V = counter();
  EXPECT_THAT(told(runOf({V})), HasSubstr("likely: all of it is seen"));
  V.Level = Confidence::Possible;
  EXPECT_THAT(told(runOf({V})),
              AllOf(HasSubstr("possible: an unknown is on the way"),
                    HasSubstr("--min-confidence=likely")));
  V.Level = Confidence::Proven;
  EXPECT_THAT(told(runOf({V})), AllOf(HasSubstr("proven: a full chain"),
                                      Not(HasSubstr("--min-confidence"))));
}

TEST(Explanation, NoEntryPointIsToldOfViolations) {
  EXPECT_THAT(
      told(runOf({counter()})),
      HasSubstr("How requests reach it:\n  no way from an entry point"));
  EXPECT_THAT(told(runOf({benign(counter())})),
              Not(HasSubstr("How requests reach it")));
}

TEST(Explanation, EveryRecordAnswers) {
  ExceptionRecord Expired = record(14, "Counter");
  Expired.Expires = Date{2026, 1, 1};
  ExceptionRecord Other = record(19, "Counter");
  Other.Check = "stateless-session-map";
  std::string Text = told(runOf({counter()}),
                          rulesWith({record(9, "app::*"), Expired, Other}));
  EXPECT_THAT(Text,
              HasSubstr("Exceptions in the rules:\n"
                        "  .stateless-tidy.yaml:9:5: does not match: symbol "
                        "'app::*' does not match 'Counter'\n"
                        "  .stateless-tidy.yaml:14:5: expired on 2026-01-01; "
                        "all else matches\n"
                        "  .stateless-tidy.yaml:19:5: does not match: names "
                        "another check: 'stateless-session-map'\n"));
  EXPECT_THAT(Text, HasSubstr("a later day in 'expires' at "
                              ".stateless-tidy.yaml:14:5\n"
                              "  a record in .stateless-tidy.yaml, below "
                              "'exceptions:':\n"
                              "    - check: stateless-mutable-global\n"));
}

TEST(Explanation, AnExceptedOneNamesAllThatCoversIt) {
  ExceptionRecord First = record(9, "Counter"), Second = record(14, "C*");
  Verdict V = suppressed(counter(), {SuppressionKind::Exception, "why",
                                     "platform", "2027-01-01", First.Loc});
  V.Annotations = {"stateless: a cache"};
  std::string Text = told(runOf({V}), rulesWith({First, Second}));
  EXPECT_THAT(Text, AllOf(HasSubstr("verdict:     violation, excepted\n"),
                          HasSubstr("excepted by: record: why, owner "
                                    "platform, until 2027-01-01\n"),
                          HasSubstr(":9:5: matches, and is the one that "
                                    "counts\n"),
                          HasSubstr(":14:5: matches, but another one counts"),
                          HasSubstr("a.cpp:2:5: annotation \"stateless: a "
                                    "cache\" matches\n")));
  EXPECT_THAT(Text, HasSubstr("it counts again without the record at "
                              ".stateless-tidy.yaml:9:5 and the record at "
                              ".stateless-tidy.yaml:14:5 and the annotation "
                              "\"stateless: a cache\" at a.cpp:2:5\n"));
  EXPECT_THAT(Text, Not(HasSubstr("NOLINT(")));
}

TEST(Explanation, ABenignOneNeedsNothing) {
  std::string Text =
      told(runOf({benign(counter())}), rulesWith({record(9, "Counter")}));
  EXPECT_THAT(
      Text, AllOf(HasSubstr("a.cpp:2:5: note: 'Counter' is no state: constant "
                            "[stateless-mutable-global]\n"),
                  HasSubstr("verdict:     benign: constant\n"),
                  HasSubstr("matches, but what is benign needs no "
                            "exception"),
                  HasSubstr("What would change it:\n  nothing has to"),
                  Not(HasSubstr("severity:")), Not(HasSubstr("instead:"))));
}

TEST(Explanation, NamesOtherVerdictsOnTheSameObject) {
  Verdict V = benign(counter()), Other = counter();
  V.Subject = Other.Subject = "c:@Counter";
  Other.Check = "stateless-session-map";
  EXPECT_THAT(told(runOf({V, Other})),
              HasSubstr("Other verdicts on the same object:\n  " +
                        fingerprint(Other).substr(0, 8) +
                        ": violation: 'Counter' is written after start-up "
                        "[stateless-session-map]\n"));
  // The field of the one is a part of the other.
  Other.Subject = "c:@S@Store@FI@Map";
  EXPECT_THAT(told(runOf({V, Other})), Not(HasSubstr("Other verdicts")));
  V.Parts = {{"c:@S@Store@FI@Inner", Other.Subject}};
  EXPECT_THAT(told(runOf({V, Other})), HasSubstr("Other verdicts"));
  EXPECT_THAT(told(runOf({Other, V})), HasSubstr("Other verdicts"));
}

TEST(Explanation, ThePastedRecordCoversTheVerdict) {
  Verdict V = counter();
  V.Symbol = "odd\\ \"name\"";
  std::string Text = told(runOf({V}));
  size_t From = Text.find("    exceptions:");
  std::string Yaml = Text.substr(From, Text.find("  a comment") - From);
  for (const char *Blank : {"reason", "owner"}) {
    std::string Key = Blank;
    EXPECT_TRUE(loadRulesFromText(Yaml, "/r/x.yaml").failed()) << Key;
    Yaml.replace(Yaml.find(Key + ": \"\""), Key.size() + 4, Key + ": \"x\"");
  }
  RuleLoad Load = loadRulesFromText(Yaml, "/r/x.yaml");
  ASSERT_FALSE(Load.failed()) << Yaml;
  EXPECT_TRUE(
      exceptionStory(V, Load.Rules, {}, Today).Records.front().WhyNot.empty());
}

TEST(Explanation, CannotMoveTheCursor) {
  Verdict V = counter();
  V.Type = "bad\x1B[2J";
  V.Basis = {GroundsKind::UnseenWrite, V.Type};
  V.EntryPoints = {"GET /\x1B[2J"};
  EXPECT_THAT(told(runOf({V})), Not(HasSubstr("\x1B")));
}
