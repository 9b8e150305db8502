//===- CallGraphTest.cpp - What may run what ------------------------------===//
//
// Pins which bodies a call may run: directly, by overriding, and through what
// holds callables; what code out of sight may call; that the graph stays small
// and the search ends. Entry points are CallGraphEntriesTest's. It must not
// know the extractor, or what the functions do to objects.
//
//===----------------------------------------------------------------------===//
#include "analysis/CallGraph.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class CallGraphTest : public FactsTest {
protected:
  void analyse(bool Whole = false) {
    const Program &Prog = freeze(Whole);
    Graph.emplace(Prog, PointsTo(Prog));
  }

  /// What call \p Call of \p Name may run.
  std::vector<std::string> runs(llvm::StringRef Name, uint32_t Call = 0) const {
    std::vector<std::string> Result;
    for (const Function *Body : Graph->targets(function(Name), Call))
      Result.push_back(program().text(Body->QualifiedName).str());
    return Result;
  }
  /// True if the one edge of the first call of \p Name can run one body only.
  bool isSingle(llvm::StringRef Name) const {
    auto Edges = Graph->out(Graph->nodeOf(function(Name)));
    return Edges.size() == 1 && Graph->isSingle(Edges[0].To);
  }
  bool escapes(llvm::StringRef Name) const {
    return Graph->escapes(function(Name));
  }
  size_t edges() const {
    size_t Result = 0;
    for (uint32_t Node = 0; Node < Graph->size(); ++Node)
      Result += Graph->out(Node).size();
    return Result;
  }
  FactBuilder::FunctionBuilder method(llvm::StringRef Name,
                                      SymbolId Overridden = {}) {
    auto Result = B.function(Name);
    Result.method(B.text(Name.split("::").first));
    if (Overridden)
      Result.overrides(Overridden);
    return Result;
  }

  std::optional<CallGraph> Graph;
};

//===-- Direct calls ------------------------------------------------------===//

TEST_F(CallGraphTest, ADirectCallRunsItsCallee) {
  B.function("f").calls("g").calls("h");
  B.function("g");
  B.function("h").declared();
  analyse();
  EXPECT_THAT(runs("f", 0), ElementsAre("g"));
  EXPECT_THAT(runs("f", 1), IsEmpty());
  EXPECT_THAT(runs("g", 0), IsEmpty());
}

TEST_F(CallGraphTest, EveryEdgeIsSeenFromBothEnds) {
  B.function("f").calls("g").calls("g");
  B.function("g").calls("f").calls("g");
  analyse();
  size_t Back = 0;
  for (uint32_t Node = 0; Node < Graph->size(); ++Node)
    for (const CallGraph::Edge &E : Graph->in(Node)) {
      ++Back;
      EXPECT_TRUE(
          llvm::any_of(Graph->out(E.To), [&](const CallGraph::Edge &Out) {
            return Out.To == Node && Out.Call == E.Call;
          }));
    }
  EXPECT_EQ(Back, 4u);
  EXPECT_EQ(edges(), 4u);
}

TEST_F(CallGraphTest, AChainOfCallsMayBeLong) {
  constexpr int Length = 100000;
  for (int I = 0; I < Length; ++I)
    B.function("f" + std::to_string(I)).calls("f" + std::to_string(I + 1));
  B.function("f" + std::to_string(Length));
  analyse();
  EXPECT_EQ(edges(), size_t(Length));
  EXPECT_THAT(runs("f99999"), ElementsAre("f100000"));
}

//===-- Overriding --------------------------------------------------------===//

TEST_F(CallGraphTest, AVirtualCallMayRunTheMethodAndAllThatOverrideIt) {
  SymbolId Base = method("Base::run");
  SymbolId Middle = method("Middle::run", Base).declared();
  method("Leaf::run", Middle);
  method("Other::run", Base);
  B.function("f").callsVirtual(F::parameterPlace(0), "Base::run");
  B.function("g").callsVirtual(F::parameterPlace(0), "Middle::run");
  B.function("h").callsOn(F::parameterPlace(0), "Base::run");
  analyse();
  EXPECT_THAT(runs("f"),
              UnorderedElementsAre("Base::run", "Leaf::run", "Other::run"));
  EXPECT_THAT(runs("g"), ElementsAre("Leaf::run"));
  EXPECT_THAT(runs("h"), ElementsAre("Base::run"));
}

TEST_F(CallGraphTest, AnInterfaceWithOneImplementationRunsOneBody) {
  SymbolId Base = method("Base::run").declared();
  SymbolId Middle = method("Middle::run", Base).declared();
  method("Leaf::run", Middle);
  B.function("f").callsVirtual(F::parameterPlace(0), "Base::run");
  analyse();
  EXPECT_TRUE(isSingle("f"));
}

TEST_F(CallGraphTest, AnInterfaceWithTwoImplementationsDoesNot) {
  SymbolId Base = method("Base::run").declared();
  method("One::run", Base);
  method("Two::run", Base);
  B.function("f").callsVirtual(F::parameterPlace(0), "Base::run");
  analyse();
  EXPECT_FALSE(isSingle("f"));
}

TEST_F(CallGraphTest, AVirtualMethodThatNobodyOverridesRunsItsBody) {
  method("Base::run");
  B.function("f").callsVirtual(F::parameterPlace(0), "Base::run");
  B.function("g").callsVirtual(F::parameterPlace(0), "Gone::run");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("Base::run"));
  EXPECT_TRUE(isSingle("f"));
  EXPECT_THAT(runs("g"), IsEmpty());
}

TEST_F(CallGraphTest, AMethodMayOverrideTwoInterfaces) {
  SymbolId Left = method("Left::run").declared();
  SymbolId Right = method("Right::run").declared();
  method("Both::run", Left).overrides(Right);
  B.function("f").callsVirtual(F::parameterPlace(0), "Left::run");
  B.function("g").callsVirtual(F::parameterPlace(0), "Right::run");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("Both::run"));
  EXPECT_THAT(runs("g"), ElementsAre("Both::run"));
}

TEST_F(CallGraphTest, AMethodByItsAddressMayRunAnyOverrider) {
  SymbolId Base = method("Base::run").declared();
  method("One::run", Base);
  method("Two::run", Base);
  B.function("f").callsThrough({F::code(Base)});
  analyse();
  EXPECT_THAT(runs("f"), UnorderedElementsAre("One::run", "Two::run"));
}

TEST_F(CallGraphTest, ManyCallersOfManyOverridersShareTheirEdges) {
  constexpr int Many = 5000;
  SymbolId Base = method("Base::run").declared();
  for (int I = 0; I < Many; ++I) {
    method("C" + std::to_string(I) + "::run", Base);
    B.function("f" + std::to_string(I))
        .callsVirtual(F::parameterPlace(0), "Base::run");
  }
  analyse();
  EXPECT_LT(edges(), size_t(4 * Many));
  EXPECT_THAT(runs("f0"), SizeIs(16)); // As many as were asked for.
}

TEST_F(CallGraphTest, AHierarchyMayBeDeep) {
  SymbolId At = method("C0::run").declared();
  for (int I = 1; I < 20000; ++I)
    At = method("C" + std::to_string(I) + "::run", At).declared();
  method("Leaf::run", At);
  B.function("f").callsVirtual(F::parameterPlace(0), "C0::run");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("Leaf::run"));
}

//===-- What holds callables ----------------------------------------------===//

TEST_F(CallGraphTest, AFieldRunsWhatAnybodyPutsThere) {
  SymbolId Hook = B.text("C::hook");
  B.function("set").keeps(F::inField(Hook), F::code(B.text("one")));
  B.function("reset").keeps(F::inField(Hook), F::code(B.text("two")));
  B.function("fire").callsThrough({F::inField(Hook)});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(runs("fire"), UnorderedElementsAre("one", "two"));
  EXPECT_FALSE(isSingle("fire"));
}

TEST_F(CallGraphTest, AParameterRunsWhatCallersPass) {
  B.function("each").callsThrough({F::given(B.text("each"), 1)});
  B.function("f").calls("each", {GivenArgument(), F::callback(B.text("one"))});
  B.function("g").calls("each", {F::callback(B.text("two"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(runs("each"), ElementsAre("one"));
  EXPECT_TRUE(isSingle("each"));
}

TEST_F(CallGraphTest, WhoPassesACallableToWhatRunsItRunsIt) {
  // outer(h) { inner(h); }  inner(h) { h(); }  keep(h) { hook = h; }
  SymbolId Inner = B.text("inner"), Outer = B.text("outer");
  SymbolId Keep = B.text("keep");
  B.function("inner").callsThrough({F::given(Inner, 0)});
  B.function("outer").calls("inner", {F::callback(F::given(Outer, 0))});
  B.function("keep").keeps(F::inVariable(B.text("hook")), F::given(Keep, 0));
  B.function("f").calls("outer", {F::callback(B.text("one"))});
  B.function("g").calls("outer", {F::callback(B.text("two"))});
  B.function("h").calls("keep", {F::callback(B.text("two"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(runs("f"), UnorderedElementsAre("outer", "one"));
  EXPECT_THAT(runs("g"), UnorderedElementsAre("outer", "two"));
  EXPECT_THAT(runs("h"), ElementsAre("keep"));
  EXPECT_THAT(runs("inner"), UnorderedElementsAre("one", "two"));
}

TEST_F(CallGraphTest, FunctionsThatRunEachOthersParametersEnd) {
  SymbolId Ping = B.text("ping"), Pong = B.text("pong");
  B.function("ping").calls("pong", {F::callback(F::given(Ping, 0))});
  B.function("pong")
      .calls("ping", {F::callback(F::given(Pong, 0))})
      .callsThrough({F::given(Pong, 0)});
  B.function("f").calls("ping", {F::callback(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("f"), UnorderedElementsAre("ping", "one"));
}

TEST_F(CallGraphTest, AResultRunsWhatTheFunctionReturns) {
  B.function("make").returns(F::code(B.text("one")));
  B.function("again").returns(F::resultOf(B.text("make")));
  B.function("f").callsThrough({F::resultOf(B.text("again"))});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("one"));
  EXPECT_TRUE(isSingle("f"));
}

TEST_F(CallGraphTest, HoldersThatAreFilledFromEachOtherEnd) {
  SymbolId A = B.text("a"), C = B.text("c");
  B.function("swap")
      .keeps(F::inVariable(A), F::inVariable(C))
      .keeps(F::inVariable(C), F::inVariable(A));
  B.function("set").keeps(F::inVariable(C), F::code(B.text("one")));
  B.function("f").callsThrough({F::inVariable(A)});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("one"));
}

TEST_F(CallGraphTest, HoldersThatOnlyHoldEachOtherRunNothing) {
  SymbolId A = B.text("a"), C = B.text("c");
  B.function("swap")
      .keeps(F::inVariable(A), F::inVariable(C))
      .keeps(F::inVariable(C), F::inVariable(A));
  B.function("f").callsThrough({F::inVariable(A)});
  analyse();
  EXPECT_THAT(runs("f"), IsEmpty());
  EXPECT_FALSE(isSingle("f"));
}

TEST_F(CallGraphTest, WhatCannotBeResolvedRunsNothing) {
  B.function("gone").declared();
  B.function("f")
      .callsThrough({})
      .callsThrough({F::code(B.text("gone")), F::code(B.text("nowhere"))})
      .callsThrough({F::inVariable(B.text("empty"))})
      .callsThrough({F::given(B.text("f"), 7)});
  analyse();
  for (uint32_t Call = 0; Call < 4; ++Call)
    EXPECT_THAT(runs("f", Call), IsEmpty()) << Call;
}

TEST_F(CallGraphTest, WhatAnIndirectCallPassesReachesWhatItRuns) {
  // fire() calls the hook with `one`; the hook calls what it is given.
  SymbolId Hook = B.text("C::hook");
  B.function("hooked").callsThrough({F::given(B.text("hooked"), 0)});
  B.function("set").keeps(F::inField(Hook), F::code(B.text("hooked")));
  B.function("fire").callsThrough({F::inField(Hook)},
                                  {F::callback(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("hooked"), ElementsAre("one"));
}

TEST_F(CallGraphTest, WhatIsPassedOnLetsMoreBePassedOn) {
  // a(b) calls b(c), which calls c: each step is known after the one before.
  B.function("a").callsThrough({F::given(B.text("a"), 0)},
                               {F::callback(B.text("c"))});
  B.function("b").callsThrough({F::given(B.text("b"), 0)});
  B.function("c");
  SymbolId Hook = B.text("hook");
  B.function("set").keeps(F::inVariable(Hook), F::code(B.text("a")));
  B.function("fire").callsThrough({F::inVariable(Hook)},
                                  {F::callback(B.text("b"))});
  analyse();
  // What passes something to what runs it, runs it.
  EXPECT_THAT(runs("a"), UnorderedElementsAre("b", "c"));
  EXPECT_THAT(runs("b"), ElementsAre("c"));
}

TEST_F(CallGraphTest, OverridersAreGivenWhatIsPassedToTheBase) {
  SymbolId Base = method("Base::each").declared();
  SymbolId Leaf = B.text("Leaf::each");
  method("Leaf::each", Base).callsThrough({F::given(Leaf, 0)});
  B.function("f").callsVirtual(B.variable("object", TypeId()), "Base::each",
                               {F::callback(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("Leaf::each"), ElementsAre("one"));
}

TEST_F(CallGraphTest, CallablesThatPassThemselvesOnEnd) {
  B.function("f").callsThrough(
      {F::given(B.text("f"), 0)},
      {F::callback(F::given(B.text("f"), 0)), F::callback(B.text("f"))});
  B.function("main").calls("f", {F::callback(B.text("f"))});
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("f"));
}

//===-- Code out of sight -------------------------------------------------===//

TEST_F(CallGraphTest, TheLibraryRunsWhatItIsGivenAndMayKeepIt) {
  B.function("f").calls("atexit", {F::callback(B.text("one"))}).library();
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("one"));
  EXPECT_TRUE(escapes("one"));
  EXPECT_FALSE(escapes("two"));
  EXPECT_FALSE(escapes("f"));
}

TEST_F(CallGraphTest, WhatRunsNowDoesNotEscape) {
  B.function("f")
      .calls("std::for_each", {F::callback(B.text("one"))})
      .library()
      .role(CallRole::RunsNow);
  B.function("one");
  analyse();
  EXPECT_THAT(runs("f"), ElementsAre("one"));
  EXPECT_FALSE(escapes("one"));
}

TEST_F(CallGraphTest, WhatIsRegisteredEscapesAndIsNotRunByItsCaller) {
  B.function("f").registers("Server::Get", {F::code(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(runs("f"), IsEmpty());
  EXPECT_TRUE(escapes("one"));
}

TEST_F(CallGraphTest, WhatAHolderHoldsEscapesWithIt) {
  B.function("wrap")
      .calls("atexit", {F::callback(F::given(B.text("wrap"), 0))})
      .library();
  B.function("f").calls("wrap", {F::callback(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_TRUE(escapes("one"));
}

TEST_F(CallGraphTest, AllThatALargeTableHoldsEscapesWithIt) {
  SymbolId Table = B.text("table");
  auto Fill = B.function("fill");
  for (int I = 0; I < 100; ++I) {
    std::string Name = "h" + std::to_string(I);
    Fill.keeps(F::inVariable(Table), F::code(B.text(Name)));
    B.function(Name);
  }
  Fill.calls("atexit", {F::callback(F::inVariable(Table))}).library();
  analyse();
  for (int I = 0; I < 100; ++I)
    EXPECT_TRUE(escapes("h" + std::to_string(I))) << I;
}

TEST_F(CallGraphTest, ABodyThatIsPassedWithinTheProgramDoesNotEscape) {
  B.function("wrap").callsThrough({F::given(B.text("wrap"), 0)});
  B.function("f").calls("wrap", {F::callback(B.text("one"))});
  B.function("one");
  analyse();
  EXPECT_FALSE(escapes("one"));
}

//===-- Determinism -------------------------------------------------------===//

TEST(CallGraphOrder, IsThatOfTheProgramWhateverTheOrderOfUnits) {
  auto Unit = [](const std::string &Name) {
    FactBuilder B("/src/" + Name + ".cpp");
    SymbolId Hook = B.text("hook"), Run = B.text("Base::run");
    B.function("handle " + Name).callsThrough({F::inVariable(Hook)});
    B.function(Name + "::run").overrides(Run);
    B.function("set " + Name)
        .keeps(F::inVariable(Hook), F::code(B.text("handle " + Name)))
        .registers("Server::Get", {F::code(B.text("handle " + Name))})
        .callsVirtual(F::parameterPlace(0), "Base::run");
    return B.take();
  };
  auto Shown = [&](std::vector<std::string> Names) {
    std::vector<TuFacts> Units;
    for (const std::string &Name : Names)
      Units.push_back(Unit(Name));
    Program P = link(std::move(Units));
    CallGraph G(P, PointsTo(P));
    std::string Text;
    for (uint32_t Node = 0; Node < G.size(); ++Node) {
      for (const CallGraph::Edge &E : G.out(Node))
        Text += std::to_string(E.To) + "/" + std::to_string(E.Call) + " ";
      Text += "\n";
    }
    for (const EntryPoint &E : G.entryPoints())
      Text += P.text(E.Handler->QualifiedName).str() + "\n";
    return Text;
  };
  EXPECT_EQ(Shown({"a", "b", "c"}), Shown({"c", "b", "a"}));
  EXPECT_EQ(Shown({"a", "b", "c"}), Shown({"b", "c", "a"}));
}

} // namespace
