//===- ExceptionsTest.cpp - Who is excused, by whom, until when -----------===//
//
// Verdicts are made by hand; programs only where NOLINT comments are needed.
//
//===----------------------------------------------------------------------===//
#include "Exceptions.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr Date Today{2026, 6, 15};

Verdict verdict() {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Loc = {"/p/src/metrics.cpp", 12, 5};
  V.Symbol = "app::metrics::Counter";
  V.Type = "std::atomic<int>";
  V.Function = "app::handle";
  V.Category = "thread-local";
  return V;
}

RuleSet rules(std::vector<ExceptionRecord> Records) {
  RuleSet Rules;
  Rules.Root = "/p";
  Rules.Exceptions = std::move(Records);
  for (const char *Id :
       {"stateless-local-file-write", "stateless-mutable-global"})
    Rules.Checks.emplace_back().Id = Id;
  return Rules;
}

ExceptionRecord record(unsigned Line = 3) {
  ExceptionRecord Record;
  Record.Check = "stateless-mutable-global";
  Record.Reason = "scraped, never read back";
  Record.Owner = "platform";
  Record.Loc = {"/p/.stateless-tidy.yaml", Line, 5};
  return Record;
}

struct Outcome {
  std::vector<Verdict> Verdicts;
  std::vector<RuleDiagnostic> Diagnostics;

  const std::optional<Suppression> &first() const {
    return Verdicts.front().Suppressed;
  }
};

Outcome apply(std::vector<ExceptionRecord> Records,
              std::vector<Verdict> Verdicts = {verdict()},
              bool Complete = true) {
  Outcome Result{std::move(Verdicts), {}};
  Result.Diagnostics = applyExceptions(
      Result.Verdicts, rules(std::move(Records)), {}, Today, Complete);
  return Result;
}

/// The default verdict against one record with one selector.
template <typename Select> bool excuses(Select &&Set) {
  ExceptionRecord Record = record();
  Set(Record);
  return apply({Record}).first().has_value();
}

TEST(Exceptions, CarryTheRecord) {
  ExceptionRecord Record = record();
  Record.Symbol = "app::metrics::*";
  Record.Expires = Date{2027, 3, 31};
  Outcome Result = apply({Record});
  ASSERT_TRUE(Result.first());
  EXPECT_EQ(Result.first()->Kind, SuppressionKind::Exception);
  EXPECT_EQ(Result.first()->Reason, "scraped, never read back");
  EXPECT_EQ(Result.first()->Owner, "platform");
  EXPECT_EQ(Result.first()->Expires, "2027-03-31");
  EXPECT_EQ(Result.first()->Loc, Record.Loc);
  EXPECT_THAT(Result.Diagnostics, IsEmpty());
}

TEST(Exceptions, EachSelectorDecides) {
  EXPECT_TRUE(excuses([](auto &R) { R.Check = "stateless-*"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Check = "stateless-local-*"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Symbol = "app::*::Counter"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Symbol = "Counter"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Type = "std::atomic<*>"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Type = "std::atomic"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Function = "app::handle"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Function = "app::other"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Category = "thread-*"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Category = "meyers"; }));
}

TEST(Exceptions, PathsOfFindings) {
  EXPECT_TRUE(excuses([](auto &R) { R.Path = "src/*.cpp"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Path = "**/metrics.cpp"; }));
  EXPECT_TRUE(excuses([](auto &R) { R.Path = "/p/src/**"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Path = "*.cpp"; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Path = "lib/**"; }));
}

TEST(Exceptions, PathsThatAreWritten) {
  Verdict Write = verdict();
  Write.Path = "/var/lib/app/state.db";
  ExceptionRecord Record = record();
  Record.Path = "/var/lib/app/*";
  EXPECT_TRUE(apply({Record}, {Write}).first());
  Record.Path = "/var/lib/*";
  EXPECT_FALSE(apply({Record}, {Write}).first());
  Record.Path = "**";
  Verdict Unknown = verdict();
  Unknown.Loc.File = "/elsewhere/a.cpp";
  EXPECT_FALSE(apply({Record}, {Unknown}).first())
      << "an unknown path matches no pattern";
}

TEST(Exceptions, TheFirstOfSeveralSpeaks) {
  // One that is looked up by its symbol, and ones that are tried.
  for (bool PlainFirst : {true, false}) {
    ExceptionRecord Plain = record(1), Glob = record(2), Path = record(3);
    Plain.Symbol = "app::metrics::Counter";
    Glob.Symbol = "app::*";
    Path.Path = "src/{a,metrics}.cpp";
    std::vector<ExceptionRecord> Records{Plain, Glob, Path};
    if (!PlainFirst)
      Records = {Path, Glob, Plain};
    Outcome Result = apply(Records);
    ASSERT_TRUE(Result.first());
    EXPECT_EQ(Result.first()->Loc, Records[0].Loc);
    EXPECT_THAT(Result.Diagnostics, IsEmpty()) << "all three were used";
  }
}

TEST(Exceptions, AllSelectorsMustMatch) {
  EXPECT_FALSE(excuses([](auto &R) {
    R.Symbol = "app::*";
    R.Category = "meyers";
  }));
  EXPECT_TRUE(excuses([](auto &R) {
    R.Symbol = "app::*";
    R.Category = "thread-local";
  }));
}

TEST(Exceptions, AnEmptySubjectMatchesNoName) {
  Verdict Nameless = verdict();
  Nameless.Symbol.clear();
  ExceptionRecord Record = record();
  Record.Symbol = "app::*";
  EXPECT_FALSE(apply({Record}, {Nameless}).first());
}

TEST(Exceptions, TheFirstRecordSpeaksAndBothAreUsed) {
  ExceptionRecord Second = record(9);
  Second.Reason = "second";
  Outcome Result = apply({record(3), Second});
  EXPECT_EQ(Result.first()->Loc.Line, 3u);
  EXPECT_THAT(Result.Diagnostics, IsEmpty());
}

TEST(Exceptions, AnEarlierSuppressionStaysAndTheRecordIsUsed) {
  Verdict V = verdict();
  V.Suppressed = Suppression{SuppressionKind::Baseline, "known", {}, {}, {}};
  Outcome Result = apply({record()}, {V});
  EXPECT_EQ(Result.first()->Kind, SuppressionKind::Baseline);
  EXPECT_THAT(Result.Diagnostics, IsEmpty());
}

TEST(Exceptions, HoldThroughTheirLastDay) {
  EXPECT_TRUE(excuses([](auto &R) { R.Expires = Today; }));
  EXPECT_FALSE(excuses([](auto &R) { R.Expires = Date{2026, 6, 14}; }));
}

TEST(Exceptions, ExpiredOnesAreReportedAndSkipped) {
  ExceptionRecord Expired = record(3);
  Expired.Expires = Date{2026, 1, 31};
  Outcome Result = apply({Expired, record(9)}, {verdict()}, false);
  EXPECT_EQ(Result.first()->Loc.Line, 9u);
  ASSERT_EQ(Result.Diagnostics.size(), 1u);
  EXPECT_EQ(Result.Diagnostics[0].Level, RuleDiagnostic::Warning);
  EXPECT_EQ(Result.Diagnostics[0].Loc, Expired.Loc);
  EXPECT_EQ(Result.Diagnostics[0].Message,
            "exception expired on 2026-01-31 and no longer applies: scraped, "
            "never read back");
}

TEST(Exceptions, UnusedOnesAreReportedOnlyWhenComplete) {
  ExceptionRecord Unused = record(7);
  Unused.Symbol = "nobody";
  Outcome Whole = apply({Unused});
  ASSERT_EQ(Whole.Diagnostics.size(), 1u);
  EXPECT_EQ(Whole.Diagnostics[0].Message,
            "unused exception: it matches no finding");
  EXPECT_EQ(Whole.Diagnostics[0].Loc.Line, 7u);
  EXPECT_THAT(apply({Unused}, {verdict()}, false).Diagnostics, IsEmpty());
}

TEST(Exceptions, BenignOnesNeedNone) {
  Verdict Benign = verdict();
  Benign.Kind = VerdictKind::Benign;
  Outcome Result = apply({record()}, {Benign});
  EXPECT_FALSE(Result.first());
  ASSERT_EQ(Result.Diagnostics.size(), 1u);
  EXPECT_EQ(Result.Diagnostics[0].Message,
            "unused exception: all that it matches is benign");
}

TEST(Exceptions, ChecksThatAreOffSayNothingOfUse) {
  RuleSet Rules = rules({record()});
  Rules.Checks[1].Enabled = false;
  std::vector<Verdict> None;
  EXPECT_THAT(applyExceptions(None, Rules, {}, Today, true), IsEmpty());
}

TEST(Annotations, SuppressWithTheirReason) {
  Verdict V = verdict();
  V.Annotations = {"other", "stateless: ephemeral-cache"};
  Outcome Result = apply({}, {V});
  ASSERT_TRUE(Result.first());
  EXPECT_EQ(Result.first()->Kind, SuppressionKind::Annotation);
  EXPECT_EQ(Result.first()->Reason, "ephemeral-cache");
  EXPECT_THAT(Result.Diagnostics, IsEmpty());
}

TEST(Annotations, ComeAfterRecords) {
  Verdict V = verdict();
  V.Annotations = {"stateless: ephemeral-cache"};
  EXPECT_EQ(apply({record()}, {V}).first()->Kind, SuppressionKind::Exception);
}

TEST(Annotations, WithoutAReasonAreReportedOnce) {
  Verdict V = verdict();
  V.Annotations = {"stateless:"};
  Outcome Result = apply({}, {V, V});
  EXPECT_FALSE(Result.first());
  ASSERT_EQ(Result.Diagnostics.size(), 1u);
  EXPECT_EQ(Result.Diagnostics[0].Loc, V.Loc);
  EXPECT_EQ(Result.Diagnostics[0].Message,
            "annotation \"stateless:\" has no reason and suppresses nothing; "
            "write \"stateless: REASON\"");
  V.Loc = {};
  EXPECT_THAT(apply({}, {V}).Diagnostics, IsEmpty()) << "no place to point at";
}

/// In /p/src/metrics.cpp.
NolintComment comment(DirectiveKind Kind, unsigned Line, const char *Checks) {
  return {Kind, {"/p/src/metrics.cpp", Line, 30}, Checks};
}

TEST(Nolint, SuppressesByTheProgramsComments) {
  std::vector<Verdict> Verdicts{verdict()};
  auto Diagnostics = applyExceptions(
      Verdicts, rules({}),
      {comment(DirectiveKind::NextLine, 11, "stateless-*")}, Today, true);
  ASSERT_TRUE(Verdicts[0].Suppressed);
  EXPECT_EQ(Verdicts[0].Suppressed->Kind, SuppressionKind::InSource);
  EXPECT_EQ(Verdicts[0].Suppressed->Reason, "NOLINTNEXTLINE(stateless-*)");
  EXPECT_EQ(Verdicts[0].Suppressed->Loc,
            (SourceLocation{"/p/src/metrics.cpp", 11, 30}));
  EXPECT_THAT(Diagnostics, IsEmpty());
}

TEST(Nolint, UnmatchedBlocksThatConcernUsAreReported) {
  std::vector<Verdict> None;
  auto Report = [&](DirectiveKind Kind, const char *Checks) {
    return applyExceptions(None, rules({}), {comment(Kind, 4, Checks)}, Today,
                           true);
  };
  auto Begin = Report(DirectiveKind::Begin, "stateless-*");
  ASSERT_EQ(Begin.size(), 1u);
  EXPECT_EQ(Begin[0].Loc.Line, 4u);
  EXPECT_EQ(Begin[0].Message, "unmatched 'NOLINTBEGIN(stateless-*)' without a "
                              "later 'NOLINTEND' with the same list");
  auto End = Report(DirectiveKind::End, "*");
  ASSERT_EQ(End.size(), 1u);
  EXPECT_THAT(End[0].Message, HasSubstr("without an earlier 'NOLINTBEGIN'"));
  EXPECT_THAT(Report(DirectiveKind::Begin, "google-*"), IsEmpty());
}

} // namespace
