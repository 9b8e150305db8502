//===- ExceptionStoryTest.cpp - What exceptions say of one verdict --------===//
//
// The story must say what applyExceptions() does, for matches and for misses.
//
//===----------------------------------------------------------------------===//
#include "ExceptionStory.h"
#include "Exceptions.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr Date Today{2026, 6, 15};

Verdict verdict() {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Loc = {"/p/src/cart.cpp", 12, 5};
  V.Symbol = "cart::Total";
  V.Category = "namespace-scope";
  return V;
}

/// A record for the check with one thing set.
template <typename Set> ExceptionRecord record(Set &&Change) {
  ExceptionRecord Record;
  Record.Check = "stateless-*";
  Record.Reason = "why";
  Change(Record);
  return Record;
}

RuleSet rules(std::vector<ExceptionRecord> Records) {
  RuleSet Rules;
  Rules.Root = "/p";
  Rules.Exceptions = std::move(Records);
  return Rules;
}

/// Why the one record does not match \p V.
std::vector<std::string> whyNot(const ExceptionRecord &Record,
                                const Verdict &V = verdict()) {
  RuleSet Rules = rules({Record});
  std::vector<std::string> Reasons =
      exceptionStory(V, Rules, {}, Today).Records.front().WhyNot;
  std::vector<Verdict> Marked{V};
  applyExceptions(Marked, Rules, {}, Today, false);
  EXPECT_EQ(Reasons.empty(), Marked[0].Suppressed.has_value());
  return Reasons;
}

std::vector<NolintComment> withComment(unsigned Line, const char *Checks) {
  return {{DirectiveKind::Line, {"/p/src/cart.cpp", Line, 30}, Checks}};
}

} // namespace

TEST(ExceptionStory, NamesTheKeyThatDoesNotMatch) {
  EXPECT_THAT(whyNot(record([](auto &R) { R.Symbol = "cart::*"; })), IsEmpty());
  EXPECT_THAT(whyNot(record([](auto &R) { R.Symbol = "app::*"; })),
              ElementsAre("symbol 'app::*' does not match 'cart::Total'"));
  EXPECT_THAT(whyNot(record([](auto &R) { R.Type = "int"; })),
              ElementsAre("type 'int': the verdict has none"));
  EXPECT_THAT(whyNot(record([](auto &R) { R.Category = "meyers"; })),
              ElementsAre("category 'meyers' does not match "
                          "'namespace-scope'"));
  EXPECT_THAT(whyNot(record([](auto &R) { R.Expires = Date{2026, 1, 1}; })),
              ElementsAre("expired on 2026-01-01"));
}

TEST(ExceptionStory, PathsAreShownAsThePatternSeesThem) {
  EXPECT_THAT(whyNot(record([](auto &R) { R.Path = "lib/**"; })),
              ElementsAre("path 'lib/**' does not match 'src/cart.cpp'"));
  EXPECT_THAT(whyNot(record([](auto &R) { R.Path = "/q/**"; })),
              ElementsAre("path '/q/**' does not match '/p/src/cart.cpp'"));
  Verdict Write = verdict();
  Write.Path = "/var/lib/x";
  EXPECT_THAT(whyNot(record([](auto &R) { R.Path = "/srv/*"; }), Write),
              ElementsAre("path '/srv/*' does not match '/p/src/cart.cpp' nor "
                          "'/var/lib/x'"));
}

TEST(ExceptionStory, TellsEveryKeyButOfAnotherCheckOnlyThat) {
  auto Change = [](auto &R) {
    R.Symbol = "app::*";
    R.Expires = Date{2026, 1, 1};
  };
  EXPECT_EQ(whyNot(record(Change)).size(), 2u);
  EXPECT_THAT(whyNot(record([&](auto &R) {
                Change(R);
                R.Check = "stateless-local-*";
              })),
              ElementsAre("names another check: 'stateless-local-*'"));
}

TEST(ExceptionStory, KnowsWhatOnlyTheDateKeepsOut) {
  auto Answer = [](const ExceptionRecord &Record) {
    RuleSet Rules = rules({Record});
    return exceptionStory(verdict(), Rules, {}, Today)
        .Records.front()
        .OnlyExpired;
  };
  EXPECT_TRUE(Answer(record([](auto &R) { R.Expires = Date{2026, 6, 14}; })));
  EXPECT_FALSE(Answer(record([](auto &R) { R.Expires = Today; })));
  EXPECT_FALSE(Answer(record([](auto &R) {
    R.Expires = Date{2026, 6, 14};
    R.Symbol = "x";
  })));
}

TEST(ExceptionStory, AnnotationsAndCommentsInReach) {
  Verdict V = verdict();
  V.Annotations = {"other", "stateless:", "stateless: a cache"};
  ExceptionStory Story =
      exceptionStory(V, rules({}), withComment(12, "google-*"), Today);
  ASSERT_EQ(Story.InSource.size(), 3u);
  EXPECT_EQ(Story.InSource[0].WhyNot, "it has no reason");
  EXPECT_EQ(Story.InSource[1].Text, "annotation \"stateless: a cache\"");
  EXPECT_EQ(Story.InSource[1].WhyNot, "");
  EXPECT_EQ(Story.InSource[2].Text, "NOLINT(google-*)");
  EXPECT_EQ(Story.InSource[2].Loc.Column, 30u);
  EXPECT_EQ(Story.InSource[2].WhyNot, "it does not name the check");
  EXPECT_EQ(exceptionStory(V, rules({}), withComment(12, "stateless-*"), Today)
                .InSource[2]
                .WhyNot,
            "");
  EXPECT_EQ(
      exceptionStory(V, rules({}), withComment(13, "*"), Today).InSource.size(),
      2u);
}

TEST(ExceptionStory, TheProposalCoversTheVerdict) {
  Verdict Global = verdict();
  Verdict Write = verdict();
  Write.Path = "/var/lib/shop/"; // The rest is unknown.
  Verdict Odd = verdict();
  Odd.Path = "/var/{lib/x"; // No pattern in order.
  Verdict Nameless = verdict();
  Nameless.Symbol.clear();
  for (const Verdict &V : {Global, Write, Odd, Nameless}) {
    RuleSet Rules = rules({});
    ExceptionRecord Record = exceptionStory(V, Rules, {}, Today).Proposal;
    EXPECT_EQ(Record.Check, V.Check);
    EXPECT_EQ(Record.Expires, (Date{2027, 6, 15}));
    EXPECT_THAT(mismatches(Record, V, Rules, Today), IsEmpty());
  }
  auto Path = [](const Verdict &V) {
    RuleSet Rules = rules({});
    return exceptionStory(V, Rules, {}, Today).Proposal.Path;
  };
  EXPECT_EQ(Path(Global), std::nullopt);
  EXPECT_EQ(Path(Write), "/var/lib/shop/");
  EXPECT_EQ(Path(Odd), std::nullopt);
  EXPECT_EQ(Path(Nameless), "src/cart.cpp");
}

TEST(ExceptionStory, TheProposalAvoidsDaysThatAreNone) {
  RuleSet Rules = rules({});
  EXPECT_EQ(
      exceptionStory(verdict(), Rules, {}, Date{2028, 2, 29}).Proposal.Expires,
      (Date{2029, 2, 28}));
}
