//===- CallGraphEntriesTest.cpp - How code is called from outside ---------===//
//
// Pins what is an entry point and where it stands: registrations, wrappers of
// them, overridden methods. Loops are CallGraphLoopsTest's. It must not know
// the extractor, how entry points without a route are named, or what handlers
// do.
//
//===----------------------------------------------------------------------===//
#include "analysis/AnalysisTesting.h"
#include "analysis/EntryNames.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class CallGraphEntriesTest : public FactsTest {
protected:
  void analyse(bool Whole = false) {
    freeze(Whole);
    Graph = &known().Graph;
  }

  /// "/route: handler in f" for each; "?" without a known route.
  std::vector<std::string> entries() {
    std::vector<std::string> Result;
    for (const EntryPoint &E : Graph->entryPoints()) {
      std::string Title = entryTitle(program(), known().Paths, E);
      Result.push_back((Title.front() == '/' ? Title : "?") + ": " +
                       name(E.Handler) + " in " + name(E.Where));
    }
    return Result;
  }
  std::string name(const Function *Fn) const {
    return program().text(Fn->QualifiedName).str();
  }
  /// What entry point \p Index runs besides its handler.
  std::vector<std::string> runs(size_t Index) const {
    const EntryPoint &E = Graph->entryPoints()[Index];
    std::vector<std::string> Result;
    std::vector<uint32_t> Work{E.Node};
    while (!Work.empty()) {
      uint32_t At = Work.back();
      Work.pop_back();
      for (const CallGraph::Edge &Edge : Graph->out(At))
        if (Graph->isBetween(Edge.To))
          Work.push_back(Edge.To);
        else if (Graph->functionOf(Edge.To) != E.Handler)
          Result.push_back(name(Graph->functionOf(Edge.To)));
    }
    return Result;
  }
  ValueId route(llvm::StringRef Text) { return B.literal(Text); }
  Callable code(llvm::StringRef Name) { return F::code(B.text(Name)); }
  Callable given(llvm::StringRef Name, uint32_t Index) {
    return F::given(B.text(Name), Index);
  }
  /// `void Name(route, handler) { server.Get(route, handler); }`
  void wrapper(llvm::StringRef Name) {
    B.function(Name).registers("Server::Get", {given(Name, 1)},
                               B.parameterValue(0));
  }

  const CallGraph *Graph = nullptr;
};

//===-- Registrations -----------------------------------------------------===//

TEST_F(CallGraphEntriesTest, ARegisteredHandlerIsOne) {
  B.function("main").line(7).registers("Server::Get", {code("one")},
                                       route("/a"));
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main"));
  const EntryPoint &E = Graph->entryPoints()[0];
  EXPECT_EQ(E.Kind, EntryKind::Request);
  EXPECT_EQ(E.Loc.Line, 7u);
  EXPECT_EQ(E.In, E.Where);
  EXPECT_EQ(E.Takes, nullptr);
  EXPECT_TRUE(Graph->isEntry(E.Node));
  EXPECT_EQ(&Graph->entryOf(E.Node), &E);
  EXPECT_EQ(Graph->functionOf(E.Node), E.Handler);
}

TEST_F(CallGraphEntriesTest, AHandlerThatIsRegisteredTwiceIsTwo) {
  B.function("main")
      .registers("Server::Get", {code("one")}, route("/a"))
      .registers("Server::Get", {code("one")}, route("/b"));
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main", "/b: one in main"));
}

TEST_F(CallGraphEntriesTest, AnOverriddenMethodIsOne) {
  B.function("Greeter::SayHello")
      .method(B.text("Greeter"))
      .handlesAs("Service::SayHello");
  analyse();
  EXPECT_THAT(entries(),
              ElementsAre("?: Greeter::SayHello in Greeter::SayHello"));
  EXPECT_TRUE(Graph->entryPoints()[0].By->Override);
}

TEST_F(CallGraphEntriesTest, TheyStandInTheOrderOfTheirPlaces) {
  B.file("/src/b.cpp");
  B.function("late").registers("Server::Get", {code("one")});
  B.file("/src/a.cpp");
  B.function("second").line(30).registers("Server::Get", {code("one")});
  B.function("first").line(20).registers("Server::Get", {code("one")});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("?: one in first", "?: one in second",
                                     "?: one in late"));
}

TEST_F(CallGraphEntriesTest, AHolderIsOneForAllThatItHolds) {
  SymbolId Table = B.text("table");
  B.function("fill")
      .keeps(F::inVariable(Table), code("one"))
      .keeps(F::inVariable(Table), code("two"));
  B.function("main").registers("Server::Get", {F::inVariable(Table)});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("?: one in main", "?: two in main"));
}

TEST_F(CallGraphEntriesTest, EveryHandlerOfALargeTableIsOne) {
  SymbolId Table = B.text("table");
  auto Fill = B.function("fill");
  for (int I = 0; I < 100; ++I) {
    std::string Name = "h" + std::to_string(I);
    Fill.keeps(F::inVariable(Table), code(Name));
    B.function(Name);
  }
  B.function("main").registers("Server::Get", {F::inVariable(Table)});
  analyse();
  EXPECT_THAT(entries(), SizeIs(100));
}

TEST_F(CallGraphEntriesTest, AHandlerWithoutABodyIsNone) {
  B.function("gone").declared();
  B.function("main")
      .registers("Server::Get", {code("gone"), code("nowhere")})
      .registers("Server::Get", {F::inVariable(B.text("empty"))})
      .registers("Server::Get", {});
  analyse();
  EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(CallGraphEntriesTest, ALambdaMayRegisterALambda) {
  SymbolId Main = B.function("main");
  SymbolId Outer = B.text("outer lambda");
  B.function("outer lambda")
      .lambdaIn(Main)
      .registers("Server::Get", {code("inner lambda")}, route("/a"));
  B.function("inner lambda").lambdaIn(Outer);
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: inner lambda in outer lambda"));
}

TEST_F(CallGraphEntriesTest, WhatRunsOnceIsAPartOfWhatStartedIt) {
  B.function("start").registers("post", {code("one")});
  B.facts().Functions.back().Registrations.back().Once = true;
  B.function("spawn").registers(EntryKind::Thread, "std::thread", code("two"));
  B.function("tick").registers(EntryKind::Timer, "every", code("three"));
  for (const char *Name : {"one", "two", "three"})
    B.function(Name);
  analyse();
  EXPECT_THAT(entries(), SizeIs(3));
  EXPECT_THAT(Graph->targets(function("start"), 0),
              ElementsAre(&function("one")));
  EXPECT_THAT(Graph->targets(function("spawn"), 0),
              ElementsAre(&function("two")));
  EXPECT_THAT(Graph->targets(function("tick"), 0), IsEmpty());
}

//===-- Wrappers ----------------------------------------------------------===//

TEST_F(CallGraphEntriesTest, AWrapperIsAsManyAsItHasCalls) {
  wrapper("get");
  B.function("main")
      .calls("get", {F::passes(route("/a")), F::callback(code("one"))})
      .calls("get", {F::passes(route("/b")), F::callback(code("two"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main", "/b: two in main"));
  const Function &Main = function("main");
  EXPECT_EQ(Graph->entryPoints()[0].Loc, Main.Calls[0].Loc);
  EXPECT_EQ(name(Graph->entryPoints()[0].In), "get");
}

TEST_F(CallGraphEntriesTest, AWrapperOfTheRouteAloneIsAsManyToo) {
  B.function("get").registers("Server::Get", {code("one")},
                              B.parameterValue(0));
  B.function("main")
      .calls("get", {F::passes(route("/a"))})
      .calls("get", {F::passes(route("/b"))})
      .calls("get");
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main", "/b: one in main",
                                     "?: one in main"));
}

TEST_F(CallGraphEntriesTest, ParametersOfParametersAreFollowed) {
  wrapper("inner");
  B.function("middle").calls("inner", {F::passes(B.parameterValue(1)),
                                       F::callback(given("middle", 0))});
  B.function("outer").calls("middle", {F::callback(given("outer", 0)),
                                       F::passes(B.parameterValue(1))});
  B.function("main").calls("outer",
                           {F::callback(code("one")), F::passes(route("/a"))});
  B.function("install").calls(
      "middle", {F::callback(code("two")), F::passes(route("/b"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main", "/b: two in install"));
}

TEST_F(CallGraphEntriesTest, ALambdaMayBeAWrapper) {
  SymbolId Main = B.text("main");
  B.function("main").calls("get",
                           {F::passes(route("/a")), F::callback(code("one"))});
  wrapper("get");
  B.facts().Functions.back().Kind = FunctionKind::Lambda;
  B.facts().Functions.back().Parent = Main;
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main"));
}

TEST_F(CallGraphEntriesTest, AWrapperMayHaveManyCallers) {
  // A static object registers each handler, in an initialiser of its own.
  wrapper("get");
  for (int I = 0; I < 300; ++I) {
    std::string Name = "h" + std::to_string(I);
    B.function("init " + Name)
        .calls("get", {F::passes(route("/a")), F::callback(code(Name))});
    B.function(Name);
  }
  analyse();
  EXPECT_THAT(entries(), SizeIs(300));
}

TEST_F(CallGraphEntriesTest, AWrapperThatNobodyCallsStandsForItself) {
  B.function("get").registers("Server::Get", {code("one")},
                              B.parameterValue(0));
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("?: one in get"));
}

TEST_F(CallGraphEntriesTest, AWrapperThatCallsItselfIsNoCallOfIts) {
  B.function("get")
      .registers("Server::Get", {given("get", 1)}, B.parameterValue(0))
      .calls("get",
             {F::passes(B.parameterValue(0)), F::callback(given("get", 1))});
  B.function("main").calls("get",
                           {F::passes(route("/a")), F::callback(code("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main"));
}

TEST_F(CallGraphEntriesTest, AWrapperThatOnlyItselfCallsStandsForItself) {
  B.function("get")
      .registers("Server::Get", {code("one")}, B.parameterValue(0))
      .calls("get", {F::passes(B.parameterValue(0))});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("?: one in get"));
}

TEST_F(CallGraphEntriesTest, WrappersThatCallEachOtherEnd) {
  B.function("get")
      .registers("Server::Get", {code("one")}, B.parameterValue(0))
      .calls("again", {F::passes(B.parameterValue(0))});
  B.function("again").calls("get", {F::passes(B.parameterValue(0))});
  B.function("main").calls("get", {F::passes(route("/a"))});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), testing::Contains("/a: one in main"));
  EXPECT_THAT(entries(), SizeIs(testing::Le(8)));
}

TEST_F(CallGraphEntriesTest, AVirtualWrapperIsCalledByItsBase) {
  SymbolId Base = B.function("App::get").declared();
  B.function("Http::get")
      .overrides(Base)
      .registers("Server::Get", {given("Http::get", 1)}, B.parameterValue(0));
  B.function("main").callsVirtual(
      B.variable("app", TypeId()), "App::get",
      {F::passes(route("/a")), F::callback(code("one"))});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(), ElementsAre("/a: one in main"));
}

/// `Width` functions on each of 4 layers, each calls all of the next.
class WrapperLayersTest : public CallGraphEntriesTest {
protected:
  void layers(int Width) {
    B.function("get").registers("Server::Get", {code("one")},
                                B.parameterValue(0));
    for (int Layer = 0; Layer < 4; ++Layer)
      for (int I = 0; I < Width; ++I) {
        auto Fn = B.function(name(Layer, I));
        for (int Next = 0; Next < (Layer ? Width : 1); ++Next)
          Fn.calls(name(Layer - 1, Next), {F::passes(B.parameterValue(0))});
      }
    B.function("one");
    analyse();
  }

private:
  static std::string name(int Layer, int I) {
    return Layer < 0 ? std::string("get")
                     : "l" + std::to_string(Layer) + "_" + std::to_string(I);
  }
};

TEST_F(WrapperLayersTest, AFewEnd) {
  layers(8);
  EXPECT_THAT(entries(), SizeIs(testing::Le(4096)));
}

TEST_F(WrapperLayersTest, ManyEnd) {
  layers(30);
  EXPECT_THAT(entries(), SizeIs(testing::Le(4096)));
}

//===-- Decorators --------------------------------------------------------===//

TEST_F(CallGraphEntriesTest, ADecoratorRunsWhatItsOwnRouteWasGiven) {
  // get(route, h) { server.Get(route, [h] { log(); h(); }); }
  SymbolId Get = B.function("get").registers("Server::Get", {code("decorator")},
                                             B.parameterValue(0));
  B.function("decorator")
      .lambdaIn(Get)
      .calls("log")
      .callsThrough({F::given(Get, 1)});
  B.function("main")
      .calls("get", {F::passes(route("/a")), F::callback(code("one"))})
      .calls("get", {F::passes(route("/b")), F::callback(code("two"))});
  for (const char *Name : {"log", "one", "two"})
    B.function(Name);
  analyse();
  EXPECT_THAT(entries(),
              ElementsAre("/a: decorator in main", "/b: decorator in main"));
  EXPECT_THAT(runs(0), ElementsAre("one"));
  EXPECT_THAT(runs(1), ElementsAre("two"));
  EXPECT_THAT(Graph->targets(function("decorator"), 0),
              ElementsAre(&function("log")));
}

TEST_F(CallGraphEntriesTest, ADecoratorBelowAWrapperKeepsRoutesApart) {
  // outer(route, h) { get(route, h); }, and get() as above.
  SymbolId Get = B.function("get").registers("Server::Get", {code("decorator")},
                                             B.parameterValue(0));
  B.function("decorator").lambdaIn(Get).callsThrough({F::given(Get, 1)});
  B.function("outer").calls(
      "get", {F::passes(B.parameterValue(0)), F::callback(given("outer", 1))});
  B.function("main")
      .calls("outer", {F::passes(route("/a")), F::callback(code("one"))})
      .calls("outer", {F::passes(route("/b")), F::callback(code("two"))});
  B.function("one");
  B.function("two");
  analyse();
  EXPECT_THAT(entries(),
              ElementsAre("/a: decorator in main", "/b: decorator in main"));
  EXPECT_THAT(runs(0), ElementsAre("one"));
  EXPECT_THAT(runs(1), ElementsAre("two"));
}

TEST_F(CallGraphEntriesTest, ADecoratorStillRunsWhatElseItsCallMayRun) {
  // (h ? h : fallback)()
  SymbolId Get = B.function("get").registers("Server::Get", {code("decorator")},
                                             B.parameterValue(0));
  B.function("decorator")
      .lambdaIn(Get)
      .callsThrough({F::given(Get, 1), code("fallback")});
  B.function("main").calls("get",
                           {F::passes(route("/a")), F::callback(code("one"))});
  B.function("one");
  B.function("fallback");
  analyse();
  EXPECT_THAT(runs(0), UnorderedElementsAre("one", "fallback"));
}

//===-- Where a route has its meaning -------------------------------------===//

TEST_F(CallGraphEntriesTest, ALambdasRouteMayBeAParameterOfTheFunctionAround) {
  // install(route) { auto add = [&](name, h) { server.Get(route, h); }; .. }
  SymbolId Install = B.function("install").calls(
      "add", {F::passes(route("/wrong")), F::callback(code("one"))});
  B.function("add").lambdaIn(Install).registers(
      "Server::Get", {given("add", 1)},
      B.value({ValueKind::Parameter, 0, 0, {}, Install, {}}));
  B.function("main").calls("install", {F::passes(route("/a"))});
  B.function("one");
  analyse();
  EXPECT_THAT(entries(),
              testing::Not(testing::Contains("/wrong: one in install")));
}

} // namespace
