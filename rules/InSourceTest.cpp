//===- InSourceTest.cpp - NOLINT comments and annotations -----------------===//
//
// The expectations on NOLINT were taken from what clang-tidy 22 does with the
// same comments.
//
//===----------------------------------------------------------------------===//
#include "InSource.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr const char *Check = "stateless-mutable-global";

NolintComment comment(DirectiveKind Kind, unsigned Line,
                      std::optional<std::string> Checks = std::nullopt,
                      unsigned Column = 20) {
  return {Kind, {"/p/a.cpp", Line, Column}, std::move(Checks)};
}

bool suppressedAt(const NolintIndex &Index, unsigned Line,
                  unsigned Column = 5) {
  return NolintOfCheck(Index, Check).find({"/p/a.cpp", Line, Column}) !=
         nullptr;
}

TEST(NolintList, GlobsAreReadFromTheRight) {
  EXPECT_TRUE(nolintListNames("*", Check));
  EXPECT_TRUE(nolintListNames("stateless-*", Check));
  EXPECT_TRUE(nolintListNames("a, stateless-mutable-global , -b", Check));
  EXPECT_FALSE(nolintListNames("*,-stateless-mutable-global", Check));
  EXPECT_FALSE(nolintListNames("*,-stateless-*", Check));
  EXPECT_TRUE(nolintListNames("-stateless-*,*", Check));
  EXPECT_FALSE(nolintListNames("-stateless-mutable-global", Check));
  EXPECT_FALSE(nolintListNames("-x", Check));
}

TEST(NolintList, WhatIsNoMatch) {
  EXPECT_FALSE(nolintListNames("", Check));
  EXPECT_FALSE(nolintListNames(" ", Check));
  EXPECT_FALSE(nolintListNames("stateless-mutable", Check));
  EXPECT_FALSE(nolintListNames("stateless-mutable-globa?", Check));
  EXPECT_FALSE(nolintListNames("google-*", Check));
}

TEST(NolintIndex, LineAndNextLine) {
  NolintIndex Index({comment(DirectiveKind::Line, 3),
                     comment(DirectiveKind::NextLine, 7),
                     comment(DirectiveKind::Line, 20, "google-*"),
                     comment(DirectiveKind::Line, 30, "")});
  EXPECT_FALSE(suppressedAt(Index, 2));
  EXPECT_TRUE(suppressedAt(Index, 3));
  EXPECT_TRUE(suppressedAt(Index, 3, 90)) << "the column does not matter";
  EXPECT_FALSE(suppressedAt(Index, 4));
  EXPECT_FALSE(suppressedAt(Index, 7));
  EXPECT_TRUE(suppressedAt(Index, 8));
  EXPECT_FALSE(suppressedAt(Index, 9));
  EXPECT_FALSE(suppressedAt(Index, 20));
  EXPECT_FALSE(suppressedAt(Index, 30)) << "NOLINT() names no check";
  EXPECT_EQ(NolintOfCheck(Index, Check).find({"/p/b.cpp", 3, 1}), nullptr);
  EXPECT_THAT(Index.unmatched(), IsEmpty());
}

TEST(NolintIndex, BothKindsForOneLine) {
  NolintIndex Index({comment(DirectiveKind::NextLine, 7, "google-*"),
                     comment(DirectiveKind::Line, 8, "stateless-*")});
  EXPECT_TRUE(suppressedAt(Index, 8));
  EXPECT_FALSE(suppressedAt(Index, 7));
}

TEST(NolintIndex, BlocksCoverWhatIsBetween) {
  NolintIndex Index({comment(DirectiveKind::End, 9, "stateless-*"),
                     comment(DirectiveKind::Begin, 4, " stateless-* ")});
  EXPECT_FALSE(suppressedAt(Index, 3));
  EXPECT_FALSE(suppressedAt(Index, 4, 5)) << "before the comment";
  EXPECT_TRUE(suppressedAt(Index, 4, 40));
  EXPECT_TRUE(suppressedAt(Index, 7));
  EXPECT_TRUE(suppressedAt(Index, 9, 5));
  EXPECT_FALSE(suppressedAt(Index, 9, 40));
  EXPECT_FALSE(suppressedAt(Index, 10));
  EXPECT_THAT(Index.unmatched(), IsEmpty());
}

TEST(NolintIndex, BlocksNest) {
  NolintIndex Index({comment(DirectiveKind::Begin, 1, "google-*"),
                     comment(DirectiveKind::Begin, 3, "stateless-*"),
                     comment(DirectiveKind::End, 5, "stateless-*"),
                     comment(DirectiveKind::End, 7, "google-*")});
  EXPECT_FALSE(suppressedAt(Index, 2));
  EXPECT_TRUE(suppressedAt(Index, 4));
  EXPECT_FALSE(suppressedAt(Index, 6));
}

TEST(NolintIndex, TheInnermostThatNamesTheCheckSpeaks) {
  NolintIndex Index(
      {comment(DirectiveKind::Begin, 1), comment(DirectiveKind::Begin, 2, "*"),
       comment(DirectiveKind::Begin, 3, "google-*"),
       comment(DirectiveKind::End, 5, "google-*"),
       comment(DirectiveKind::Begin, 6, "llvm-*"),
       comment(DirectiveKind::End, 7, "llvm-*"),
       comment(DirectiveKind::End, 8, "*"), comment(DirectiveKind::End, 10)});
  NolintOfCheck Naming(Index, Check);
  auto Line = [&](unsigned At) {
    const NolintComment *Found = Naming.find({"/p/a.cpp", At, 5});
    return Found ? Found->Loc.Line : 0;
  };
  EXPECT_EQ(Line(1), 0u);
  EXPECT_EQ(Line(2), 1u);
  EXPECT_EQ(Line(3), 2u);
  EXPECT_EQ(Line(4), 2u) << "through one that names another check";
  EXPECT_EQ(Line(6), 2u) << "between two blocks";
  EXPECT_EQ(Line(7), 2u);
  EXPECT_EQ(Line(9), 1u);
  EXPECT_EQ(Line(11), 0u);
  auto Reaching = Index.reaching({"/p/a.cpp", 4, 5});
  ASSERT_EQ(Reaching.size(), 3u);
  EXPECT_EQ(Reaching[0]->Loc.Line, 3u);
  EXPECT_EQ(Reaching[2]->Loc.Line, 1u);
  EXPECT_TRUE(Index.reaching({"/p/b.cpp", 4, 5}).empty());
}

TEST(NolintIndex, DifferentListsAreNoPair) {
  NolintComment Begin = comment(DirectiveKind::Begin, 1);
  NolintComment End = comment(DirectiveKind::End, 5, "*");
  NolintIndex Index({Begin, End});
  EXPECT_FALSE(suppressedAt(Index, 3));
  EXPECT_THAT(Index.unmatched(), ElementsAre(Begin, End));
}

TEST(NolintIndex, AWrongEndLeavesTheBlockOpen) {
  NolintComment Wrong = comment(DirectiveKind::End, 5, "*");
  NolintIndex Index({comment(DirectiveKind::Begin, 1), Wrong,
                     comment(DirectiveKind::End, 9)});
  EXPECT_TRUE(suppressedAt(Index, 7));
  EXPECT_THAT(Index.unmatched(), ElementsAre(Wrong));
}

TEST(NolintIndex, FilesDoNotPair) {
  NolintComment Begin = comment(DirectiveKind::Begin, 1);
  NolintComment End = comment(DirectiveKind::End, 5);
  End.Loc.File = "/p/b.cpp";
  NolintIndex Index({Begin, End});
  EXPECT_THAT(Index.unmatched(), ElementsAre(Begin, End));
}

TEST(NolintIndex, WhatReachesALineNeedNotNameTheCheck) {
  NolintIndex Index({{DirectiveKind::Line, {"/p/a.cpp", 3, 9}, "google-*"},
                     {DirectiveKind::Line, {"/p/a.cpp", 4, 9}, "*"}});
  auto Reaching = Index.reaching({"/p/a.cpp", 3, 1});
  ASSERT_EQ(Reaching.size(), 1u);
  EXPECT_EQ(nolintText(*Reaching[0]), "NOLINT(google-*)");
  EXPECT_FALSE(nolintNames(*Reaching[0], Check));
  EXPECT_EQ(NolintOfCheck(Index, Check).find({"/p/a.cpp", 3, 1}), nullptr);
}

TEST(Nolint, TextAsInTheSource) {
  EXPECT_EQ(nolintText(comment(DirectiveKind::Line, 1)), "NOLINT");
  EXPECT_EQ(nolintText(comment(DirectiveKind::NextLine, 1, "x")),
            "NOLINTNEXTLINE(x)");
  EXPECT_EQ(nolintText(comment(DirectiveKind::Begin, 1, "")), "NOLINTBEGIN()");
  EXPECT_EQ(nolintText(comment(DirectiveKind::End, 1)), "NOLINTEND");
}

TEST(Annotation, Reason) {
  EXPECT_EQ(annotationReason("stateless: ephemeral-cache"), "ephemeral-cache");
  EXPECT_EQ(annotationReason(" stateless :  a b "), "a b");
  EXPECT_EQ(annotationReason("stateless:"), "");
  EXPECT_EQ(annotationReason("stateless: "), "");
  EXPECT_EQ(annotationReason("stateless"), "");
  EXPECT_EQ(annotationReason("statelessness: x"), std::nullopt);
  EXPECT_EQ(annotationReason("other: stateless"), std::nullopt);
  EXPECT_EQ(annotationReason(""), std::nullopt);
}

} // namespace
