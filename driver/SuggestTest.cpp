//===- SuggestTest.cpp - Tests of "did you mean" --------------------------===//
//
// What is near, what is not, and that ties do not depend on chance.
//
//===----------------------------------------------------------------------===//
#include "Suggest.h"
#include "gtest/gtest.h"

using namespace stateless;

TEST(Suggest, FindsTheNearestWord) {
  std::vector<std::string> Known{"check", "audit", "explain"};
  EXPECT_EQ(nearest("chekc", Known), "check");
  EXPECT_EQ(nearest("explian", Known), "explain");
  EXPECT_EQ(nearest("au", Known), "audit"); // A prefix.
}

TEST(Suggest, StaysSilentWhenNothingIsNear) {
  std::vector<std::string> Known{"check", "audit", "init"};
  EXPECT_EQ(nearest("baseline", Known), "");
  EXPECT_EQ(nearest("x", Known), "");
  EXPECT_EQ(nearest("", Known), "");
  EXPECT_EQ(nearest("check", {}), "");
  EXPECT_EQ(didYouMean("baseline", Known), "");
}

TEST(Suggest, TiesGoToTheFirst) {
  EXPECT_EQ(nearest("lisk", {"list", "risk"}), "list");
  EXPECT_EQ(nearest("lisk", {"risk", "list"}), "risk");
}

TEST(Suggest, WordsTheHint) {
  EXPECT_EQ(didYouMean("lst", {"list"}), "; did you mean 'list'?");
}
