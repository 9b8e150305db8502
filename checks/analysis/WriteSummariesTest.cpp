//===- WriteSummariesTest.cpp - What calls write of their callers ---------===//
//
// Pins which receivers and arguments a call writes, and when that is sure: by
// summaries of bodies, through methods that override and callables that are
// held, and by declarations where no body is in sight. It must not know the
// extractor, variables or phases.
//
//===----------------------------------------------------------------------===//
#include "analysis/WriteSummaries.h"
#include "analysis/AnalysisTesting.h"
#include "facts/Dump.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class WriteSummariesTest : public FactsTest {
protected:
  void analyse() {
    Graph.emplace(freeze());
    Places.emplace(program(), *Graph);
    Kept.emplace(program());
    Summaries.emplace(program(), *Graph, *Places, *Kept);
  }
  /// "var g", with "?" if not sure, for all that the calls of \p Name write.
  std::vector<std::string> written(llvm::StringRef Name) const {
    std::vector<std::string> Result;
    for (const auto &OfCall : Summaries->writtenByCalls(function(Name)))
      for (const WriteSummaries::Written &W : OfCall)
        Result.push_back(placeText(*W.What, program().strings()) +
                         (W.Certain ? "" : "?"));
    return Result;
  }
  static Argument param(uint32_t Index) {
    return F::lends(F::parameterPlace(Index));
  }

  Place G = B.variable("g", Int);
  Place H = B.variable("h", Int);
  std::optional<CallGraph> Graph;
  std::optional<PlaceResolution> Places;
  std::optional<KeptReferences> Kept;
  std::optional<WriteSummaries> Summaries;
};

//===-- Bodies ------------------------------------------------------------===//

TEST_F(WriteSummariesTest, ABodyDecidesWhatIsWritten) {
  B.function("one").assigns(F::parameterPlace(1));
  B.function("f").calls("one", {F::lends(G), F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var h"));
}

TEST_F(WriteSummariesTest, WhatEscapesInABodyIsNotSure) {
  B.function("one").accesses(AccessKind::AddressTaken, F::parameterPlace(0));
  B.function("far").declared();
  B.function("two").calls("far", {param(0)});
  B.function("f").calls("one", {F::lends(G)}).calls("two", {F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g?", "var h?"));
}

TEST_F(WriteSummariesTest, OneSureWriteOfSeveralIsEnough) {
  B.function("one")
      .accesses(AccessKind::AddressTaken, F::parameterPlace(0))
      .assigns(element(F::parameterPlace(0)));
  B.function("f").calls("one", {F::lends(G)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, WhatALibraryMethodDoesToAParameterIsSure) {
  B.function("one")
      .callsOn(F::parameterPlace(0), "std::vector::push_back")
      .library();
  B.function("f").calls("one", {F::lends(G)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, ReferencesThatAreReturnedAreTheCallersBusiness) {
  B.function("one").accesses(AccessKind::ReturnedByReference,
                             F::parameterPlace(0));
  B.function("f").calls("one", {F::lends(G)});
  analyse();
  EXPECT_THAT(written("f"), IsEmpty());
}

TEST_F(WriteSummariesTest, AnObjectIsWrittenByItsMethodsMethod) {
  SymbolId C = B.text("C");
  B.function("C::hit").method(C).increments(
      F::fieldOf(F::thisPlace(), B.text("C::n")));
  B.function("C::twice").method(C).callsOn(F::thisPlace(), "C::hit");
  B.function("C::look").method(C);
  B.function("f")
      .callsOn(G, "C::twice", ReceiverUse::Const)
      .callsOn(H, "C::look");
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, ALambdaWritesItsMethodsObjectNotItsParameters) {
  SymbolId C = B.text("C");
  SymbolId Run = B.function("C::run").method(C);
  B.function("lambda")
      .lambdaIn(Run)
      .increments(F::fieldOf(F::thisPlace(), B.text("C::n")))
      .increments(F::parameterPlace(0));
  B.function("f").callsOn(G, "C::run", ReceiverUse::Mutating, {F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, RecursionOfPermutedParametersSettles) {
  // f0(a, b, c) calls itself with (b, c, a) and writes a: all are written.
  B.function("turn")
      .calls("turn", {param(1), param(2), param(0)})
      .assigns(F::parameterPlace(0));
  B.function("f").calls("turn", {F::lends(G), F::lends(H), F::lends(deref(G))});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g", "var h", "var g *"));
}

TEST_F(WriteSummariesTest, AWriteComesUpALongChain) {
  constexpr int Length = 100000;
  for (int I = 0; I < Length; ++I)
    B.function("f" + std::to_string(I))
        .calls("f" + std::to_string(I + 1), {param(0)});
  B.function("f" + std::to_string(Length)).assigns(F::parameterPlace(0));
  B.function("main").calls("f0", {F::lends(G)});
  analyse();
  EXPECT_THAT(written("main"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, WhoCallsEveryLinkOfAChainIsSettledSoon) {
  constexpr int Length = 1000;
  auto All = B.function("all");
  for (int I = 0; I <= Length; ++I)
    All.calls("f" + std::to_string(I), {param(0)});
  for (int I = 0; I < Length; ++I)
    B.function("f" + std::to_string(I))
        .calls("f" + std::to_string(I + 1), {param(0)});
  B.function("f" + std::to_string(Length)).assigns(F::parameterPlace(0));
  B.function("main").calls("all", {F::lends(G)});
  analyse();
  EXPECT_THAT(written("main"), ElementsAre("var g"));
}

//===-- Overriding --------------------------------------------------------===//

TEST_F(WriteSummariesTest, AnyOverriderMayWrite) {
  SymbolId Base = B.function("Base::put").declared();
  B.function("One::put").overrides(Base);
  B.function("Two::put").overrides(Base).assigns(F::parameterPlace(0));
  B.function("f").callsVirtual(G, "Base::put", {F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var h"));
}

TEST_F(WriteSummariesTest, OverridersInSightSpeakForAPureMethod) {
  SymbolId Base = B.function("Base::put").declared();
  B.function("One::put").overrides(Base);
  B.function("f").callsVirtual(G, "Base::put", {F::lends(H)});
  B.function("g").callsVirtual(G, "Gone::put", {F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), IsEmpty());
  EXPECT_THAT(written("g"), ElementsAre("var g?", "var h?"));
}

TEST_F(WriteSummariesTest, AWideInterfaceIsSummedUpOnce) {
  constexpr int Many = 5000;
  SymbolId Base = B.function("Base::put").declared();
  for (int I = 0; I < Many; ++I) {
    B.function("C" + std::to_string(I) + "::put")
        .overrides(Base)
        .callsVirtual(F::parameterPlace(0), "Base::put", {param(0)});
    B.function("f" + std::to_string(I))
        .callsVirtual(G, "Base::put", {F::lends(H)});
  }
  B.function("Last::put").overrides(Base).assigns(F::parameterPlace(0));
  analyse();
  EXPECT_THAT(written("f0"), testing::Contains("var h"));
  EXPECT_THAT(written("f4999"), testing::Contains("var h"));
}

//===-- Callables ---------------------------------------------------------===//

TEST_F(WriteSummariesTest, WhatAHolderHoldsWritesItsArguments) {
  SymbolId Hook = B.text("hook");
  B.function("hit").increments(F::parameterPlace(0));
  B.function("set").keeps(F::inVariable(Hook), F::code(B.text("hit")));
  B.function("f").callsThrough({F::inVariable(Hook)},
                               {F::lends(G), F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g"));
}

TEST_F(WriteSummariesTest, AnUnknownCalleeMayWriteWhatItIsLent) {
  B.function("f")
      .callsThrough({F::inVariable(B.text("empty"))}, {F::lends(G)})
      .callsThrough({}, {F::lends(H), F::passes(G)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g?", "var h?"));
}

TEST_F(WriteSummariesTest, CallingAFunctionObjectDoesNotWriteIt) {
  SymbolId Hook = B.text("hook");
  B.function("hit");
  B.function("set").keeps(F::inVariable(Hook), F::code(B.text("hit")));
  auto Fn = B.function("f");
  Fn.callsOn(G, "std::function::operator()").library();
  Fn.fact().Calls.back().Targets = {F::inVariable(Hook)};
  Fn.callsOn(H, "Widget::operator()").library();
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var h"));
}

TEST_F(WriteSummariesTest, AnAlgorithmRunsItsCallbackOnWhatItIsGiven) {
  B.function("hit").increments(F::parameterPlace(0));
  B.function("look").reads(F::parameterPlace(0));
  B.function("f")
      .calls("std::for_each",
             {F::passes(element(G)), F::callback(B.text("hit"))})
      .library()
      .role(CallRole::RunsNow)
      .calls("std::for_each",
             {F::passes(element(H)), F::callback(B.text("look"))})
      .library()
      .role(CallRole::RunsNow)
      .calls("later", {F::passes(element(H)), F::callback(B.text("hit"))})
      .library();
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g [elem]"));
}

/// `each(h) { h(); }` is given a lambda that writes its caller's object.
class RunningSummariesTest : public WriteSummariesTest {
protected:
  RunningSummariesTest() {
    B.function("C::each").callsThrough({F::given(B.text("C::each"), 0)});
    SymbolId Run = B.function("D::run").method(B.text("D"));
    B.function("lambda").lambdaIn(Run).increments(
        F::fieldOf(F::thisPlace(), B.text("D::n")));
  }
};

TEST_F(RunningSummariesTest, WhatACalleeRunsIsNotWhatItDoes) {
  B.function("f").callsOn(G, "C::each", ReceiverUse::Mutating,
                          {F::callback(B.text("lambda"))});
  analyse();
  EXPECT_THAT(written("f"), IsEmpty());
}

TEST_F(WriteSummariesTest, HoldersOfEachOtherSettle) {
  SymbolId A = B.text("a"), C = B.text("c");
  B.function("swap")
      .keeps(F::inVariable(A), F::inVariable(C))
      .keeps(F::inVariable(C), F::inVariable(A))
      .keeps(F::inVariable(C), F::code(B.text("hit")));
  B.function("hit")
      .increments(F::parameterPlace(1))
      .callsThrough({F::inVariable(A)}, {param(1), param(0)});
  B.function("f").callsThrough({F::inVariable(A)}, {F::lends(G), F::lends(H)});
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g", "var h"));
}

TEST_F(RunningSummariesTest, WhatAVirtualCalleeRunsIsNotWhatItDoes) {
  B.function("f").callsVirtual(G, "C::each", {F::callback(B.text("lambda"))});
  analyse();
  EXPECT_THAT(written("f"), IsEmpty());
}

//===-- Declarations ------------------------------------------------------===//

TEST_F(WriteSummariesTest, WithoutABodyTheDeclarationDecides) {
  B.function("ours").declared();
  B.function("f")
      .calls("ours", {F::lends(G), F::passes(H)})
      .calls("memset", {F::lends(G)})
      .library()
      .callsOn(H, "std::map::clear")
      .library()
      .callsOn(H, "std::map::size", ReceiverUse::Const)
      .library()
      .callsOn(H, "std::map::find", ReceiverUse::Accessor)
      .library();
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var g?", "var g", "var h"));
}

TEST_F(WriteSummariesTest, ParametersBeyondTheLastBitShareIt) {
  B.function("wide").assigns(F::parameterPlace(90));
  std::vector<Argument> Args(91);
  Args[61] = F::lends(G);
  Args[80] = F::lends(H);
  Args[90] = F::lends(deref(G));
  B.function("f").calls("wide", Args);
  analyse();
  EXPECT_THAT(written("f"), ElementsAre("var h", "var g *"));
}

} // namespace
