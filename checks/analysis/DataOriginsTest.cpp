//===- DataOriginsTest.cpp - What stored values come from -----------------===//
//
// Pins how values are followed backward: to the caller that a call came from,
// through results, outputs, variables and fields, to entry points. It must not
// depend on the extractor or on any check.
//
//===----------------------------------------------------------------------===//
#include "analysis/DataOrigins.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Fn = FactBuilder::FunctionBuilder;

class DataOriginsTest : public FactsTest {
protected:
  static constexpr uint32_t StoreLine = 100, WrittenLine = 200;

  Source from(SourceKind Kind, uint32_t Index = 0, llvm::StringRef Part = "") {
    Source S;
    S.Kind = Kind;
    S.Index = Index;
    if (!Part.empty())
      S.Part = B.text(Part);
    return S;
  }
  Source variable(SymbolId Symbol) {
    Source S = from(SourceKind::Variable);
    S.Symbol = Symbol;
    return S;
  }
  /// Of the last call of \p F.
  static Source called(Fn &F, Source S) {
    S.Loc = F.fact().Calls.back().Loc;
    return S;
  }
  static void gives(Fn &F, uint32_t Index, std::vector<Source> From) {
    F.fact().Data.push_back({SinkKind::Argument, Index, SymbolId(),
                             F.fact().Calls.back().Loc, std::move(From)});
  }
  static void returns(Fn &F, std::vector<Source> From) {
    F.fact().Data.push_back(
        {SinkKind::Return, 0, SymbolId(), Location(), std::move(From)});
  }
  static void stores(Fn &F, std::vector<Source> From, uint32_t Through = 0) {
    F.fact().Data.push_back({SinkKind::Store,
                             Through,
                             SymbolId(),
                             {F.fact().Loc.File, StoreLine, 1},
                             std::move(From)});
  }

  /// As many fields that nothing is stored in.
  std::vector<Source> fields(size_t Count) {
    std::vector<Source> Result;
    for (size_t I = 0; I < Count; ++I) {
      Result.push_back(from(SourceKind::Field));
      Result.back().Symbol = B.text("field" + std::to_string(I));
    }
    return Result;
  }

  /// The names of what \p F stores in "kept"; "?" if it may be anything.
  std::vector<std::string> origins(llvm::StringRef F) {
    freeze();
    const Function &In = function(F);
    DataOrigin What =
        known().Origins.of(symbol("kept"), In, {In.Loc.File, StoreLine, 1});
    std::vector<std::string> Result;
    for (const DataOrigin::Part &P : What.Requests)
      Result.push_back(program().text(P.Name).str());
    llvm::sort(Result);
    if (What.Own)
      Result.push_back("own");
    if (!What.States.empty())
      Result.push_back("state");
    if (What.Unknown)
      Result.push_back("?");
    return Result;
  }

  FactBuilder::VariableBuilder Kept = B.variable("kept", Int);
  Fn Handler = B.function("handler").parameter("Q", Int);
  Fn Main = B.function("main").registers(EntryKind::Request, "Get",
                                         FactBuilder::code(Handler));
};

TEST_F(DataOriginsTest, WhatAHandlerIsGiven) {
  stores(Handler, {from(SourceKind::Parameter, 0, "Request::body")});
  EXPECT_THAT(origins("handler"), ElementsAre("Request::body"));
}

TEST_F(DataOriginsTest, ThroughTheArgumentsOfEveryCaller) {
  Fn Keep = B.function("keep").parameter("A", Int).parameter("B", Int);
  stores(Keep, {from(SourceKind::Parameter, 1)});
  Handler.calls("keep");
  gives(Handler, 0, {from(SourceKind::Parameter, 0, "Request::path")});
  gives(Handler, 1, {from(SourceKind::Parameter, 0, "Request::body")});
  EXPECT_THAT(origins("keep"), ElementsAre("Request::body"));
}

TEST_F(DataOriginsTest, AResultGoesBackToTheSameCall) {
  Fn Trim = B.function("trim").parameter("A", Int);
  returns(Trim, {from(SourceKind::Parameter, 0)});
  Handler.calls("trim");
  gives(Handler, 0, {from(SourceKind::Parameter, 0, "Request::path")});
  Fn Other = B.function("other").parameter("Q", Int);
  Other.calls("trim");
  gives(Other, 0, {from(SourceKind::Parameter, 0, "Request::body")});
  stores(Other, {called(Other, from(SourceKind::Result))});
  Main.registers(EntryKind::Request, "Get", FactBuilder::code(Other));
  EXPECT_THAT(origins("other"), ElementsAre("Request::body"));
}

TEST_F(DataOriginsTest, WhatAFunctionLeavesWhereAnArgumentLeads) {
  Fn Parse = B.function("parse").parameter("A", Int).parameter("Into", Int);
  stores(Parse, {from(SourceKind::Parameter, 0)}, /*Through=*/2);
  Handler.calls("parse");
  gives(Handler, 0, {from(SourceKind::Parameter, 0, "Request::body")});
  stores(Handler, {called(Handler, from(SourceKind::Output, 1))});
  EXPECT_THAT(origins("handler"), ElementsAre("Request::body"));
}

TEST_F(DataOriginsTest, ThroughOtherState) {
  auto First = B.variable("first", Int);
  stores(Handler, {variable(First)});
  Fn Before = B.function("before").parameter("Q", Int);
  B.line(WrittenLine);
  Before.assigns(First);
  Main.registers(EntryKind::Request, "Get", FactBuilder::code(Before));
  Before.fact().Data.push_back(
      {SinkKind::Store,
       0,
       SymbolId(),
       {Before.fact().Loc.File, WrittenLine, 1},
       {from(SourceKind::Parameter, 0, "Request::body")}});
  EXPECT_THAT(origins("handler"), ElementsAre("Request::body", "state"));
}

TEST_F(DataOriginsTest, WhatWasThereBefore) {
  stores(Handler, {variable(Kept)});
  EXPECT_THAT(origins("handler"), ElementsAre("own"));
}

TEST_F(DataOriginsTest, WhatNobodyKnows) {
  Fn Exported = B.function("exported").parameter("A", Int);
  stores(Exported, {from(SourceKind::Parameter, 0)});
  EXPECT_THAT(origins("exported"), ElementsAre("?"));
}

TEST_F(DataOriginsTest, ACallOutOfSightGivesAllThatItGets) {
  B.function("opaque").parameter("A", Int).declared();
  Handler.calls("opaque");
  gives(Handler, 0, {from(SourceKind::Parameter, 0, "Request::body")});
  stores(Handler, {called(Handler, from(SourceKind::Result))});
  EXPECT_THAT(origins("handler"), ElementsAre("Request::body", "?"));
}

TEST_F(DataOriginsTest, ConstantsComeFromNowhere) {
  Handler.assigns(Kept);
  EXPECT_THAT(origins("handler"), IsEmpty());
}

TEST_F(DataOriginsTest, WithinTheBound) {
  stores(Handler, fields(2000));
  EXPECT_THAT(origins("handler"), IsEmpty());
}

TEST_F(DataOriginsTest, BeyondTheBoundNothingIsKnown) {
  stores(Handler, fields(2001));
  EXPECT_THAT(origins("handler"), ElementsAre("?"));
}

TEST_F(DataOriginsTest, RecursionEnds) {
  Fn Again = B.function("again").parameter("A", Int);
  Again.calls("again");
  gives(Again, 0, {from(SourceKind::Parameter, 0)});
  returns(Again, {from(SourceKind::Parameter, 0),
                  called(Again, from(SourceKind::Result))});
  Handler.calls("again");
  gives(Handler, 0, {from(SourceKind::Parameter, 0, "Request::body")});
  stores(Handler, {called(Handler, from(SourceKind::Result))});
  EXPECT_THAT(origins("handler"), ElementsAre("Request::body"));
}

} // namespace
