//===- ExceptionFuzzer.cpp - Records and verdicts of any text -------------===//
//
// The lines of the input are the texts of one exception record, then those of
// one verdict. A record covers a verdict just if nothing of it mismatches, it
// never removes one, and it does not apply after its day.
//
//===----------------------------------------------------------------------===//
#include "Exceptions.h"
#include "Fuzzing.h"

using namespace stateless;
using llvm::StringRef;
using stateless::fuzz::require;

namespace {

/// The next line; none if it is empty.
std::optional<std::string> optionalLine(StringRef &Text) {
  StringRef Line = fuzz::takeLine(Text);
  if (Line.empty())
    return std::nullopt;
  return Line.str();
}

std::optional<Date> dateOf(StringRef Text) {
  std::optional<Date> Day = Date::parse(Text);
  if (!Day)
    return Day;
  require(Day->str() == Text, "a date is written as it was read");
  require(Date::parse(Day->str()) == *Day, "and read as it was written");
  return Day;
}

ExceptionRecord recordOf(StringRef &Text) {
  ExceptionRecord Record;
  Record.Expires = dateOf(fuzz::takeLine(Text));
  Record.Check = fuzz::takeLine(Text).str();
  Record.Symbol = optionalLine(Text);
  Record.Type = optionalLine(Text);
  Record.Function = optionalLine(Text);
  Record.Category = optionalLine(Text);
  Record.Path = optionalLine(Text);
  Record.Reason = "a reason";
  Record.Loc = {"/src/.stateless-tidy.yaml", 1, 1};
  return Record;
}

Verdict verdictOf(StringRef &Text) {
  Verdict V;
  V.Check = fuzz::takeLine(Text).str();
  V.Symbol = fuzz::takeLine(Text).str();
  V.Type = fuzz::takeLine(Text).str();
  V.Function = fuzz::takeLine(Text).str();
  V.Category = fuzz::takeLine(Text).str();
  V.Path = fuzz::takeLine(Text).str();
  V.Loc = {"/src/" + fuzz::takeLine(Text).str(), 3, 1};
  return V;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text = fuzz::textOf(Data, Size);
  constexpr Date Today{2025, 2, 28};
  RuleSet Rules;
  Rules.Root = "/root";
  Rules.Exceptions.push_back(recordOf(Text));
  const ExceptionRecord &Record = Rules.Exceptions.front();
  std::vector<Verdict> Verdicts{verdictOf(Text)};
  StringRef Annotation = fuzz::takeLine(Text);
  Rules.Checks.emplace_back().Id = Verdicts[0].Check;

  auto Keys = mismatches(Record, Verdicts[0], Rules, Today);
  for (RecordKey Key : Keys)
    require(!mismatchText(Key, Record, Verdicts[0], Rules).empty(),
            "each mismatch can be told");
  if (Record.Expires && *Record.Expires < Today)
    require(!Keys.empty(), "a record ends with its day");

  std::vector<RuleDiagnostic> Told =
      applyExceptions(Verdicts, Rules, {}, Today, /*Complete=*/true);
  require(Verdicts.size() == 1, "no verdict is removed");
  require(Verdicts[0].Suppressed.has_value() == Keys.empty(),
          "a record covers just what it matches");
  require(!Keys.empty() || Told.empty(), "a record that is used is not blamed");

  Verdicts[0].Suppressed.reset();
  Verdicts[0].Annotations.push_back(Annotation.str());
  Rules.Exceptions.clear();
  applyExceptions(Verdicts, Rules, {}, Today, /*Complete=*/true);
  require(!Verdicts[0].Suppressed || Annotation.trim().starts_with("stateless"),
          "only an annotation of ours suppresses");
  require(!Verdicts[0].Suppressed || !Verdicts[0].Suppressed->Reason.empty(),
          "and only with a reason");
  return 0;
}
