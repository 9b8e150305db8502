//===- RuleLoadingFuzzer.cpp - Any text as the user's rules ---------------===//
//
// The whole way from text to the policy of a run, over the shipped rules and
// what the file extends. It reads all shipped rules for each input, and so is
// slow; what one file says is RuleFileFuzzer's.
//
//===----------------------------------------------------------------------===//
#include "Fuzzing.h"
#include "PathGlob.h"
#include "Positions.h"
#include "RuleSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  constexpr StringRef Name = "/nowhere/.stateless-tidy.yaml";
  RuleLoad Load = loadRulesFromText(Text, Name);
  Text.consume_front("\xef\xbb\xbf"); // Editors do not count it.
  fuzz::Positions Inside(Text);
  bool Wrong = false;
  for (const RuleDiagnostic &D : Load.Diagnostics) {
    Wrong |= D.Level == RuleDiagnostic::Error;
    require(!D.Message.empty(), "a mistake is told");
    require(D.Loc.File != Name || Inside.hold(D.Loc.Line, D.Loc.Column),
            "a mistake is inside the text");
  }
  require(Load.failed() == Wrong, "an error makes the load fail");
  require(llvm::is_sorted(Load.Diagnostics, comesBefore), "sorted");
  if (Load.failed())
    return 0;
  const RuleSet &Rules = Load.Rules;
  for (const ExceptionRecord &Record : Rules.Exceptions) {
    require(!Record.Check.empty() && !Record.Reason.empty(),
            "an exception names its check and its reason");
    require(!Record.Path || !pathGlobError(*Record.Path), "a path in order");
    require(Inside.hold(Record.Loc.Line, Record.Loc.Column), "its place");
  }
  for (const std::string &Pattern : Rules.Exclude)
    require(!pathGlobError(Pattern), "an excluded path in order");
  Rules.isExcluded("/nowhere/src/a.cpp", "/nowhere");
  require(llvm::is_sorted(Rules.Checks,
                          [](const CheckRule &A, const CheckRule &B) {
                            return A.Id < B.Id;
                          }),
          "checks are sorted");
  return 0;
}
