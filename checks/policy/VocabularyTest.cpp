//===- VocabularyTest.cpp - Words, categories, kinds ----------------------===//
//
// Pins how names are matched, with no name that the shipped rules rely on but
// as an example.
//
//===----------------------------------------------------------------------===//
#include "policy/Vocabulary.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TEST(IdentifierWords, SplitsStyles) {
  EXPECT_THAT(identifierWords("activeUserSessions_"),
              ElementsAre("active", "user", "sessions"));
  EXPECT_THAT(identifierWords("HTTPToken2"), ElementsAre("http", "token", "2"));
  EXPECT_THAT(identifierWords("g_user_sessions"),
              ElementsAre("g", "user", "sessions"));
  EXPECT_THAT(identifierWords("kTokenCache"),
              ElementsAre("k", "token", "cache"));
  EXPECT_THAT(identifierWords("m_Sessions"), ElementsAre("m", "sessions"));
  EXPECT_THAT(identifierWords("HTTPSession"), ElementsAre("http", "session"));
  EXPECT_THAT(identifierWords("SESSION_MAP"), ElementsAre("session", "map"));
  EXPECT_THAT(identifierWords("sessions2users"),
              ElementsAre("sessions", "2", "users"));
  EXPECT_THAT(identifierWords("app::SessionMap"),
              ElementsAre("app", "session", "map"));
}

TEST(IdentifierWords, Acronyms) {
  EXPECT_THAT(identifierWords("sessionIDs"), ElementsAre("session", "ids"));
  EXPECT_THAT(identifierWords("sessionID"), ElementsAre("session", "id"));
  EXPECT_THAT(identifierWords("userURLsByID"),
              ElementsAre("user", "urls", "by", "id"));
  EXPECT_THAT(identifierWords("XSession"), ElementsAre("x", "session"));
  EXPECT_THAT(identifierWords("HTTPSet"), ElementsAre("http", "set"));
}

TEST(IdentifierWords, OddInput) {
  EXPECT_THAT(identifierWords(""), IsEmpty());
  EXPECT_THAT(identifierWords("___"), IsEmpty());
  EXPECT_THAT(identifierWords("42"), ElementsAre("42"));
  EXPECT_THAT(identifierWords("größeSession"), ElementsAre("größe", "session"));
  EXPECT_THAT(identifierWords("user agent"), ElementsAre("user", "agent"));
}

TEST(TypeCategories, FirstCategoryInOrderWins) {
  TypeCategories Types({{"mine", {"app::Queue"}},
                        {"queue", {"std::queue", "*Queue"}},
                        {"container", {"std::*", "app::Queue"}}});
  EXPECT_EQ(Types.categoryOf("app::Queue"), "mine");
  EXPECT_EQ(Types.categoryOf("std::queue"), "queue");
  EXPECT_EQ(Types.categoryOf("std::WorkQueue"), "queue");
  EXPECT_EQ(Types.categoryOf("std::map"), "container");
  EXPECT_EQ(Types.categoryOf("app::Map"), std::nullopt);
}

TEST(TypeCategories, AGlobInFrontBeatsALaterExactName) {
  TypeCategories Types({{"first", {"std::*"}}, {"second", {"std::map"}}});
  EXPECT_EQ(Types.categoryOf("std::map"), "first");
}

TEST(TypeCategories, IsAsksForAnyEntry) {
  TypeCategories Types(
      {{"a", {"X"}}, {"b", {"Y*"}}, {"c", {"X"}}, {"a", {"Z"}}});
  EXPECT_TRUE(Types.is("X", "a"));
  EXPECT_TRUE(Types.is("X", "c"));
  EXPECT_TRUE(Types.is("Yes", "b"));
  EXPECT_TRUE(Types.is("Z", "a"));
  EXPECT_FALSE(Types.is("X", "b"));
  EXPECT_FALSE(Types.is("Q", "a"));
  EXPECT_FALSE(TypeCategories().is("X", "a"));
  EXPECT_EQ(TypeCategories().categoryOf("X"), std::nullopt);
}

Vocabulary sample() {
  return Vocabulary({{"session", {"session", "auth token"}},
                     {"class", {"class", "category", "match", "box"}},
                     {"cart", {"*basket*", "carts"}}});
}

TEST(Vocabulary, WordsInAnyStyleAndNumber) {
  Vocabulary V = sample();
  for (const char *Name : {"session", "Sessions", "sessionMap_", "HTTPSession",
                           "g_user_sessions", "SESSION_BY_ID", "kSession2"})
    EXPECT_EQ(V.kindOf(Name), "session") << Name;
  for (const char *Name :
       {"classes", "Class", "categories", "categoryMap", "matches_", "boxes"})
    EXPECT_EQ(V.kindOf(Name), "class") << Name;
  EXPECT_EQ(V.kindOf("cart_"), "cart") << "a plural name, a singular word";
}

TEST(Vocabulary, PartsOfWordsDoNotCount) {
  Vocabulary V = sample();
  for (const char *Name : {"obsession", "sessional", "classifier", "cartesian",
                           "matched", "", "_", "processions"})
    EXPECT_EQ(V.kindOf(Name), std::nullopt) << Name;
}

TEST(Vocabulary, WordsInSequence) {
  Vocabulary V = sample();
  EXPECT_EQ(V.kindOf("authTokens"), "session");
  EXPECT_EQ(V.kindOf("user_auth_token_map"), "session");
  EXPECT_EQ(V.kindOf("auth_user_token"), std::nullopt);
  EXPECT_EQ(V.kindOf("token_auth"), std::nullopt);
}

TEST(Vocabulary, GlobsOverTheWholeIdentifierIgnoreCase) {
  Vocabulary V = sample();
  EXPECT_EQ(V.kindOf("shoppingBasketItems"), "cart");
  EXPECT_EQ(V.kindOf("BASKETS"), "cart");
  EXPECT_EQ(Vocabulary({{"x", {"Basket?"}}}).kindOf("basketX"), "x");
  EXPECT_EQ(Vocabulary({{"x", {"basket?"}}}).kindOf("basket"), std::nullopt);
}

TEST(Vocabulary, FirstKindInOrderWins) {
  EXPECT_EQ(sample().kindOf("basket_sessions"), "session");
  Vocabulary Reversed({{"cart", {"cart"}}, {"session", {"session"}}});
  EXPECT_EQ(Reversed.kindOf("session_carts"), "cart");
}

TEST(Vocabulary, ExclusionsHideTheirWordsOnly) {
  Vocabulary V(
      {{"user", {"user", "-user agent", "-*debug*"}}, {"agent", {"agent"}}});
  EXPECT_EQ(V.kindOf("user_ids"), "user");
  EXPECT_EQ(V.kindOf("userAgents"), "agent") << "hidden for 'user' alone";
  EXPECT_EQ(V.kindOf("userAgentsByUser"), "user");
  EXPECT_EQ(V.kindOf("debugUsers"), std::nullopt);
}

TEST(Vocabulary, ExclusionsHoldForAllEntriesOfTheKind) {
  Vocabulary V({{"user", {"-user widget"}}, {"user", {"user"}}});
  EXPECT_EQ(V.kindOf("userWidgets"), std::nullopt);
  EXPECT_EQ(V.kindOf("users"), "user");
}

TEST(Vocabulary, OverlappingExclusionsHideBoth) {
  Vocabulary V({{"u", {"user", "-user user agent"}}});
  EXPECT_EQ(V.kindOf("user_user_agent"), std::nullopt);
  EXPECT_EQ(V.kindOf("user_user_user_agent"), "u");
}

TEST(Vocabulary, CopiesKeepWorking) {
  Vocabulary Copy;
  TypeCategories Types;
  {
    Vocabulary V = sample();
    Copy = V;
    TypeCategories T({{"a", {"X", "Y*"}}});
    Types = T;
  }
  EXPECT_EQ(Copy.kindOf("sessions"), "session");
  EXPECT_TRUE(Types.is("Y1", "a"));
  EXPECT_TRUE(Types.is("X", "a"));
}

} // namespace
