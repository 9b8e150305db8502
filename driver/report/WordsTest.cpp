//===- WordsTest.cpp - What verdicts say to people ------------------------===//
//
// How a reason joins the message, and what several programs say together.
//
//===----------------------------------------------------------------------===//
#include "report/Words.h"
#include "gtest/gtest.h"

using namespace stateless;

namespace {

Verdict fine(Reason Why) {
  Verdict V;
  V.Kind = VerdictKind::Benign;
  V.Message = "'n' is no state";
  V.Why = std::move(Why);
  return V;
}

TEST(Words, AReasonFollowsTheMessage) {
  EXPECT_EQ(messageOf(fine({ReasonKind::ExemptType, "logger"})),
            "'n' is no state: exempt type: logger");
  Verdict Bad = fine({});
  Bad.Kind = VerdictKind::Violation;
  EXPECT_EQ(messageOf(Bad), "'n' is no state");
  EXPECT_EQ(textOf({NoteRole::Detail, {}, "in 'a'", {ReasonKind::Constant}}),
            "in 'a': constant");
}

TEST(Words, ProgramsThatDifferAreNamed) {
  Verdict V = fine({ReasonKind::StartUpOnly});
  V.WhyIn = {{{ReasonKind::StartUpOnly}, {"b", "c"}},
             {{ReasonKind::NeverWritten}, {"a"}}};
  EXPECT_EQ(reasonOf(V), "never written (in 'a'); written only at start-up "
                         "(in 'b', 'c')");
}

TEST(Words, AnUnsettledVerdictSaysItAll) {
  Verdict V = fine({ReasonKind::PartAnalysed});
  V.Kind = VerdictKind::Unsettled;
  EXPECT_EQ(messageOf(V), "'n' is no state");
  EXPECT_EQ(reasonOf(V), "only a part of the program was analysed");
}

TEST(Words, IdsCarryWhatTheyAreAbout) {
  EXPECT_EQ(idOf(Reason{ReasonKind::ExemptType, "logger"}),
            "exempt-type:logger");
  EXPECT_EQ(idOf(Reason{}), "");
  EXPECT_EQ(idOf(Grounds{GroundsKind::KnownPath}), "known-path");
}

} // namespace
