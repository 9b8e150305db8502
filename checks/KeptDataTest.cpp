//===- KeptDataTest.cpp - Users' data that frameworks keep ----------------===//
//
// Pins what is one finding, where it stands and how sure it is. It must not
// know the extractor, or which functions keep something.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class KeptDataTest : public ChecksTest {
protected:
  KeptDataTest() {
    Main.line(5).registers("on", {F::code(B.text("post"))}, B.literal("/a"),
                           "POST");
    B.line(100);
  }
  void keeps(FactBuilder::FunctionBuilder In, uint32_t Line,
             llvm::StringRef Call, llvm::StringRef What = "session",
             bool Configured = false) {
    In.line(Line).operates(OperationKind::Keep, Call, {});
    Operation &Op = In.fact().Operations.back();
    Op.What = B.text(What);
    Op.Configured = Configured;
  }
  /// "line: message (grounds)" for each finding.
  std::vector<std::string> judged() {
    Verdicts = judge(freeze(/*Whole=*/true), Options, [](llvm::StringRef Id) {
                 return Id == "stateless-session-map";
               }).Verdicts;
    std::vector<std::string> Result;
    for (const Verdict &V : Verdicts)
      Result.push_back(
          std::to_string(V.Loc.Line) + ": " + V.Message + " (" +
          (V.Kind == VerdictKind::Benign ? idOf(V.Why) : idOf(V.Basis)) + ")");
    return Result;
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  std::vector<Verdict> Verdicts;
};

TEST_F(KeptDataTest, WhatARequestKeepsIsProven) {
  keeps(B.function("post").at(100), 101, "put");
  EXPECT_THAT(judged(), ElementsAre("101: 'put' keeps session data in the "
                                    "memory of this process, on 'POST /a' "
                                    "(sure-request)"));
  EXPECT_EQ(Verdicts[0].Level, Confidence::Proven);
  EXPECT_EQ(Verdicts[0].Category, "session");
  EXPECT_EQ(Verdicts[0].Symbol, "post");
  EXPECT_THAT(Verdicts[0].EntryPoints, ElementsAre("POST /a"));
  ASSERT_FALSE(Verdicts[0].Notes.empty());
  EXPECT_EQ(Verdicts[0].Notes[0].Text, "'POST /a' is registered here");
}

TEST_F(KeptDataTest, OneFindingForAFunctionAndAKind) {
  auto Post = B.function("post").at(100);
  keeps(Post, 103, "cache", "cache");
  keeps(Post, 102, "later");
  keeps(Post, 101, "put");
  EXPECT_THAT(judged(),
              ElementsAre("101: 'put' keeps session data in the memory of this "
                          "process, on 'POST /a' (sure-request)",
                          "103: 'cache' keeps cache data in the memory of this "
                          "process, on 'POST /a' (sure-request)"));
  EXPECT_EQ(Verdicts[0].Notes.back().Text, "also kept by 'later'");
  EXPECT_EQ(Verdicts[0].Notes.back().Loc.Line, 102u);
}

TEST_F(KeptDataTest, WhatAConfigurationDecidesIsPossible) {
  keeps(B.function("post").at(100), 101, "put", "session", true);
  EXPECT_THAT(judged(), ElementsAre("101: 'put' may keep session data in the "
                                    "memory of this process, on 'POST /a' "
                                    "(configured-store)"));
  EXPECT_EQ(Verdicts[0].Level, Confidence::Possible);
}

TEST_F(KeptDataTest, WhatIsSureIsToldFirst) {
  auto Post = B.function("post").at(100);
  keeps(Post, 101, "maybe", "session", true);
  keeps(Post, 102, "put");
  EXPECT_THAT(judged(), ElementsAre("102: 'put' keeps session data in the "
                                    "memory of this process, on 'POST /a' "
                                    "(sure-request)"));
}

TEST_F(KeptDataTest, WithoutARequestItIsLikely) {
  B.function("post").at(100);
  keeps(Main, 6, "start");
  EXPECT_THAT(judged(), ElementsAre("6: 'start' keeps session data in the "
                                    "memory of this process (no-entry-point)"));
  EXPECT_EQ(Verdicts[0].Level, Confidence::Likely);
  EXPECT_THAT(Verdicts[0].EntryPoints, IsEmpty());
}

TEST_F(KeptDataTest, WhatNothingCallsKeepsNothing) {
  B.function("post").at(100);
  keeps(B.function("idle").at(110), 111, "put");
  EXPECT_THAT(judged(), ElementsAre("111: 'put' (written-by-dead-code)"));
}

TEST_F(KeptDataTest, AKindWithoutANameIsUsersData) {
  keeps(B.function("post").at(100), 101, "put", "");
  EXPECT_THAT(judged(), ElementsAre("101: 'put' keeps users' data in the "
                                    "memory of this process, on 'POST /a' "
                                    "(sure-request)"));
  EXPECT_EQ(Verdicts[0].Category, "user");
}

TEST_F(KeptDataTest, OtherOperationsAreNotItsOwn) {
  B.function("post").operates(OperationKind::Write, "creat",
                              {{ValueRole::Path, B.literal("/var/x")}});
  EXPECT_THAT(judged(), IsEmpty());
}

} // namespace
