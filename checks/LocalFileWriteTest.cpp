//===- LocalFileWriteTest.cpp - How sure a file write is ------------------===//
//
// Pins the confidence of file writes by what is known of path, mode and the way
// from a request, the requests that they name, and where they stand. It must
// not know the extractor, or which functions touch files.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class LocalFileWriteTest : public ChecksTest {
protected:
  LocalFileWriteTest() {
    Main.line(5).registers("on", {F::code(B.text("get"))}, B.literal("/a"),
                           "GET");
    B.line(100);
  }
  /// "level: grounds", or the benign reason, for each verdict.
  std::vector<std::string> judged() {
    Verdicts = judge(freeze(/*Whole=*/true), Options, [](llvm::StringRef Id) {
                 return Id == "stateless-local-file-write";
               }).Verdicts;
    std::vector<std::string> Result;
    for (const Verdict &V : Verdicts)
      Result.push_back(
          V.Kind == VerdictKind::Benign   ? idOf(V.Why)
          : V.Level == Confidence::Proven ? "proven: " + idOf(V.Basis)
          : V.Level == Confidence::Likely ? "likely: " + idOf(V.Basis)
                                          : "possible: " + idOf(V.Basis));
    return Result;
  }
  FactBuilder::FunctionBuilder writer(llvm::StringRef Name, ValueId Path) {
    auto Result = B.function(Name);
    Result.effect(EffectKind::Write, "creat", {Path});
    return Result;
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  std::vector<Verdict> Verdicts;
  const std::string Proven = "proven: sure-request";
  const std::string Likely = "likely: known-path";
};

TEST_F(LocalFileWriteTest, AKnownPathOnARequestIsProven) {
  writer("get", B.literal("/var/x"));
  EXPECT_THAT(judged(), ElementsAre(Proven));
  EXPECT_THAT(Verdicts[0].EntryPoints, ElementsAre("GET /a"));
  EXPECT_EQ(Verdicts[0].Message, "'creat' writes '/var/x', outside the "
                                 "writable roots, on 'GET /a'");
  ASSERT_FALSE(Verdicts[0].Notes.empty());
  EXPECT_EQ(Verdicts[0].Notes[0].Text, "'GET /a' is registered here");
}

TEST_F(LocalFileWriteTest, AKnownPathThatNoRequestLeadsToIsLikely) {
  B.function("get");
  writer("idle", B.literal("/var/x"));
  EXPECT_THAT(judged(), ElementsAre(Likely));
  EXPECT_THAT(Verdicts[0].EntryPoints, IsEmpty());
  EXPECT_THAT(Verdicts[0].Notes, IsEmpty());
}

TEST_F(LocalFileWriteTest, AStepThatCanRunSeveralFunctionsIsLikely) {
  SymbolId Base = B.function("Store::put").declared();
  writer("Disk::put", B.literal("/var/x")).overrides(Base);
  B.function("Memory::put").overrides(Base);
  B.function("get").callsVirtual(F::thisPlace(), "Store::put");
  EXPECT_THAT(judged(), ElementsAre(Likely));
  EXPECT_THAT(Verdicts[0].EntryPoints, ElementsAre("GET /a"));
}

TEST_F(LocalFileWriteTest, AnUnknownPathIsPossibleThoughARequestLeadsThere) {
  writer("get", B.value(ValueKind::Unknown));
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-path"));
}

TEST_F(LocalFileWriteTest, AConfigurablePathIsPossible) {
  writer("get", B.environment("DIR"));
  EXPECT_THAT(judged(), ElementsAre("possible: configurable-path"));
}

TEST_F(LocalFileWriteTest, AnUnknownModeIsPossible) {
  B.function("get").effect(EffectKind::Open, "fopen", {B.literal("/var/x")},
                           ModeSyntax::Stdio, B.value(ValueKind::Unknown));
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-mode"));
}

TEST_F(LocalFileWriteTest, WhatIsInOrderHasAReason) {
  writer("get", B.literal("/tmp/x"));
  B.function("idle").effect(EffectKind::Open, "fopen", {B.literal("/var/x")},
                            ModeSyntax::Stdio, B.literal("r"));
  EXPECT_THAT(judged(), ElementsAre("inside-writable-roots", "read-only"));
}

TEST_F(LocalFileWriteTest, WhoDecidesThePathIsJudgedByWhoCallsIt) {
  // save(path) writes; a handler decides one path, start-up another.
  writer("save", B.parameterValue(0));
  B.function("get").line(200).calls("save", {F::passes(B.literal("/var/x"))});
  Main.line(10).calls("save", {F::passes(B.literal("/var/y"))});
  EXPECT_THAT(judged(), ElementsAre(Likely, Proven));
  EXPECT_EQ(Verdicts[0].Function, "main");
  EXPECT_EQ(Verdicts[1].Loc.Line, 200u);
  EXPECT_EQ(Verdicts[1].Function, "get");
}

TEST_F(LocalFileWriteTest, WhoPutsItOutsideDecidesNotWhoNamesIt) {
  writer("save", B.value(ValueKind::Concat,
                         {B.literal("/var/lib/"), B.parameterValue(0)}));
  B.function("get").line(200).calls("save", {F::passes(B.literal("x"))});
  EXPECT_THAT(judged(), ElementsAre(Proven));
  EXPECT_EQ(Verdicts[0].Function, "save");
  EXPECT_EQ(Verdicts[0].Path, "/var/lib/x");
}

TEST_F(LocalFileWriteTest, AHandlersPathMayComeFromTheFunctionAround) {
  SymbolId Install = B.function("install");
  writer("get", B.value({ValueKind::Parameter, 0, 0, {}, Install, {}}))
      .lambdaIn(Install);
  Main.line(10).calls("install", {F::passes(B.literal("/var/x"))});
  EXPECT_THAT(judged(), ElementsAre(Proven));
  EXPECT_EQ(Verdicts[0].Path, "/var/x");
  EXPECT_EQ(Verdicts[0].Function, "get");
}

} // namespace
