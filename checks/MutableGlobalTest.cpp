//===- MutableGlobalTest.cpp - Locals and globals that requests write -----===//
//
// Pins what stateless-mutable-global says of locals that live as long as the
// program serves: which writes count, how sure they are, and objects that are
// state by their fields. It must not know the extractor or the shipped rules.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class MutableGlobalTest : public ChecksTest {
protected:
  /// "level message", or the benign reason, for each verdict of the check.
  std::vector<std::string> judged() {
    Verdicts = judge(freeze(/*Whole=*/true), Options, [](llvm::StringRef Id) {
                 return Id == "stateless-mutable-global";
               }).Verdicts;
    std::vector<std::string> Result;
    for (const Verdict &V : Verdicts)
      Result.push_back(V.Kind == VerdictKind::Benign ? idOf(V.Why)
                                                     : level(V) + V.Message);
    return Result;
  }
  static std::string level(const Verdict &V) {
    return V.Level == Confidence::Proven   ? "proven "
           : V.Level == Confidence::Likely ? "likely "
                                           : "possible ";
  }
  /// A local of "main" that stands before the serving point.
  Place local(llvm::StringRef Name, TypeId Type) {
    return B.variable(Name, Type).automatic(Main).at(++Line);
  }
  /// The handler of "GET /a".
  FactBuilder::FunctionBuilder handler() {
    Main.line(50).registers("on", {F::code(B.text("get"))}, B.literal("/a"),
                            "GET");
    B.line(200);
    return B.function("get");
  }
  static Place own(SymbolId Field) { return F::fieldOf(F::thisPlace(), Field); }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  uint32_t Line = 1;
  std::vector<Verdict> Verdicts;
  const std::string Stays =
      "of 'main', which lives as long as the program serves, ";
};

//===-- Plain data --------------------------------------------------------===//

TEST_F(MutableGlobalTest, AGlobalNamesTheRequestThatWritesIt) {
  handler().increments(B.variable("v", Int));
  EXPECT_THAT(
      judged(),
      ElementsAre("proven mutable global 'v' is written after start-up "
                  "by 'get', on 'GET /a': each change builds on the last"));
  EXPECT_THAT(Verdicts[0].EntryPoints, ElementsAre("GET /a"));
}

TEST_F(MutableGlobalTest, ALocalThatARequestWritesIsState) {
  Place V = local("v", Int);
  handler().lambdaIn(Main).increments(V);
  Main.line(60).serves();
  EXPECT_THAT(judged(),
              ElementsAre("proven local 'v' " + Stays +
                          "is written after start-up by 'get', on 'GET /a': "
                          "each change builds on the last"));
  EXPECT_EQ(Verdicts[0].Category, "automatic");
  EXPECT_EQ(Verdicts[0].Function, "main");
  EXPECT_THAT(Verdicts[0].EntryPoints, ElementsAre("GET /a"));
}

TEST_F(MutableGlobalTest, ALocalThatStartUpWritesIsJudged) {
  Place V = local("v", Int);
  Main.line(40).increments(V).line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("written-at-start-up"));
}

TEST_F(MutableGlobalTest, OtherLocalsInOrderAreNotMentioned) {
  local("idle", Int);
  Place Constant = local("constant", B.constant(Int));
  handler().increments(Constant);
  Main.line(60).serves();
  EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(MutableGlobalTest, ALocalThatDoesNotStayIsNotMentioned) {
  Place Late = B.variable("late", Int).automatic(Main).at(70);
  auto Get = handler();
  Place Inner = B.variable("inner", Int).automatic(Get);
  Get.increments(Late).increments(Inner);
  Main.line(60).serves();
  EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(MutableGlobalTest, WhereSomethingServesOtherWritesOfALocalDoNotCount) {
  Place V = local("v", Int);
  handler();
  B.function("idle").increments(V).fact().Coroutine = true; // May be called.
  Main.line(60).serves();
  EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(MutableGlobalTest, WhereNothingIsKnownToServeTheyCount) {
  Place V = local("v", Int);
  B.function("idle").increments(V).fact().Coroutine = true; // May be called.
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("likely local 'v' " + Stays +
                                    "is written after start-up by 'idle': "
                                    "each change builds on the last"));
}

TEST_F(MutableGlobalTest, AThreadCountsAsWell) {
  Place V = local("v", Int);
  handler();
  Main.line(51).registers(EntryKind::Thread, "std::thread",
                          F::code(B.text("work")));
  B.line(300);
  B.function("work").increments(V);
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("likely local 'v' " + Stays +
                                    "is written after start-up by 'work', on "
                                    "the thread of 'std::thread': each change "
                                    "builds on the last"));
  EXPECT_EQ(Verdicts[0].Basis, (Grounds{GroundsKind::ThreadOrSignal}));
}

//===-- Loops -------------------------------------------------------------===//

class MutableGlobalLoopTest : public MutableGlobalTest {
protected:
  MutableGlobalLoopTest() {
    Main.loop(60, 80).line(61).takes();
    Main.line(62).calls("handle");
    B.line(200);
    B.function("handle");
    Main.line(63);
  }
  Place V = local("v", Int);
};

TEST_F(MutableGlobalLoopTest, WhatEachTurnAssignsAnewCarriesNothingOver) {
  Main.assigns(V);
  EXPECT_THAT(judged(), IsEmpty());
}
TEST_F(MutableGlobalLoopTest, WhatEachTurnCountsDoes) {
  Main.assigns(V).increments(V);
  EXPECT_THAT(judged(), ElementsAre("proven local 'v' " + Stays +
                                    "is written after start-up by 'main', on "
                                    "the request loop in 'main': each change "
                                    "builds on the last"));
}
TEST_F(MutableGlobalLoopTest, WhatEachTurnAssignsAPartOfDoes) {
  Main.assigns(element(local("parts", B.array(Int))));
  EXPECT_THAT(judged(),
              ElementsAre(testing::StartsWith("proven local 'parts'")));
}
TEST_F(MutableGlobalLoopTest, WhatACalleeAssignsDoes) {
  B.function("set").assigns(F::parameterPlace(0));
  Main.line(63).calls("set", {F::lends(V)});
  EXPECT_THAT(judged(), ElementsAre(testing::StartsWith("proven local 'v'")));
}
//===-- Objects -----------------------------------------------------------===//

class MutableGlobalObjectTest : public MutableGlobalTest {
protected:
  FactBuilder::ClassBuilder App = B.classType("App");
  SymbolId Hits = B.field(App, "App::hits", Int);
  TypeId AppType = B.record("App");
};

TEST_F(MutableGlobalObjectTest, AnObjectIsStateByItsFields) {
  Place V = local("app", AppType);
  handler().callsOn(V, "App::hit");
  B.function("App::hit").method(App).increments(own(Hits));
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("proven local 'app' " + Stays +
                                    "keeps state: 'App::hits', on 'GET /a': "
                                    "each change builds on the last"));
  EXPECT_THAT(Verdicts[0].Parts, ElementsAre(ElementsAre("App::hits")));
}

TEST_F(MutableGlobalObjectTest, FieldsOfFieldsAreNamedWithTheirChain) {
  auto Outer = B.classType("Outer");
  SymbolId Held = B.field(Outer, "Outer::app", B.smartPointer(AppType));
  Place V = local("v", B.record("std::vector", {B.record("Outer")}));
  handler().increments(F::fieldOf(deref(F::fieldOf(element(V), Held)), Hits));
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("proven local 'v' " + Stays +
                                    "keeps state: 'App::hits', on 'GET /a': "
                                    "each change builds on the last"));
  EXPECT_THAT(Verdicts[0].Parts,
              ElementsAre(ElementsAre("Outer::app", "App::hits")));
}

TEST_F(MutableGlobalObjectTest, AMethodThatWritesNothingIsNoState) {
  Place V = local("app", AppType);
  handler().callsOn(V, "App::far");
  Main.line(60).serves();
  EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(MutableGlobalObjectTest, WritesAtAnyTimeArePossible) {
  Place V = local("app", AppType);
  handler();
  B.function("idle").callsOn(V, "App::hit").fact().Coroutine = true;
  B.function("App::hit").method(App).increments(own(Hits));
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("possible local 'app' " + Stays +
                                    "may keep state: 'App::hits'"));
}

TEST_F(MutableGlobalObjectTest, WhereOtherObjectsPassItIsPossible) {
  Place V = local("app", AppType);
  auto Get = handler();
  Get.callsOn(V, "App::hit");
  B.variable("copy", AppType).automatic(Get);
  B.function("App::hit").method(App).increments(own(Hits));
  Main.line(60).serves();
  EXPECT_THAT(judged(), ElementsAre("possible local 'app' " + Stays +
                                    "keeps state: 'App::hits', on 'GET /a': "
                                    "each change builds on the last"));
  EXPECT_EQ(Verdicts[0].Basis, (Grounds{GroundsKind::MixedObjects}));
}

TEST_F(MutableGlobalObjectTest, AnObjectWithoutANameStandsAtItsField) {
  // server.Get("/a", [app = make_shared<App>()] { app->hit(); });
  auto Get = handler();
  Get.lambdaIn(Main).calls("App::hit");
  Main.givesAlong(Get, B.smartPointer(AppType)).line(60).serves();
  B.function("App::hit").method(App).increments(own(Hits));
  EXPECT_THAT(
      judged(),
      ElementsAre("proven object of 'App', which a handler holds as "
                  "long as the program serves, keeps state: "
                  "'App::hits', on 'GET /a': each change builds on the last"));
  EXPECT_EQ(Verdicts[0].Symbol, "App::hits");
}

TEST_F(MutableGlobalObjectTest, AnAliasOfAnObjectIsNotMentioned) {
  Place V = local("app", AppType);
  Place Alias = local("alias", B.smartPointer(AppType));
  Main.binds(Alias, {V});
  handler().callsOn(V, "App::hit");
  B.function("App::hit").method(App).increments(own(Hits));
  Main.line(60).serves();
  EXPECT_THAT(judged(),
              ElementsAre(testing::HasSubstr("local 'app' of 'main'")));
}

} // namespace
