//===- AnswersTest.cpp - What waits for an answer -------------------------===//
//
// Sources that are on no disk, models of their functions, and which calls are
// taken to wait for requests. It must not depend on what analyses make of that.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"
#include "facts/Models.h"

using namespace stateless;

namespace {

class AnswersTest : public testing::Test {
protected:
  AnswersTest() {
    Known.Roles = {{"take", CallRole::Receives},
                   {"takeFrom", CallRole::Receives},
                   {"Socket::take", CallRole::Receives}};
    Known.Senders = {
        {"give", std::nullopt}, {"giveTo", 1}, {"Socket::give", std::nullopt}};
    Known.Own = {"take", "takeFrom", "give", "giveTo"};
  }

  /// The lines of the body of `g`, from 1, on which something waits for
  /// requests.
  std::vector<uint32_t> requests(llvm::StringRef Body) {
    std::string Text = R"(
# 1 "/usr/include/why.h" 1 3
extern "C" int why();
# 1 "a.cpp" 2
extern "C" { int take(int); int takeFrom(char *, int); int give(int, char *); int giveTo(char *, int); }
struct Socket { int take(); int give(); }; struct Client { Socket S; int Fd; Client *Next; };
int other(); bool some(); extern int Global; extern char *Text;
void g(int A, int B, Client *C, Socket &S) {)" +
                       Body.str() + "}";
    TuFacts Facts = factsOf(Text, Known);
    std::vector<uint32_t> Lines;
    for (const Function &F : Facts.Functions)
      for (const Call &C : F.Calls)
        if (C.Role == CallRole::Receives)
          Lines.push_back(C.Loc.Line - 7);
    return Lines;
  }
  bool takesRequests(llvm::StringRef Body) { return !requests(Body).empty(); }

  Models Known;
};

TEST_F(AnswersTest, WhatIsSentOnTheSameSocketIsAnswered) {
  EXPECT_FALSE(takesRequests("give(A, Text); take(A);"));
  EXPECT_FALSE(takesRequests("for (;;) { give(A, Text); take(A); }"));
  EXPECT_FALSE(takesRequests("while (give(A, Text) && take(A));"));
  EXPECT_FALSE(
      takesRequests("for (;;) { giveTo(Text, A); takeFrom(Text, A); }"));
  EXPECT_FALSE(takesRequests("for (;;) { S.give(); S.take(); }"));
  EXPECT_FALSE(takesRequests("for (;;) { C->S.give(); (*C).S.take(); }"));
  EXPECT_FALSE(takesRequests(
      "for (; C; C = C->Next) { give(C->Fd, Text); take(C->Fd); }"));
  EXPECT_FALSE(takesRequests("for (;;) { give(Global, Text); take(Global); }"));
  EXPECT_FALSE(
      takesRequests("[](int D) { for (;;) { give(D, Text); take(D); } };"));
}

TEST_F(AnswersTest, AnotherSocketIsNotAnswered) {
  EXPECT_TRUE(takesRequests("for (;;) { give(B, Text); take(A); }"));
  EXPECT_TRUE(
      takesRequests("for (;;) { giveTo(Text, B); takeFrom(Text, A); }"));
  EXPECT_TRUE(takesRequests("for (;;) { C->S.give(); C->Next->S.take(); }"));
  EXPECT_TRUE(
      takesRequests("for (;;) { give(other(), Text); take(other()); }"));
}

TEST_F(AnswersTest, TheSocketMayBecomeAnotherOne) {
  EXPECT_TRUE(takesRequests("for (;;) { give(A, Text); A = B; take(A); }"));
  EXPECT_TRUE(takesRequests("for (;;) { give(A, Text); ++A; take(A); }"));
  EXPECT_TRUE(takesRequests(
      "for (;;) { give(C->Fd, Text); C = C->Next; take(C->Fd); }"));
  EXPECT_TRUE(takesRequests("for (;;) { S.give(); S = C->S; S.take(); }"));
  EXPECT_FALSE(takesRequests("for (;;) { A = B; give(A, Text); take(A); }"));
  EXPECT_FALSE(takesRequests("for (;;) { give(A, Text); B = A; take(A); }"));
}

TEST_F(AnswersTest, EachWayHasToSend) {
  EXPECT_FALSE(takesRequests(
      "if (some()) give(A, Text); else give(A, nullptr); take(A);"));
  EXPECT_FALSE(takesRequests("do B = give(A, Text); while (B < 0); take(A);"));
  EXPECT_TRUE(takesRequests("if (some()) give(A, Text); take(A);"));
  EXPECT_TRUE(takesRequests("while (some()) give(A, Text); take(A);"));
  EXPECT_TRUE(takesRequests("some() && give(A, Text); take(A);"));
  EXPECT_TRUE(takesRequests("[&] { give(A, Text); }; take(A);"));
}

TEST_F(AnswersTest, EachTurnHasToSend) {
  EXPECT_TRUE(takesRequests("for (;;) { take(A); give(A, Text); }"));
  EXPECT_TRUE(takesRequests("give(A, Text); for (;;) { take(A); some(); }"));
  EXPECT_TRUE(
      takesRequests("give(A, Text); for (;;) { take(A); give(A, Text); }"));
  EXPECT_TRUE(takesRequests("give(A, Text); while (take(A)) ++Global;"));
  EXPECT_TRUE(
      takesRequests("give(A, Text); again: take(A); some(); goto again;"));
  EXPECT_TRUE(
      takesRequests("for (;;) { give(A, Text); while (some()) take(A); }"));
}

TEST_F(AnswersTest, ALoopThatOnlyWaitsIsNoTurn) {
  EXPECT_FALSE(
      takesRequests("give(A, Text); do B = take(A); while (B < 0 && why());"));
  EXPECT_FALSE(takesRequests(
      "give(A, Text); again: B = take(A); if (B < 0) goto again; some();"));
  EXPECT_FALSE(takesRequests(
      "give(A, Text); for (;;) { if (take(A) < 0) continue; some(); break; }"));
}

TEST_F(AnswersTest, SeveralAnswersMayCome) {
  EXPECT_THAT(requests("for (;;) {\n give(A, Text);\n take(A);\n take(A);\n"
                       " take(B);\n}"),
              testing::ElementsAre(5));
}

} // namespace
