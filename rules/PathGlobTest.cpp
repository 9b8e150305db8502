//===- PathGlobTest.cpp - Globs over paths --------------------------------===//
//
// Pins the path patterns that users write in `exclude` and `path`.
//
//===----------------------------------------------------------------------===//
#include "PathGlob.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;

namespace {

TEST(PathGlob, StarStaysWithinAPart) {
  EXPECT_TRUE(matchesPathGlob("src/*.cpp", "src/a.cpp"));
  EXPECT_FALSE(matchesPathGlob("src/*.cpp", "src/a/b.cpp"));
  EXPECT_FALSE(matchesPathGlob("*.cpp", "src/a.cpp"));
  EXPECT_FALSE(matchesPathGlob("src?a.cpp", "src/a.cpp"));
}

TEST(PathGlob, TwoStarsCrossParts) {
  for (const char *Path : {"a.pb.h", "x/a.pb.h", "x/y/a.pb.h"})
    EXPECT_TRUE(matchesPathGlob("**/*.pb.h", Path)) << Path;
  EXPECT_TRUE(matchesPathGlob("lib/**", "lib/a/b/c.h"));
  EXPECT_FALSE(matchesPathGlob("lib/**", "x/lib/a.h"));
  EXPECT_FALSE(matchesPathGlob("lib/**", "library/a.h"));
  EXPECT_TRUE(matchesPathGlob("a/**/z.h", "a/z.h"));
  EXPECT_TRUE(matchesPathGlob("a/**/m/**/z.h", "a/b/m/m/c/z.h"));
  EXPECT_FALSE(matchesPathGlob("a/**/m/**/z.h", "a/b/c/z.h"));
  EXPECT_TRUE(matchesPathGlob("**", "any/thing"));
}

TEST(PathGlob, TrailingSlashIsAllBelow) {
  EXPECT_TRUE(matchesPathGlob("gen/", "gen/a/b.h"));
  EXPECT_FALSE(matchesPathGlob("gen/", "src/gen/b.h"));
}

TEST(PathGlob, Braces) {
  EXPECT_TRUE(matchesPathGlob("**/*.{cc,cpp}", "x/a.cpp"));
  EXPECT_FALSE(matchesPathGlob("**/*.{cc,cpp}", "x/a.h"));
  EXPECT_TRUE(matchesPathGlob("{a,b/{c,d}}/x", "b/d/x"));
  EXPECT_TRUE(matchesPathGlob("a{,_test}.c", "a.c"));
  EXPECT_TRUE(matchesPathGlob("{a/**,b}/c", "a/q/c"));
  EXPECT_FALSE(matchesPathGlob("{a,b", "a"));
  EXPECT_FALSE(matchesPathGlob("a}", "a}"));
}

TEST(PathGlob, ErrorsSayWhat) {
  EXPECT_EQ(pathGlobError("{a,b}/*"), std::nullopt);
  EXPECT_EQ(pathGlobError("{a,b"), "unbalanced brace in '{a,b'");
  EXPECT_EQ(pathGlobError("a}{b"), "unbalanced brace in 'a}{b'");
  std::string Many;
  for (int I = 0; I < 40; ++I)
    Many += "{a,b,c}";
  EXPECT_EQ(pathGlobError(Many),
            "more than 256 alternatives in '" + Many + "'");
  EXPECT_FALSE(matchesPathGlob(Many, "abc"));
  EXPECT_EQ(pathGlobError("{1,2,3,4}{1,2,3,4}{1,2,3,4}{1,2,3,4}"),
            std::nullopt);
}

TEST(PathGlob, ExpandsToPlainPatterns) {
  EXPECT_THAT(expandPathGlob("a/{b,{c,d}x}{,.h}"),
              testing::UnorderedElementsAre("a/b", "a/b.h", "a/cx", "a/cx.h",
                                            "a/dx", "a/dx.h"));
  EXPECT_THAT(expandPathGlob("a/**"), testing::ElementsAre("a/**"));
}

TEST(PathGlob, BracesAreBoundedBeforeTheyAreExpanded) {
  auto Nested = [](size_t Depth) {
    return std::string(Depth, '{') + "a" + std::string(Depth, '}');
  };
  EXPECT_EQ(pathGlobError(Nested(16)), std::nullopt);
  EXPECT_TRUE(matchesPathGlob(Nested(16), "a"));
  EXPECT_EQ(pathGlobError(Nested(17)),
            "braces deeper than 16 in '" + Nested(17) + "'");
  std::string Choice = "{" + std::string(255, ',') + "}";
  EXPECT_EQ(countPathGlobs(Choice), 256u);
  EXPECT_EQ(pathGlobError(Choice), std::nullopt);
  EXPECT_EQ(expandPathGlob(Choice).size(), 256u);
  EXPECT_THAT(pathGlobError("{" + std::string(256, ',') + "}"),
              testing::Optional(testing::HasSubstr("more than 256")));
  // Each group doubles the number: it must not be made to be counted.
  std::string Doubled;
  for (int I = 0; I < 1000; ++I)
    Doubled += "{a,b}";
  EXPECT_THAT(pathGlobError(Doubled),
              testing::Optional(testing::HasSubstr("more than 256")));
  EXPECT_FALSE(matchesPathGlob(Doubled, "ab"));
}

TEST(PathGlob, BytesAreCompared) {
  using namespace llvm;
  EXPECT_TRUE(matchesPathGlob("a/*\xff", "a/x\xff"));
  EXPECT_FALSE(matchesPathGlob("a/\xfe", "a/\xff"));
  EXPECT_TRUE(matchesPathGlob(StringRef("a\0b", 3), StringRef("a\0b", 3)));
  EXPECT_FALSE(matchesPathGlob(StringRef("a\0b", 3), StringRef("a\0c", 3)));
  EXPECT_FALSE(matchesPathGlob("a", StringRef("a\0c", 3)));
  EXPECT_TRUE(matchesPathGlob("{\xff,b}", "\xff"));
}

TEST(MatchesFile, RelativeToTheRoot) {
  EXPECT_TRUE(matchesFile("lib/**", "/p/lib/a.h", "/p"));
  EXPECT_TRUE(matchesFile("lib/**", "/p/lib/a.h", "/p/"));
  EXPECT_TRUE(matchesFile("lib/**", "/lib/a.h", "/"));
  EXPECT_FALSE(matchesFile("lib/**", "/p2/lib/a.h", "/p"));
  EXPECT_FALSE(matchesFile("lib/**", "/p/lib/a.h", ""));
  EXPECT_FALSE(matchesFile("**/test/**", "/home/test/p/a.h", "/home/test/p"))
      << "folders above the root do not count";
}

TEST(MatchesFile, AbsolutePatternsNeedNoRoot) {
  EXPECT_TRUE(matchesFile("/opt/**", "/opt/x/a.h", ""));
  EXPECT_TRUE(matchesFile("/opt/**", "/opt/x/a.h", "/opt"));
  EXPECT_FALSE(matchesFile("/opt/**", "/p/opt/a.h", "/p"));
}

TEST(MatchesFile, NamesMatchOutsideTheRoot) {
  EXPECT_TRUE(matchesFile("**/*.pb.h", "/build/x/a.pb.h", "/p"));
  EXPECT_TRUE(matchesFile("**/*.{pb,x}.h", "/build/x/a.pb.h", ""));
  EXPECT_FALSE(matchesFile("**/test/**", "/home/test/a.h", "/p"));
  EXPECT_FALSE(matchesFile("**/**", "/home/test/a.h", "/p"));
  EXPECT_FALSE(matchesFile("*.h", "/home/a.h", "/p"));
}

} // namespace
