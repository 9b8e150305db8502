//===- ProblemCollectorTest.cpp - Tests of what stops a parse -------------===//
//
// Every diagnostic that this Clang has is asked for.
//
//===----------------------------------------------------------------------===//
#include "extract/ProblemCollector.h"
#include "extract/ClangCompat.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "gtest/gtest.h"

using namespace stateless;
using namespace clang;

namespace {

TEST(ProblemCollectorTest, WarningsStopNothingAndErrorsStay) {
  compat::QuietDiagnostics Quiet;
  DiagnosticsEngine &Engine = Quiet.Engine;
  Engine.setWarningsAsErrors(true);
  Engine.setSeverityForGroup(diag::Flavor::WarningOrError, "narrowing",
                             diag::Severity::Error);
  Engine.setIgnoreAllWarnings(true); // As the driver is told: -w.
  reportErrorsOnly(Engine);
  std::vector<diag::kind> All;
  DiagnosticIDs::getAllDiagnostics(diag::Flavor::WarningOrError, All);
  unsigned Warnings = 0, Errors = 0;
  for (diag::kind Each : All) {
    if (!Engine.getDiagnosticIDs()->isDefaultMappingAsError(Each))
      continue;
    bool IsError = Engine.getDiagnosticLevel(Each, SourceLocation()) >=
                   DiagnosticsEngine::Error;
    bool IsWarning = compat::isWarning(Engine, Each);
    EXPECT_NE(IsError, IsWarning)
        << Engine.getDiagnosticIDs()->getDescription(Each).str();
    ++(IsWarning ? Warnings : Errors);
  }
  EXPECT_GT(Warnings, 50u);
  EXPECT_GT(Errors, 1000u);
}

} // namespace
