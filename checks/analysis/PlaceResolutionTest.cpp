//===- PlaceResolutionTest.cpp - Which objects a place may be -------------===//
//
// Pins how places are followed out of their function: results, parameters
// around lambdas, `this` of lambdas and of bound handlers; what stays at home,
// and that the search ends. It must not know the extractor, or what is done to
// the objects.
//
//===----------------------------------------------------------------------===//
#include "analysis/PlaceResolution.h"
#include "analysis/AnalysisTesting.h"
#include "facts/Dump.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class PlaceResolutionTest : public FactsTest {
protected:
  void analyse() {
    const Program &Prog = freeze();
    Graph.emplace(Prog, PointsTo(Prog));
    Places.emplace(program(), *Graph);
  }
  std::vector<std::string> shown(const std::vector<Place> &All) const {
    std::vector<std::string> Result;
    for (const Place &P : All)
      Result.push_back(placeText(P, program().strings()) +
                       (P.Root == RootKind::This && P.Symbol
                            ? " of " + program().text(P.Symbol).str()
                            : ""));
    return Result;
  }
  std::vector<std::string> resolved(const Place &P, llvm::StringRef In) const {
    return shown(Places->resolve(P, function(In)));
  }
  std::vector<std::string> outside(const Place &P, llvm::StringRef In) const {
    return shown(Places->resolveOutside(P, function(In)));
  }

  Place G = B.variable("g", Int);
  Place H = B.variable("h", Int);
  SymbolId Field = B.text("C::n");
  std::optional<CallGraph> Graph;
  std::optional<PlaceResolution> Places;
};

//===-- At home -----------------------------------------------------------===//

TEST_F(PlaceResolutionTest, OwnPlacesStayAsTheyAre) {
  B.function("C::f").method(B.text("C"));
  analyse();
  EXPECT_THAT(resolved(F::thisPlace(), "C::f"), ElementsAre("this"));
  EXPECT_THAT(resolved(F::parameterPlace(2), "C::f"), ElementsAre("param 2"));
  EXPECT_THAT(resolved(F::createdPlace(0), "C::f"), ElementsAre("created 0"));
  EXPECT_THAT(resolved(deref(G), "C::f"), ElementsAre("var g *"));
  EXPECT_THAT(resolved(Place(), "C::f"), IsEmpty());
}

TEST_F(PlaceResolutionTest, OwnPlacesMayBeFollowedToTheCallers) {
  B.function("C::f").method(B.text("C"));
  B.function("main").callsOn(G, "C::f", ReceiverUse::Mutating, {F::lends(H)});
  analyse();
  EXPECT_THAT(outside(F::fieldOf(F::thisPlace(), Field), "C::f"),
              ElementsAre("this .C::n of C", "var g .C::n"));
  EXPECT_THAT(outside(deref(F::parameterPlace(0)), "C::f"),
              ElementsAre("var h *"));
  EXPECT_THAT(outside(F::createdPlace(0), "C::f"), IsEmpty());
}

TEST_F(PlaceResolutionTest, AParameterThatNobodyPassesIsOfItsFunction) {
  B.function("f");
  analyse();
  EXPECT_THAT(outside(F::parameterPlace(1), "f"), ElementsAre("param 1 of f"));
}

//===-- Results -----------------------------------------------------------===//

TEST_F(PlaceResolutionTest, AResultIsWhatTheCalleeReturnsOfItsCall) {
  B.function("C::at")
      .method(B.text("C"))
      .returns(F::fieldOf(F::thisPlace(), Field))
      .returns(deref(F::parameterPlace(0)));
  B.function("f").callsOn(G, "C::at", ReceiverUse::Accessor,
                          {F::lends(F::parameterPlace(3))});
  analyse();
  EXPECT_THAT(resolved(element(F::resultPlace(0)), "f"),
              ElementsAre("var g .C::n[elem]", "param 3 *[elem]"));
}

TEST_F(PlaceResolutionTest, ALocalThatIsReturnedIsGone) {
  SymbolId Make = B.text("make");
  auto Local = B.variable("local", Int).automatic(Make);
  auto Kept = B.variable("kept", Int).localStatic(Make);
  B.function("make").returns(Place(Local)).returns(Place(Kept));
  B.function("f").calls("make");
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "f"), ElementsAre("var kept"));
}

TEST_F(PlaceResolutionTest, ANewObjectOfACalleeHasNoName) {
  B.function("make").returns(F::createdPlace(0));
  B.function("f").calls("make");
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "f"), IsEmpty());
}

TEST_F(PlaceResolutionTest, AVirtualResultIsThatOfAllThatMayRun) {
  SymbolId Base = B.function("Base::get").returns(G);
  B.function("Leaf::get").overrides(Base).returns(H);
  B.function("f").callsVirtual(F::thisPlace(), "Base::get");
  B.function("h").callsOn(F::thisPlace(), "Base::get");
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "f"),
              UnorderedElementsAre("var g", "var h"));
  EXPECT_THAT(resolved(F::resultPlace(0), "h"), ElementsAre("var g"));
}

TEST_F(PlaceResolutionTest, AnIndirectResultIsThatOfWhatTheHolderHolds) {
  SymbolId Hook = B.text("hook");
  B.function("get").returns(G);
  B.function("set").keeps(F::inVariable(Hook), F::code(B.text("get")));
  B.function("f").callsThrough({F::inVariable(Hook)});
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "f"), ElementsAre("var g"));
}

//===-- Lambdas -----------------------------------------------------------===//

TEST_F(PlaceResolutionTest, AParameterAroundALambdaIsWhatCallersPass) {
  SymbolId Around = B.function("around");
  B.function("lambda").lambdaIn(Around);
  B.function("one").calls("around", {F::lends(G)});
  B.function("two").calls("around", {F::lends(deref(H))});
  analyse();
  EXPECT_THAT(
      resolved(F::fieldOf(F::parameterOf(symbol("around"), 0), symbol("C::n")),
               "lambda"),
      UnorderedElementsAre("var g .C::n", "var h *.C::n"));
  // A lambda's own parameter is its own.
  EXPECT_THAT(resolved(F::parameterPlace(0), "lambda"), ElementsAre("param 0"));
}

TEST_F(PlaceResolutionTest, AParameterOfAParameterIsFollowedToWhoHasTheObject) {
  SymbolId Inner = B.function("inner");
  B.function("lambda").lambdaIn(Inner);
  B.function("middle").calls("inner", {F::lends(F::parameterPlace(1))});
  B.function("outer").calls(
      "middle", {Argument(), F::lends(deref(F::parameterPlace(0)))});
  B.function("main").calls("outer", {F::lends(G)});
  analyse();
  EXPECT_THAT(resolved(F::parameterOf(symbol("inner"), 0), "lambda"),
              ElementsAre("var g *"));
}

TEST_F(PlaceResolutionTest, ThisOfALambdaIsThatOfTheMethodAroundIt) {
  SymbolId C = B.text("C");
  SymbolId Run = B.function("C::run").method(C);
  SymbolId Outer = B.function("outer lambda").lambdaIn(Run);
  B.function("inner lambda").lambdaIn(Outer);
  B.function("main").callsOn(G, "C::run");
  analyse();
  EXPECT_THAT(resolved(F::thisPlace(), "inner lambda"),
              ElementsAre("this", "var g"));
}

TEST_F(PlaceResolutionTest, ThisOfAFreeFunctionsLambdaIsNobody) {
  SymbolId Main = B.function("main");
  B.function("lambda").lambdaIn(Main);
  analyse();
  EXPECT_THAT(resolved(F::thisPlace(), "lambda"), ElementsAre("this"));
}

//===-- Bound handlers ----------------------------------------------------===//

TEST_F(PlaceResolutionTest, ThisOfABoundHandlerIsTheObjectThatWasBound) {
  B.function("C::get").method(B.text("C"));
  auto Main = B.function("main").registers("on", {F::code(B.text("C::get"))});
  Main.registration().Holds = {G};
  analyse();
  EXPECT_THAT(resolved(F::fieldOf(F::thisPlace(), Field), "C::get"),
              ElementsAre("this .C::n", "var g .C::n"));
}

TEST_F(PlaceResolutionTest, AMethodMayBindItsOwnObject) {
  // C::start() { on(std::bind(&C::get, this)); }, called on h.
  B.function("C::get").method(B.text("C"));
  auto Start = B.function("C::start")
                   .method(B.text("C"))
                   .registers("on", {F::code(B.text("C::get"))});
  Start.registration().Holds = {F::thisPlace()};
  B.function("main").callsOn(H, "C::start");
  analyse();
  EXPECT_THAT(resolved(F::thisPlace(), "C::get"),
              ElementsAre("this", "this of C", "var h"));
}

TEST_F(PlaceResolutionTest, AFrameworkCallsItsMethodsOnAnyObjectOfTheClass) {
  B.classType("C");
  B.variable("c", B.record("C"));
  B.variable("p", B.smartPointer(B.record("C")));
  B.function("C::get").method(B.text("C")).handlesAs("Service::get");
  analyse();
  EXPECT_THAT(resolved(F::thisPlace(), "C::get"),
              UnorderedElementsAre("this", "var c", "var p"));
}

TEST_F(PlaceResolutionTest, ACFrameworkGivesBackWhatItWasGiven) {
  // on(get, &g); void get(void *data, int *other)
  B.function("get")
      .parameter("data", B.pointer(B.type("void")))
      .parameter("other", B.pointer(B.type("long")))
      .parameter("mine", B.pointer(Int));
  auto Main = B.function("main").registers("on", {F::code(B.text("get"))});
  Main.registration().Holds = {G};
  analyse();
  EXPECT_THAT(resolved(F::parameterPlace(0), "get"),
              ElementsAre("param 0", "var g"));
  EXPECT_THAT(resolved(F::parameterPlace(1), "get"), ElementsAre("param 1"));
  EXPECT_THAT(resolved(F::parameterPlace(2), "get"),
              ElementsAre("param 2", "var g"));
  EXPECT_THAT(resolved(F::parameterPlace(7), "get"), ElementsAre("param 7"));
}

//===-- Ends --------------------------------------------------------------===//

TEST_F(PlaceResolutionTest, RecursionThatPassesItsParameterOnEnds) {
  SymbolId Walk =
      B.function("walk").calls("walk", {F::lends(deref(F::parameterPlace(0)))});
  B.function("lambda").lambdaIn(Walk);
  B.function("main").calls("walk", {F::lends(G)});
  analyse();
  EXPECT_THAT(resolved(F::parameterOf(symbol("walk"), 0), "lambda"),
              testing::Contains("var g"));
}

TEST_F(PlaceResolutionTest, ALongChainOfAccessorsIsLeftOut) {
  for (int I = 0; I < 100000; ++I)
    B.function("get" + std::to_string(I))
        .calls("get" + std::to_string(I + 1))
        .returns(F::resultPlace(0));
  B.function("get100000").returns(G);
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "get0"), IsEmpty());
  EXPECT_THAT(resolved(F::resultPlace(0), "get99997"), ElementsAre("var g"));
}

TEST_F(PlaceResolutionTest, ManyOverridersAreNotAllAnswers) {
  SymbolId Base = B.function("Base::get").declared();
  for (int I = 0; I < 3000; ++I) {
    auto V = B.variable("v" + std::to_string(I), Int);
    B.function("C" + std::to_string(I) + "::get")
        .overrides(Base)
        .returns(Place(V));
  }
  B.function("f").callsVirtual(F::thisPlace(), "Base::get");
  analyse();
  EXPECT_THAT(resolved(F::resultPlace(0), "f"), SizeIs(16));
}

class PlaceBoundsTest : public PlaceResolutionTest {
protected:
  /// Decorators that return what the next one returns.
  void delegates(int Count) {
    SymbolId Base = B.function("Base::get").declared();
    for (int I = 0; I < Count; ++I)
      B.function("C" + std::to_string(I) + "::get")
          .overrides(Base)
          .callsVirtual(F::thisPlace(), "Base::get")
          .returns(F::resultPlace(0));
    B.function("f").callsVirtual(F::thisPlace(), "Base::get");
    analyse();
    EXPECT_THAT(resolved(F::resultPlace(0), "f"), IsEmpty());
  }

  /// \p Width functions on each of 7 layers, each passes its parameter to all
  /// of the next.
  void layers(int Width) {
    auto Name = [](int Layer, int I) {
      return "l" + std::to_string(Layer) + "_" + std::to_string(I);
    };
    SymbolId Last = B.function("last");
    B.function("lambda").lambdaIn(Last);
    for (int Layer = 0; Layer < 7; ++Layer)
      for (int I = 0; I < Width; ++I) {
        auto Fn = B.function(Name(Layer, I));
        for (int Next = 0; Next < (Layer ? Width : 1); ++Next)
          Fn.calls(Layer ? Name(Layer - 1, Next) : "last",
                   {F::lends(F::parameterPlace(0))});
      }
    analyse();
    EXPECT_THAT(resolved(F::parameterOf(symbol("last"), 0), "lambda"),
                SizeIs(testing::Le(16)));
  }
};

TEST_F(PlaceBoundsTest, AFewOverridersThatAllDelegateEnd) { delegates(6); }
TEST_F(PlaceBoundsTest, AFewLayersThatPassAParameterOnEnd) { layers(6); }
} // namespace
