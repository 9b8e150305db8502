//===- VoicesTest.cpp - What is said of what a template makes -------------===//
#include "Voices.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

Verdict of(std::string Instance, VerdictKind Kind, std::string Says,
           ReasonKind Why = ReasonKind::NeverWritten,
           std::string Check = "stateless-mutable-global") {
  Verdict V;
  V.Check = Check;
  V.Kind = Kind;
  V.Subject = "u#" + Instance;
  V.Pattern = "u";
  V.Symbol = "counter::N";
  V.Loc = {"/a.cpp", 3, 5};
  V.Message = Says;
  if (Kind == VerdictKind::Benign)
    V.Why = {Why};
  V.Instances.push_back({Instance, "_Z" + Instance});
  return V;
}
Verdict bad(std::string Instance, std::string Says = "is written") {
  return of(Instance, VerdictKind::Violation, Says);
}
Verdict fine(std::string Instance, ReasonKind Why) {
  return of(Instance, VerdictKind::Benign, "no state", Why);
}

std::vector<std::string> notes(const Verdict &V) {
  std::vector<std::string> Result;
  for (const VerdictNote &N : V.Notes)
    Result.push_back(N.Why ? N.Text + ": " + idOf(N.Why) : N.Text);
  return Result;
}

TEST(Voices, OneVerdictForAllThatATemplateMakes) {
  std::vector<Verdict> All =
      joinInstances({fine("f<char>", ReasonKind::NeverWritten), bad("f<long>"),
                     fine("f<int>", ReasonKind::StartUpOnly)});
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Kind, VerdictKind::Violation);
  EXPECT_EQ(All[0].Subject, "u");
  EXPECT_THAT(notes(All[0]),
              testing::UnorderedElementsAre(
                  "this is so in 'f<long>'",
                  "in 'f<char>' it is no state: never-written",
                  "in 'f<int>' it is no state: written-at-start-up"));
  std::vector<std::string> Names;
  for (const InstanceVerdict &I : All[0].Instances)
    Names.push_back(I.Name +
                    (I.Kind == VerdictKind::Violation ? ": bad" : ": fine"));
  EXPECT_THAT(Names,
              ElementsAre("f<char>: fine", "f<int>: fine", "f<long>: bad"));
}

TEST(Voices, WhereAllAgreeNobodyIsNamed) {
  std::vector<Verdict> All = joinInstances({bad("f<char>"), bad("f<long>")});
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_THAT(notes(All[0]), IsEmpty());
}

TEST(Voices, BenignOnesTellAllReasons) {
  std::vector<Verdict> All =
      joinInstances({fine("f<char>", ReasonKind::NeverWritten),
                     fine("f<int>", ReasonKind::StartUpOnly)});
  ASSERT_THAT(All, SizeIs(1));
  EXPECT_EQ(All[0].Kind, VerdictKind::Benign);
  EXPECT_THAT(All[0].WhyIn, SizeIs(2));
}

TEST(Voices, TheWritesOfThoseThatAgreeAreTold) {
  Verdict A = bad("f<char>"), B = bad("f<long>");
  A.Notes = {{NoteRole::Path, {}, "path"},
             {NoteRole::Write, {}, "one"},
             {NoteRole::Detail, {}, "more"}};
  B.Notes = {{NoteRole::Write, {}, "two"}, {NoteRole::Write, {}, "one"}};
  EXPECT_THAT(notes(joinInstances({A, B})[0]),
              ElementsAre("path", "one", "two", "more"));
}

TEST(Voices, AnInstantiationOfTwoProgramsIsToldByWhatCountsMost) {
  Verdict Possible = bad("f<int>"), Proven = bad("f<int>");
  Possible.Instances[0].Kind = Proven.Instances[0].Kind =
      VerdictKind::Violation;
  Possible.Instances[0].Level = Confidence::Possible;
  Proven.Instances[0].Level = Confidence::Proven;
  Verdict Joined = joinVoices({{"admin", Possible}, {"shop", Proven}});
  ASSERT_THAT(Joined.Instances, SizeIs(1));
  EXPECT_EQ(Joined.Instances[0].Level, Confidence::Proven);
}

TEST(Voices, WhatIsReportedByAnotherCheckIsNoViolationOfAnyInstance) {
  Verdict Single = of("f<int>", VerdictKind::Violation, "keeps state",
                      ReasonKind::NeverWritten, "stateless-stateful-singleton");
  for (const Verdict &V : joinInstances({Single, bad("f<int>")}))
    EXPECT_EQ(V.Instances[0].Kind, V.Check == Single.Check
                                       ? VerdictKind::Violation
                                       : VerdictKind::Benign);
}

TEST(Voices, WhatNoTemplateMakesStaysAsItIs) {
  Verdict Plain = bad("");
  Plain.Pattern.clear();
  Plain.Subject = "plain";
  EXPECT_THAT(joinInstances({Plain, bad("f<int>")}), SizeIs(2));
}

} // namespace
