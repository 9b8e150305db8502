//===- SignalHandlersTest.cpp - Functions that run on a signal ------------===//
//
// Pins which calls register a handler. It must not depend on the extractor.
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
  /// Which functions are handlers if `main` hands "onSignal" to \p Callee.
  std::vector<std::string> handlers(llvm::StringRef Callee) {
    SymbolId Handler = B.function("onSignal");
    SymbolId Other = B.function("other");
    B.function("main")
        .calls(Callee, {Argument(), FactBuilder::callback(Handler)})
        .calls("std::for_each", {FactBuilder::callback(Other)});
    llvm::DenseSet<SymbolId> Found = signalHandlers(freeze());
    return names(std::vector<SymbolId>(Found.begin(), Found.end()));
  }
};

TEST_F(SignalHandlersTest, SignalRegisters) {
  EXPECT_THAT(handlers("signal"), UnorderedElementsAre("onSignal"));
}
TEST_F(SignalHandlersTest, StdSignalRegisters) {
  EXPECT_THAT(handlers("std::signal"), UnorderedElementsAre("onSignal"));
}
TEST_F(SignalHandlersTest, TheFieldsOfSigactionRegister) {
  B.function("alarm");
  B.function("more").calls("sigaction::sa_sigaction",
                           {FactBuilder::callback(B.text("alarm"))});
  EXPECT_THAT(handlers("sigaction::sa_handler"),
              UnorderedElementsAre("onSignal", "alarm"));
}
TEST_F(SignalHandlersTest, AProjectsOwnSignalDoesNot) {
  EXPECT_THAT(handlers("app::signal"), IsEmpty());
}

} // namespace
