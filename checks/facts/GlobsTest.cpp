//===- GlobsTest.cpp - Patterns over qualified names ----------------------===//
//
// Pins what '*' and '?' match, and that many stars stay cheap.
//
//===----------------------------------------------------------------------===//
#include "facts/Globs.h"
#include "gtest/gtest.h"
#include <string>

using namespace stateless;

namespace {

TEST(MatchesGlob, PlainTextMatchesItselfOnly) {
  EXPECT_TRUE(matchesGlob("app::Cache", "app::Cache"));
  EXPECT_FALSE(matchesGlob("app::Cache", "app::Cache2"));
  EXPECT_FALSE(matchesGlob("app::Cache", "app::cache"));
  EXPECT_FALSE(matchesGlob("", "a"));
  EXPECT_TRUE(matchesGlob("", ""));
}

TEST(MatchesGlob, StarCrossesEverything) {
  EXPECT_TRUE(matchesGlob("app::*", "app::a::b/c"));
  EXPECT_TRUE(matchesGlob("*::Cache", "a::b::Cache"));
  EXPECT_FALSE(matchesGlob("*::Cache", "Cache"));
  EXPECT_TRUE(matchesGlob("*", ""));
  EXPECT_TRUE(matchesGlob("a**b", "ab"));
  EXPECT_TRUE(matchesGlob("*ab*ab", "abxabab"));
  EXPECT_FALSE(matchesGlob("*ab*ab", "xab"));
}

TEST(MatchesGlob, QuestionMarkIsOneCharacter) {
  EXPECT_TRUE(matchesGlob("v?", "v1"));
  EXPECT_FALSE(matchesGlob("v?", "v"));
  EXPECT_FALSE(matchesGlob("v?", "v12"));
  EXPECT_TRUE(matchesGlob("*?b", "aab"));
}

TEST(MatchesGlob, ManyStarsStayCheap) {
  std::string Pattern, Text(2000, 'a');
  for (int I = 0; I < 50; ++I)
    Pattern += "*a";
  EXPECT_FALSE(matchesGlob(Pattern + "*b", Text));
}

} // namespace
