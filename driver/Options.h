//===- Options.h - The command line, parsed --------------------*- C++ -*-===//
//
// Turns argv into plain data and says clearly what is wrong with it. It must
// not know rules, facts or databases: whether a named file or check exists is
// for those who use it.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_OPTIONS_H
#define STATELESS_DRIVER_OPTIONS_H

#include "policy/Verdict.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace stateless {

enum class Command : uint8_t {
  Check,
  Audit,
  DumpFacts,
  DumpProgram,
  DumpObjects,
  DumpVerdicts,
  DumpRules,
  RulesList,
  RulesCheck,
  RulesSchema,
  ExplainCheck,
  ExplainVerdict,
  Init,
};

/// True for the dumps of what is made before verdicts.
inline bool isDumpOfStage(Command What) {
  return What == Command::DumpFacts || What == Command::DumpProgram ||
         What == Command::DumpObjects;
}

enum class ColorMode : uint8_t { Auto, Always, Never };

/// One report: which format, and where to. Empty File: stdout.
struct OutputRequest {
  std::string Format;
  std::string File;
};

struct Options {
  Command Run = Command::Check;
  std::string Subject;     ///< rules check: the file. explain: the check, or
                           ///< the fingerprint as far as it is given.
  std::string CommandLine; ///< As given, quoted for a shell.

  // Which code.
  std::vector<std::string> Files; ///< As given: sources, headers, folders.
  std::string BuildPath;          ///< -p: a folder or a database file.
  /// The flags after "--"; without "--", a database is used.
  std::optional<std::vector<std::string>> FixedFlags;
  /// Nothing but Files is analysed; else they choose what is shown.
  bool Isolated = false;
  std::vector<std::string> ExtraArgs, ExtraArgsBefore;
  std::string ResourceDir;

  // Which findings.
  std::string RuleFile;
  std::vector<std::string> CheckGlobs;     ///< In order; '-' in front disables.
  std::optional<Confidence> MinConfidence; ///< Unset: the rules say.
  Severity FailOn = Severity::Warning;
  bool NeverFail = false;

  // How they are shown.
  std::vector<OutputRequest> Outputs; ///< At least one; at most one to stdout.
  ColorMode Color = ColorMode::Auto;
  bool Quiet = false;

  // What is changed.
  bool Fix = false; ///< Write the fixes into the sources.

  // How the work is done.
  unsigned Jobs = 1;
  unsigned TimeoutSeconds = 300; ///< Per unit; 0: none.
  unsigned MemoryLimitMb = 8192; ///< Per unit; 0: none.
};

/// The command line asked for text only (--help, --version), or is wrong.
struct CommandLineExit {
  int Code = 0;     ///< 0: Text goes to stdout; 2: to stderr.
  std::string Text; ///< Without "error: ", no trailing newline when Code is 2.
};

using ParsedCommandLine = std::variant<Options, CommandLineExit>;

/// What the program knows about itself and its surroundings.
struct CommandLineContext {
  std::function<std::string()> Version; ///< What --version prints.
  std::vector<std::string> Formats;     ///< Reports that exist, default first.
  unsigned DefaultJobs = 1;
};

/// \p Args is argv, the program's name first.
ParsedCommandLine parseCommandLine(std::vector<std::string> Args,
                                   const CommandLineContext &Context);

} // namespace stateless

#endif
