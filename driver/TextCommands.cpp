//===- TextCommands.cpp - rules, explain, init ----------------------------===//
//
// Plain text to stdout, mistakes in rules to stderr.
//
//===----------------------------------------------------------------------===//
#include "TextCommands.h"
#include "Delivery.h"
#include "Output.h"
#include "PolicyDump.h"
#include "Suggest.h"
#include "io/Paths.h"
#include "io/WriteFile.h"
#include "report/Findings.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;

static llvm::Error wrong(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

static llvm::Expected<int>
printed(llvm::function_ref<void(llvm::raw_ostream &)> Write) {
  if (llvm::Error Failed = writeOutput("", Spelling::Text, Write))
    return Failed;
  return 0;
}

//===-- rules -------------------------------------------------------------===//

llvm::Expected<RuleLoad>
stateless::loadPolicy(StringRef RuleFile, llvm::ArrayRef<std::string> Folders,
                      Diagnostics &Say) {
  std::string File = RuleFile.str();
  for (const std::string &Folder : Folders)
    if (File.empty())
      File = findRuleFile(Folder);
  RuleLoad Load = loadRules(File);
  if (!Load.failed())
    return Load;
  Say.rules(Load.Diagnostics);
  return wrong("the rules have mistakes");
}

llvm::Expected<int> stateless::listRules(const Options &Opts,
                                         StringRef WorkingDirectory,
                                         Diagnostics &Say) {
  auto Load = loadPolicy(Opts.RuleFile, {WorkingDirectory.str()}, Say);
  if (!Load)
    return Load.takeError();
  Say.rules(Load->Diagnostics);
  return printed([&](llvm::raw_ostream &OS) {
    for (const CheckRule &Check : Load->Rules.Checks)
      OS << llvm::formatv("{0,-32} {1,-8} {2}\n", printable(Check.Id),
                          Check.Enabled ? nameOf(Check.Grade.Grade) : "off",
                          printable(oneLine(Check.Summary)));
  });
}

llvm::Expected<int> stateless::checkRules(const Options &Opts,
                                          Diagnostics &Say) {
  RuleLoad Load = loadRules(Opts.Subject);
  Say.rules(Load.Diagnostics);
  if (Load.failed())
    return 2;
  return printed([&](llvm::raw_ostream &OS) {
    OS << printable(Opts.Subject) << ": no mistakes\n";
  });
}

llvm::Expected<int> stateless::printSchema() {
  return printed([](llvm::raw_ostream &OS) {
    OS << StringRef(ruleSchema()).rtrim() << '\n';
  });
}

//===-- explain -----------------------------------------------------------===//

static void section(StringRef Title, StringRef Text, llvm::raw_ostream &OS) {
  if (Text.trim().empty())
    return;
  OS << '\n' << Title << ":\n";
  for (StringRef Line : llvm::split(Text.rtrim(), '\n'))
    OS << (Line.empty() ? "" : "  ") << Line << '\n';
}

llvm::Expected<int> stateless::explainCheck(const Options &Opts,
                                            Diagnostics &Say) {
  auto Load = loadPolicy("", {}, Say);
  if (!Load)
    return Load.takeError();
  std::string Id = Opts.Subject;
  if (!Load->Rules.check(Id))
    Id = "stateless-" + Id;
  const CheckRule *Check = Load->Rules.check(Id);
  if (!Check) {
    std::vector<std::string> Known;
    for (const CheckRule &Rule : Load->Rules.Checks)
      Known.push_back(Rule.Id);
    std::string Hint = didYouMean(Opts.Subject, Known);
    if (Hint.empty())
      Hint = didYouMean(Id, Known);
    if (llvm::all_of(Opts.Subject, llvm::isHexDigit))
      Hint += "; a fingerprint has 16 hexadecimal digits, of which the first 4 "
              "may do";
    return wrong("no check is named '" + Opts.Subject + "'" + Hint);
  }
  return printed([&](llvm::raw_ostream &OS) {
    OS << Check->Id << " ("
       << (Check->Enabled ? nameOf(Check->Grade.Grade) : "off")
       << " by default)\n"
       << Check->Summary << '\n';
    section("Why", Check->Why, OS);
    section("Instead", Check->Instead, OS);
    section("A finding", Check->ExampleBad, OS);
    section("In order", Check->ExampleOk, OS);
  });
}

//===-- init --------------------------------------------------------------===//

static constexpr const char *Starter =
    R"(# The rules of this project, laid over the default of stateless-tidy.
# Check this file:      stateless-tidy rules check .stateless-tidy.yaml
# What a check means:   stateless-tidy explain CHECK
extends: default

# Where a process may write; what is written elsewhere is a finding.
# writable-roots: [/tmp]

# Findings in these files are left out. "**" crosses folders.
# exclude: ["third_party/**", "tests/**"]

# Severity (error, warning, note) of each check, or off.
# checks:
#   stateless-mutable-global: {severity: warning}
#   stateless-session-map: {severity: error}
#   stateless-local-file-write: off

# Who is excused: the selectors (symbol, type, path, function, category) are
# globs and must all match; a reason is needed. Unused and expired records are
# reported.
# exceptions:
#   - check: stateless-mutable-global
#     symbol: "app::metrics::*"
#     reason: "Process-wide metrics registry; scraped, never read back"
#     owner: platform
#     expires: 2030-12-31
)";

llvm::Expected<int> stateless::writeStarter(StringRef WorkingDirectory) {
  llvm::SmallString<256> File(WorkingDirectory);
  llvm::sys::path::append(File, ".stateless-tidy.yaml");
  if (llvm::Error Failed =
          writeNewFile(File, [](llvm::raw_ostream &OS) { OS << Starter; })) {
    std::error_code Why = llvm::errorToErrorCode(std::move(Failed));
    return wrong(Why == std::errc::file_exists
                     ? "'" + File + "' exists already; it was left as it is"
                     : "cannot write '" + File + "': " + Why.message());
  }
  return printed([&](llvm::raw_ostream &Out) {
    Out << "wrote " << printable(File) << '\n';
  });
}

/// The rules need no unit, but are found from the named files.
llvm::Expected<int> stateless::dumpPolicy(const Options &Opts,
                                          StringRef WorkingDirectory,
                                          Diagnostics &Say) {
  std::vector<std::string> Folders{WorkingDirectory.str()};
  if (!Opts.Files.empty())
    Folders.insert(Folders.begin(),
                   normalisedPath(Opts.Files.front(), WorkingDirectory.str()));
  llvm::Expected<RuleLoad> Policy = loadPolicy(Opts.RuleFile, Folders, Say);
  if (!Policy)
    return Policy.takeError();
  RunResult Result;
  Result.RuleDiagnostics = Policy->Diagnostics;
  return Delivery(Opts, WorkingDirectory.str())
      .dump(std::move(Result), Spelling::Text,
            [&](llvm::raw_ostream &OS) { dumpRules(Policy->Rules, OS); });
}
