//===- JoinVerdictsTest.cpp -----------------------------------------------===//
#include "JoinVerdicts.h"
#include <gmock/gmock.h>

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

Verdict verdict(VerdictKind Kind, std::string Subject, std::string Says,
                std::string File = "/lib.cpp") {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Kind = Kind;
  V.Level = Confidence::Likely;
  V.Subject = V.Symbol = V.Identity = Subject;
  V.Loc = {File, 3, 5};
  V.Message = Says;
  return V;
}

Verdict bad(std::string Subject, std::string Says) {
  return verdict(VerdictKind::Violation, Subject, Says);
}
Verdict fine(std::string Subject, ReasonKind Why) {
  Verdict V = verdict(VerdictKind::Benign, Subject, "no state");
  V.Why = {Why};
  return V;
}

ProgramJudgement program(std::string Name, std::vector<Verdict> Verdicts,
                         bool Serves = true) {
  ProgramJudgement Result;
  Result.Program = Name;
  Result.Said.Verdicts = std::move(Verdicts);
  Result.Said.Serves = Serves;
  Result.Said.NoEntryPoint = !Serves;
  return Result;
}

std::vector<std::string> notes(const Verdict &V) {
  std::vector<std::string> Result;
  for (const VerdictNote &N : V.Notes)
    Result.push_back(N.Why ? N.Text + ": " + idOf(N.Why) : N.Text);
  return Result;
}

TEST(JoinVerdicts, TheWorstCounts) {
  std::vector<Verdict> All =
      joinVerdicts({program("admin", {bad("limit", "written by 'POST /l'")}),
                    program("shop", {fine("limit", ReasonKind::StartUpOnly)})})
          .Verdicts;
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Kind, VerdictKind::Violation);
  EXPECT_THAT(All[0].Programs, ElementsAre("admin"));
  EXPECT_THAT(notes(All[0]),
              ElementsAre("this is so in 'admin'",
                          "in 'shop' it is no state: written-at-start-up"));
}

TEST(JoinVerdicts, TheBestEvidenceSpeaks) {
  Verdict Proven = bad("limit", "surely");
  Proven.Level = Confidence::Proven;
  std::vector<Verdict> All =
      joinVerdicts(
          {program("a", {bad("limit", "perhaps")}), program("b", {Proven})})
          .Verdicts;
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Message, "surely");
  EXPECT_THAT(notes(All[0]),
              ElementsAre("this is so in 'b'", "in 'a' too: perhaps"));
}

TEST(JoinVerdicts, NoNameWhereAllAgree) {
  std::vector<Verdict> All =
      joinVerdicts(
          {program("a", {bad("limit", "x"), fine("n", ReasonKind::Constant)}),
           program("b", {bad("limit", "x"), fine("n", ReasonKind::Constant)})})
          .Verdicts;
  ASSERT_THAT(All, SizeIs(2));
  for (const Verdict &V : All) {
    EXPECT_THAT(V.Programs, IsEmpty());
    EXPECT_THAT(V.Notes, IsEmpty());
  }
}

TEST(JoinVerdicts, WhatServesNobodyHasNoSay) {
  std::vector<Verdict> All =
      joinVerdicts({program("shop", {fine("limit", ReasonKind::StartUpOnly)}),
                    program("test",
                            {bad("limit", "set by the test"),
                             bad("runs", "counts the tests")},
                            /*Serves=*/false)})
          .Verdicts;
  ASSERT_THAT(All, SizeIs(2));
  EXPECT_EQ(All[0].Subject, "runs");
  EXPECT_EQ(All[0].Kind, VerdictKind::Violation);
  EXPECT_EQ(All[1].Subject, "limit");
  EXPECT_EQ(All[1].Kind, VerdictKind::Benign);
  EXPECT_EQ(All[1].Why, (Reason{ReasonKind::StartUpOnly}));
  // If nothing is known to serve, all count.
  All = joinVerdicts(
            {program("a", {fine("limit", ReasonKind::StartUpOnly)}, false),
             program("b", {bad("limit", "set")}, false)})
            .Verdicts;
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Kind, VerdictKind::Violation);
}

TEST(JoinVerdicts, TwoObjectsOfOneName) {
  Verdict Here = bad("Config", "set"),
          There = fine("Config", ReasonKind::NeverWritten);
  There.Loc.File = "/shop.cpp";
  There.Fixes = {{There.Loc, 0, "const ", "int"}};
  EXPECT_THAT(joinVerdicts({program("admin", {Here}), program("shop", {There})})
                  .Verdicts,
              SizeIs(2));
  for (const Verdict &V :
       joinVerdicts({program("admin", {Here}), program("shop", {There})})
           .Verdicts)
    EXPECT_THAT(V.Fixes, IsEmpty());
}

TEST(JoinVerdicts, AFixIsEveryonesOrNobodys) {
  Verdict Constant = fine("n", ReasonKind::NeverWritten),
          Set = fine("n", ReasonKind::StartUpOnly);
  Constant.Fixes = {{Constant.Loc, 0, "const ", "int"}};
  auto FixesOf = [](std::vector<ProgramJudgement> All) {
    return joinVerdicts(std::move(All)).Verdicts.front().Fixes.size();
  };
  EXPECT_EQ(FixesOf({program("a", {Constant}), program("b", {Constant})}), 1U);
  EXPECT_EQ(FixesOf({program("a", {Constant}), program("b", {Set})}), 0U);
  std::vector<ReasonIn> Told =
      joinVerdicts({program("a", {Constant}), program("b", {Set})})
          .Verdicts.front()
          .WhyIn;
  ASSERT_THAT(Told, SizeIs(2));
  EXPECT_EQ(Told[0].Why, Constant.Why);
  EXPECT_THAT(Told[0].Names, ElementsAre("a"));
  EXPECT_EQ(Told[1].Why, Set.Why);
  EXPECT_THAT(Told[1].Names, ElementsAre("b"));
}

TEST(JoinVerdicts, OneObjectOneFinding) {
  Verdict Sessions = bad("m", "sessions");
  Sessions.Check = "stateless-session-map";
  std::vector<Verdict> All = joinVerdicts({program("a", {Sessions}),
                                           program("b", {bad("m", "written")})})
                                 .Verdicts;
  ASSERT_THAT(All, SizeIs(2));
  EXPECT_EQ(All[0].Check, "stateless-mutable-global");
  EXPECT_EQ(All[0].Kind, VerdictKind::Benign);
  EXPECT_EQ(All[0].Why,
            (Reason{ReasonKind::ReportedBy, "stateless-session-map"}));
  EXPECT_EQ(All[1].Kind, VerdictKind::Violation);
}

TEST(JoinVerdicts, ARemarkOnlyIfNothingServes) {
  EXPECT_FALSE(
      joinVerdicts({program("a", {}), program("b", {}, false)}).NoEntryPoint);
  EXPECT_TRUE(joinVerdicts({program("a", {}, false), program("b", {}, false)})
                  .NoEntryPoint);
}

} // namespace
