//===- ReportBench.cpp - One report about many findings -------------------===//
//
// Writes the report of one format about synthetic findings in one source file,
// to standard output, so that a test can count what it costs. It knows nothing
// of how findings are made.
//
//   stateless-report-bench FORMAT COUNT SOURCE
//
// The findings stand at the first COUNT names that begin with "Global" in
// SOURCE, wherever these are.
//
//===----------------------------------------------------------------------===//
#include "io/Printable.h"
#include "policy/Fingerprint.h"
#include "report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace stateless;

static std::vector<SourceLocation> places(const std::string &File,
                                          llvm::StringRef Text, size_t Count) {
  std::vector<SourceLocation> Found;
  SourceLocation Loc{File, 1, 1};
  for (size_t I = 0; I < Text.size() && Found.size() < Count; ++I) {
    if (Text.substr(I).starts_with("Global"))
      Found.push_back(Loc);
    ++Loc.Column;
    if (Text[I] == '\n')
      Loc = {File, Loc.Line + 1, 1};
  }
  return Found;
}

static Verdict verdictAt(const SourceLocation &Loc, size_t Number) {
  Verdict V;
  V.Check = "stateless-mutable-global";
  V.Loc = Loc;
  V.Symbol = "Global" + std::to_string(Number);
  V.Message = "mutable global '" + V.Symbol + "' is written on requests";
  V.Type = "int";
  V.Category = "global";
  V.Identity = "c:@" + V.Symbol;
  V.Notes = {{NoteRole::Path, Loc, "'handle' serves requests"},
             {NoteRole::Write, Loc, "written by 'handle' (++)"}};
  V.Fixes = {{Loc, 6, "Constant"}};
  return V;
}

int main(int Argc, char **Argv) {
  size_t Count = 0;
  auto Source = Argc == 4 ? llvm::MemoryBuffer::getFile(Argv[3])
                          : std::make_error_code(std::errc::invalid_argument);
  if (!Source || llvm::StringRef(Argv[2]).getAsInteger(10, Count)) {
    llvm::errs() << "usage: stateless-report-bench FORMAT COUNT SOURCE\n";
    return 2;
  }
  RunResult Result;
  for (const SourceLocation &Loc :
       places(Argv[3], (*Source)->getBuffer(), Count))
    Result.Verdicts.push_back(verdictAt(Loc, Result.Verdicts.size()));
  if (Result.Verdicts.size() != Count) {
    llvm::errs() << "only " << Result.Verdicts.size() << " names in the file\n";
    return 2;
  }
  giveFingerprints(Result.Verdicts);
  PeopleStream OS(llvm::outs(), spellingOf(Argv[1]));
  return writeReport(Argv[1], Result, RuleSet(), TextStyle(), OS) ? 0 : 2;
}
