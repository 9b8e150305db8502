//===- SignalHandlersTest.cpp - Functions that run on a signal ------------===//
//
// Pins which handlers count. It must not know how they are registered.
//
//===----------------------------------------------------------------------===//
#include "analysis/SignalHandlers.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

class SignalHandlersTest : public FactsTest {
protected:
  std::vector<std::string> handlers() {
    freeze();
    std::vector<std::string> Result;
    for (const Function &F : program().functions())
      if (known().BySignals[known().Graph.nodeOf(F)])
        Result.push_back(program().text(F.QualifiedName).str());
    return Result;
  }
  void registers(EntryKind Kind, llvm::StringRef Handler) {
    Main.registers(Kind, "on", FactBuilder::code(B.text(Handler)));
  }
  FactBuilder::FunctionBuilder Main = B.function("main");
};

TEST_F(SignalHandlersTest, WhatIsRegisteredForASignalIsOne) {
  registers(EntryKind::Signal, "stop");
  registers(EntryKind::Signal, "reload");
  B.function("stop");
  B.function("reload");
  EXPECT_THAT(handlers(), UnorderedElementsAre("stop", "reload"));
}
TEST_F(SignalHandlersTest, OtherHandlersAreNone) {
  for (EntryKind Kind : {EntryKind::Request, EntryKind::Message,
                         EntryKind::Timer, EntryKind::Thread})
    registers(Kind, "hit");
  B.function("hit");
  EXPECT_THAT(handlers(), IsEmpty());
}
TEST_F(SignalHandlersTest, WhatRequestsRunTooIsNone) {
  registers(EntryKind::Signal, "stop");
  registers(EntryKind::Request, "stop");
  B.function("stop");
  EXPECT_THAT(handlers(), IsEmpty());
}
TEST_F(SignalHandlersTest, WhatOnlyHandlersCallIsOne) {
  registers(EntryKind::Signal, "stop");
  B.function("stop").calls("mark").calls("log");
  B.function("mark");
  B.function("log");
  Main.calls("log");
  EXPECT_THAT(handlers(), UnorderedElementsAre("stop", "mark"));
}

} // namespace
