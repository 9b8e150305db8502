//===- CommandLineHelp.h - The words of --help -----------------*- C++ -*-===//
//
// The longer texts of --help and how they are laid out, apart from the grammar
// in Options.cpp. It must not know what any option does.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_COMMANDLINEHELP_H
#define STATELESS_DRIVER_COMMANDLINEHELP_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace stateless::help {

inline constexpr const char *Code = "Which code";
inline constexpr const char *Policy = "Which findings";
inline constexpr const char *Output = "Output";
inline constexpr const char *Changes = "Changes to the code";
inline constexpr const char *Work = "How the work is done";
inline constexpr const char *General = "General";

inline constexpr const char *FilesText =
    "Sources, headers or folders whose findings are shown (default: all of the "
    "database, which is analysed in any case)";
inline constexpr const char *IsolatedText =
    "Analyse nothing but FILES: what the rest of the database does is unknown";
inline constexpr const char *SubjectText =
    "The id of a check, or the fingerprint of a verdict; its first digits, at "
    "least 4, will do";
inline constexpr const char *BuildPathText =
    "Folder of compile_commands.json, or that file (default: the nearest one "
    "above the first file, also in build/, out/, _build/, cmake-build-*/)";
inline constexpr const char *RulesText =
    "Rule file (default: the nearest .stateless-tidy.yaml above the code)";
inline constexpr const char *ChecksText =
    "Comma-separated globs of checks to switch on, with '-' in front off; "
    "applied in order to what the rules say: '-*,stateless-session-map'";
inline constexpr const char *FixText =
    "Add const or constexpr to variables that nothing writes, where the "
    "program still compiles; only in files that the rules do not exclude, in "
    "all of them or in none";

std::string rootDescription();
/// Which findings are shown, the exit codes: below the options of `check`.
std::string checkFooter();
/// What a fingerprint is, below the options of `explain`.
std::string explainFooter();
std::string formatText(llvm::ArrayRef<std::string> Formats);

/// \p Text broken into lines that fit the description column.
std::string wrap(llvm::StringRef Text);

std::shared_ptr<CLI::FormatterBase> formatter();

} // namespace stateless::help

#endif
