//===- StateConfidenceTest.cpp - How sure it is that something is state ---===//
//
// Pins what makes a finding proven, likely or possible, and the grounds that
// are given; and which writes are those of a shutdown flag. It must not know
// any check.
//
//===----------------------------------------------------------------------===//
#include "CheckTesting.h"
#include "StateEvidence.h"

using namespace stateless;
using testing::ElementsAre;

namespace {

using F = FactBuilder;

class StateConfidenceTest : public ChecksTest {
protected:
  /// What the evidence says of "v".
  Assessment assessed(bool Whole = false) {
    E = &evidence(Whole);
    return E->Objects->find(symbol("v"))->Seen;
  }

  FactBuilder::FunctionBuilder Main = B.function("main");
  const Evidence *E = nullptr;
};

//===-- Flags -------------------------------------------------------------===//

class FlagTest : public StateConfidenceTest {
protected:
  FlagTest() {
    Main.registers(EntryKind::Signal, "signal", F::code(B.text("onSignal")));
  }
  /// Why "v" is no state; "state" if it is.
  std::string verdict() {
    Assessment A = assessed();
    return A.Benign ? idOf(A.Why) : "state";
  }
  FactBuilder::FunctionBuilder Handler = B.function("onSignal");
  Place V = B.variable("v", Int).internal();
  const std::string Flag = "shutdown-flag";
};

TEST_F(FlagTest, AFlagMayBeStored) {
  Handler.callsOn(V, "std::atomic::store").library();
  EXPECT_EQ(verdict(), Flag);
}
TEST_F(FlagTest, AFlagThatReadsItselfIsState) {
  // v = v + 1;
  Handler.line(40).reads(V).line(40).assigns(V);
  EXPECT_EQ(verdict(), "state");
}
TEST_F(FlagTest, AFlagThatItsHandlerLooksAtElsewhereIsNone) {
  Handler.line(40).reads(V).line(41).assigns(V);
  EXPECT_EQ(verdict(), Flag);
}
TEST_F(FlagTest, AFlagThatAnotherFunctionReadsOnThatLineIsNone) {
  Handler.line(40).assigns(V);
  Main.line(40).reads(V);
  EXPECT_EQ(verdict(), Flag);
}
TEST_F(FlagTest, AFlagThatASignalSetSetsIsNone) {
  // signals.async_wait([](..) { Stop = true; });
  Main.registers(EntryKind::Signal, "signal_set::async_wait",
                 F::code(B.text("stop")));
  Main.registration().Once = true;
  B.function("stop").assigns(V);
  EXPECT_EQ(verdict(), Flag);
}
TEST_F(FlagTest, AFlagThatAThreadSetsTooIsState) {
  Handler.assigns(V);
  Main.registers(EntryKind::Thread, "std::thread", F::code(B.text("work")));
  B.function("work").assigns(V);
  EXPECT_EQ(verdict(), "state");
}

//===-- Confidence --------------------------------------------------------===//

class ConfidenceTest : public StateConfidenceTest {
protected:
  /// "level: grounds" for "v".
  std::string confidence(bool Whole = true) {
    Assessment A = assessed(Whole);
    EXPECT_FALSE(A.Benign) << idOf(A.Why);
    return (A.Level == Confidence::Proven   ? "proven: "
            : A.Level == Confidence::Likely ? "likely: "
                                            : "possible: ") +
           idOf(A.Basis);
  }
  FactBuilder::FunctionBuilder handler(llvm::StringRef Name,
                                       EntryKind Kind = EntryKind::Request) {
    Main.registers(Kind, "on", F::code(B.text(Name)));
    return B.function(Name);
  }

  Place V = B.variable("v", Int);
};

TEST_F(ConfidenceTest, AWriteThatARequestLeadsToIsProven) {
  handler("get").calls("hit");
  B.function("hit").increments(V);
  EXPECT_EQ(confidence(), "proven: sure-request");
}
TEST_F(ConfidenceTest, AStepThatCanRunSeveralFunctionsIsLikely) {
  SymbolId Base = B.function("Store::put").declared();
  B.function("Disk::put").overrides(Base);
  B.function("Memory::put").overrides(Base).increments(V);
  handler("get").callsVirtual(F::thisPlace(), "Store::put");
  EXPECT_EQ(confidence(), "likely: one-of-several-calls");
}
TEST_F(ConfidenceTest, AThreadIsLikely) {
  handler("work", EntryKind::Thread).increments(V);
  EXPECT_EQ(confidence(), "likely: thread-or-signal");
}
TEST_F(ConfidenceTest, WithoutAnEntryPointItIsLikely) {
  B.function("hit").increments(V).fact().Coroutine = true; // May be resumed.
  EXPECT_EQ(confidence(), "likely: no-entry-point");
}
TEST_F(ConfidenceTest, WhatCannotBeSeenIsPossibleThoughARequestLeadsThere) {
  handler("get").escapes(V);
  EXPECT_EQ(confidence(), "possible: unseen-write:address taken");
}
TEST_F(ConfidenceTest, WhatAnotherUnitMayWriteIsPossible) {
  EXPECT_EQ(confidence(/*Whole=*/false), "possible: part-analysed");
}
TEST_F(ConfidenceTest, TheBestEvidenceDecides) {
  B.function("idle").increments(V).fact().Coroutine = true; // May be resumed.
  handler("work", EntryKind::Thread).increments(V);
  handler("vague").escapes(V);
  handler("get").increments(V);
  Assessment A = assessed(/*Whole=*/true);
  EXPECT_EQ(A.Level, Confidence::Proven);
  EXPECT_EQ(writerNames(program(), A.Writes), "'get', 'idle' and 2 more");
  // 'vague' only may write it: a clause names who does.
  EXPECT_EQ(writtenClause(*E, A), "is written after start-up by 'get', 'idle' "
                                  "and 'work', on handler registered by 'on'");
}
TEST_F(ConfidenceTest, AWeakClauseNamesTheWriteThatMayBe) {
  handler("get").escapes(V);
  Assessment A = assessed(/*Whole=*/true);
  EXPECT_EQ(writtenClause(*E, A),
            "may be written: address taken in 'get', on handler registered by "
            "'on'");
}
TEST_F(ConfidenceTest, FieldsAreGradedLikeVariables) {
  auto C = B.classType("C");
  auto N = B.field(C, "C::n", Int);
  handler("C::hit").method(C).increments(F::fieldOf(F::thisPlace(), N));
  const Evidence &E = evidence(/*Whole=*/true);
  EXPECT_EQ(E.Objects->find(symbol("C::n"))->Seen.Level, Confidence::Proven);
}

TEST_F(ConfidenceTest, AVerdictTakesTheBestOfItsParts) {
  Place W = B.variable("w", Int);
  handler("get").increments(V).reads(W);
  handler("put").escapes(W).reads(V);
  const Evidence &E = evidence(/*Whole=*/true);
  Verdict Out;
  for (const char *Name : {"w", "v", "w"})
    addEvidence(E, E.Objects->find(symbol(Name))->Seen, symbol(Name), Out);
  EXPECT_EQ(Out.Level, Confidence::Proven);
  EXPECT_EQ(Out.Basis, (Grounds{GroundsKind::SureRequest}));
  EXPECT_THAT(Out.EntryPoints, ElementsAre("handler registered by 'on'"));
  EXPECT_EQ(Out.EntryPoints, Out.ReadEntryPoints);
  std::vector<std::string> Notes;
  for (const VerdictNote &Note : Out.Notes)
    Notes.push_back(Note.Text);
  EXPECT_THAT(Notes,
              ElementsAre("here: handler registered by 'on'",
                          "may be written by 'put' (address taken)",
                          "read by 'get'", "here: handler registered by 'on'",
                          "written by 'get' (increment)", "read by 'put'"));
}

} // namespace
