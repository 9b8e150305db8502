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
    const llvm::DenseSet<SymbolId> &Found = known().SignalHandlers;
    return names(std::vector<SymbolId>(Found.begin(), Found.end()));
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

} // namespace
