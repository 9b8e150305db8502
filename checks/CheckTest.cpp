//===- CheckTest.cpp - Each object to one check ---------------------------===//
//
// Pins the arbitration between checks: who speaks for an object, what becomes
// of the others' verdicts, their order, and the list of entry points. It uses
// real checks but must not know their wording.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"

using namespace stateless;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class CheckTest : public ChecksTest {
protected:
  static bool any(llvm::StringRef) { return true; }

  /// "session-map v: violation", "mutable-global v: <reason>" for each verdict.
  std::vector<std::string>
  judged(llvm::function_ref<bool(llvm::StringRef)> IsEnabled = any) {
    std::vector<std::string> Result;
    for (const Verdict &V : judge(freeze(), Options, IsEnabled).Verdicts)
      Result.push_back(
          llvm::StringRef(V.Check).drop_front(strlen("stateless-")).str() +
          " " + V.Symbol + ": " +
          (V.Kind == VerdictKind::Violation ? "violation" : idOf(V.Why)));
    return Result;
  }

  /// `C &instance() { static C c; return c; }` for class \p C, and a handler
  /// that calls the method \p Method of it.
  void singleton(SymbolId C, llvm::StringRef Method) {
    SymbolId Instance = B.text("instance");
    auto V =
        B.variable("c", B.record(B.facts().Strings[C])).localStatic(Instance);
    B.function("instance").returns(Place(V));
    B.function("handle").calls("instance").callsOn(F::resultPlace(0), Method);
  }

  /// A method that writes \p Field of its object.
  void writerOf(SymbolId Class, llvm::StringRef Method, SymbolId Field) {
    B.function(Method).method(Class).increments(
        F::fieldOf(F::thisPlace(), Field));
  }

  TypeId Map = B.record("std::map", {Int, Int});
};

//===-- One object, one finding -------------------------------------------===//

TEST_F(CheckTest, TheMoreSpecificCheckSpeaks) {
  auto V = B.variable("sessions", Map);
  B.function("handle").assigns(element(V));
  EXPECT_THAT(
      judged(),
      UnorderedElementsAre(
          "session-map sessions: violation",
          "mutable-global sessions: reported-by:stateless-session-map"));
}

TEST_F(CheckTest, ACheckThatIsOffSilencesNobody) {
  auto V = B.variable("sessions", Map);
  B.function("handle").assigns(element(V));
  EXPECT_THAT(
      judged([](llvm::StringRef Id) { return Id != "stateless-session-map"; }),
      ElementsAre("mutable-global sessions: violation"));
}

TEST_F(CheckTest, NoCheckNoVerdict) {
  B.function("handle").increments(B.variable("v", Int));
  EXPECT_THAT(judged([](llvm::StringRef) { return false; }), IsEmpty());
}

TEST_F(CheckTest, OtherObjectsOfTheSameKindKeepTheirVerdicts) {
  auto V = B.variable("sessions", Map), W = B.variable("counters", Map);
  B.function("handle").assigns(element(V)).assigns(element(W));
  EXPECT_THAT(judged(), Contains("mutable-global counters: violation"));
}

TEST_F(CheckTest, ACheckDoesNotSilenceItself) {
  auto V = B.variable("sessions", Map), W = B.variable("old_sessions", Map);
  B.function("handle").assigns(element(V)).assigns(element(W));
  std::vector<std::string> All = judged();
  EXPECT_THAT(All, Contains("session-map sessions: violation"));
  EXPECT_THAT(All, Contains("session-map old_sessions: violation"));
}

TEST_F(CheckTest, ABenignVerdictClaimsNothing) {
  B.variable("sessions", Map).internal();
  EXPECT_THAT(judged(), UnorderedElementsAre(
                            "session-map sessions: never-written",
                            "mutable-global sessions: effectively-constant"));
}

//===-- Parts -------------------------------------------------------------===//

TEST_F(CheckTest, ASingletonSpeaksForItsInstance) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::n", Int));
  singleton(C, "C::hit");
  EXPECT_THAT(
      judged(),
      UnorderedElementsAre(
          "stateful-singleton c: violation",
          "mutable-global c: reported-by:stateless-stateful-singleton"));
}

TEST_F(CheckTest, WhoSpeaksForAllPartsSpeaksForTheObject) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::sessions", Map));
  singleton(C, "C::hit");
  EXPECT_THAT(judged(),
              UnorderedElementsAre(
                  "session-map C::sessions: violation",
                  "stateful-singleton c: reported-by:stateless-session-map",
                  "mutable-global c: reported-by:stateless-session-map"));
}

TEST_F(CheckTest, APartThatNobodyClaimedKeepsTheObjectReported) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::sessions", Map));
  writerOf(C, "C::count", B.field(C, "C::n", Int));
  singleton(C, "C::hit");
  EXPECT_THAT(
      judged(),
      UnorderedElementsAre(
          "session-map C::sessions: violation",
          "stateful-singleton c: violation",
          "mutable-global c: reported-by:stateless-stateful-singleton"));
}

TEST_F(CheckTest, ALinkOfAChainIsEnough) {
  // c.store.sessions: the map is two steps away.
  auto Store = B.classType("Store");
  auto Sessions = B.field(Store, "Store::sessions", Map);
  writerOf(Store, "Store::put", Sessions);
  auto C = B.classType("C");
  auto Held = B.field(C, "C::store", B.record("Store"));
  B.function("C::hit").method(C).callsOn(F::fieldOf(F::thisPlace(), Held),
                                         "Store::put");
  singleton(C, "C::hit");
  std::vector<std::string> All = judged();
  EXPECT_THAT(All, Contains("session-map Store::sessions: violation"));
  EXPECT_THAT(
      All, Contains("stateful-singleton c: reported-by:stateless-session-map"));
}

TEST_F(CheckTest, TwoPartsOfOneClassAreSpokenForTogether) {
  auto Store = B.classType("Store");
  writerOf(Store, "Store::put", B.field(Store, "Store::sessions", Map));
  auto C = B.classType("C");
  Place First =
      F::fieldOf(F::thisPlace(), B.field(C, "C::first", B.record("Store")));
  Place Second =
      F::fieldOf(F::thisPlace(), B.field(C, "C::second", B.record("Store")));
  B.function("C::hit")
      .method(C)
      .callsOn(First, "Store::put")
      .callsOn(Second, "Store::put");
  singleton(C, "C::hit");
  EXPECT_THAT(
      judged(),
      Contains("stateful-singleton c: reported-by:stateless-session-map"));
}

//===-- Settling ----------------------------------------------------------===//

TEST_F(CheckTest, ABenignVerdictMaySettleTheObject) {
  // A pointer singleton without state: only the accessor writes the pointer.
  auto C = B.classType("C");
  B.field(C, "C::n", Int);
  auto V = B.variable("c", B.pointer(B.record("C")));
  B.function("instance").returns(deref(V)).assigns(V);
  B.function("handle").calls("instance");
  EXPECT_THAT(judged(),
              UnorderedElementsAre(
                  "stateful-singleton c: no-mutable-state",
                  "mutable-global c: judged-by:stateless-stateful-singleton"));
}

TEST_F(CheckTest, ALessSpecificBenignVerdictOnAClaimedObjectIsDropped) {
  auto C = B.classType("C");
  B.field(C, "C::n", Int);
  auto V = B.variable("c", B.record("C")).internal();
  B.function("instance").internal().returns(Place(V));
  EXPECT_THAT(judged(), ElementsAre("stateful-singleton c: no-mutable-state"));
}

//===-- Locals that stay --------------------------------------------------===//

/// `App app; server.Get(.., [&] { app.hit(); }); server.listen();`
class LocalObjectTest : public CheckTest {
protected:
  LocalObjectTest() {
    auto Main = B.function("main").at(1);
    Place V = B.variable("app", B.record("App")).automatic(Main).at(2);
    Main.line(5).registers("on", {F::code(B.text("get"))});
    Main.line(10).serves();
    B.line(100);
    B.function("get").lambdaIn(Main).callsOn(V, "App::hit");
  }
  FactBuilder::ClassBuilder App = B.classType("App");
};

TEST_F(LocalObjectTest, WhoSpeaksForItsMapSpeaksForALocal) {
  writerOf(App, "App::hit", B.field(App, "App::sessions", Map));
  EXPECT_THAT(judged(),
              UnorderedElementsAre(
                  "session-map App::sessions: violation",
                  "mutable-global app: reported-by:stateless-session-map"));
}

TEST_F(LocalObjectTest, AnotherFieldKeepsTheLocalReported) {
  writerOf(App, "App::hit", B.field(App, "App::sessions", Map));
  writerOf(App, "App::count", B.field(App, "App::n", Int));
  B.facts().Functions[1].Calls.push_back(B.facts().Functions[1].Calls[0]);
  B.facts().Functions[1].Calls[1].Callee = B.text("App::count");
  EXPECT_THAT(judged(),
              UnorderedElementsAre("session-map App::sessions: violation",
                                   "mutable-global app: violation"));
}

TEST_F(LocalObjectTest, AMapOfALocalSaysWhatKeepsItAlive) {
  writerOf(App, "App::hit", B.field(App, "App::sessions", Map));
  Judgement J = judge(freeze(), Options, [](llvm::StringRef Id) {
    return Id == "stateless-session-map";
  });
  ASSERT_EQ(J.Verdicts.size(), 1u);
  EXPECT_EQ(J.Verdicts[0].Level, Confidence::Proven);
  EXPECT_EQ(J.Verdicts[0].Notes.back().Text, "kept alive by 'app' in 'main'");
}

TEST_F(LocalObjectTest, AMapOfSomeObjectsOnlyIsPossible) {
  writerOf(App, "App::hit", B.field(App, "App::sessions", Map));
  B.variable("passing", B.record("App")).automatic(B.text("get"));
  Judgement J = judge(freeze(), Options, [](llvm::StringRef Id) {
    return Id == "stateless-session-map";
  });
  ASSERT_EQ(J.Verdicts.size(), 1u);
  EXPECT_EQ(J.Verdicts[0].Level, Confidence::Possible);
  EXPECT_EQ(J.Verdicts[0].Basis, (Grounds{GroundsKind::MixedObjects}));
}

//===-- Entry points ------------------------------------------------------===//

/// "kind name:line" for each entry point.
static std::vector<std::string> entryPoints(const Judgement &J) {
  std::vector<std::string> Result;
  for (const EntryPointInfo &E : J.EntryPoints)
    Result.push_back(E.Kind + " " + E.Name + ":" + std::to_string(E.Loc.Line));
  return Result;
}

TEST_F(CheckTest, EntryPointsAreListedWhetherChecksRunOrNot) {
  auto Main = B.function("main");
  Main.line(8).registers(EntryKind::Timer, "every", F::code(B.text("one")));
  Main.line(7).registers("on", {F::code(B.text("one"))}, B.literal("/a"),
                         "GET");
  // One registration of two handlers is one to the reader.
  Main.line(9).registers("on",
                         {F::code(B.text("one")), F::code(B.text("two"))});
  B.function("one");
  B.function("two");
  Judgement J = judge(freeze(), Options, [](llvm::StringRef) { return false; });
  EXPECT_THAT(entryPoints(J),
              ElementsAre("request GET /a:7", "timer the timer of 'every':8",
                          "request handler registered by 'on':9"));
  EXPECT_FALSE(J.NoEntryPoint);
}

TEST_F(CheckTest, AProgramThatOnlyStartsThreadsHasNoEntryPoint) {
  B.function("main").registers(EntryKind::Thread, "std::thread",
                               F::code(B.text("one")));
  B.function("one");
  EXPECT_TRUE(judge(freeze(), Options, any).NoEntryPoint);
}

TEST_F(CheckTest, ALibraryMissesNoEntryPoint) {
  B.function("handle");
  EXPECT_FALSE(judge(freeze(), Options, any).NoEntryPoint);
}

//===-- Order -------------------------------------------------------------===//

TEST_F(CheckTest, VerdictsAreSortedByPlaceThenCheck) {
  B.file("/b.cpp");
  auto W = B.variable("b_sessions", Map).at(1);
  B.file("/a.cpp");
  auto X = B.variable("later", Int).at(9, 1);
  auto V = B.variable("a_sessions", Map).at(9, 5);
  B.function("handle").assigns(element(W)).assigns(element(V)).increments(X);
  EXPECT_THAT(
      judged(),
      ElementsAre(
          "mutable-global later: violation",
          "mutable-global a_sessions: reported-by:stateless-session-map",
          "session-map a_sessions: violation",
          "mutable-global b_sessions: reported-by:stateless-session-map",
          "session-map b_sessions: violation"));
}

TEST_F(CheckTest, OneVerdictIsToldOnce) {
  // Two units have a static of one name: symbols differ, the place is one.
  auto V = B.variable("v", Int).at(3), W = B.variable("w", Int).at(3);
  B.facts().Variables[1].QualifiedName = V.fact().QualifiedName;
  B.function("f").increments(V).increments(W);
  EXPECT_THAT(judged(), ElementsAre("mutable-global v: violation"));
}

TEST(AllChecks, AreSortedAndUnique) {
  llvm::ArrayRef<CheckInfo> All = allChecks();
  ASSERT_FALSE(All.empty());
  for (const CheckInfo &Check : All) {
    EXPECT_TRUE(Check.Id.starts_with("stateless-")) << Check.Id.str();
    EXPECT_TRUE(Check.Judge || Check.Classify);
  }
  for (size_t I = 1; I < All.size(); ++I)
    EXPECT_LT(All[I - 1].Id, All[I].Id);
}

TEST(VerdictSinkTest, PutsItsCheckOnEveryVerdict) {
  VerdictSink Sink("stateless-x");
  Verdict V;
  V.Check = "another";
  Sink.report(V);
  std::vector<Verdict> Taken = Sink.take();
  ASSERT_EQ(Taken.size(), 1u);
  EXPECT_EQ(Taken[0].Check, "stateless-x");
  EXPECT_THAT(Sink.take(), IsEmpty());
}

} // namespace
