//===- StateObjectsTest.cpp - One long-lived object, judged ---------------===//
//
// Pins why an object is state or not, and how writers are named. How sure that
// is, is StateConfidenceTest's. It must not know any check.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"
#include "StateEvidence.h"

using namespace stateless;
using testing::ElementsAre;

namespace {

using F = FactBuilder;

class StateObjectsTest : public ChecksTest {
protected:
  /// "state", or the reason why "v" is none.
  std::string verdict(bool Whole = false) {
    const Evidence &E = evidence(Whole);
    const Assessment &A = E.Objects->find(symbol("v"))->Seen;
    return A.Benign                          ? idOf(A.Why)
           : A.OutOfSight                    ? "out of sight"
           : A.Level == Confidence::Possible ? "possible"
                                             : "state";
  }
};

//===-- Variables ---------------------------------------------------------===//

TEST_F(StateObjectsTest, AWrittenVariableIsState) {
  B.function("f").increments(B.variable("v", Int));
  EXPECT_EQ(verdict(), "state");
}

TEST_F(StateObjectsTest, AConstantIsNoneWhoeverSeemsToWriteIt) {
  B.function("f").increments(B.variable("v", B.constant(Int)));
  EXPECT_EQ(verdict(), "constant");
}

TEST_F(StateObjectsTest, OnlyTheWholeProgramKnowsThatNobodyWrites) {
  B.variable("v", Int);
  B.function("main");
  EXPECT_EQ(verdict(/*Whole=*/true), "never-written");
}
TEST_F(StateObjectsTest, AnotherUnitMayWriteWhatHasExternalLinkage) {
  B.variable("v", Int);
  EXPECT_EQ(verdict(), "out of sight");
}
TEST_F(StateObjectsTest, NobodyElseWritesWhatHasInternalLinkage) {
  B.variable("v", Int).internal();
  EXPECT_EQ(verdict(), "never-written");
}

TEST_F(StateObjectsTest, WritesAtStartUpDoNotCount) {
  B.function("main").increments(B.variable("v", Int).internal());
  EXPECT_EQ(verdict(), "written-at-start-up");
}

TEST_F(StateObjectsTest, AnUncertainWriteIsPossible) {
  B.function("f").escapes(B.variable("v", Int));
  EXPECT_EQ(verdict(), "possible");
}
TEST_F(StateObjectsTest, ACertainWriteWeighsMoreThanAnEarlierUncertainOne) {
  auto V = B.variable("v", Int);
  B.function("f").escapes(V).increments(V);
  EXPECT_EQ(verdict(), "state");
}

TEST_F(StateObjectsTest, AFlagThatOnlyASignalHandlerSetsIsNone) {
  auto V = B.variable("v", Int).internal();
  SymbolId Handler = B.function("onSignal").assigns(V);
  B.function("main").registers(EntryKind::Signal, "signal", F::code(Handler));
  EXPECT_EQ(verdict(), "shutdown-flag");
}
TEST_F(StateObjectsTest, AFlagThatOtherUnitsMaySetIsState) {
  auto V = B.variable("v", Int);
  SymbolId Handler = B.function("onSignal").assigns(V);
  B.function("main").registers(EntryKind::Signal, "signal", F::code(Handler));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, ACounterOfSignalsIsState) {
  auto V = B.variable("v", Int).internal();
  SymbolId Handler = B.function("onSignal").increments(V);
  B.function("main").registers(EntryKind::Signal, "signal", F::code(Handler));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, AFlagThatOthersSetTooIsState) {
  auto V = B.variable("v", Int).internal();
  SymbolId Handler = B.function("onSignal").assigns(V);
  B.function("request").assigns(V);
  B.function("main").registers(EntryKind::Signal, "signal", F::code(Handler));
  EXPECT_EQ(verdict(), "state");
}

//===-- Types -------------------------------------------------------------===//

TEST_F(StateObjectsTest, SynchronisationAndExemptTypesAreNone) {
  B.function("f").assigns(B.variable("v", B.record("std::mutex")));
  EXPECT_EQ(verdict(), "synchronization");
}
TEST_F(StateObjectsTest, AnExemptTypeIsFoundBehindPointers) {
  TypeId T = B.array(B.smartPointer(B.pointer(B.record("log::Logger"))));
  B.function("f").assigns(B.variable("v", T));
  EXPECT_EQ(verdict(), "exempt-type:logger");
}
TEST_F(StateObjectsTest, AClassOfNothingButSynchronisationIsSynchronisation) {
  auto Locks = B.classType("Locks");
  B.field(Locks, "Locks::a", B.record("std::mutex"));
  auto Outer = B.classType("Outer");
  B.field(Outer, "Outer::locks", B.record("Locks"));
  B.function("f").assigns(B.variable("v", B.record("Outer")));
  EXPECT_EQ(verdict(), "synchronization");
}
TEST_F(StateObjectsTest, AMutexBesideDataIsState) {
  auto Box = B.classType("Box");
  B.field(Box, "Box::lock", B.record("std::mutex"));
  B.field(Box, "Box::n", Int);
  B.function("f").assigns(B.variable("v", B.record("Box")));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, AClassThatHoldsItselfEnds) {
  auto Node = B.classType("Node");
  B.field(Node, "Node::next", B.array(B.record("Node")));
  B.function("f").assigns(B.variable("v", B.record("Node")));
  EXPECT_EQ(verdict(), "state");
}

TEST_F(StateObjectsTest, AnObjectWithoutDataHoldsNone) {
  B.classType("Base");
  B.classType("Hook").base(B.record("Base"));
  B.function("f").assigns(B.variable("v", B.record("Hook")));
  EXPECT_EQ(verdict(), "no-data");
}
TEST_F(StateObjectsTest, AnInheritedFieldIsData) {
  auto Base = B.classType("Base");
  B.field(Base, "Base::n", Int);
  B.classType("Hook").base(B.record("Base"));
  B.function("f").assigns(B.variable("v", B.record("Hook")));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, ABaseOfTheLibraryMayHoldData) {
  B.classType("Table").base(B.record("std::map", {Int, Int}));
  B.function("f").assigns(B.variable("v", B.record("Table")));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, ATemplateMayHoldDataThatNobodySees) {
  B.classType("Hook").fact().Template = true;
  B.function("f").assigns(B.variable("v", B.record("Hook")));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, APointerToAnObjectWithoutDataMayBeSetToAnother) {
  B.classType("Hook");
  B.function("f").assigns(B.variable("v", B.pointer(B.record("Hook"))));
  EXPECT_EQ(verdict(), "state");
}
TEST_F(StateObjectsTest, WhichCategoriesAreExemptTheRulesSay) {
  Options.Types = TypeCategories({{"feature-flags", {"Flags"}}});
  Options.Known.ExemptCategories = {{"feature-flags"}};
  B.function("f").assigns(B.variable("v", B.pointer(B.record("Flags"))));
  EXPECT_EQ(verdict(), "exempt-type:feature-flags");
}
TEST_F(StateObjectsTest, ACategoryThatNoRuleExemptsIsState) {
  Options.Known.ExemptCategories = {{"synchronization"}};
  B.function("f").assigns(B.variable("v", B.record("log::Logger")));
  EXPECT_EQ(verdict(), "state");
}

//===-- Words -------------------------------------------------------------===//

TEST_F(StateObjectsTest, WritersAreNamedOnceAndNotAll) {
  auto V = B.variable("v", Int);
  B.function("a").increments(V).increments(V);
  const Evidence &E = evidence();
  EXPECT_EQ(writerNames(E.Prog, E.Known.Writes.writesOf(symbol("v"))), "'a'");
}
TEST_F(StateObjectsTest, ManyWritersAreCounted) {
  auto V = B.variable("v", Int);
  for (const char *Name : {"a", "b", "c", "d", "e"})
    B.function(Name).increments(V);
  const Evidence &E = evidence();
  llvm::ArrayRef<Write> All = E.Known.Writes.writesOf(symbol("v"));
  EXPECT_EQ(writerNames(E.Prog, All.take_front(2)), "'a' and 'b'");
  EXPECT_EQ(writerNames(E.Prog, All.take_front(3)), "'a', 'b' and 'c'");
  EXPECT_EQ(writerNames(E.Prog, All), "'a', 'b' and 3 more");
}

TEST_F(StateObjectsTest, AVerdictSaysWhatExceptionsSelectBy) {
  B.function("app::f");
  auto V = B.variable("app::v", Int)
               .localStatic(B.text("app::f"))
               .annotated("stateless: cache")
               .at(7, 3);
  V.fact().Mangled = B.text("_ZN3app1vE");
  const Evidence &E = evidence();
  Verdict Out = verdictOn(E.Prog, *E.Prog.variable(symbol("app::v")));
  EXPECT_EQ(Out.Symbol, "app::v");
  EXPECT_EQ(Out.Type, "int");
  EXPECT_EQ(Out.Function, "app::f");
  EXPECT_EQ(Out.Mangled, "_ZN3app1vE");
  EXPECT_EQ(Out.Subject, "app::v");
  EXPECT_EQ(Out.Loc, (SourceLocation{"/src/a.cpp", 7, 3}));
  EXPECT_THAT(Out.Annotations, ElementsAre("stateless: cache"));
}

} // namespace
