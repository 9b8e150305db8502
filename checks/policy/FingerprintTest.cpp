//===- FingerprintTest.cpp - A name for a verdict -------------------------===//
//
// What names a verdict, and how equal ones are told apart.
//
//===----------------------------------------------------------------------===//
#include "policy/Fingerprint.h"
#include "gtest/gtest.h"
#include <set>

using namespace stateless;

namespace {

Verdict at(unsigned Line) {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Loc = {"/r/a.cpp", Line, 1};
  V.Identity = "c:@A";
  return V;
}

std::vector<std::string> given(std::vector<Verdict> Verdicts) {
  giveFingerprints(Verdicts);
  std::vector<std::string> Prints;
  for (const Verdict &V : Verdicts)
    Prints.push_back(V.Fingerprint);
  return Prints;
}

TEST(Fingerprint, NamesCheckAndIdentityAlone) {
  Verdict V = at(1);
  // Baselines hold this text: it may never change.
  EXPECT_EQ("fda27c8798f57b7c", fingerprint(V));
  Verdict Moved = at(99);
  Moved.Message = "other";
  EXPECT_EQ(fingerprint(V), fingerprint(Moved));
  Verdict Other = at(1);
  Other.Identity = "c:@B";
  EXPECT_NE(fingerprint(V), fingerprint(Other));
  Other = at(1);
  Other.Check = "stateless-session-map";
  EXPECT_NE(fingerprint(V), fingerprint(Other));
}

TEST(Fingerprint, EqualOnesAreNumberedByLocation) {
  std::vector<std::string> Prints = given({at(1), at(2), at(3)});
  EXPECT_EQ(fingerprint(at(1)), Prints[0]);
  EXPECT_EQ(3u, std::set<std::string>(Prints.begin(), Prints.end()).size());
  EXPECT_EQ(std::vector<std::string>(Prints.rbegin(), Prints.rend()),
            given({at(3), at(2), at(1)}));
}

TEST(Fingerprint, SuppressionRenamesNothingAndBenignIsApart) {
  std::vector<std::string> Before = given({at(1), at(2)});
  Verdict Excepted = at(1), Benign = at(1);
  Excepted.Suppressed.emplace();
  Benign.Kind = VerdictKind::Benign;
  EXPECT_EQ(Before, given({Excepted, at(2)}));
  EXPECT_EQ(Before[0], given({Benign, at(2)})[1]);
}

TEST(Fingerprint, ItsBeginningIsEnough) {
  EXPECT_TRUE(looksLikeFingerprint("fda2"));
  EXPECT_TRUE(looksLikeFingerprint("FDA27C8798F57B7C"));
  EXPECT_FALSE(looksLikeFingerprint("fda"));
  EXPECT_FALSE(looksLikeFingerprint("fda27c8798f57b7c0"));
  EXPECT_FALSE(looksLikeFingerprint("fda2-map"));
}

} // namespace
