//===- ControlFlowTest.cpp ------------------------------------------------===//
#include "facts/ControlFlow.h"
#include <gtest/gtest.h>

namespace stateless {
namespace {

/// Graphs are written by hand; a place is a line of one file.
class ControlFlowTest : public testing::Test {
protected:
  ControlFlowTest() { F.Control.emplace_back(); }

  static Location at(uint32_t Line) { return {{1}, Line, 1}; }

  void point(uint32_t Line, uint32_t Block, uint32_t Index = 1,
             uint32_t Loop = NoLoop) {
    F.Control.back().Points.push_back({at(Line), Block, Index, Loop});
  }
  void edges(std::vector<BlockEdge> Edges) {
    F.Control.back().Edges = std::move(Edges);
  }
  void loop(uint32_t Line, uint32_t Parent = NoLoop) {
    F.Loops.push_back({at(Line), Parent, true, false, {}});
  }
  bool follows(uint32_t Start, uint32_t Line) const {
    return Following::point(F, at(Start)).contains(at(Line));
  }

  Function F;
};

TEST_F(ControlFlowTest, InOneBlockTheIndexDecides) {
  // `Last = First++;`: the text has the later one in front.
  point(10, 0, 2);
  point(11, 0, 1);
  EXPECT_TRUE(follows(11, 10));
  EXPECT_FALSE(follows(10, 11));
  EXPECT_TRUE(follows(10, 10));
}

TEST_F(ControlFlowTest, ABranchDoesNotFollowTheOther) {
  point(10, 0);
  point(11, 1);
  point(12, 2);
  point(13, 3);
  edges({{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  EXPECT_TRUE(follows(10, 11));
  EXPECT_TRUE(follows(10, 12));
  EXPECT_FALSE(follows(11, 12));
  EXPECT_FALSE(follows(12, 11));
  EXPECT_TRUE(follows(11, 13));
  EXPECT_FALSE(follows(13, 10));
}

TEST_F(ControlFlowTest, WhatAnEdgeLeadsBackToFollows) {
  point(10, 0);
  point(11, 1, 1);
  point(12, 1, 2);
  point(13, 2);
  edges({{0, 1}, {1, 1}, {1, 2}});
  EXPECT_TRUE(follows(12, 11));
  EXPECT_FALSE(follows(12, 10));
  EXPECT_FALSE(follows(13, 12));
}

TEST_F(ControlFlowTest, LoopsAreNestedByTheirParents) {
  loop(10);
  loop(11, 0);
  point(9, 0);
  point(11, 1, 1, 0);
  point(12, 2, 1, 1);
  point(14, 3);
  edges({{0, 1}, {1, 2}, {2, 1}, {2, 2}, {2, 3}});
  EXPECT_TRUE(isInside(F, at(12), F.Loops[0]));
  EXPECT_TRUE(isInside(F, at(12), F.Loops[1]));
  EXPECT_FALSE(isInside(F, at(11), F.Loops[1]));
  EXPECT_FALSE(isInside(F, at(14), F.Loops[0]));
  EXPECT_EQ(outermostLoop(F, at(12)), &F.Loops[0]);
  EXPECT_EQ(outermostLoop(F, at(14)), nullptr);
  EXPECT_TRUE(Following::point(F, at(9)).entersLoop(F.Loops[1]));
  EXPECT_FALSE(Following::point(F, at(14)).entersLoop(F.Loops[0]));
  Following Behind = Following::loop(F, F.Loops[1]);
  EXPECT_TRUE(Behind.contains(at(14)));
  EXPECT_TRUE(Behind.contains(at(11)));
  EXPECT_FALSE(Behind.contains(at(9)));
}

TEST_F(ControlFlowTest, APlaceWithoutAPointStandsWhereTheOneBeforeItDoes) {
  point(10, 0);
  point(20, 1);
  edges({{0, 1}});
  EXPECT_TRUE(follows(15, 20));
  EXPECT_FALSE(follows(20, 15));
}

TEST_F(ControlFlowTest, OfAPlaceBeforeAllPointsNothingIsKnown) {
  point(10, 0);
  point(20, 1);
  edges({{0, 1}});
  EXPECT_TRUE(follows(5, 10));
  EXPECT_TRUE(follows(20, 5));
  loop(30);
  EXPECT_TRUE(Following::point(F, at(5)).entersLoop(F.Loops[0]));
}

TEST_F(ControlFlowTest, WhatHoldsInOneBodyCounts) {
  point(10, 0, 1);
  point(11, 0, 2);
  F.Control.emplace_back();
  point(10, 0, 2);
  point(11, 0, 1);
  EXPECT_TRUE(follows(10, 11));
  EXPECT_TRUE(follows(11, 10));
}

TEST_F(ControlFlowTest, OnlyALoopLeadsBack) {
  point(10, 0);
  point(11, 1);
  point(12, 2);
  edges({{0, 1}, {1, 1}, {1, 2}});
  EXPECT_FALSE(Following::point(F, at(10)).comesBack());
  EXPECT_TRUE(Following::point(F, at(11)).comesBack());
  EXPECT_FALSE(Following::point(F, at(12)).comesBack());
  EXPECT_TRUE(Following::point(F, at(5)).comesBack()) << "nothing is known";
}

TEST_F(ControlFlowTest, OutermostLoopsHaveAllThatLeadsBack) {
  // Two loops, one with another inside; blocks 4 and 7 are in none.
  edges({{0, 1},
         {1, 2},
         {2, 2},
         {2, 3},
         {3, 1},
         {1, 4},
         {4, 5},
         {5, 6},
         {6, 5},
         {5, 7}});
  std::vector<NaturalLoop> Loops = outermostLoops(F.Control.back());
  ASSERT_EQ(Loops.size(), 2u);
  EXPECT_EQ(Loops[0].Head, 1u);
  EXPECT_EQ(Loops[0].Blocks.count(), 3u);
  EXPECT_TRUE(Loops[0].Blocks[2]);
  EXPECT_EQ(Loops[1].Head, 5u);
  EXPECT_EQ(Loops[1].Blocks.count(), 2u);
}

TEST_F(ControlFlowTest, WithoutAWayBackThereIsNoLoop) {
  edges({{0, 1}, {0, 2}, {1, 2}});
  EXPECT_TRUE(outermostLoops(F.Control.back()).empty());
}

TEST_F(ControlFlowTest, WhatAChildRunsItRunsInEachBody) {
  loop(11);
  point(10, 0);
  point(11, 1, 1, 0);
  edges({{0, 1}, {1, 1}});
  F.Control.back().OfChild = {1};
  EXPECT_TRUE(isOfChild(F, at(11)));
  EXPECT_TRUE(isOfChild(F, F.Loops[0]));
  EXPECT_FALSE(isOfChild(F, at(10)));
  EXPECT_FALSE(isOfChild(F, at(12))) << "there is no such point";
  F.Control.emplace_back();
  point(11, 0, 1, 0);
  EXPECT_FALSE(isOfChild(F, at(11)));
  EXPECT_FALSE(isOfChild(F, F.Loops[0]));
}

} // namespace
} // namespace stateless
