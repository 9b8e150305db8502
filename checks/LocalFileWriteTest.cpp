//===- LocalFileWriteTest.cpp - How sure a file write is ------------------===//
//
// Pins the confidence of file writes by what is known of path, mode and the way
// from a request, the requests that they name, and where they stand. It must
// not know the extractor, or which functions touch files.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"
#include "facts/EnumNames.h"

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;
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
    Result.operates(OperationKind::Write, "creat", {{ValueRole::Path, Path}});
    return Result;
  }

  /// fopen("/var/x", Mode)
  FactBuilder::FunctionBuilder opener(llvm::StringRef Name, ValueId Mode) {
    auto Result = B.function(Name);
    Result.operates(OperationKind::Open, "fopen",
                    {{ValueRole::Path, B.literal("/var/x")},
                     {ValueRole::Mode, Mode, ModeSyntax::Stdio}});
    return Result;
  }

  /// "get" opens the database at \p Path by a driver.
  void connects(ValueId Driver, ValueId Path) {
    B.function("get").operates(OperationKind::Database, "connect",
                               {{ValueRole::Path, Path},
                                {ValueRole::Mode, Driver, ModeSyntax::Driver}});
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
  Main.line(3).calls("idle");
  writer("idle", B.literal("/var/x"));
  EXPECT_THAT(judged(), ElementsAre(Likely));
  EXPECT_THAT(Verdicts[0].EntryPoints, IsEmpty());
  EXPECT_THAT(Verdicts[0].Notes, IsEmpty());
}

TEST_F(LocalFileWriteTest, WhatNothingCallsWritesNothing) {
  B.function("get");
  writer("idle", B.literal("/var/x"));
  EXPECT_THAT(judged(), ElementsAre("written-by-dead-code"));
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

TEST_F(LocalFileWriteTest, TheDriverDecidesWhetherADatabaseIsAFile) {
  connects(B.literal("sqlite3"), B.literal("/var/x.db"));
  EXPECT_THAT(judged(), ElementsAre(Proven));
}

TEST_F(LocalFileWriteTest, ADriverOfAServerOpensNoFile) {
  connects(B.literal("mysql"), B.literal("shop"));
  EXPECT_THAT(judged(), ElementsAre("writes-no-file"));
}

TEST_F(LocalFileWriteTest, AnUnknownDriverIsPossible) {
  connects(B.value(ValueKind::Unknown), B.literal("/var/x.db"));
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-driver"));
  EXPECT_THAT(Verdicts[0].Message,
              HasSubstr("may open the local database '/var/x.db'"));
}

TEST_F(LocalFileWriteTest, ADatabaseOfWhichNothingIsKnownIsPossible) {
  connects(B.value(ValueKind::Unknown), B.value(ValueKind::CommandLine));
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-driver"));
}

TEST_F(LocalFileWriteTest, AnUnknownModeIsPossible) {
  opener("get", B.value(ValueKind::Unknown));
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-mode"));
}

TEST_F(LocalFileWriteTest, WhatIsInOrderHasAReason) {
  writer("get", B.literal("/tmp/x"));
  opener("idle", B.literal("r"));
  EXPECT_THAT(judged(), ElementsAre("inside-writable-roots", "read-only"));
}

TEST_F(LocalFileWriteTest, OfSeveralModesTheOneThatWritesCounts) {
  B.function("get").operates(
      OperationKind::Open, "open_as",
      {{ValueRole::Mode, B.literal("r"), ModeSyntax::Stdio},
       {ValueRole::Path, B.literal("/var/x")},
       {ValueRole::Mode, B.integer(1), ModeSyntax::Posix}});
  EXPECT_THAT(judged(), ElementsAre(Proven));
}

TEST_F(LocalFileWriteTest, EachKindHasItsWords) {
  auto Does = [&](OperationKind Kind, llvm::StringRef Value) {
    B.function("get").operates(Kind, "f",
                               {{ValueRole::Path, B.literal(Value)}});
  };
  Does(OperationKind::Delete, "/var/d");
  Does(OperationKind::Database, "/var/b");
  Does(OperationKind::Database, ":memory:");
  Does(OperationKind::Shell, "tee /var/s");
  Options.Known.ShellCommands = {{{"tee"}, ShellOperands::All}};
  EXPECT_THAT(judged(),
              ElementsAre(Proven, Proven, "inside-writable-roots", Proven));
  EXPECT_THAT(Verdicts[0].Message, HasSubstr("'f' deletes '/var/d'"));
  EXPECT_EQ(Verdicts[0].Category, "delete");
  EXPECT_THAT(Verdicts[1].Message,
              HasSubstr("'f' opens the local database '/var/b'"));
  EXPECT_THAT(Verdicts[3].Message,
              HasSubstr("'f' runs a command that writes '/var/s' (tee)"));
  EXPECT_EQ(Verdicts[3].Category, "shell");
}

TEST_F(LocalFileWriteTest, ACommandThatNobodyKnowsIsPossible) {
  B.function("get").operates(OperationKind::Shell, "system",
                             {{ValueRole::Path, B.value(ValueKind::Unknown)}});
  EXPECT_THAT(judged(), ElementsAre("possible: unknown-path"));
  EXPECT_EQ(Verdicts[0].Message,
            "'system' runs a command that writes an unknown path, which may "
            "lie outside the writable roots, on 'GET /a'");
}

/// Another check speaks of it, whatever values it has.
TEST_F(LocalFileWriteTest, AnOperationOfAnotherKindIsIgnored) {
  constexpr auto Foreign =
      static_cast<OperationKind>(enumCount<OperationKind>());
  B.function("get").operates(Foreign, "setenv",
                             {{ValueRole::Path, B.literal("/var/x")}});
  EXPECT_THAT(judged(), IsEmpty());
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
