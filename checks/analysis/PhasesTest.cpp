//===- PhasesTest.cpp - Before serving, on a request, or who knows --------===//
//
// Pins where a program starts to serve, and what it does before: by calls,
// loops and threads, in a whole program and in a part of one. It must not know
// the extractor, or what is done in a phase.
//
//===----------------------------------------------------------------------===//
#include "analysis/Phases.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;

namespace {

using F = FactBuilder;

class PhasesTest : public FactsTest {
protected:
  void analyse(bool Whole = true) {
    freeze(Whole);
    Graph.emplace(program(), PointsTo(program()));
    Dead.emplace(program(), *Graph);
    Reach.emplace(*Graph, *Dead);
    Times.emplace(program(), *Graph, *Dead, *Reach);
  }

  /// "start-up", "request", "ending" or "unknown" at line \p Line of \p Name;
  /// without a line, where it stands.
  std::string phase(llvm::StringRef Name, uint32_t Line = 0) const {
    const Function &Fn = function(Name);
    Location At = Fn.Loc;
    if (Line)
      At.Line = Line;
    switch (Times->of(Fn, At)) {
    case Phase::StartUp:
      return "start-up";
    case Phase::Request:
      return "request";
    case Phase::Ending:
      return "ending";
    case Phase::OfChild:
      return "of a child";
    case Phase::Unknown:
      return "unknown";
    }
    return "";
  }
  /// The first line on which \p Name serves; 0: it does not.
  uint32_t serves(llvm::StringRef Name) const {
    uint32_t First = 0;
    for (const Location &At : Times->servingPlaces(function(Name)))
      First = First == 0 ? At.Line : std::min(First, At.Line);
    return First;
  }
  /// A function of its own place, far below "main".
  FactBuilder::FunctionBuilder helper(llvm::StringRef Name) {
    B.line(Far += 100);
    return B.function(Name);
  }

  /// A function that is a loop which takes requests and handles them.
  void acceptLoop(llvm::StringRef Name) {
    B.line(200);
    B.function(Name).loop(210, 220).line(211).takes().line(212).calls("handle");
    helper("handle");
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  uint32_t Far = 1000;
  std::optional<CallGraph> Graph;
  std::optional<DeadCode> Dead;
  std::optional<Reachability> Reach;
  std::optional<Phases> Times;
};

//===-- Serving points ----------------------------------------------------===//

TEST_F(PhasesTest, ACallThatServesDividesMain) {
  Main.line(10).calls("before").line(11).serves().line(12).calls("after");
  helper("before");
  helper("after");
  analyse();
  EXPECT_EQ(serves("main"), 11u);
  EXPECT_EQ(phase("main", 10), "start-up");
  EXPECT_EQ(phase("main", 11), "unknown"); // What takes the result.
  EXPECT_EQ(phase("main", 12), "unknown");
  EXPECT_EQ(phase("before"), "start-up");
  EXPECT_EQ(phase("after"), "unknown");
}

TEST_F(PhasesTest, TheFirstOfSeveralCallsThatServeCounts) {
  Main.line(20).serves().line(10).serves();
  analyse();
  EXPECT_EQ(serves("main"), 10u);
}

TEST_F(PhasesTest, ArgumentsOfTheCallThatServesAreBuiltBefore) {
  // server.listen(host(), port());
  Main.line(10).calls("host").line(10).serves();
  Main.fact().Calls[1].Loc.Column = 9;
  helper("host");
  analyse();
  EXPECT_EQ(phase("host"), "start-up");
}

TEST_F(PhasesTest, ALoopAroundTheCallThatServesServesFromItsStart) {
  // while (Running) { prepare(); io.run_one(); }
  Main.loop(10, 20).line(11).calls("prepare").line(12).serves();
  helper("prepare");
  analyse();
  EXPECT_EQ(serves("main"), 10u);
  EXPECT_EQ(phase("prepare"), "unknown");
}

TEST_F(PhasesTest, AFunctionThatServesMakesItsCallersServe) {
  Main.line(10).calls("setUp").line(11).calls("run").line(12).calls("tearDown");
  helper("run").line(510).calls("open").line(511).serves();
  helper("setUp");
  helper("open");
  helper("tearDown");
  analyse();
  EXPECT_EQ(serves("main"), 11u);
  EXPECT_EQ(serves("run"), 511u);
  EXPECT_EQ(phase("setUp"), "start-up");
  EXPECT_EQ(phase("open"), "start-up");
  EXPECT_EQ(phase("run", 510), "start-up");
  EXPECT_EQ(phase("run", 512), "unknown");
  EXPECT_EQ(phase("tearDown"), "unknown");
}

TEST_F(PhasesTest, AnOverriderThatServesMakesCallersOfItsBaseServe) {
  Main.line(10).calls("setUp").line(11).callsVirtual(F::parameterPlace(0),
                                                     "App::run");
  SymbolId Base = helper("App::run").declared();
  helper("Http::run").overrides(Base).serves();
  helper("setUp");
  analyse();
  EXPECT_EQ(serves("main"), 11u);
  EXPECT_EQ(phase("setUp"), "start-up");
  EXPECT_EQ(phase("main", 12), "unknown");
}

TEST_F(PhasesTest, AThreadThatServesMakesItsStarterServe) {
  Main.line(10).calls("setUp").line(11).registers(
      EntryKind::Thread, "std::thread", F::code(B.text("work")));
  Main.line(12).calls("after");
  helper("work").serves();
  helper("setUp");
  helper("after");
  analyse();
  EXPECT_EQ(serves("main"), 11u);
  EXPECT_EQ(phase("setUp"), "start-up");
  EXPECT_EQ(phase("after"), "unknown");
}

TEST_F(PhasesTest, AThreadThatDoesNotServeDividesNothing) {
  Main.line(11).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.line(12).calls("after");
  helper("work");
  helper("after");
  analyse();
  EXPECT_EQ(serves("main"), 0u);
  EXPECT_EQ(phase("after"), "start-up");
  EXPECT_EQ(phase("work"), "unknown");
}

TEST_F(PhasesTest, AHelperThatStartsTheThreadServesToo) {
  Main.line(10).calls("start").line(11).calls("after");
  helper("start").line(510).registers(EntryKind::Thread, "std::thread",
                                      F::code(B.text("work")));
  helper("work").serves();
  helper("after");
  analyse();
  EXPECT_EQ(serves("start"), 510u);
  EXPECT_EQ(serves("main"), 10u);
  EXPECT_EQ(phase("after"), "unknown");
}

TEST_F(PhasesTest, ACallbackThatServesMakesWhoRunsItServe) {
  // guarded([&] { server.listen(); });
  Main.line(10)
      .calls("guarded", {F::callback(B.text("listening"))})
      .line(11)
      .calls("after");
  helper("guarded").callsThrough({F::given(B.text("guarded"), 0)});
  helper("listening").lambdaIn(Main).serves();
  helper("after");
  analyse();
  EXPECT_EQ(serves("main"), 10u);
  EXPECT_EQ(phase("after"), "unknown");
}

TEST_F(PhasesTest, ManyThatServeForManyCallersEnd) {
  SymbolId Base = helper("App::run").declared();
  for (int I = 0; I < 3000; ++I) {
    helper("C" + std::to_string(I) + "::run").overrides(Base).serves();
    helper("f" + std::to_string(I))
        .callsVirtual(F::parameterPlace(0), "App::run");
  }
  analyse();
  EXPECT_NE(serves("f2999"), 0u);
}

TEST_F(PhasesTest, FunctionsThatServeByEachOtherEnd) {
  Main.line(10).calls("ping");
  helper("ping").calls("pong");
  helper("pong").calls("ping").calls("pong").serves();
  analyse();
  EXPECT_EQ(serves("main"), 10u);
}

//===-- Loops -------------------------------------------------------------===//

TEST_F(PhasesTest, ALoopThatTakesRequestsIsWhereMainServes) {
  Main.loop(10, 20).line(9).calls("setUp").line(11).takes().line(12).calls(
      "handle");
  helper("setUp");
  helper("handle");
  analyse();
  EXPECT_EQ(serves("main"), 10u);
  EXPECT_EQ(phase("setUp"), "start-up");
  EXPECT_EQ(phase("handle"), "request");
  EXPECT_EQ(phase("main", 9), "start-up");
  EXPECT_EQ(phase("main", 15), "request");
  EXPECT_EQ(phase("main", 21), "ending");
}

//===-- When serving is over ----------------------------------------------===//

TEST_F(PhasesTest, WhatStandsBehindALoopThatServesEndsTheProgram) {
  Main.loop(10, 20).line(5).calls("reset").line(11).takes().line(12).calls(
      "handle");
  Main.line(21).calls("save").line(22).calls("reset");
  helper("handle").calls("both");
  helper("save").calls("both").calls("close");
  helper("reset");
  helper("both");
  helper("close");
  analyse();
  EXPECT_EQ(phase("save"), "ending");
  EXPECT_EQ(phase("close"), "ending");
  EXPECT_EQ(phase("reset"), "ending"); // Before and after.
  EXPECT_EQ(phase("both"), "request");
}

TEST_F(PhasesTest, TheEndOfALoopIsTheEndForWhoWaitsForIt) {
  Main.line(10).calls("serve").line(11).calls("save");
  acceptLoop("serve");
  helper("save");
  analyse();
  EXPECT_EQ(phase("main", 11), "ending");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, AThreadThatServesMayNotHaveEnded) {
  Main.line(10).registers(EntryKind::Thread, "std::thread::thread",
                          {F::code(B.text("serve"))});
  Main.loop(15, 18).line(16).takes().line(17).calls("handle");
  Main.line(20).calls("save");
  acceptLoop("serve");
  helper("save");
  analyse();
  EXPECT_EQ(phase("main", 20), "unknown");
  EXPECT_EQ(phase("save"), "unknown");
}

TEST_F(PhasesTest, WhatMayGoOnMayGoOnForAllThatRunIt) {
  Main.line(10).calls("outer").line(11).calls("save");
  B.line(200);
  B.function("outer").line(201).calls("inner").line(202).calls("late");
  helper("inner").serves();
  helper("late");
  helper("save");
  analyse();
  EXPECT_EQ(phase("late"), "unknown");
  EXPECT_EQ(phase("save"), "unknown");
}

TEST_F(PhasesTest, BehindACallThatServesToTheEndServingIsOver) {
  Main.line(10).calls("setUp").line(11).calls("run").line(12).calls("save");
  helper("run")
      .line(510)
      .calls("open")
      .line(511)
      .serves(CallRole::ServesToEnd)
      .line(512)
      .calls("closed");
  helper("setUp");
  helper("open");
  helper("closed");
  helper("save");
  analyse();
  EXPECT_EQ(phase("setUp"), "start-up");
  EXPECT_EQ(phase("open"), "start-up");
  EXPECT_EQ(phase("run", 512), "ending");
  EXPECT_EQ(phase("closed"), "ending");
  EXPECT_EQ(phase("main", 12), "ending");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, BetweenTwoThatServeNothingIsOver) {
  Main.line(10).serves(CallRole::ServesToEnd).line(11).calls("between");
  Main.line(12).serves(CallRole::ServesToEnd).line(13).calls("save");
  helper("between");
  helper("save");
  analyse();
  EXPECT_EQ(phase("between"), "unknown");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, BehindWhatServesSomethingElseMayServe) {
  Main.line(10).calls("run").line(11).serves(CallRole::ServesToEnd);
  helper("run")
      .line(510)
      .calls("open")
      .line(511)
      .serves(CallRole::ServesToEnd)
      .line(512)
      .calls("between");
  helper("open");
  helper("between");
  analyse();
  EXPECT_EQ(phase("open"), "start-up");
  EXPECT_EQ(phase("run", 512), "unknown");
  EXPECT_EQ(phase("between"), "unknown");
}

TEST_F(PhasesTest, WhatServesToTheEndInALoopServesAgain) {
  Main.loop(10, 20).line(11).calls("prepare").line(12).calls("run");
  Main.line(13).calls("restart").line(21).calls("save");
  helper("prepare");
  helper("run").line(510).calls("open").line(511).serves(CallRole::ServesToEnd);
  helper("open");
  helper("restart");
  helper("save");
  analyse();
  EXPECT_EQ(phase("prepare"), "unknown");
  EXPECT_EQ(phase("open"), "unknown");
  EXPECT_EQ(phase("restart"), "unknown");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, ALoopAroundAStarterIsNotWhatServes) {
  Main.loop(10, 20).line(12).serves(CallRole::StartsServer);
  Main.line(21).calls("wait");
  helper("wait");
  analyse();
  EXPECT_EQ(serves("main"), 12u);
  EXPECT_EQ(phase("main", 9), "start-up");
  EXPECT_EQ(phase("wait"), "unknown");
}

TEST_F(PhasesTest, TheLoopAroundATurnServesInWhicheverFunction) {
  Main.loop(10, 20).line(12).calls("turn").line(21).calls("save");
  helper("turn").line(510).serves(CallRole::ServesOnce).line(511).calls("tick");
  helper("tick");
  helper("save");
  analyse();
  EXPECT_EQ(serves("main"), 10u);
  EXPECT_EQ(phase("tick"), "unknown");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, ATurnWithoutALoopIsOverWhenItReturns) {
  Main.line(10).calls("turn").line(11).calls("save");
  helper("turn").line(510).serves(CallRole::ServesOnce).line(511).calls("tick");
  helper("tick");
  helper("save");
  analyse();
  EXPECT_EQ(phase("tick"), "ending");
  EXPECT_EQ(phase("save"), "ending");
}

TEST_F(PhasesTest, WhatAThreadServesToTheEndMayGoOn) {
  Main.line(10).registers(EntryKind::Thread, "std::thread::thread",
                          {F::code(B.text("work"))});
  Main.line(11).serves(CallRole::ServesToEnd).line(12).calls("save");
  helper("work").serves(CallRole::ServesToEnd);
  helper("save");
  analyse();
  EXPECT_EQ(phase("save"), "unknown");
}

TEST_F(PhasesTest, TheExitOfTheProcessIsAnEnding) {
  Main.line(5).registers(EntryKind::Exit, "atexit", {F::code(B.text("save"))});
  Main.line(10).serves();
  helper("save").calls("close");
  helper("close");
  analyse();
  EXPECT_EQ(phase("save"), "ending");
  EXPECT_EQ(phase("close"), "ending");
}

TEST_F(PhasesTest, WithoutServingCallsMainsLoopsDecide) {
  Main.loop(10, 12, /*Endless=*/false).loop(20, 30);
  Main.fact().Loops[0].Options = true;
  analyse();
  EXPECT_EQ(serves("main"), 20u);
}

TEST_F(PhasesTest, ACallThatServesMakesOtherLoopsNoMatter) {
  Main.loop(10, 12).line(20).serves();
  analyse();
  EXPECT_EQ(serves("main"), 20u);
  EXPECT_EQ(phase("main", 13), "start-up");
}

TEST_F(PhasesTest, ALoopOfAnotherFunctionDoesNotServeByItself) {
  Main.line(10).calls("wait");
  helper("wait").loop(510, 520);
  analyse();
  EXPECT_EQ(serves("wait"), 0u);
  EXPECT_EQ(serves("main"), 0u);
}

//===-- Who else may run it -----------------------------------------------===//

TEST_F(PhasesTest, WhatIsCalledBeforeAndAfterIsNotStartUp) {
  Main.line(10).calls("both").line(11).serves().line(12).calls("both");
  helper("both").calls("below");
  helper("below");
  analyse();
  EXPECT_EQ(phase("both"), "unknown");
  EXPECT_EQ(phase("below"), "unknown");
}

TEST_F(PhasesTest, WhatAHandlerRunsIsARequestThoughStartUpCallsIt) {
  Main.line(10).calls("shared").line(11).registers("Server::Get",
                                                   {F::code(B.text("get"))});
  Main.line(12).serves();
  helper("get").calls("shared");
  helper("shared");
  analyse();
  EXPECT_EQ(phase("get"), "request");
  EXPECT_EQ(phase("shared"), "request");
}

TEST_F(PhasesTest, InAPartOfAProgramOthersMayCall) {
  Main.calls("visible").calls("hidden").calls("lambda");
  helper("visible");
  helper("hidden").internal();
  helper("lambda").lambdaIn(Main);
  analyse(/*Whole=*/false);
  EXPECT_EQ(phase("visible"), "unknown");
  EXPECT_EQ(phase("hidden"), "start-up");
  EXPECT_EQ(phase("lambda"), "start-up");
  EXPECT_EQ(phase("main", 5), "start-up");
}

TEST_F(PhasesTest, WhatNobodyCallsIsUnknown) {
  helper("idle").internal().calls("below");
  helper("below").internal();
  analyse();
  EXPECT_EQ(phase("idle"), "unknown");
  EXPECT_EQ(phase("below"), "unknown");
}

TEST_F(PhasesTest, AStaticInitialiserIsStartUp) {
  auto V = B.variable("v", Int);
  helper("init of v").initializes(V).calls("make");
  helper("make");
  analyse();
  EXPECT_EQ(phase("init of v"), "start-up");
  EXPECT_EQ(phase("make"), "start-up");
}

TEST_F(PhasesTest, WhatEscapesIsUnknown) {
  Main.calls("atexit", {F::callback(B.text("bye"))}).library().calls("bye");
  Main.calls("std::for_each", {F::callback(B.text("each"))})
      .library()
      .role(CallRole::RunsNow);
  helper("bye").internal();
  helper("each").internal();
  analyse();
  EXPECT_EQ(phase("bye"), "unknown");
  EXPECT_EQ(phase("each"), "start-up");
}

TEST_F(PhasesTest, CallbacksOfStartUpAreStartUp) {
  Main.line(10).calls("each", {F::callback(B.text("one"))}).line(20).serves();
  helper("each").callsThrough({F::given(B.text("each"), 0)});
  helper("one");
  analyse();
  EXPECT_EQ(phase("one"), "start-up");
}

TEST_F(PhasesTest, AHelperOfBothPhasesRunsTheCallbacksOfEachInItsOwn) {
  Main.line(10)
      .calls("each", {F::callback(B.text("one"))})
      .registers("on", {F::code(B.text("get"))})
      .line(20)
      .serves();
  helper("get").calls("each", {F::callback(B.text("two"))});
  helper("each").callsThrough({F::given(B.text("each"), 0)});
  helper("one");
  helper("two");
  analyse();
  EXPECT_EQ(phase("one"), "start-up");
  EXPECT_EQ(phase("two"), "request");
  EXPECT_EQ(phase("each"), "request");
}

TEST_F(PhasesTest, InAPartOfAProgramOthersMayRunWhatTheyCanReach) {
  SymbolId Seen = B.variable("seen", TypeId());
  SymbolId Hidden = B.variable("hidden", TypeId()).internal();
  Main.calls("each", {F::callback(B.text("one"))})
      .keeps(F::inVariable(Seen), F::code(B.text("two")))
      .keeps(F::inVariable(Hidden), F::code(B.text("three")))
      .callsThrough({F::inVariable(Seen)})
      .callsThrough({F::inVariable(Hidden)});
  helper("each").internal().callsThrough({F::given(B.text("each"), 0)});
  for (const char *Name : {"one", "two", "three"})
    helper(Name).internal();
  analyse(/*Whole=*/false);
  EXPECT_EQ(phase("each"), "start-up");
  EXPECT_EQ(phase("one"), "start-up");
  EXPECT_EQ(phase("two"), "unknown");
  EXPECT_EQ(phase("three"), "start-up");
}

TEST_F(PhasesTest, AHookThatStartUpAndRequestsFireIsARequest) {
  SymbolId Hook = B.text("C::hook");
  Main.line(10)
      .keeps(F::inField(Hook), F::code(B.text("one")))
      .calls("fire")
      .registers("Server::Get", {F::code(B.text("get"))})
      .line(20)
      .serves();
  helper("fire").callsThrough({F::inField(Hook)});
  helper("get").callsThrough({F::inField(Hook)});
  helper("one");
  analyse();
  EXPECT_EQ(phase("fire"), "start-up");
  EXPECT_EQ(phase("one"), "request");
}

TEST_F(PhasesTest, DestructorsAndOverridesOfTheLibraryAreNotStartUp) {
  Main.calls("C::~C").calls("C::notify").calls("C::co");
  helper("C::~C").kind(FunctionKind::Destructor, B.text("C"));
  helper("C::notify").method(B.text("C")).fact().OverridesLibrary = true;
  helper("C::co").fact().Coroutine = true;
  analyse();
  EXPECT_EQ(phase("C::~C"), "unknown");
  EXPECT_EQ(phase("C::notify"), "unknown");
  EXPECT_EQ(phase("C::co"), "unknown");
}

TEST_F(PhasesTest, AVirtualMethodIsStartUpOnlyInAWholeProgram) {
  SymbolId Base = helper("Step::run").declared();
  helper("Load::run").internal().overrides(Base);
  Main.line(10).callsVirtual(F::parameterPlace(0), "Step::run");
  analyse();
  EXPECT_EQ(phase("Load::run"), "start-up");
}

TEST_F(PhasesTest, AnotherUnitMayCallAVirtualMethod) {
  SymbolId Base = helper("Step::run").declared();
  helper("Load::run").internal().overrides(Base);
  Main.line(10).callsVirtual(F::parameterPlace(0), "Step::run");
  analyse(/*Whole=*/false);
  EXPECT_EQ(phase("Load::run"), "unknown");
}

TEST_F(PhasesTest, OneCallAfterServingSpoilsAWholeHierarchy) {
  SymbolId Base = helper("Step::run").declared();
  for (int I = 0; I < 3000; ++I)
    helper("C" + std::to_string(I) + "::run").overrides(Base);
  Main.line(10)
      .callsVirtual(F::parameterPlace(0), "Step::run")
      .line(11)
      .serves()
      .line(12)
      .calls("after");
  helper("after").callsVirtual(F::parameterPlace(0), "Step::run");
  analyse();
  EXPECT_EQ(phase("C0::run"), "unknown");
  EXPECT_EQ(phase("C2999::run"), "unknown");
}

TEST_F(PhasesTest, RecursionOfStartUpIsStartUp) {
  Main.line(10).calls("ping").line(20).serves();
  helper("ping").calls("pong");
  helper("pong").calls("ping").calls("pong");
  analyse();
  EXPECT_EQ(phase("ping"), "start-up");
  EXPECT_EQ(phase("pong"), "start-up");
}

TEST_F(PhasesTest, FunctionsThatOnlyCallEachOtherRunAtNoTime) {
  helper("ping").internal().calls("pong");
  helper("pong").internal().calls("ping");
  analyse();
  EXPECT_EQ(phase("ping"), "unknown");
  EXPECT_EQ(phase("pong"), "unknown");
}

TEST_F(PhasesTest, AChainOfStartUpMayBeLong) {
  Main.line(10).calls("f0").line(20).serves();
  for (int I = 0; I < 100000; ++I)
    B.function("f" + std::to_string(I)).calls("f" + std::to_string(I + 1));
  B.function("f100000");
  analyse();
  EXPECT_EQ(phase("f100000"), "start-up");
}

TEST_F(PhasesTest, AChainToTheCallThatServesMayBeLong) {
  Main.line(10).calls("f0");
  for (int I = 0; I < 100000; ++I)
    B.function("f" + std::to_string(I)).calls("f" + std::to_string(I + 1));
  B.function("f100000").serves();
  analyse();
  EXPECT_EQ(serves("main"), 10u);
}

//===-- Threads that are awaited ------------------------------------------===//

TEST_F(PhasesTest, WhatIsAwaitedBeforeServingIsStartUp) {
  Main.line(10).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.awaited({11}).line(11).calls("join").line(20).serves();
  helper("work").calls("deep");
  helper("deep");
  analyse();
  EXPECT_EQ(phase("work"), "start-up");
  EXPECT_EQ(phase("deep"), "start-up");
}

TEST_F(PhasesTest, WhatIsAwaitedBehindAServingPointIsNot) {
  Main.line(10).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.awaited({30}).line(20).serves().line(30).calls("join");
  helper("work");
  analyse();
  EXPECT_EQ(phase("work"), "unknown");
}

TEST_F(PhasesTest, WhatARequestStartsAndAwaitsIsNot) {
  Main.line(10).registers("Server::Get", {F::code(B.text("get"))});
  Main.line(20).serves();
  helper("get")
      .line(510)
      .registers(EntryKind::Thread, "std::thread", F::code(B.text("work")))
      .awaited({511});
  helper("work");
  analyse();
  EXPECT_NE(phase("work"), "start-up");
}

TEST_F(PhasesTest, OneWayThatIsNotAwaitedSpoilsIt) {
  Main.line(10).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.awaited({11}).line(11).calls("join");
  Main.line(12).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.line(20).serves();
  helper("work");
  analyse();
  EXPECT_EQ(phase("work"), "unknown");
}

TEST_F(PhasesTest, WhatIsStartedAndAwaitedAfterServingIsAnEnding) {
  Main.line(10).serves(CallRole::ServesToEnd);
  Main.line(20).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  Main.awaited({21}).line(21).calls("join");
  helper("work");
  analyse();
  EXPECT_EQ(phase("work"), "ending");
}

//===-- Child processes ---------------------------------------------------===//

TEST_F(PhasesTest, WhatOnlyAChildRunsIsTheChilds) {
  Main.loop(10, 20).line(11).takes().line(12).calls("handle").line(13).calls(
      "both");
  Main.line(14).calls("both").ofChild({12, 13});
  helper("handle").calls("deep");
  helper("deep");
  helper("both");
  analyse();
  EXPECT_EQ(phase("main", 12), "of a child");
  EXPECT_EQ(phase("main", 14), "request");
  EXPECT_EQ(phase("handle"), "of a child");
  EXPECT_EQ(phase("deep"), "of a child");
  EXPECT_EQ(phase("both"), "request");
}

TEST_F(PhasesTest, AChildThatServesIsAServer) {
  Main.line(10).calls("prepare").line(11).calls("run").ofChild({10, 11});
  Main.loop(20, 30).line(21).takes().line(22).calls("handle");
  acceptLoop("run");
  helper("prepare");
  analyse();
  EXPECT_NE(phase("main", 10), "of a child");
  EXPECT_NE(phase("prepare"), "of a child");
}

TEST_F(PhasesTest, TheChildOfAMainThatServesNobodyMayBeTheServer) {
  Main.line(10).calls("work").ofChild({10});
  helper("work");
  analyse();
  EXPECT_EQ(phase("work"), "start-up");
}

TEST_F(PhasesTest, OthersMayCallWhatAChildRuns) {
  Main.loop(10, 20).line(11).takes().line(12).calls("visible").line(13).calls(
      "hidden");
  Main.ofChild({12, 13});
  helper("visible");
  helper("hidden").internal();
  analyse(/*Whole=*/false);
  EXPECT_EQ(phase("visible"), "request");
  EXPECT_EQ(phase("hidden"), "of a child");
}

TEST_F(PhasesTest, WhatNothingCallsIsNoCaller) {
  Main.line(10).calls("set").line(11).serves();
  helper("set");
  helper("idle").calls("set");
  analyse();
  EXPECT_EQ(phase("set"), "start-up");
  EXPECT_EQ(phase("idle"), "unknown");
}

TEST_F(PhasesTest, APartOfAProgramIsCalledByOthers) {
  Main.line(10).calls("set").line(11).serves();
  helper("set").internal();
  helper("idle").calls("set");
  analyse(/*Whole=*/false);
  EXPECT_EQ(phase("set"), "unknown");
}

TEST_F(PhasesTest, ALoopThatNothingRunsServesNobody) {
  Main.line(10).calls("handle").line(11).serves();
  acceptLoop("idle");
  analyse();
  EXPECT_EQ(phase("handle"), "start-up");
}

TEST_F(PhasesTest, MainIsAFreeFunctionOfThatName) {
  helper("App::main").method(B.text("App"));
  analyse();
  EXPECT_TRUE(isMain(program(), function("main")));
  EXPECT_FALSE(isMain(program(), function("App::main")));
}

} // namespace
