//===- MutationRequestsTest.cpp - Writes by requests, and of what is kept -===//
//
// Pins the phase of writes by handlers, loops and what they call; writes of
// objects that handlers are bound to or capture; and writes through references
// that another object keeps. It must not know the extractor or any check.
//
//===----------------------------------------------------------------------===//
#include "analysis/AnalysisTesting.h"
#include "analysis/Mutation.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

using F = FactBuilder;

class MutationRequestsTest : public FactsTest {
protected:
  /// "hit: increment", with "?" if not certain, "inside" if not whole.
  std::vector<std::string> writes(llvm::StringRef Name) {
    std::vector<std::string> Result;
    for (const Write &W : known().Writes.writesOf(symbol(Name)))
      Result.push_back((program().text(W.By->QualifiedName) + ": " +
                        describeWrite(program(), W) + (W.Certain ? "" : "?") +
                        (W.Whole ? "" : " inside"))
                           .str());
    return Result;
  }
  /// "start-up", "request" or "unknown" for each write.
  std::vector<std::string> phases(llvm::StringRef Name) {
    std::vector<std::string> Result;
    for (const Write &W : known().Writes.writesOf(symbol(Name)))
      Result.push_back(W.When == Phase::StartUp   ? "start-up"
                       : W.When == Phase::Request ? "request"
                                                  : "unknown");
    return Result;
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  /// `struct Box { int n; }`, with a field to write.
  FactBuilder::ClassBuilder Box = B.classType("Box");
  SymbolId N = B.field(Box, "Box::n", Int);
  TypeId BoxType = B.record("Box");
  Place G = B.variable("g", BoxType);
  Place H = B.variable("h", BoxType);
};

//===-- Phases ------------------------------------------------------------===//

TEST_F(MutationRequestsTest, EachWriteHasThePhaseOfItsPlace) {
  Main.line(10)
      .assigns(G)
      .registers("on", {F::code(B.text("get"))})
      .line(20)
      .serves()
      .line(21)
      .assigns(G);
  B.line(100);
  B.function("get").calls("hit");
  B.function("hit").increments(G);
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"), ElementsAre("main: assignment", "main: assignment",
                                       "hit: increment"));
  EXPECT_THAT(phases("g"), ElementsAre("start-up", "unknown", "request"));
}

TEST_F(MutationRequestsTest, AWriteInTheLoopThatTakesIsARequests) {
  Main.loop(10, 20).line(9).assigns(G).line(11).takes().line(12).increments(G);
  freeze(/*Whole=*/true);
  EXPECT_THAT(phases("g"), ElementsAre("start-up", "request"));
}

TEST_F(MutationRequestsTest, OneLineOfTwoInstantiationsIsToldOfEach) {
  // One of them runs on a request.
  B.function("a's hit").internal().line(80).assigns(G);
  B.function("b's hit").internal().line(80).increments(G);
  Main.line(10).calls("a's hit").registers("on", {F::code(B.text("b's hit"))});
  freeze(/*Whole=*/true);
  EXPECT_THAT(writes("g"),
              ElementsAre("a's hit: assignment", "b's hit: increment"));
  EXPECT_THAT(phases("g"), ElementsAre("start-up", "request"));
}

} // namespace
