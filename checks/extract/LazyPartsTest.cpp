//===- LazyPartsTest.cpp - What runs only where something is not set ------===//
//
// Sources that are on no disk, and which of their calls a test guards. It must
// not depend on what analyses make of that.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"

using namespace stateless;
using testing::ElementsAre;

namespace {

class LazyPartsTest : public testing::Test {
protected:
  const Function &read(llvm::StringRef Body) {
    std::string Text = R"(
struct Holder { explicit operator bool() const; Holder &operator=(int *); void reset(); };
bool operator==(const Holder &, decltype(nullptr));
void mark(); int make(); int use(int); static bool Flag; static int *Pointer; static Holder Held;
struct C { bool Own; C *Other; int g(int N); void reset(); };
static C *Made;
int C::g(int N) { )" + Body.str() +
                       " }";
    Facts = factsOf(Text);
    for (const Function &F : Facts.Functions)
      if (Facts.Strings[F.QualifiedName] == "C::g")
        return F;
    ADD_FAILURE() << "no g";
    return None;
  }
  /// Whether each call of `mark` is in a lazy part.
  std::vector<bool> guarded(llvm::StringRef Body) {
    std::vector<bool> Result;
    const Function &F = read(Body);
    for (const Call &C : F.Calls)
      if (Facts.Strings[C.CalleeName] == "mark")
        Result.push_back(llvm::any_of(F.Control, [&](const ControlFlow &In) {
          return llvm::any_of(In.Lazy, [&](const LazyBlocks &L) {
            return llvm::any_of(In.Points, [&](const ProgramPoint &P) {
              return P.Loc == C.Loc && llvm::is_contained(L.Blocks, P.Block);
            });
          });
        }));
    return Result;
  }

  /// Whether each lazy part is sure to run once.
  std::vector<bool> sure(llvm::StringRef Body) {
    std::vector<bool> Result;
    for (const ControlFlow &In : read(Body).Control)
      for (const LazyBlocks &L : In.Lazy)
        Result.push_back(L.Sure);
    return Result;
  }

  TuFacts Facts;
  Function None;
};

TEST_F(LazyPartsTest, WhatATestFindsUnset) {
  EXPECT_THAT(guarded("if (!Flag) mark();"), ElementsAre(true));
  EXPECT_THAT(guarded("if (Flag == false) { mark(); Flag = true; }"),
              ElementsAre(true));
  EXPECT_THAT(guarded("if (Pointer == nullptr) mark();"), ElementsAre(true));
  EXPECT_THAT(guarded("if (0 == Pointer) mark();"), ElementsAre(true));
  EXPECT_THAT(guarded("if (Pointer != nullptr) ; else mark();"),
              ElementsAre(true));
  EXPECT_THAT(guarded("if (!Held) mark();"), ElementsAre(true));
  EXPECT_THAT(guarded("if (Held == nullptr) mark();"), ElementsAre(true));
  EXPECT_THAT(guarded("if (Held != nullptr) return N; mark(); return make();"),
              ElementsAre(true));
  EXPECT_THAT(guarded("if (Flag) return N; mark(); return make();"),
              ElementsAre(true));
}

TEST_F(LazyPartsTest, WhatATestFindsOtherThanAKey) {
  for (const char *Test : {"K != Seen", "Seen != K", "K > Seen", "Seen < K"})
    EXPECT_THAT(guarded("static int Seen; int K = make(); if (" +
                        std::string(Test) + ") { Seen = K; mark(); }"),
                ElementsAre(true))
        << Test;
  EXPECT_THAT(guarded("static thread_local int Seen; int K = make(); "
                      "if (Seen == K) return 0; mark(); Seen = K; return 0;"),
              ElementsAre(true));
  // What changes the key may put it far ahead.
  EXPECT_THAT(guarded("static int Seen; int K = make(); if (N) K = 1 << 30; "
                      "if (K > Seen) { Seen = K; mark(); }"),
              ElementsAre(false));
  // It does not set it, or not always, or to another value.
  EXPECT_THAT(guarded("static int Seen; int K = make(); "
                      "if (K != Seen) mark();"),
              ElementsAre(false));
  EXPECT_THAT(guarded("static int Seen; int K = make(); "
                      "if (K != Seen) { if (N) Seen = K; mark(); }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("static int Seen; int K = make(); "
                      "if (K != Seen) { Seen = 2; mark(); }"),
              ElementsAre(false));
  // The caller's key is no local; what else it gives, is needed.
  EXPECT_THAT(guarded("static int Seen; "
                      "if (N != Seen) { Seen = N; mark(); }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("static int Seen; int K = make(); "
                      "if (K != Seen) { Seen = K; use(N); mark(); }"),
              ElementsAre(false));
}

TEST_F(LazyPartsTest, NotWhereItIsSet) {
  EXPECT_THAT(guarded("if (Flag) mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (!Flag) return N; mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (Pointer != nullptr) mark();"), ElementsAre(false));
}

TEST_F(LazyPartsTest, NotWhatIsRunInAnyCase) {
  EXPECT_THAT(guarded("if (!Flag) make(); mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (!Flag || N) mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (N) goto In; if (!Flag) { In: mark(); }"),
              ElementsAre(false));
}

TEST_F(LazyPartsTest, NotWhatNeedsTheCaller) {
  EXPECT_THAT(guarded("if (!Flag) { use(N); mark(); }"), ElementsAre(false));
  EXPECT_THAT(guarded("int L = N; if (!Flag) { mark(); use(L); }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Flag) { [&] { use(N); }(); mark(); }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Flag) { int L = make(); mark(); use(L); }"),
              ElementsAre(true));
}

TEST_F(LazyPartsTest, NotWhatTellsThatItWasRun) {
  EXPECT_THAT(guarded("if (Flag) return 0; mark(); return 1;"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Flag) { mark(); return 1; } return N;"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (Flag) return 0; mark(); return 0;"),
              ElementsAre(true));
}

TEST_F(LazyPartsTest, NotWhatIsUnsetAgain) {
  EXPECT_THAT(guarded("if (!Flag) { Flag = true; mark(); Flag = false; }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Pointer) { mark(); Pointer = nullptr; }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Held) { Held = Pointer; mark(); Held.reset(); }"),
              ElementsAre(false));
}

TEST_F(LazyPartsTest, AMethodOfWhatItPointsToUnsetsNothing) {
  EXPECT_THAT(guarded("if (!Made) { Made = new C; Made->reset(); mark(); }"),
              ElementsAre(true));
}

TEST_F(LazyPartsTest, NotALoop) {
  EXPECT_THAT(guarded("while (!Flag) { mark(); Flag = make(); }"),
              ElementsAre(false));
  EXPECT_THAT(guarded("do { mark(); } while (!Flag);"), ElementsAre(false));
}

TEST_F(LazyPartsTest, SureIfEachWaySetsIt) {
  EXPECT_THAT(sure("if (!Flag) { mark(); Flag = true; }"), ElementsAre(true));
  EXPECT_THAT(sure("if (!Pointer) { mark(); Pointer = new int; }"),
              ElementsAre(true));
  EXPECT_THAT(sure("if (!Flag) { if (make()) Flag = true; mark(); }"),
              ElementsAre(false));
  EXPECT_THAT(sure("if (!Flag) { if (make()) Flag = true; else Flag = 2; }"),
              ElementsAre(true));
  EXPECT_THAT(sure("if (!Flag) { mark(); Flag = make(); }"),
              ElementsAre(false));
}

TEST_F(LazyPartsTest, NotBySomethingElse) {
  EXPECT_THAT(guarded("if (!N) mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (!Own) mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("static thread_local bool T; if (!T) mark();"),
              ElementsAre(false));
  EXPECT_THAT(guarded("if (!Other->Own) mark();"), ElementsAre(false));
  EXPECT_THAT(guarded("if (Pointer == &N) mark();"), ElementsAre(false));
}

} // namespace
