//===- CallGraphLoopsTest.cpp - Loops that take requests ------------------===//
//
// Pins which loops are entry points: those that take a request, by themselves
// or by what they call, and do something with it. It must not know the
// extractor, or which calls of the library take requests.
//
//===----------------------------------------------------------------------===//
#include "analysis/AnalysisTesting.h"
#include "analysis/CallGraph.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class CallGraphLoopsTest : public FactsTest {
protected:
  void analyse() {
    const Program &Prog = freeze();
    Graph.emplace(Prog, PointsTo(Prog));
  }

  /// "main:10" for each loop that takes requests.
  std::vector<std::string> loops() const {
    std::vector<std::string> Result;
    for (const EntryPoint &E : Graph->entryPoints())
      if (E.Takes)
        Result.push_back(name(E.Handler) + ":" +
                         std::to_string(E.Takes->Begin.Line));
    return Result;
  }
  /// What the first of them runs.
  std::vector<std::string> runs() const {
    std::vector<std::string> Result;
    for (const CallGraph::Edge &E : Graph->out(Graph->entryPoints()[0].Node))
      Result.push_back(name(Graph->functionOf(E.To)));
    return Result;
  }
  std::string name(const Function *Fn) const {
    return program().text(Fn->QualifiedName).str();
  }

  std::optional<CallGraph> Graph;
};

TEST_F(CallGraphLoopsTest, ALoopThatTakesAndHandlesIsOne) {
  B.function("main")
      .loop(10, 20)
      .line(9)
      .calls("setUp")
      .line(11)
      .takes()
      .line(12)
      .calls("handle");
  B.line(30);
  B.function("setUp");
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:10"));
  EXPECT_THAT(runs(), ElementsAre("handle"));
  EXPECT_EQ(Graph->entryPoints()[0].By, nullptr);
}

TEST_F(CallGraphLoopsTest, ALoopMayStandOnOneLine) {
  // for (;;) handle(accept());
  B.function("main").loop(10, 10).line(10).takes().line(10).calls("handle");
  B.line(30);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:10"));
}

TEST_F(CallGraphLoopsTest, ManyThatTakeForManyCallersEnd) {
  SymbolId Base = B.function("Listener::take").declared();
  for (int I = 0; I < 3000; ++I) {
    B.function("C" + std::to_string(I) + "::take").overrides(Base).takes();
    B.function("f" + std::to_string(I))
        .callsVirtual(F::parameterPlace(0), "Listener::take");
  }
  analyse();
  EXPECT_THAT(loops(), IsEmpty());
}

TEST_F(CallGraphLoopsTest, ALoopBesideTheCallThatTakesIsNone) {
  B.function("main").loop(10, 20).line(9).takes().line(12).calls("handle");
  B.line(30);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), IsEmpty());
}

TEST_F(CallGraphLoopsTest, ALoopThatOnlyTakesHandsTheRequestToItsCaller) {
  // take() { while ((fd = accept()) < 0) ; return fd; }
  B.function("take").loop(10, 12, /*Endless=*/false).line(11).takes();
  B.function("next").line(20).calls("take");
  B.function("main").loop(30, 40).line(31).calls("next").line(32).calls(
      "handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:30"));
  EXPECT_THAT(runs(), UnorderedElementsAre("next", "handle"));
}

TEST_F(CallGraphLoopsTest, WhatReturnsNothingHandsNothingOn) {
  // serve() { while (!stopped) turn(); }
  TypeId Void = B.type("void");
  B.function("turn").returns(Void).line(1).takes();
  B.function("serve").loop(10, 12, /*Endless=*/false).line(11).calls("turn");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("serve:10"));
}

TEST_F(CallGraphLoopsTest, MainHasNobodyToHandARequestTo) {
  B.function("turn").line(1).takes();
  B.function("main").loop(10, 12, /*Endless=*/false).line(11).calls("turn");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:10"));
}

TEST_F(CallGraphLoopsTest, ALoopThatWritesWhatItTookIsOne) {
  auto V = B.variable("v", Int);
  B.function("main").loop(10, 20).line(11).takes().line(12).increments(V);
  B.function("idle").loop(30, 40).line(31).takes().line(32).reads(V);
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:10"));
}

TEST_F(CallGraphLoopsTest, WhatNeverReturnsGivesNothingToItsCallers) {
  B.function("serve").loop(10, 20).line(11).takes().line(12).calls("handle");
  B.function("main").loop(30, 40).line(31).calls("serve").line(32).calls(
      "restart");
  B.line(50);
  B.function("handle");
  B.function("restart");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("serve:10"));
}

TEST_F(CallGraphLoopsTest, TheInnerLoopOfTwoMayOnlyTake) {
  B.function("main")
      .loop(10, 20)
      .loop(11, 13, /*Endless=*/false)
      .line(12)
      .takes()
      .line(15)
      .calls("handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:10"));
}

TEST_F(CallGraphLoopsTest, FunctionsThatTakeByEachOtherEnd) {
  B.function("ping").line(10).takes().calls("pong");
  B.function("pong").line(20).calls("ping");
  B.function("main").loop(30, 40).line(31).calls("pong").line(32).calls(
      "handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:30"));
}

TEST_F(CallGraphLoopsTest, AnOverriderTakesForWhoCallsItsBase) {
  SymbolId Base = B.function("Listener::take").declared();
  B.function("Tcp::take").overrides(Base).line(10).takes();
  B.function("main")
      .loop(30, 40)
      .line(31)
      .callsVirtual(F::parameterPlace(0), "Listener::take")
      .line(32)
      .calls("handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:30"));
}

TEST_F(CallGraphLoopsTest, AValueThatTakesIsOneToo) {
  // while ((fd = Next()) >= 0) handle();
  B.function("take").line(10).takes();
  B.function("main")
      .loop(30, 40, /*Endless=*/false)
      .line(31)
      .callsThrough({F::code(B.text("take"))})
      .line(32)
      .calls("handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:30"));
}

TEST_F(CallGraphLoopsTest, ALoopThatStartsThreadsWhichTakeIsNone) {
  B.function("take")
      .loop(10, 12, /*Endless=*/false)
      .line(11)
      .takes()
      .line(12)
      .calls("handle");
  B.function("main")
      .loop(30, 40, /*Endless=*/false)
      .line(31)
      .registers(EntryKind::Thread, "std::thread::thread",
                 F::code(B.text("take")))
      .line(32)
      .calls("handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("take:10"));
}

TEST_F(CallGraphLoopsTest, OneOfManyThatOverrideMayTake) {
  SymbolId Base = B.function("Listener::take").declared();
  for (unsigned I = 0; I < 100; ++I) {
    auto Over = B.function("Of" + std::to_string(I) + "::take").overrides(Base);
    if (I == 99)
      Over.line(10).takes();
  }
  B.function("main")
      .loop(30, 40)
      .line(31)
      .callsVirtual(F::parameterPlace(0), "Listener::take")
      .line(32)
      .calls("handle");
  B.line(50);
  B.function("handle");
  analyse();
  EXPECT_THAT(loops(), ElementsAre("main:30"));
}

} // namespace
