//===- ReachabilityTest.cpp - What runs on which request ------------------===//
//
// Pins what entry points reach, by which chain, and when a chain is sure; that
// loops, recursion and long chains end. It must not know the extractor, or what
// the functions do.
//
//===----------------------------------------------------------------------===//
#include "analysis/Reachability.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using F = FactBuilder;

class ReachabilityTest : public FactsTest {
protected:
  void analyse(bool Whole = false) {
    freeze(Whole);
    Graph.emplace(program(), PointsTo(program()));
    Dead.emplace(program(), *Graph);
    Reach.emplace(*Graph, *Dead);
  }

  bool onRequest(llvm::StringRef Name, uint32_t Line = 0) const {
    return Reach->onRequest(function(Name), at(Name, Line));
  }
  bool surely(llvm::StringRef Name, uint32_t Line = 0) const {
    return Reach->surelyOnRequest(function(Name), at(Name, Line));
  }
  Chain chain(llvm::StringRef Name, uint32_t Line = 0) const {
    return Reach->chainTo(function(Name), at(Name, Line));
  }
  /// "handler", then "caller > callee" for each step.
  std::vector<std::string> steps(llvm::StringRef Name) const {
    Chain C = chain(Name);
    if (!C.Start)
      return {};
    std::vector<std::string> Result{name(C.Start->Handler)};
    for (const Chain::Step &S : C.Steps)
      Result.push_back(name(S.Caller) + " > " + name(S.Callee) +
                       (S.Site ? "" : " somehow"));
    return Result;
  }
  /// The lines where the entry points that run \p Name stand.
  std::vector<uint32_t> entries(llvm::StringRef Name, uint32_t Line = 0) const {
    std::vector<uint32_t> Result;
    for (const EntryPoint *E : Reach->entriesTo(function(Name), at(Name, Line)))
      Result.push_back(E->Loc.Line);
    return Result;
  }
  std::string name(const Function *Fn) const {
    return program().text(Fn->QualifiedName).str();
  }

  /// Line \p Line of "main" registers \p Handler.
  void handler(llvm::StringRef Handler, uint32_t Line,
               EntryKind Kind = EntryKind::Request) {
    Main.line(Line).registers(Kind, "on", F::code(B.text(Handler)));
  }

  FactBuilder::FunctionBuilder Main = B.function("main");
  std::optional<CallGraph> Graph;
  std::optional<DeadCode> Dead;
  std::optional<Reachability> Reach;

private:
  Location at(llvm::StringRef Name, uint32_t Line) const {
    Location Loc = function(Name).Loc;
    if (Line)
      Loc.Line = Line;
    return Loc;
  }
};

//===-- What is reached ---------------------------------------------------===//

TEST_F(ReachabilityTest, AHandlerReachesWhatItCalls) {
  handler("get", 5);
  B.function("get").calls("store");
  B.function("store").calls("hit");
  B.function("hit");
  B.function("idle").calls("hit");
  analyse();
  EXPECT_TRUE(onRequest("get") && onRequest("store") && onRequest("hit"));
  EXPECT_TRUE(surely("hit"));
  EXPECT_FALSE(onRequest("main") || onRequest("idle"));
  EXPECT_THAT(steps("hit"), ElementsAre("get", "get > store", "store > hit"));
  EXPECT_THAT(steps("get"), ElementsAre("get"));
  EXPECT_THAT(entries("hit"), ElementsAre(5));
}

TEST_F(ReachabilityTest, WhatNothingReachesHasNoChain) {
  handler("get", 5);
  B.function("get");
  B.function("idle");
  analyse();
  EXPECT_EQ(chain("idle").Start, nullptr);
  EXPECT_FALSE(chain("idle").Sure);
  EXPECT_THAT(chain("idle").Steps, IsEmpty());
  EXPECT_THAT(entries("idle"), IsEmpty());
  EXPECT_FALSE(Reach->reached(function("idle")));
}

TEST_F(ReachabilityTest, WhatTwoHandlersShareIsRunByBoth) {
  handler("get", 5);
  handler("put", 6);
  B.function("put").calls("shared");
  B.function("get").calls("shared");
  B.function("shared");
  analyse();
  EXPECT_THAT(entries("shared"), ElementsAre(5, 6));
  EXPECT_THAT(entries("put"), ElementsAre(6));
}

TEST_F(ReachabilityTest, AHandlerThatIsRegisteredTwiceIsRunByBoth) {
  handler("get", 5);
  handler("get", 6);
  B.function("get");
  analyse();
  EXPECT_THAT(entries("get"), ElementsAre(5, 6));
  EXPECT_EQ(chain("get").Start->Loc.Line, 5u);
}

TEST_F(ReachabilityTest, RoutesOfADecoratorAreKeptApart) {
  SymbolId Get = B.function("get").registers(
      "Server::Get", {F::code(B.text("decorator"))}, B.parameterValue(0));
  B.function("decorator").lambdaIn(Get).callsThrough({F::given(Get, 1)});
  Main.line(5)
      .calls("get", {F::passes(B.literal("/a")), F::callback(B.text("one"))})
      .line(6)
      .calls("get", {F::passes(B.literal("/b")), F::callback(B.text("two"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(entries("one"), ElementsAre(5));
  EXPECT_THAT(entries("two"), ElementsAre(6));
  EXPECT_THAT(entries("decorator"), ElementsAre(5, 6));
  EXPECT_THAT(steps("two"), ElementsAre("decorator", "decorator > two"));
  EXPECT_TRUE(surely("two"));
}

TEST_F(ReachabilityTest, WhatIsPassedToAHelperIsRunByWhoPassesIt) {
  // Both handlers call each(h) { h(); }, with different callables.
  handler("get", 5);
  handler("put", 6);
  SymbolId Each = B.text("each");
  B.function("get").calls("each", {F::callback(B.text("hit"))});
  B.function("put").calls("each", {F::callback(B.text("miss"))});
  B.function("each").callsThrough({F::given(Each, 0)});
  B.function("hit");
  B.function("miss");
  analyse();
  EXPECT_THAT(entries("hit"), ElementsAre(5));
  EXPECT_THAT(entries("miss"), ElementsAre(6));
  EXPECT_THAT(entries("each"), ElementsAre(5, 6));
  EXPECT_THAT(steps("hit"), ElementsAre("get", "get > hit"));
  EXPECT_TRUE(surely("hit"));
}

TEST_F(ReachabilityTest, AHandlerMayBeALambdaInALambda) {
  SymbolId Setup = B.text("set-up lambda");
  Main.calls("set-up lambda");
  B.function("set-up lambda")
      .lambdaIn(Main)
      .line(20)
      .registers("Server::Get", {F::code(B.text("get"))});
  B.function("get").lambdaIn(Setup).calls("hit");
  B.function("hit");
  analyse();
  EXPECT_THAT(entries("hit"), ElementsAre(20));
  EXPECT_FALSE(onRequest("set-up lambda"));
}

//===-- Kinds -------------------------------------------------------------===//

TEST_F(ReachabilityTest, MessagesAndTimersServeLikeRequests) {
  handler("consume", 5, EntryKind::Message);
  handler("tick", 6, EntryKind::Timer);
  B.function("consume");
  B.function("tick");
  analyse();
  EXPECT_TRUE(surely("consume") && surely("tick"));
}

TEST_F(ReachabilityTest, ThreadsAndSignalsReachButDoNotServe) {
  handler("work", 5, EntryKind::Thread);
  handler("stop", 6, EntryKind::Signal);
  B.function("work").calls("hit");
  B.function("stop");
  B.function("hit");
  analyse();
  EXPECT_TRUE(Reach->reached(function("hit")));
  EXPECT_FALSE(onRequest("hit") || onRequest("stop"));
  EXPECT_THAT(entries("hit"), ElementsAre(5));
  EXPECT_THAT(steps("hit"), ElementsAre("work", "work > hit"));
  EXPECT_FALSE(chain("hit").Sure);
}

TEST_F(ReachabilityTest, ThreadsDoNotCountWhereARequestLeads) {
  handler("work", 5, EntryKind::Thread);
  handler("get", 6);
  B.function("work").calls("hit");
  B.function("get").calls("far");
  B.function("far").calls("hit");
  B.function("hit");
  analyse();
  EXPECT_THAT(entries("hit"), ElementsAre(6));
  EXPECT_THAT(steps("hit"), ElementsAre("get", "get > far", "far > hit"));
}

TEST_F(ReachabilityTest, AThreadThatARequestStartsIsAPartOfTheRequest) {
  handler("get", 5);
  B.function("get").line(20).registers(EntryKind::Thread, "std::thread",
                                       F::code(B.text("work")));
  B.function("work").calls("hit");
  B.function("hit");
  analyse();
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit")); // It may run later.
  EXPECT_THAT(entries("hit"), ElementsAre(5));
  EXPECT_THAT(steps("hit"), ElementsAre("get", "get > work", "work > hit"));
}

//===-- Sure chains -------------------------------------------------------===//

TEST_F(ReachabilityTest, AnInterfaceWithOneImplementationIsSure) {
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base).calls("hit");
  B.function("get").callsVirtual(F::parameterPlace(0), "Store::put");
  B.function("hit");
  analyse(/*Whole=*/true);
  EXPECT_TRUE(surely("hit"));
  EXPECT_THAT(steps("hit"),
              ElementsAre("get", "get > Memory::put", "Memory::put > hit"));
}

TEST_F(ReachabilityTest, AnInterfaceThatOthersMayImplementIsNot) {
  // Only a part of the program is in sight, and in it one implementation.
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base).calls("hit");
  B.function("get").callsVirtual(F::parameterPlace(0), "Store::put");
  B.function("hit");
  analyse(/*Whole=*/false);
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit"));
}

TEST_F(ReachabilityTest, AMethodThatOthersMayOverrideIsNot) {
  handler("get", 5);
  B.function("Store::put").calls("hit");
  B.facts().Functions.back().Virtual = true;
  B.function("get")
      .callsVirtual(F::parameterPlace(0), "Store::put")
      .callsOn(F::parameterPlace(0), "Store::get");
  B.function("Store::get").calls("miss");
  B.function("hit");
  B.function("miss");
  analyse(/*Whole=*/false);
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit"));
  EXPECT_TRUE(surely("miss"));
}

TEST_F(ReachabilityTest, AnInterfaceOfThisFileAloneIsSure) {
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared().internal();
  B.function("Memory::put").overrides(Base).internal().calls("hit");
  B.function("get").callsVirtual(F::parameterPlace(0), "Store::put");
  B.function("hit");
  analyse(/*Whole=*/false);
  EXPECT_TRUE(surely("hit"));
}

TEST_F(ReachabilityTest, AnInterfaceWithTwoImplementationsIsNot) {
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base).calls("hit");
  B.function("Disk::put").overrides(Base);
  B.function("get").callsVirtual(F::parameterPlace(0), "Store::put");
  B.function("hit");
  analyse(/*Whole=*/true);
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit"));
  EXPECT_FALSE(chain("hit").Sure);
  EXPECT_THAT(steps("hit"), SizeIs(3));
}

TEST_F(ReachabilityTest, AStoredCallbackIsSureIfItIsTheOnlyOne) {
  handler("get", 5);
  SymbolId One = B.text("C::one"), Two = B.text("C::two");
  B.function("set")
      .keeps(F::inField(One), F::code(B.text("hit")))
      .keeps(F::inField(Two), F::code(B.text("miss")))
      .keeps(F::inField(Two), F::code(B.text("other")));
  B.function("get")
      .callsThrough({F::inField(One)})
      .callsThrough({F::inField(Two)});
  for (const char *Name : {"hit", "miss", "other"})
    B.function(Name);
  analyse();
  EXPECT_TRUE(surely("hit"));
  EXPECT_TRUE(onRequest("miss"));
  EXPECT_FALSE(surely("miss"));
}

TEST_F(ReachabilityTest, ACallThatCallsOneOfTwoIsNotSure) {
  // (Fast ? hit : miss)()
  handler("get", 5);
  B.function("get").callsThrough(
      {F::code(B.text("hit")), F::code(B.text("miss"))});
  B.function("hit");
  B.function("miss");
  analyse();
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit"));
}

TEST_F(ReachabilityTest, TwoWaysToOneBodyAreSure) {
  // The hook is set directly and by a setter, to one function each time.
  handler("get", 5);
  SymbolId Hook = B.text("C::hook");
  B.function("set").keeps(F::inField(Hook), F::given(B.text("set"), 0));
  Main.keeps(F::inField(Hook), F::code(B.text("hit")))
      .calls("set", {F::callback(B.text("hit"))});
  B.function("get").callsThrough({F::inField(Hook)});
  B.function("hit");
  analyse();
  EXPECT_TRUE(surely("hit"));
}

TEST_F(ReachabilityTest, ASureChainIsToldThoughItIsLonger) {
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base).calls("hit");
  B.function("Disk::put").overrides(Base);
  B.function("get").callsVirtual(F::parameterPlace(0), "Store::put").calls("a");
  B.function("a").calls("b");
  B.function("b").calls("hit");
  B.function("hit");
  analyse(/*Whole=*/true);
  EXPECT_TRUE(chain("hit").Sure);
  EXPECT_THAT(steps("hit"), ElementsAre("get", "get > a", "a > b", "b > hit"));
}

TEST_F(ReachabilityTest, OfSureChainsTheShortestIsTold) {
  handler("far", 5);
  handler("near", 6);
  B.function("far").calls("a");
  B.function("a").calls("hit");
  B.function("near").calls("hit");
  B.function("hit");
  analyse();
  EXPECT_THAT(steps("hit"), ElementsAre("near", "near > hit"));
  EXPECT_THAT(entries("hit"), ElementsAre(5, 6));
}

//===-- Loops that take requests ------------------------------------------===//

TEST_F(ReachabilityTest, WhatStandsInTheLoopRunsOnARequest) {
  Main.loop(10, 20).line(11).takes().line(12).calls("handle");
  B.line(30);
  B.function("handle").calls("hit");
  B.function("hit");
  analyse();
  EXPECT_TRUE(surely("main", 12) && surely("hit"));
  EXPECT_FALSE(onRequest("main", 9) || onRequest("main", 21));
  EXPECT_THAT(entries("main", 15), ElementsAre(10));
  EXPECT_THAT(entries("main", 5), IsEmpty());
  EXPECT_THAT(entries("hit"), ElementsAre(10));
  Chain Here = chain("main", 15);
  ASSERT_NE(Here.Start, nullptr);
  EXPECT_TRUE(Here.Sure);
  EXPECT_THAT(Here.Steps, IsEmpty());
  EXPECT_THAT(steps("hit"),
              ElementsAre("main", "main > handle", "handle > hit"));
}

TEST_F(ReachabilityTest, WhatIsCalledBeforeTheLoopIsNotReached) {
  Main.loop(10, 20).line(8).calls("setUp").line(11).takes().line(12).calls(
      "handle");
  B.line(30);
  B.function("setUp");
  B.function("handle");
  analyse();
  EXPECT_FALSE(onRequest("setUp"));
}

TEST_F(ReachabilityTest, TheLoopOfAThreadServes) {
  Main.line(5).registers(EntryKind::Thread, "std::thread",
                         F::code(B.text("serve")));
  B.function("serve").loop(20, 30).line(21).takes().line(22).calls("hit");
  B.line(40);
  B.function("hit");
  analyse();
  EXPECT_TRUE(surely("serve", 22) && surely("hit"));
  EXPECT_FALSE(onRequest("serve", 19));
  EXPECT_THAT(entries("hit"), ElementsAre(20));
}

//===-- Ends --------------------------------------------------------------===//

TEST_F(ReachabilityTest, RecursionEnds) {
  handler("get", 5);
  B.function("get").calls("ping");
  B.function("ping").calls("pong").calls("ping");
  B.function("pong").calls("ping").calls("get");
  analyse();
  EXPECT_THAT(steps("pong"), ElementsAre("get", "get > ping", "ping > pong"));
  EXPECT_THAT(steps("get"), ElementsAre("get"));
  EXPECT_THAT(entries("pong"), ElementsAre(5));
}

TEST_F(ReachabilityTest, AChainMayBeLong) {
  constexpr int Length = 100000;
  handler("f0", 5);
  for (int I = 0; I < Length; ++I)
    B.function("f" + std::to_string(I)).calls("f" + std::to_string(I + 1));
  B.function("f" + std::to_string(Length));
  analyse();
  EXPECT_TRUE(surely("f100000"));
  // Its end is told, where the evidence is.
  Chain C = chain("f100000");
  EXPECT_THAT(C.Steps, SizeIs(Chain::MaxSteps));
  EXPECT_EQ(C.Omitted, Length - Chain::MaxSteps);
  EXPECT_EQ(C.Steps.back().Callee, &function("f100000"));
  EXPECT_THAT(entries("f100"), ElementsAre(5));
  EXPECT_THAT(entries("f100000"), ElementsAre(5));
}

TEST_F(ReachabilityTest, ManyHandlersOfOneFunctionAreNotAllNamed) {
  for (int I = 0; I < 3000; ++I) {
    std::string Name = "h" + std::to_string(I);
    Main.registers("on", {F::code(B.text(Name))});
    B.function(Name).calls("hit");
  }
  B.function("hit");
  analyse();
  EXPECT_THAT(entries("hit"), SizeIs(testing::Ge(64)));
  EXPECT_THAT(steps("hit"), ElementsAre("h0", "h0 > hit"));
}

TEST_F(ReachabilityTest, AWideInterfaceIsSearchedOnce) {
  handler("get", 5);
  SymbolId Base = B.function("Store::put").declared();
  for (int I = 0; I < 5000; ++I) {
    B.function("C" + std::to_string(I) + "::put").overrides(Base).calls("hit");
    B.function("f" + std::to_string(I))
        .callsVirtual(F::parameterPlace(0), "Store::put");
  }
  B.function("get").calls("f0");
  B.function("hit");
  analyse();
  EXPECT_TRUE(onRequest("hit"));
  EXPECT_FALSE(surely("hit"));
  EXPECT_THAT(steps("hit"), SizeIs(4));
  EXPECT_THAT(entries("hit"), ElementsAre(5));
}

} // namespace
