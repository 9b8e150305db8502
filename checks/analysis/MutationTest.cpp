//===- MutationTest.cpp - Who writes what ---------------------------------===//
//
// Pins which writes are found, how sure they are and when they happen:
// through accessors, parameters, dispatch and lambdas. It must not depend on
// the extractor or on any check.
//
//===----------------------------------------------------------------------===//
#include "analysis/Mutation.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Fn = FactBuilder::FunctionBuilder;
using F = FactBuilder;

class MutationTest : public FactsTest {
protected:
  void analyse(bool Whole = false) {
    freeze(Whole);
    Found = &known().Writes;
  }

  /// "hit: increment", with "?" if not certain, "inside" if not whole.
  std::vector<std::string> writes(llvm::StringRef Name) const {
    std::vector<std::string> Result;
    for (const Write &W : Found->writesOf(symbol(Name)))
      Result.push_back((program().text(W.By->QualifiedName) + ": " +
                        describeWrite(program(), W) + (W.Certain ? "" : "?") +
                        (W.Whole ? "" : " inside"))
                           .str());
    return Result;
  }
  /// "init" or "serve" for each write.
  std::vector<std::string> phases(llvm::StringRef Name) const {
    std::vector<std::string> Result;
    for (const Write &W : Found->writesOf(symbol(Name)))
      Result.push_back((program().text(W.By->QualifiedName) + ": " +
                        (W.When == Phase::StartUp ? "init" : "serve"))
                           .str());
    return Result;
  }
  std::vector<std::string> readers(llvm::StringRef Name) const {
    std::vector<std::string> Result;
    for (const ReadSite &R : Found->readsOf(symbol(Name)))
      Result.push_back(program().text(R.By->QualifiedName).str());
    return Result;
  }

  /// `struct Box { int n; }`, with a field to write.
  FactBuilder::ClassBuilder Box = B.classType("Box");
  FactBuilder::FieldBuilder N = B.field(Box, "Box::n", Int);
  TypeId BoxType = B.record("Box");
  FactBuilder::VariableBuilder G = B.variable("g", BoxType);

  static Place nOf(Place Object, SymbolId Field) {
    return F::fieldOf(std::move(Object), Field);
  }
  const Mutation *Found = nullptr;
};

//===-- Accesses ----------------------------------------------------------===//

TEST_F(MutationTest, EachKindOfAccessIsToldAsItIs) {
  auto Over = B.function("f");
  for (AccessKind Kind : {AccessKind::Assign, AccessKind::CompoundAssign,
                          AccessKind::Increment, AccessKind::Destroy})
    Over.accesses(Kind, G);
  Over.escapes(G);
  auto H = B.variable("h", BoxType);
  Over.accesses(AccessKind::DependentUse, H);
  analyse();
  EXPECT_THAT(writes("g"),
              ElementsAre("f: assignment", "f: compound assignment",
                          "f: increment", "f: deleted",
                          "f: address taken? inside"));
  EXPECT_THAT(writes("h"), ElementsAre("f: used in a template? inside"));
}

TEST_F(MutationTest, AReadIsNoWrite) {
  B.function("look").reads(G).reads(nOf(G, N));
  B.function("hit").increments(G);
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("hit: increment"));
  EXPECT_THAT(readers("g"), ElementsAre("look", "look"));
  EXPECT_THAT(readers("Box::n"), ElementsAre("look"));
  EXPECT_THAT(writes("nobody"), IsEmpty());
}

TEST_F(MutationTest, AFieldIsWrittenWholeAndItsOwnersInside) {
  auto Outer = B.classType("Outer");
  auto In = B.field(Outer, "Outer::in", BoxType);
  auto V = B.variable("v", B.record("Outer"));
  B.function("f").assigns(F::fieldOf(F::fieldOf(V, In), N));
  analyse();
  EXPECT_THAT(writes("v"), ElementsAre("f: assignment inside"));
  EXPECT_THAT(writes("Outer::in"), ElementsAre("f: assignment inside"));
  EXPECT_THAT(writes("Box::n"), ElementsAre("f: assignment"));
}

TEST_F(MutationTest, AFieldThatLeadsToItselfIsWrittenWhole) {
  auto Node = B.classType("Node");
  auto Next = B.field(Node, "Node::next", B.pointer(B.record("Node")));
  auto Head = B.variable("head", B.record("Node"));
  B.function("f").assigns(
      F::fieldOf(deref(F::fieldOf(Head, Next)), Next)); // head.next->next
  analyse();
  EXPECT_THAT(writes("Node::next"), ElementsAre("f: assignment"));
}

TEST_F(MutationTest, AWriteBehindAPointerCountsForItsOwner) {
  auto P = B.variable("p", B.pointer(Int));
  B.function("f").assigns(deref(P)).increments(element(deref(P)));
  analyse();
  EXPECT_THAT(writes("p"),
              ElementsAre("f: assignment inside", "f: increment inside"));
}

TEST_F(MutationTest, WritesAreSortedByPlace) {
  B.function("late").line(90).increments(G);
  B.function("early").line(70).increments(G);
  B.file("/src/a.h");
  B.function("header").line(500).increments(G);
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("early: increment", "late: increment",
                                       "header: increment"));
}

TEST_F(MutationTest, OneExpressionIsOneWriteAndTheSurestIsKept) {
  B.function("f")
      .line(50)
      .escapes(G)
      .line(50)
      .assigns(nOf(G, N))
      .line(50)
      .assigns(G);
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: assignment"));
}

//===-- Returned places ---------------------------------------------------===//

TEST_F(MutationTest, AnAccessorsResultIsThePlaceItReturns) {
  B.function("Box::get").method(Box).returns(F::fieldOf(F::thisPlace(), N));
  B.function("hit")
      .callsOn(G, "Box::get", ReceiverUse::Accessor)
      .increments(F::resultPlace(0));
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("hit: increment inside"));
  EXPECT_THAT(writes("Box::n"), ElementsAre("hit: increment"));
}

TEST_F(MutationTest, AccessorsMayReturnWhatAccessorsReturn) {
  B.function("one").returns(Place(G));
  B.function("two").calls("one").returns(F::resultPlace(0));
  B.function("three").calls("two").returns(F::resultPlace(0));
  B.function("hit").calls("three").assigns(nOf(F::resultPlace(0), N));
  B.function("main").calls("hit");
  analyse(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("hit: assignment inside"));
}

TEST_F(MutationTest, AReturnedParameterIsTheArgument) {
  B.function("pick").returns(F::parameterPlace(1));
  auto Other = B.variable("other", BoxType);
  B.function("hit")
      .calls("pick", {F::passes(Place(Other)), F::passes(Place(G))})
      .assigns(F::resultPlace(0));
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("hit: assignment"));
  EXPECT_THAT(writes("other"), IsEmpty());
}

TEST_F(MutationTest, EveryPlaceThatMayBeReturnedIsWritten) {
  auto Other = B.variable("other", BoxType);
  B.function("either").returns(Place(G)).returns(Place(Other));
  B.function("hit").calls("either").assigns(F::resultPlace(0));
  B.function("main").calls("hit");
  analyse(/*Whole=*/true);
  EXPECT_THAT(writes("g"), SizeIs(1));
  EXPECT_THAT(writes("other"), SizeIs(1));
}

TEST_F(MutationTest, AccessorsThatCallEachOtherEnd) {
  B.function("ping").calls("pong").returns(F::resultPlace(0));
  B.function("pong")
      .calls("ping")
      .calls("self")
      .returns(F::resultPlace(0))
      .returns(F::resultPlace(1));
  B.function("self").calls("self").returns(F::resultPlace(0)).returns(Place(G));
  B.function("hit").calls("ping").increments(F::resultPlace(0));
  B.function("main").calls("hit");
  analyse(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("hit: increment"));
}

TEST_F(MutationTest, AReferenceHandedOutCountsOnlyWhereACallerIsOutOfSight) {
  auto H = B.variable("h", BoxType);
  B.function("outside").handsOut(G);
  B.function("inside").internal().handsOut(H);
  analyse();
  EXPECT_THAT(writes("g"),
              ElementsAre("outside: returned by reference? inside"));
  EXPECT_THAT(writes("h"), IsEmpty());
}

TEST_F(MutationTest, AReferenceHandedOutInAWholeProgramIsNoWrite) {
  B.function("main");
  B.function("outside").handsOut(G);
  analyse(/*Whole=*/true);
  EXPECT_THAT(writes("g"), IsEmpty());
}

//===-- Parameters --------------------------------------------------------===//

TEST_F(MutationTest, ParametersAreWrittenTransitively) {
  B.function("inner").increments(F::parameterPlace(0));
  B.function("outer").calls("inner", {F::lends(F::parameterPlace(1))});
  auto Other = B.variable("other", Int);
  B.function("f").calls("outer", {F::lends(Other), F::lends(G)});
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: passed to 'outer'"));
  EXPECT_THAT(writes("other"), IsEmpty());
}

TEST_F(MutationTest, ACalleeThatOnlyReadsWritesNothing) {
  B.function("look").reads(F::parameterPlace(0));
  B.function("f").calls("look", {F::lends(G)});
  analyse();
  EXPECT_THAT(writes("g"), IsEmpty());
}

TEST_F(MutationTest, MutualRecursionSettles) {
  // ping(a, b) calls pong(b, a); pong(a, b) calls ping(a, b) and writes a.
  B.function("ping").calls(
      "pong", {F::lends(F::parameterPlace(1)), F::lends(F::parameterPlace(0))});
  B.function("pong")
      .calls("ping",
             {F::lends(F::parameterPlace(0)), F::lends(F::parameterPlace(1))})
      .assigns(F::parameterPlace(0));
  auto V = B.variable("v", Int), W = B.variable("w", Int);
  B.function("f").calls("ping", {F::lends(V), F::lends(W)});
  B.function("idle").calls("idle", {F::lends(F::parameterPlace(0))});
  B.function("h").calls("idle", {F::lends(G)});
  analyse();
  // ping writes b at once, and a by the second round.
  EXPECT_THAT(writes("v"), ElementsAre("f: passed to 'ping'"));
  EXPECT_THAT(writes("w"), ElementsAre("f: passed to 'ping'"));
  EXPECT_THAT(writes("g"), IsEmpty());
}

TEST_F(MutationTest, ManyParametersLoseNoWrite) {
  B.function("wide").assigns(F::parameterPlace(70));
  auto Others = B.variable("others", Int), Last = B.variable("last", Int);
  std::vector<GivenArgument> Args(60, F::lends(Others));
  Args.resize(71);
  Args[70] = F::lends(Last);
  B.function("f").calls("wide", Args);
  analyse();
  EXPECT_THAT(writes("last"), ElementsAre("f: passed to 'wide'"));
  EXPECT_THAT(writes("others"), IsEmpty());
}

TEST_F(MutationTest, ACalleeOutOfSightMayWrite) {
  B.function("ours").declared();
  B.function("f")
      .calls("ours", {F::lends(G)})
      .calls("memset", {F::lends(G)})
      .library()
      .calls("ours", {F::passes(Place(G))});
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: passed to 'ours'? inside",
                                       "f: passed to 'memset'"));
  // Both calls of 'ours' may read.
  EXPECT_THAT(readers("g"), ElementsAre("f", "f"));
}

//===-- Methods -----------------------------------------------------------===//

TEST_F(MutationTest, TheBodyOfAMethodDecidesNotItsDeclaration) {
  B.function("Box::lazy").method(Box).assigns(F::fieldOf(F::thisPlace(), N));
  B.function("Box::size").method(Box).reads(F::fieldOf(F::thisPlace(), N));
  auto H = B.variable("h", BoxType);
  B.function("f")
      .callsOn(G, "Box::lazy", ReceiverUse::Const)
      .callsOn(H, "Box::size", ReceiverUse::Mutating);
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: call of 'lazy'"));
  EXPECT_THAT(writes("h"), IsEmpty());
}

TEST_F(MutationTest, WithoutABodyTheDeclarationDecides) {
  B.function("f")
      .callsOn(G, "Box::far")
      .callsOn(G, "std::map::clear")
      .library()
      .callsOn(G, "std::map::size", ReceiverUse::Const)
      .library()
      .callsOn(G, "std::map::at", ReceiverUse::Accessor)
      .library();
  analyse();
  EXPECT_THAT(writes("g"),
              ElementsAre("f: call of 'far'? inside", "f: call of 'clear'"));
  // far(), size() and at() may read.
  EXPECT_THAT(readers("g"), ElementsAre("f", "f", "f"));
}

TEST_F(MutationTest, OperatorsAreWhatTheyLookLike) {
  B.function("f")
      .callsOn(G, "std::string::operator=")
      .callsOn(G, "std::string::operator+=")
      .callsOn(G, "It::operator++")
      .callsOn(G, "std::map::operator[]");
  for (Call &C : B.facts().Functions.back().Calls)
    C.Library = true;
  analyse();
  EXPECT_THAT(writes("g"),
              ElementsAre("f: assignment", "f: compound assignment",
                          "f: increment", "f: call of 'operator[]'"));
}

class DispatchTest : public MutationTest {
protected:
  /// Base::run writes nothing, Middle::run neither; Leaf::run writes n.
  DispatchTest() {
    SymbolId Run = B.function("Base::run").method(B.text("Base"));
    SymbolId Middle =
        B.function("Middle::run").method(B.text("Middle")).overrides(Run);
    B.function("Leaf::run")
        .method(Box)
        .overrides(Middle)
        .assigns(F::fieldOf(F::thisPlace(), N))
        .assigns(F::parameterPlace(0));
  }
};

TEST_F(DispatchTest, AVirtualCallMayRunAnyOverriderHoweverFarDown) {
  auto V = B.variable("v", Int);
  B.function("f").callsVirtual(G, "Base::run", {F::lends(V)});
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: call of 'run'"));
  EXPECT_THAT(writes("v"), ElementsAre("f: passed to 'Leaf::run'"));
}

TEST_F(DispatchTest, ADirectCallRunsOneBody) {
  B.function("f").callsOn(G, "Base::run");
  analyse();
  EXPECT_THAT(writes("g"), IsEmpty());
}

TEST_F(DispatchTest, CallersOfABaseLearnWhatAnOverriderWrites) {
  // The overrider comes last, so its caller must be looked at again.
  B.function("Base::twice")
      .method(B.text("Base"))
      .callsVirtual(F::thisPlace(), "Base::run");
  B.function("Deep::run")
      .method(Box)
      .overrides(B.text("Leaf::run"))
      .callsOn(F::thisPlace(), "Deep::more");
  B.function("Deep::more").method(Box).assigns(F::fieldOf(F::thisPlace(), N));
  B.function("f").callsOn(G, "Base::twice");
  analyse();
  EXPECT_THAT(writes("g"), ElementsAre("f: call of 'twice'"));
}

TEST_F(MutationTest, AVirtualAccessorReturnsWhatAnyOverriderReturns) {
  SymbolId Get = B.function("Base::get").declared();
  SymbolId Middle = B.function("Middle::get").overrides(Get);
  B.function("Leaf::get").overrides(Middle).returns(Place(G));
  Place Any = B.variable("any", B.record("Base"));
  B.function("f").callsVirtual(Any, "Base::get").increments(F::resultPlace(0));
  analyse();
  EXPECT_THAT(
      writes("g"),
      ElementsAre("Leaf::get: returned by reference? inside", "f: increment"));
}

//===-- Construction ------------------------------------------------------===//

TEST_F(MutationTest, ConstructionAndDestructionOfTheOwnObjectDoNotCount) {
  Place Own = F::fieldOf(F::thisPlace(), N);
  B.function("Box::Box")
      .constructor(Box)
      .reads(Own)
      .assigns(Own)
      .callsOn(Own, "std::map::clear")
      .library();
  B.function("Box::~Box").kind(FunctionKind::Destructor, Box).assigns(Own);
  analyse();
  EXPECT_THAT(writes("Box::n"), IsEmpty());
}

TEST_F(MutationTest, AConstructorThatWritesAnotherObjectCounts) {
  B.function("Box::Box")
      .constructor(Box)
      .assigns(F::fieldOf(F::parameterPlace(0), N))
      .assigns(G);
  analyse();
  EXPECT_THAT(writes("Box::n"), ElementsAre("Box::Box: assignment"));
  EXPECT_THAT(writes("g"), ElementsAre("Box::Box: assignment"));
}

TEST_F(MutationTest, WhatAMemberReferenceNamesIsAnotherObject) {
  auto Guard = B.classType("Guard");
  auto To = B.field(Guard, "Guard::to", B.reference(BoxType));
  auto Own = B.field(Guard, "Guard::own", B.pointer(BoxType));
  auto M = B.field(Box, "Box::m", Int);
  B.function("Guard::~Guard")
      .kind(FunctionKind::Destructor, Guard)
      .increments(F::fieldOf(deref(F::fieldOf(F::thisPlace(), To)), N))
      .increments(F::fieldOf(deref(F::fieldOf(F::thisPlace(), Own)), M));
  analyse();
  EXPECT_THAT(writes("Box::n"), ElementsAre("Guard::~Guard: increment"));
  EXPECT_THAT(writes("Guard::to"), IsEmpty());
  EXPECT_THAT(writes("Guard::own"), IsEmpty());
}

TEST_F(MutationTest, AnInitialiserWritesAllButItsOwnVariable) {
  auto Other = B.variable("other", Int);
  B.function("init of g").initializes(G).assigns(G).increments(Other);
  analyse();
  EXPECT_THAT(writes("g"), IsEmpty());
  EXPECT_THAT(phases("other"), ElementsAre("init of g: init"));
}

//===-- Phases ------------------------------------------------------------===//

TEST_F(MutationTest, MainStartsUpUntilItsServingLoop) {
  B.function("main")
      .loopsFrom(50)
      .line(49)
      .assigns(G)
      .line(50)
      .assigns(G)
      .line(51)
      .assigns(G);
  analyse();
  EXPECT_THAT(phases("g"),
              ElementsAre("main: init", "main: serve", "main: serve"));
}

TEST_F(MutationTest, WhatOnlyMainCallsStartsUpIfAllCallersAreInSight) {
  B.function("setUp").line(20).assigns(G);
  B.function("hidden").internal().line(30).assigns(G);
  B.function("main").calls("setUp").calls("hidden");
  analyse();
  EXPECT_THAT(phases("g"), ElementsAre("setUp: serve", "hidden: init"));
}

TEST_F(MutationTest, StartUpReachesThroughCallsAndRecursion) {
  B.function("deeper").line(20).assigns(G).calls("setUp");
  B.function("setUp").calls("deeper");
  B.function("main").calls("setUp");
  analyse(/*Whole=*/true);
  EXPECT_THAT(phases("g"), ElementsAre("deeper: init"));
  EXPECT_TRUE(known().Times.isStartUp(function("setUp")));
}

TEST_F(MutationTest, WhatAnybodyElseCallsServes) {
  B.function("both").line(20).assigns(G);
  B.function("below").line(30).assigns(G);
  B.function("both again").calls("below");
  B.function("main").calls("both").calls("both again");
  B.function("handler").calls("both").calls("both again");
  B.facts().NamedFunctions.push_back({B.function("handler")});
  analyse(/*Whole=*/true);
  EXPECT_THAT(phases("g"), ElementsAre("both: serve", "below: serve"));
}

TEST_F(MutationTest, WhatTheServingLoopCallsServes) {
  B.function("setUp").line(10).assigns(G).calls("shared");
  B.function("handle").line(20).assigns(G).calls("shared");
  B.function("shared").line(30).assigns(G);
  B.function("main").loopsFrom(60).line(58).calls("setUp").line(61).calls(
      "handle");
  analyse(/*Whole=*/true);
  EXPECT_THAT(phases("g"),
              ElementsAre("setUp: init", "handle: serve", "shared: serve"));
}

TEST_F(MutationTest, CallbacksAndOverridesOfLibraryMethodsServe) {
  SymbolId Handler = B.function("handler").line(10).assigns(G);
  B.function("Box::run")
      .method(Box)
      .overrides({})
      .line(20)
      .assigns(G)
      .fact()
      .OverridesLibrary = true;
  B.function("Box::load").method(Box).overrides({}).line(30).assigns(G);
  B.function("main")
      .calls("route", {F::callback(Handler)})
      .calls("handler")
      .callsOn(G, "Box::run", ReceiverUse::Const)
      .callsOn(G, "Box::load", ReceiverUse::Const);
  analyse(/*Whole=*/true);
  EXPECT_EQ(phases("g")[0], "handler: serve");
  EXPECT_EQ(phases("g")[1], "Box::run: serve");
  EXPECT_EQ(phases("g")[2], "Box::load: init");
}

TEST_F(MutationTest, AnotherClassesMainIsNoMain) {
  B.function("App::main").method(Box).assigns(G);
  analyse();
  EXPECT_THAT(phases("g"), ElementsAre("App::main: serve"));
}

TEST_F(MutationTest, OneLineOfTwoFunctionsIsToldOfEach) {
  // Two instantiations of a template: at one place, each with its callers.
  B.function("a's bump").internal().line(80).assigns(G);
  B.function("b's bump").internal().line(80).escapes(G);
  B.function("main").line(90).calls("a's bump");
  B.function("handler").calls("b's bump");
  analyse();
  EXPECT_THAT(phases("g"), ElementsAre("a's bump: init", "b's bump: serve"));
}

/// True if a write is taken to overwrite where the same place of the text
/// changes a local of that name, too.
bool overwritesBeside(SymbolId Local) {
  Statement Name, Beside, Assigned, Changed;
  Name.Kind = StatementKind::Variable;
  Beside.Kind = StatementKind::Local;
  Beside.Symbol = Local;
  Assigned.Kind = Changed.Kind = StatementKind::Write;
  Assigned.A = 1;
  Assigned.How = AccessKind::Assign;
  Changed.A = 2;
  Changed.How = AccessKind::CompoundAssign;
  Function Code;
  Code.FlowBodies = {{{Name, Beside, Assigned, Changed}}};
  Write W;
  W.By = &Code;
  return overwrites(W);
}

TEST(Overwrites, TemporariesAreOtherObjects) {
  EXPECT_TRUE(overwritesBeside({}));
  EXPECT_FALSE(overwritesBeside({1}));
}

} // namespace
