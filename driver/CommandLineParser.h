//===- CommandLineParser.h - Private to Options ----------------*- C++ -*-===//
//
// The parser behind parseCommandLine(): CommandLineGrammar.cpp declares the
// options, Options.cpp runs it and says what is wrong. Nothing else may
// include this.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_DRIVER_COMMANDLINEPARSER_H
#define STATELESS_DRIVER_COMMANDLINEPARSER_H

#include "Options.h"
#include <CLI/CLI.hpp>
#include <map>

namespace stateless {

/// What CLI11 writes into, before it is checked and translated.
struct Draft {
  Options Opts;
  std::vector<std::string> Checks, Formats;
  std::string OutputFile, FailOn = "warning", MinConfidence, Color = "auto";
};

class CommandLineParser {
public:
  explicit CommandLineParser(const CommandLineContext &Context);
  ParsedCommandLine parse(std::vector<std::string> Args);

private:
  void addCode(CLI::App &App);
  void addPolicy(CLI::App &App, bool Findings);
  void addOutput(CLI::App &App, const std::vector<std::string> &Formats);
  void addFix(CLI::App &App);
  void addWork(CLI::App &App);
  void addEverything(CLI::App &App);
  CLI::App *addCommand(CLI::App &Parent, Command Id, const char *Name,
                       const char *Description);
  void addDump();
  void addRules();
  void addExplain();
  void addGeneral();

  std::string complaintAbout(const CLI::App &App) const;
  std::string complaintAboutFiles() const;
  std::string misplacedOption(const CLI::App &Chosen) const;
  std::string needlessForCheck(const CLI::App &Chosen) const;
  const CLI::App &deepestChosen() const;
  std::string finish();
  std::string finishOutputs();

  const CommandLineContext &Context;
  const std::vector<std::string> AuditFormats{"text", "json", "html"};
  Draft In;
  CLI::App Root;
  std::map<const CLI::App *, Command> Commands;
};

} // namespace stateless

#endif
