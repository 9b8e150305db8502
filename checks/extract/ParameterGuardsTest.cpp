//===- ParameterGuardsTest.cpp - What runs only for some arguments --------===//
//
// Sources that are on no disk, and under which tests their calls stand. It must
// not depend on what analyses make of that.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Under which tests the call of `mark` in \p Body stands ("N == 0").
std::vector<std::string> guards(llvm::StringRef Body) {
  TuFacts Facts = factsOf(R"(
void mark(); void change(int &); void read(const int &);
enum class Mode : int { Read, Write };
void g(bool Flag, int N, char Small, int *P, Mode M, int &Of) { )" +
                          Body.str() + " }");
  const char *Names[] = {"Flag", "N", "Small", "P", "M", "Of"};
  std::vector<std::string> Result;
  for (const Function &F : Facts.Functions)
    for (const Call &C : F.Calls)
      if (Facts.Strings[C.CalleeName] == "mark")
        for (const ControlFlow &In : F.Control)
          for (const GuardedBlocks &G : In.Guarded)
            if (llvm::any_of(In.Points, [&](const ProgramPoint &P) {
                  return P.Loc == C.Loc &&
                         llvm::is_contained(G.Blocks, P.Block);
                }))
              Result.push_back(Names[Facts.Values[G.Parameter.Value].Index] +
                               std::string(G.Equal ? " == " : " != ") +
                               std::to_string(G.Number));
  return Result;
}

TEST(ParameterGuards, TheTruthOfAParameter) {
  EXPECT_THAT(guards("if (Flag) mark();"), ElementsAre("Flag != 0"));
  EXPECT_THAT(guards("if (!Flag) return; mark();"), ElementsAre("Flag != 0"));
  EXPECT_THAT(guards("if (Flag) return; mark();"), ElementsAre("Flag == 0"));
  EXPECT_THAT(guards("if (Flag) {} else mark();"), ElementsAre("Flag == 0"));
  EXPECT_THAT(guards("if (P) mark();"), ElementsAre("P != 0"));
  EXPECT_THAT(guards("if (P == nullptr) mark();"), ElementsAre("P == 0"));
  EXPECT_THAT(guards("while (N) mark();"), ElementsAre("N != 0"));
  EXPECT_THAT(guards("N ? mark() : (void)0;"), ElementsAre("N != 0"));
}

TEST(ParameterGuards, OneOfSeveralConditions) {
  EXPECT_THAT(guards("if (P && Flag) mark();"),
              testing::UnorderedElementsAre("Flag != 0", "P != 0"));
  EXPECT_THAT(guards("if (P || Flag) mark();"), IsEmpty());
  EXPECT_THAT(guards("if (!(P || Flag)) mark();"), IsEmpty());
}

TEST(ParameterGuards, ComparedWithANumber) {
  EXPECT_THAT(guards("if (N == 3) mark();"), ElementsAre("N == 3"));
  EXPECT_THAT(guards("if (3 != N) return; mark();"), ElementsAre("N == 3"));
  EXPECT_THAT(guards("if (Flag == true) mark();"), ElementsAre("Flag != 0"));
  EXPECT_THAT(guards("if (Flag != true) mark();"), ElementsAre("Flag == 0"));
  EXPECT_THAT(guards("if (M == Mode::Write) mark();"), ElementsAre("M == 1"));
  EXPECT_THAT(guards("if (N > 3) mark();"), IsEmpty());
}

TEST(ParameterGuards, TheCasesOfASwitch) {
  EXPECT_THAT(guards("switch (N) { case 2: mark(); break; default:; }"),
              ElementsAre("N == 2"));
  EXPECT_THAT(guards("switch (N) { case 1: case 2: mark(); }"), IsEmpty());
  EXPECT_THAT(guards("switch (N) { case 1: change(N = 2); case 2: mark(); }"),
              IsEmpty());
  EXPECT_THAT(guards("switch (N) { default: mark(); }"), IsEmpty());
}

TEST(ParameterGuards, NoMoreThanAreKept) {
  auto Tested = [](int Tests) {
    std::string Body;
    for (int I = 0; I < Tests; ++I)
      Body += "if (N == " + std::to_string(I) + ") mark();\n";
    return guards(Body).size();
  };
  // Both edges of a test count: behind the other one nothing stands here.
  EXPECT_EQ(Tested(64), 64u);
  EXPECT_EQ(Tested(65), 64u);
}

TEST(ParameterGuards, WhatAConstructorDoesFirst) {
  TuFacts Facts = factsOf(R"(
void mark();
struct Kept { int &Of; Kept(int N) : Of(N) { Of = 1; if (N) mark(); } };
struct Copied { int Of; Copied(int N) : Of(N) { if (N) mark(); } };
)");
  for (const Function &F : Facts.Functions)
    for (const ControlFlow &C : F.Control)
      EXPECT_EQ(C.Guarded.empty(), Facts.Strings[F.Name] == "Kept");
}

TEST(ParameterGuards, WhatMayHaveAnotherValue) {
  EXPECT_THAT(guards("if (N) mark(); read(N);"), ElementsAre("N != 0"));
  EXPECT_THAT(guards("N = 1; if (N) mark();"), IsEmpty());
  EXPECT_THAT(guards("change(N); if (N) mark();"), IsEmpty());
  EXPECT_THAT(guards("int *Q = &N; *Q = 1; if (N) mark();"), IsEmpty());
  EXPECT_THAT(guards("auto L = [&] { N = 1; }; L(); if (N) mark();"),
              IsEmpty());
  EXPECT_THAT(guards("while (N--) mark();"), IsEmpty());
  EXPECT_THAT(guards("if (Small) mark();"), IsEmpty()); // 256 is 0 there.
  EXPECT_THAT(guards("if (Of) mark();"), IsEmpty());
}

} // namespace
