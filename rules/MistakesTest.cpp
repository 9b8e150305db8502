//===- MistakesTest.cpp - What is wrong in one rule file ------------------===//
//
// The bound on how many are told, at its edge, and what is said of a file that
// must not be quoted.
//
//===----------------------------------------------------------------------===//
#include "Mistakes.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST(Mistakes, AreToldUpToTheLimit) {
  Mistakes Found("r.yaml");
  for (unsigned I = 0; I < rulelimit::Mistakes; ++I)
    Found.add(MistakeKind::UnknownKey, I + 1, 1, "m");
  EXPECT_EQ(Found.told(Quoting::Allowed).size(), rulelimit::Mistakes);
  Found.add(MistakeKind::UnknownKey, 500, 1, "m");
  auto Told = Found.told(Quoting::Allowed);
  ASSERT_EQ(Told.size(), rulelimit::Mistakes + 1);
  EXPECT_EQ(Told[0].Loc, (SourceLocation{"r.yaml", 0, 0}));
  EXPECT_EQ(Told[0].Message, "101 mistakes, of which 100 are told");
  EXPECT_EQ(Found.count(), 101u);
}

TEST(Mistakes, SayNoWordOfAFileThatMustNotBeQuoted) {
  for (MistakeKind Kind :
       {MistakeKind::Syntax, MistakeKind::Limit, MistakeKind::DuplicateKey,
        MistakeKind::UnknownKey, MistakeKind::MissingKey,
        MistakeKind::WrongValue, MistakeKind::Extends})
    for (Quoting Quote : {Quoting::Outside, Quoting::NoRuleFile}) {
      Mistakes Found("/etc/shadow");
      Found.add(Kind, 3, 7, "unknown key 'root:$6$'");
      RuleDiagnostic Told = Found.told(Quote)[0];
      EXPECT_EQ(Told.Loc, (SourceLocation{"/etc/shadow", 3, 7}));
      EXPECT_THAT(Told.Message, Not(HasSubstr("root")));
      EXPECT_THAT(Told.Message, HasSubstr("not quoted"));
      EXPECT_EQ(Found.told(Quoting::Allowed)[0].Message,
                "unknown key 'root:$6$'");
    }
}

TEST(Mistakes, QuotedTextEndsWithACharacter) {
  EXPECT_EQ(quotedText(std::string(60, 'x')), "'" + std::string(60, 'x') + "'");
  EXPECT_EQ(quotedText(std::string(61, 'x')),
            "'" + std::string(60, 'x') + "...'");
  // The 60th byte is the first one of two.
  EXPECT_EQ(quotedText(std::string(59, 'x') + "\xc3\xa9" + "y"),
            "'" + std::string(59, 'x') + "...'");
}

} // namespace
