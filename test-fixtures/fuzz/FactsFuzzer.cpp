//===- FactsFuzzer.cpp - Any bytes as the facts of a unit -----------------===//
//
// A worker that Clang corrupted may send anything. The reader must refuse it,
// or give facts that the linker, the checks and the dumps can work with,
// however little sense they make.
//
//===----------------------------------------------------------------------===//
#include "Check.h"
#include "FactFrame.h"
#include "RuleSet.h"
#include "facts/Dump.h"
#include "facts/Linker.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

TuFacts read(StringRef Bytes) { return llvm::cantFail(deserialize(Bytes)); }

/// The shipped policy; loaded once, for it takes longer than an input.
const RuleSet &shippedRules() {
  static const RuleSet Rules = loadRules("").Rules;
  return Rules;
}

Program linked(StringRef Bytes, unsigned Copies) {
  std::vector<TuFacts> Units;
  while (Copies-- > 0)
    Units.push_back(read(Bytes));
  return link(std::move(Units), {/*AllUnits=*/true});
}

std::string dumped(const Program &Prog) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  dumpProgram(Prog, OS);
  return Text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  std::string Bytes = fuzz::framed(fuzz::textOf(Data, Size));
  llvm::Expected<TuFacts> Facts = deserialize(Bytes);
  if (!Facts) {
    require(!llvm::toString(Facts.takeError()).empty(), "a refusal says why");
    return 0;
  }
  // Numbers may have been written longer than need be, so that the bytes of
  // equal facts are compared, not those of the input.
  std::string Again = serialize(*Facts);
  require(serialize(read(Again)) == Again, "facts are read as written");
  dumpFacts(*Facts, llvm::nulls());

  Program Once = linked(Again, 1);
  std::string Text = dumped(Once);
  require(dumped(linked(Again, 1)) == Text, "linking is deterministic");
  Judgement Judged =
      judge(Once, shippedRules().Options, [](StringRef) { return true; });
  for (const Verdict &V : Judged.Verdicts)
    require(!V.Check.empty() && !V.Message.empty(), "a verdict speaks");
  Program Twice = linked(Again, 2);
  judge(Twice, shippedRules().Options, [](StringRef) { return true; });
  return 0;
}
