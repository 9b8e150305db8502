//===- RequestEvidenceTest.cpp - From the request to the evidence ---------===//
//
// Pins how checks say which requests reach a place: titles, clauses, the notes
// of a chain, and when that proves something. It must not know any check.
//
//===----------------------------------------------------------------------===//
#include "RequestEvidence.h"
#include "CheckTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class RequestEvidenceTest : public ChecksTest {
protected:
  /// Completes the facts.
  void analyse() { E = &evidence(/*Whole=*/true); }
  Site site(llvm::StringRef Name, uint32_t Line = 0) const {
    const Function &Fn = function(Name);
    Location At = Fn.Loc;
    if (Line)
      At.Line = Line;
    return {&Fn, At};
  }
  /// "line: text" for each note of the chain to \p At.
  std::vector<std::string> notes(const Site &At) const {
    std::vector<std::string> Result;
    for (const VerdictNote &Note : chainNotes(*E, At)) {
      EXPECT_EQ(Note.Role, NoteRole::Path);
      Result.push_back(std::to_string(Note.Loc.Line) + ": " + Note.Text);
    }
    return Result;
  }
  /// A handler that calls "hit".
  void get(llvm::StringRef Route) {
    std::string Name = ("on " + Route).str();
    Main.registers("on", {F::code(B.text(Name))}, B.literal(Route), "GET");
    B.function(Name).calls("hit");
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  const Evidence *E = nullptr;
};

TEST_F(RequestEvidenceTest, AClauseNamesThreeAndCountsTheRest) {
  for (const char *Route : {"/d", "/b", "/a", "/c", "/e"})
    get(Route);
  B.function("hit");
  B.function("idle");
  analyse();
  auto Clause = [&](std::vector<const char *> Names) {
    std::vector<Site> Sites;
    for (const char *Name : Names)
      Sites.push_back(site(Name));
    return requestClause(*E, Sites);
  };
  EXPECT_EQ(Clause({}), "");
  EXPECT_EQ(Clause({"idle"}), "");
  EXPECT_EQ(Clause({"on /b"}), ", on 'GET /b'");
  EXPECT_EQ(Clause({"on /b", "on /a"}), ", on 'GET /a' and 'GET /b'");
  EXPECT_EQ(Clause({"on /c", "on /b", "on /a"}),
            ", on 'GET /a', 'GET /b' and 'GET /c'");
  EXPECT_EQ(Clause({"hit"}), ", on 'GET /a', 'GET /b' and 3 more");
}

TEST_F(RequestEvidenceTest, TitlesAreSortedAndToldOnce) {
  get("/b");
  get("/a");
  Main.registers("on", {F::code(B.text("on /a"))}, B.literal("/a"), "GET");
  B.function("hit");
  analyse();
  EXPECT_THAT(entryTitles(*E, {site("hit"), site("on /b")}),
              ElementsAre("GET /a", "GET /b"));
  EXPECT_THAT(entryTitles(*E, {}), IsEmpty());
}

TEST_F(RequestEvidenceTest, ThreadsAreNamedOnlyWhereNothingServes) {
  get("/a");
  Main.registers(EntryKind::Thread, "std::thread", F::code(B.text("work")));
  B.function("work").calls("tick");
  B.function("tick");
  B.function("hit");
  analyse();
  EXPECT_THAT(entryTitles(*E, {site("tick")}),
              ElementsAre("the thread of 'std::thread'"));
  EXPECT_THAT(entryTitles(*E, {site("tick"), site("hit")}),
              ElementsAre("GET /a"));
  EXPECT_FALSE(isProven(*E, site("tick")));
  EXPECT_TRUE(isProven(*E, site("hit")));
}

//===-- Chains ------------------------------------------------------------===//

TEST_F(RequestEvidenceTest, AChainStartsWhereTheRouteIsRegistered) {
  Main.line(5).registers("on", {F::code(B.text("get"))}, B.literal("/a"),
                         "GET");
  B.function("get").line(20).calls("store");
  B.function("store").line(30).calls("hit");
  B.function("hit");
  analyse();
  EXPECT_THAT(notes(site("hit")),
              ElementsAre("5: 'GET /a' is registered here", "20: calls 'store'",
                          "30: calls 'hit'"));
  EXPECT_THAT(notes(site("get")),
              ElementsAre("5: 'GET /a' is registered here"));
  EXPECT_THAT(notes(site("main")), IsEmpty());
}

TEST_F(RequestEvidenceTest, AChainThroughAnInterfaceNamesWhatRuns) {
  Main.line(5).registers("on", {F::code(B.text("get"))});
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base);
  B.function("get").line(20).callsVirtual(F::thisPlace(), "Store::put");
  analyse();
  EXPECT_THAT(notes(site("Memory::put")),
              ElementsAre("5: here: handler registered by 'on'",
                          "20: calls 'Memory::put'"));
}

TEST_F(RequestEvidenceTest, AChainMayStartWithAnOverriddenMethod) {
  B.line(20);
  B.function("Greeter::SayHello")
      .at(20)
      .handlesAs("Service::SayHello")
      .line(21)
      .calls("lambda in 'main'");
  B.function("lambda in 'main'").lambdaIn(Main);
  analyse();
  EXPECT_THAT(notes(site("lambda in 'main'")),
              ElementsAre("20: 'Greeter::SayHello' starts here",
                          "21: calls lambda in 'main'"));
}

TEST_F(RequestEvidenceTest, AChainMayStartInALoop) {
  Main.loop(10, 20).line(11).takes().line(12).calls("hit");
  B.line(30);
  B.function("hit");
  analyse();
  EXPECT_THAT(notes(site("main", 15)),
              ElementsAre("10: the request loop in 'main' starts here"));
  EXPECT_THAT(notes(site("hit")),
              ElementsAre("10: the request loop in 'main' starts here",
                          "12: calls 'hit'"));
  EXPECT_TRUE(isProven(*E, site("main", 15)));
  EXPECT_FALSE(isProven(*E, site("main", 25)));
}

TEST_F(RequestEvidenceTest, AStepThatCanRunTwoProvesNothing) {
  Main.registers("on", {F::code(B.text("get"))});
  SymbolId Base = B.function("Store::put").declared();
  B.function("Memory::put").overrides(Base);
  B.function("Disk::put").overrides(Base);
  B.function("get").callsVirtual(F::thisPlace(), "Store::put");
  analyse();
  EXPECT_TRUE(isProven(*E, site("get")));
  EXPECT_FALSE(isProven(*E, site("Disk::put")));
}

TEST(QuotedName, QuotesOnce) {
  EXPECT_EQ(quotedName("app::hit"), "'app::hit'");
  EXPECT_EQ(quotedName("lambda in 'main'"), "lambda in 'main'");
}

} // namespace
