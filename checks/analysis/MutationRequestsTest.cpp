//===- MutationRequestsTest.cpp - Writes by requests, and of what is kept -===//
//
// Pins the phase of writes by handlers, loops and what they call; writes of
// objects that handlers are bound to or capture; and writes through references
// that another object keeps. It must not know the extractor or any check.
//
//===----------------------------------------------------------------------===//
#include "analysis/AnalysisTesting.h"
#include "analysis/Mutation.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class MutationRequestsTest : public FactsTest {
protected:
  /// "hit: increment", with "?" if not certain, "inside" if not whole.
  std::vector<std::string> writes(llvm::StringRef Name) {
    std::vector<std::string> Result;
    for (const Write &W : known().Writes.writesOf(symbol(Name)))
      Result.push_back((program().text(W.By->QualifiedName) + ": " +
                        describeWrite(program(), W) + (W.Certain ? "" : "?") +
                        (W.Whole ? "" : " inside"))
                           .str());
    return Result;
  }
  /// "start-up", "request" or "unknown" for each write.
  std::vector<std::string> phases(llvm::StringRef Name) {
    std::vector<std::string> Result;
    for (const Write &W : known().Writes.writesOf(symbol(Name)))
      Result.push_back(W.When == Phase::StartUp   ? "start-up"
                       : W.When == Phase::Request ? "request"
                                                  : "unknown");
    return Result;
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  /// `struct Box { int n; }`, with a field to write.
  FactBuilder::ClassBuilder Box = B.classType("Box");
  SymbolId N = B.field(Box, "Box::n", Int);
  TypeId BoxType = B.record("Box");
  Place G = B.variable("g", BoxType);
  Place H = B.variable("h", BoxType);
};

//===-- Phases ------------------------------------------------------------===//

TEST_F(MutationRequestsTest, EachWriteHasThePhaseOfItsPlace) {
  Main.line(10)
      .assigns(G)
      .registers("on", {F::code(B.text("get"))})
      .line(20)
      .serves()
      .line(21)
      .assigns(G);
  B.line(100);
  B.function("get").calls("hit");
  B.function("hit").increments(G);
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("main: assignment", "main: assignment",
                                       "hit: increment"));
  EXPECT_THAT(phases("g"), ElementsAre("start-up", "unknown", "request"));
}

TEST_F(MutationRequestsTest, AWriteInTheLoopThatTakesIsARequests) {
  Main.loop(10, 20).line(9).assigns(G).line(11).takes().line(12).increments(G);
  freeze(/*Whole=*/true);
  EXPECT_THAT(phases("g"), ElementsAre("start-up", "request"));
}

TEST_F(MutationRequestsTest, OfOneLineTheRequestIsTold) {
  // A function of a header, in two units: one copy runs on a request.
  B.function("a's hit").internal().line(80).increments(G);
  B.function("b's hit").internal().line(80).accesses(AccessKind::AddressTaken,
                                                     G);
  Main.line(10).calls("a's hit").registers("on", {F::code(B.text("b's hit"))});
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("b's hit: address taken?"));
  EXPECT_THAT(phases("g"), ElementsAre("request"));
}

//===-- Objects of handlers -----------------------------------------------===//

TEST_F(MutationRequestsTest, ABoundHandlerWritesTheObjectThatIsBound) {
  B.function("Box::get").method(Box).increments(F::fieldOf(F::thisPlace(), N));
  Main.registers("on", {F::code(B.text("Box::get"))});
  Main.registration().Holds = {G};
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("Box::get: increment inside"));
  EXPECT_THAT(writes("h"), IsEmpty());
  EXPECT_THAT(writes("Box::n"), ElementsAre("Box::get: increment"));
  EXPECT_THAT(phases("g"), ElementsAre("request"));
}

TEST_F(MutationRequestsTest, AHandlerOfAFunctionWritesWhatItsCallersPass) {
  SymbolId Install =
      B.function("install").registers("on", {F::code(B.text("get"))});
  B.function("get").lambdaIn(Install).increments(
      F::fieldOf(F::parameterOf(Install, 0), N));
  Main.calls("install", {F::lends(G)});
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("get: increment inside"));
  EXPECT_THAT(phases("g"), ElementsAre("request"));
}

TEST_F(MutationRequestsTest, AHookWritesWhatItIsGiven) {
  SymbolId Hook = B.text("C::hook");
  Main.keeps(F::inField(Hook), F::code(B.text("hit")))
      .registers("on", {F::code(B.text("get"))});
  B.function("hit").increments(F::parameterPlace(0));
  B.function("get").callsThrough({F::inField(Hook)}, {F::lends(G)});
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("get: passed to 'a function pointer'"));
  EXPECT_THAT(phases("g"), ElementsAre("request"));
}

//===-- What is kept by reference -----------------------------------------===//

/// `struct Keeper { Box &to; Keeper(Box &b) : to(b) {} void hit() { ++to.n; }`
class KeepersTest : public MutationRequestsTest {
protected:
  KeepersTest() {
    auto Keeper = B.classType("Keeper");
    To = B.field(Keeper, "Keeper::to", B.reference(BoxType));
    Place Own = F::fieldOf(F::thisPlace(), To);
    B.function("Keeper::Keeper")
        .constructor(Keeper)
        .accesses(AccessKind::Initialize, Own, {F::parameterPlace(0)});
    B.function("Keeper::hit")
        .method(Keeper)
        .increments(F::fieldOf(deref(Own), N));
  }
  /// Makes a keeper in \p In.
  void keep(FactBuilder::FunctionBuilder In, Argument Kept) {
    In.call(CallKind::Constructor, "Keeper::Keeper", ReceiverUse::None, {},
            {std::move(Kept)});
  }
  SymbolId To;
};

TEST_F(KeepersTest, WhoKeepsAReferenceWritesWhatItRefersTo) {
  keep(Main, F::lends(G));
  freeze();
  EXPECT_THAT(writes("g"),
              ElementsAre(testing::StartsWith("Keeper::hit: increment")));
  EXPECT_THAT(writes("g"), ElementsAre(testing::Not(testing::HasSubstr("?"))));
  EXPECT_THAT(writes("h"), IsEmpty());
}

TEST_F(KeepersTest, OfTwoObjectsThatAreKeptNeitherIsSure) {
  keep(Main, F::lends(G));
  keep(Main, F::lends(H));
  freeze();
  EXPECT_THAT(writes("g"), ElementsAre(testing::HasSubstr("increment?")));
  EXPECT_THAT(writes("h"), ElementsAre(testing::HasSubstr("increment?")));
}

TEST_F(KeepersTest, OneObjectThatIsKeptTwiceIsSure) {
  keep(Main, F::lends(G));
  keep(B.function("again"), F::lends(G));
  freeze();
  EXPECT_THAT(writes("g"), ElementsAre(testing::Not(testing::HasSubstr("?"))));
}

TEST_F(KeepersTest, AReferenceRefersToAnObjectOfOthers) {
  freeze();
  EXPECT_TRUE(known().Writes.refersToOthers(*program().field(To)));
  EXPECT_FALSE(known().Writes.refersToOthers(*program().field(N)));
}

TEST_F(KeepersTest, WhoKeepsAReferenceDeepInsideIsNotWrittenWithTheObject) {
  auto Outer = B.classType("Outer");
  SymbolId Inner = B.field(Outer, "Outer::inner", B.record("Keeper"));
  Place V = B.variable("v", B.record("Outer"));
  keep(Main, F::lends(G));
  Main.increments(F::fieldOf(deref(F::fieldOf(F::fieldOf(V, Inner), To)), N));
  freeze();
  EXPECT_THAT(writes("v"), IsEmpty());
  EXPECT_THAT(writes("Outer::inner"), IsEmpty());
  EXPECT_THAT(writes("Box::n"), UnorderedElementsAre("Keeper::hit: increment",
                                                     "main: increment"));
}

TEST_F(KeepersTest, WhatAnAggregateIsGivenIsKept) {
  Main.fact().FieldValues = {{To, {}, {G}, {B.text("/src/a.cpp"), 7, 1}}};
  freeze();
  EXPECT_THAT(writes("g"),
              ElementsAre(testing::StartsWith("Keeper::hit: increment")));
}

TEST_F(KeepersTest, WhatIsLentForReadingIsNotWritten) {
  keep(Main, F::passes(G));
  freeze();
  EXPECT_THAT(writes("g"), IsEmpty());
}

TEST_F(KeepersTest, GivingTheFieldAnotherObjectWritesNoObject) {
  B.function("Keeper::set")
      .method(B.text("Keeper"))
      .accesses(AccessKind::Assign, F::fieldOf(F::thisPlace(), To),
                {F::parameterPlace(0)});
  B.facts().Functions[2].Accesses.clear(); // Keeper::hit
  keep(Main, F::lends(G));
  freeze();
  EXPECT_THAT(writes("g"), IsEmpty());
}

TEST_F(KeepersTest, AParameterThatIsKeptIsTheCallersObject) {
  keep(B.function("install"), F::lends(F::parameterPlace(1)));
  Main.calls("install", {Argument(), F::lends(G)});
  freeze();
  EXPECT_THAT(writes("g"),
              testing::Contains(testing::StartsWith("Keeper::hit")));
}

TEST_F(KeepersTest, WhatAKeeperOfAKeeperWritesIsWritten) {
  auto Outer = B.classType("Outer");
  auto Inner = B.field(Outer, "Outer::inner", B.reference(B.record("Keeper")));
  Place Own = F::fieldOf(F::thisPlace(), Inner);
  B.function("Outer::Outer")
      .constructor(Outer)
      .accesses(AccessKind::Initialize, Own, {F::parameterPlace(0)});
  B.function("Outer::hit").method(Outer).callsOn(deref(Own), "Keeper::hit");
  Place K = B.variable("k", B.record("Keeper"));
  keep(Main, F::lends(G));
  Main.call(CallKind::Constructor, "Outer::Outer", ReceiverUse::None, {},
            {F::lends(K)});
  freeze();
  EXPECT_THAT(writes("k"),
              testing::Contains(testing::StartsWith("Outer::hit")));
  EXPECT_THAT(writes("g"),
              testing::Contains(testing::StartsWith("Keeper::hit")));
}

TEST_F(KeepersTest, ManyObjectsAndManyWritesEnd) {
  for (int I = 0; I < 200; ++I) {
    keep(Main, F::lends(Place(B.variable("v" + std::to_string(I), BoxType))));
    B.function("Keeper::hit" + std::to_string(I))
        .method(B.text("Keeper"))
        .increments(F::fieldOf(deref(F::fieldOf(F::thisPlace(), To)), N));
  }
  freeze();
  EXPECT_THAT(writes("v0"), testing::Not(IsEmpty()));
}

TEST_F(KeepersTest, KeepersOfEachOtherEnd) {
  auto A = B.classType("A");
  auto Next = B.field(A, "A::next", B.pointer(B.record("A")));
  Place Own = F::fieldOf(F::thisPlace(), Next);
  B.function("A::A").constructor(A).accesses(AccessKind::Initialize, Own,
                                             {F::parameterPlace(0)});
  B.function("A::hit")
      .method(A)
      .callsOn(deref(Own), "A::hit")
      .assigns(F::fieldOf(deref(Own), Next));
  Place X = B.variable("x", B.record("A")), Y = B.variable("y", B.record("A"));
  for (Place P : {X, Y})
    Main.call(CallKind::Constructor, "A::A", ReceiverUse::None, {},
              {F::lends(P)});
  freeze();
  EXPECT_THAT(writes("x"), testing::Contains(testing::StartsWith("A::hit")));
  EXPECT_THAT(writes("y"), testing::Contains(testing::StartsWith("A::hit")));
}

} // namespace
