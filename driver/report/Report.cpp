//===- Report.cpp - Findings, exit codes and the list of formats ----------===//
//
// What a run's result means, and the table that finds a format by its name. It
// must not know how any format looks.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <array>

using namespace llvm;

namespace stateless {

bool RunResult::isFinding(const Verdict &V) const {
  return V.Kind == VerdictKind::Violation && isSureEnough(V) && !V.Suppressed;
}

int RunResult::exitCode() const {
  bool Fails = any_of(Verdicts, [&](const Verdict &V) {
    return isFinding(V) && V.Grade >= FailOn;
  });
  if (Fails && !NeverFail)
    return 1;
  return any_of(Problems, [](const AnalysisProblem &P) { return P.Fatal; }) ? 3
                                                                            : 0;
}

std::string RunResult::displayPath(StringRef File) const {
  StringRef Prefix = StringRef(Root).rtrim('/');
  StringRef Rest = File;
  if (Root.empty() || !Rest.consume_front(Prefix) || !Rest.consume_front("/"))
    return File.str();
  return Rest.empty() ? File.str() : Rest.str();
}

namespace {

struct Format {
  StringRef Name;
  Spelling How;
  void (*Write)(const RunResult &, const RuleSet &, raw_ostream &);
};

} // namespace

/// All formats but text, which alone takes a style.
static constexpr std::array Formats = {
    Format{"json", Spelling::Json, writeJson},
    Format{"sarif", Spelling::Json, writeSarif},
    Format{"github", Spelling::Commands, writeGithub},
    Format{"gitlab", Spelling::Json, writeGitlab},
    Format{"junit", Spelling::Markup, writeJunit},
    Format{"checkstyle", Spelling::Markup, writeCheckstyle},
    Format{"rdjson", Spelling::Json, writeRdjson},
    Format{"html", Spelling::Markup, writeHtml},
};

static constexpr auto FormatNames = [] {
  std::array<StringRef, Formats.size() + 1> Names = {"text"};
  for (size_t I = 0; I < Formats.size(); ++I)
    Names[I + 1] = Formats[I].Name;
  return Names;
}();

ArrayRef<StringRef> reportFormats() { return FormatNames; }

static const Format *formatNamed(StringRef Name) {
  const auto *It =
      find_if(Formats, [&](const Format &F) { return F.Name == Name; });
  return It == Formats.end() ? nullptr : It;
}

Spelling spellingOf(StringRef Name) {
  const Format *Found = formatNamed(Name);
  return Found ? Found->How : Spelling::Text;
}

bool writeReport(StringRef Name, const RunResult &R, const RuleSet &Rules,
                 const TextStyle &Style, raw_ostream &OS) {
  if (Name == "text") {
    writeText(R, Rules, Style, OS);
    return true;
  }
  const Format *Found = formatNamed(Name);
  if (!Found)
    return false;
  Found->Write(R, Rules, OS);
  return true;
}

} // namespace stateless
