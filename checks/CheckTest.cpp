//===- CheckTest.cpp - Each object to one check ---------------------------===//
//
// Pins the arbitration between checks: who speaks for an object, what becomes
// of the others' verdicts, their order. It uses real checks but must not
// depend on their wording.
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
          (V.Kind == VerdictKind::Violation ? "violation" : V.Reason));
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
          "mutable-global sessions: reported by stateless-session-map"));
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
  EXPECT_THAT(judged(),
              UnorderedElementsAre("session-map sessions: never written",
                                   "mutable-global sessions: never written: "
                                   "effectively constant"));
}

//===-- Parts -------------------------------------------------------------===//

TEST_F(CheckTest, ASingletonSpeaksForItsInstance) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::n", Int));
  singleton(C, "C::hit");
  EXPECT_THAT(judged(), UnorderedElementsAre("stateful-singleton c: violation",
                                             "mutable-global c: reported by "
                                             "stateless-stateful-singleton"));
}

TEST_F(CheckTest, WhoSpeaksForAllPartsSpeaksForTheObject) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::sessions", Map));
  singleton(C, "C::hit");
  EXPECT_THAT(judged(),
              UnorderedElementsAre(
                  "session-map C::sessions: violation",
                  "stateful-singleton c: reported by stateless-session-map",
                  "mutable-global c: reported by stateless-session-map"));
}

TEST_F(CheckTest, APartThatNobodyClaimedKeepsTheObjectReported) {
  auto C = B.classType("C");
  writerOf(C, "C::hit", B.field(C, "C::sessions", Map));
  writerOf(C, "C::count", B.field(C, "C::n", Int));
  singleton(C, "C::hit");
  EXPECT_THAT(judged(),
              UnorderedElementsAre("session-map C::sessions: violation",
                                   "stateful-singleton c: violation",
                                   "mutable-global c: reported by "
                                   "stateless-stateful-singleton"));
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
  EXPECT_THAT(All, Contains("stateful-singleton c: reported by "
                            "stateless-session-map"));
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
  EXPECT_THAT(judged(), Contains("stateful-singleton c: reported by "
                                 "stateless-session-map"));
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
              UnorderedElementsAre("stateful-singleton c: no mutable state",
                                   "mutable-global c: judged by "
                                   "stateless-stateful-singleton"));
}

TEST_F(CheckTest, ALessSpecificBenignVerdictOnAClaimedObjectIsDropped) {
  auto C = B.classType("C");
  B.field(C, "C::n", Int);
  auto V = B.variable("c", B.record("C")).internal();
  B.function("instance").returns(Place(V));
  EXPECT_THAT(judged(), ElementsAre("stateful-singleton c: no mutable state"));
}

//===-- Order -------------------------------------------------------------===//

TEST_F(CheckTest, VerdictsAreSortedByPlaceThenCheck) {
  B.file("/b.cpp");
  auto W = B.variable("b_sessions", Map).at(1);
  B.file("/a.cpp");
  auto X = B.variable("later", Int).at(9, 1);
  auto V = B.variable("a_sessions", Map).at(9, 5);
  B.function("handle").assigns(element(W)).assigns(element(V)).increments(X);
  EXPECT_THAT(judged(), ElementsAre("mutable-global later: violation",
                                    "mutable-global a_sessions: reported by "
                                    "stateless-session-map",
                                    "session-map a_sessions: violation",
                                    "mutable-global b_sessions: reported by "
                                    "stateless-session-map",
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
    EXPECT_NE(Check.Judge, nullptr);
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
