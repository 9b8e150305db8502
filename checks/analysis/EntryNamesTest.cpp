//===- EntryNamesTest.cpp - What entry points are called ------------------===//
//
// Pins how methods, routes and handlers make a name, and that a route which is
// not known, or not one, is not made up. It must not know the extractor or any
// report.
//
//===----------------------------------------------------------------------===//
#include "analysis/EntryNames.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;

namespace {

using F = FactBuilder;

class EntryNamesTest : public FactsTest {
protected:
  std::vector<std::string> namesOf() {
    std::vector<std::string> Result;
    for (const EntryPoint &E : known().Graph.entryPoints())
      Result.push_back(entryName(program(), known().Paths, E));
    return Result;
  }
  std::vector<std::string> titles() {
    std::vector<std::string> Result;
    for (const EntryPoint &E : known().Graph.entryPoints())
      Result.push_back(entryTitle(program(), known().Paths, E));
    return Result;
  }
  /// The name if "main" registers "one" for \p Route.
  std::string nameFor(ValueId Route, llvm::StringRef Method = "GET",
                      ValueId Verb = {}) {
    Main.registers("httplib::Server::Get", {One}, Route, Method);
    Main.registration().Verb = Verb;
    freeze(/*Whole=*/true);
    return namesOf().at(0);
  }
  ValueId concat(std::vector<ValueId> Args) {
    return B.value(ValueKind::Concat, std::move(Args));
  }

  FactBuilder::FunctionBuilder Main = B.function("main");
  Callable One = F::code(B.function("one"));
  const std::string Unnamed = "handler registered by 'httplib::Server::Get'";
};

//===-- Routes ------------------------------------------------------------===//

TEST_F(EntryNamesTest, MethodAndRouteAreTheName) {
  EXPECT_EQ(nameFor(B.literal("/cart")), "'GET /cart'");
  EXPECT_THAT(titles(), ElementsAre("GET /cart"));
}
TEST_F(EntryNamesTest, ARouteWithoutAMethodIsTheName) {
  EXPECT_EQ(nameFor(B.literal("/cart"), ""), "'/cart'");
}
TEST_F(EntryNamesTest, AMethodThatIsAnArgumentIsReadThere) {
  EXPECT_EQ(nameFor(B.literal("/cart"), "", B.literal("PUT")), "'PUT /cart'");
}
TEST_F(EntryNamesTest, TheModelsMethodIsSurerThanAnArgument) {
  EXPECT_EQ(nameFor(B.literal("/cart"), "GET", B.literal("PUT")),
            "'GET /cart'");
}
TEST_F(EntryNamesTest, AnUnknownMethodLeavesTheRoute) {
  EXPECT_EQ(nameFor(B.literal("/cart"), "", B.parameterValue(4)), "'/cart'");
}

TEST_F(EntryNamesTest, WithoutARouteTheCallNames) {
  EXPECT_EQ(nameFor({}), Unnamed);
  EXPECT_THAT(titles(), ElementsAre(Unnamed));
}
TEST_F(EntryNamesTest, AnUnknownRouteIsNotMadeUp) {
  EXPECT_EQ(nameFor(concat({B.value(ValueKind::Unknown), B.literal("/x")})),
            Unnamed);
}
TEST_F(EntryNamesTest, AnEmptyRouteIsNone) {
  EXPECT_EQ(nameFor(B.literal("")), Unnamed);
}
TEST_F(EntryNamesTest, ARouteThatMayBeEitherIsNeither) {
  EXPECT_EQ(
      nameFor(B.value(ValueKind::Choice, {B.literal("/a"), B.literal("/b")})),
      Unnamed);
}
TEST_F(EntryNamesTest, ARouteThatGoesOnSaysSo) {
  EXPECT_EQ(nameFor(concat({B.literal("/v1/"), B.environment("NAME")})),
            "'GET /v1/...'");
}
TEST_F(EntryNamesTest, ARouteIsPutTogetherFromConstantsAndResults) {
  auto Prefix = B.variable("prefix", B.record("std::string"));
  Prefix.init(B.literal("/api"));
  B.function("name").returns(B.literal("cart"));
  EXPECT_EQ(
      nameFor(concat({B.value(ValueKind::Variable, {}, Prefix), B.literal("/"),
                      B.value(ValueKind::CallResult, {}, B.text("name"))})),
      "'GET /api/cart'");
}

//===-- Wrappers ----------------------------------------------------------===//

TEST_F(EntryNamesTest, EachCallOfAWrapperNamesItsRoute) {
  B.function("add").registers("on", {One}, B.parameterValue(0));
  B.facts().Functions.back().Registrations.back().Verb = B.parameterValue(1);
  Main.calls("add", {F::passes(B.literal("/a")), F::passes(B.literal("PUT"))})
      .calls("add", {F::passes(concat({B.literal("/"), B.literal("b")}))})
      .calls("add");
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(),
              ElementsAre("PUT /a", "/b", "handler registered by 'on'"));
}

TEST_F(EntryNamesTest, AnArgumentHasItsMeaningWhereTheCallStands) {
  // add() is called by install(prefix), which main calls.
  B.function("add").registers("on", {One}, B.parameterValue(0));
  B.function("install").calls(
      "add", {F::passes(concat({B.parameterValue(1), B.literal("/x")}))});
  Main.calls("install",
             {F::passes(B.literal("/wrong")), F::passes(B.literal("/v1"))});
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(), ElementsAre("/v1/x"));
}

TEST_F(EntryNamesTest, AWrapperMayPutSomethingBeforeTheRoute) {
  // add(path, h) { server.Get("/api" + path, h); }
  SymbolId Add = B.text("add");
  B.function("add").registers("on", {F::given(Add, 1)},
                              concat({B.literal("/api"), B.parameterValue(0)}));
  Main.calls("add", {F::passes(B.literal("/a")), F::callback(One)})
      .calls("add", {F::passes(B.literal("/b")), F::callback(One)});
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(), ElementsAre("/api/a", "/api/b"));
}

TEST_F(EntryNamesTest, AWrappersPrefixIsNotTakenFromItsCallersCaller) {
  // The same, called by install(version), whose first parameter is another.
  SymbolId Add = B.text("add");
  B.function("add").registers("on", {F::given(Add, 1)},
                              concat({B.literal("/api"), B.parameterValue(0)}));
  B.function("install").calls("add",
                              {F::passes(B.literal("/a")), F::callback(One)});
  Main.calls("install", {F::passes(B.literal("/v1"))});
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(), ElementsAre("/api/a"));
}

TEST_F(EntryNamesTest, ARouteOfTheFunctionAroundALambdaIsItsCallers) {
  // install(prefix) { auto add = [&](h) { server.Get(prefix, h); }; .. }
  SymbolId Add = B.text("add");
  SymbolId Install = B.function("install").calls("add", {F::callback(One)});
  B.function("add").lambdaIn(Install).registers(
      "on", {F::given(Add, 0)},
      B.value({ValueKind::Parameter, 0, 0, {}, Install, {}}));
  Main.calls("install", {F::passes(B.literal("/a"))});
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(), ElementsAre("/a"));
}

TEST_F(EntryNamesTest, AHandlerInALambdaIsNamedLikeAnyOther) {
  SymbolId Setup = B.text("'main'::lambda");
  Main.calls("'main'::lambda");
  B.function("'main'::lambda")
      .lambdaIn(Main)
      .registers("on", {F::code(B.text("get"))}, B.literal("/a"), "GET");
  B.function("get").lambdaIn(Setup);
  freeze(/*Whole=*/true);
  EXPECT_THAT(titles(), ElementsAre("GET /a"));
}

//===-- Without a route ---------------------------------------------------===//

TEST_F(EntryNamesTest, EachKindIsNamedByWhatCallsIt) {
  for (EntryKind Kind :
       {EntryKind::Request, EntryKind::Message, EntryKind::Timer,
        EntryKind::Signal, EntryKind::Thread})
    Main.registers(Kind, "on", One);
  freeze(/*Whole=*/true);
  EXPECT_THAT(namesOf(),
              ElementsAre("handler registered by 'on'",
                          "consumer registered by 'on'", "the timer of 'on'",
                          "the signal handler 'one'", "the thread of 'on'"));
  EXPECT_EQ(namesOf(), titles());
}

TEST_F(EntryNamesTest, ATopicIsARoute) {
  Main.registers(EntryKind::Message, "on", One);
  Main.registration().Route = B.literal("orders");
  freeze(/*Whole=*/true);
  EXPECT_THAT(namesOf(), ElementsAre("'orders'"));
}

TEST_F(EntryNamesTest, AnOverridingMethodNamesItself) {
  B.function("app::Greeter::SayHello").handlesAs("Service::SayHello");
  freeze();
  EXPECT_THAT(namesOf(), ElementsAre("'app::Greeter::SayHello'"));
}

TEST_F(EntryNamesTest, ALoopIsNamedByItsFunction) {
  Main.loop(10, 20).line(11).takes().line(12).calls("one");
  freeze();
  EXPECT_THAT(namesOf(), ElementsAre("the request loop in 'main'"));
}

TEST_F(EntryNamesTest, ANameThatQuotesIsNotQuotedAgain) {
  B.function("lambda in 'main'")
      .lambdaIn(Main)
      .loop(10, 20)
      .line(11)
      .takes()
      .line(12)
      .calls("one");
  freeze();
  EXPECT_THAT(namesOf(), ElementsAre("the request loop in lambda in 'main'"));
}

TEST_F(EntryNamesTest, TheKindsHaveNames) {
  std::vector<std::string> Kinds;
  for (EntryKind Kind :
       {EntryKind::Request, EntryKind::Message, EntryKind::Timer,
        EntryKind::Signal, EntryKind::Thread})
    Kinds.push_back(entryKindName(Kind).str());
  EXPECT_THAT(Kinds,
              ElementsAre("request", "message", "timer", "signal", "thread"));
}

} // namespace
