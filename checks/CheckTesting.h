//===- CheckTesting.h - Hand-written facts under a small policy *- C++ -*-===//
//
// What the tests of checks share: facts, the analyses over them, and a policy
// of a few words of its own. It must not know the shipped rules; nothing but
// tests may include it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_CHECKTESTING_H
#define STATELESS_CHECKS_CHECKTESTING_H

#include "Check.h"
#include "analysis/AnalysisTesting.h"

namespace stateless {

class ChecksTest : public FactsTest {
protected:
  ChecksTest() {
    Options.Known.ExemptCategories = {
        {"synchronization", ExemptionReason::Synchronization}, {"logger"}};
  }
  /// Completes the facts; \p Whole: they are the whole program.
  const Evidence &evidence(bool Whole = false) {
    const Program &P = freeze(Whole);
    Given.emplace(P, known(), Options);
    return *Given;
  }

  CheckOptions Options{{"/tmp"},
                       TypeCategories({{"keyed-container", {"std::map"}},
                                       {"synchronization", {"std::mutex"}},
                                       {"logger", {"log::Logger"}}}),
                       Vocabulary({{"session", {"session"}}})};

private:
  std::optional<Evidence> Given;
};

} // namespace stateless

#endif
