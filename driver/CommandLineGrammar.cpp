//===- CommandLineGrammar.cpp - The options of every command --------------===//
//
// Declares commands and options to CLI11. Options of `check` are also accepted
// before the command and without one. It must not know what they do.
//
//===----------------------------------------------------------------------===//
#include "CommandLineHelp.h"
#include "CommandLineParser.h"
#include "Suggest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace stateless;

namespace {

/// A repeatable option that takes one value each time.
CLI::Option *repeatable(CLI::Option *Opt) {
  return Opt->take_all()->allow_extra_args(false);
}

/// What a one-value option gets when it is given twice: the last one.
CLI::Option *single(CLI::Option *Opt) { return Opt->take_last(); }

/// Like CLI::IsMember, with our message and without a list in --help.
CLI::Validator oneOf(std::vector<std::string> Known) {
  auto Check = [Known](const std::string &Word) -> std::string {
    if (llvm::is_contained(Known, Word))
      return "";
    return "'" + Word + "' is not one of " + llvm::join(Known, ", ") +
           didYouMean(Word, Known);
  };
  return CLI::Validator(Check, "");
}

std::string notANumber(const std::string &Word) {
  unsigned Number = 0;
  return llvm::StringRef(Word).getAsInteger(10, Number)
             ? "'" + Word + "' is not a number that fits"
             : "";
}

} // namespace

CommandLineParser::CommandLineParser(const CommandLineContext &Context)
    : Context(Context), Root(help::rootDescription(), "stateless-tidy") {
  In.Opts.Jobs = Context.DefaultJobs;
  Root.formatter(help::formatter());
  Root.set_help_flag(); // Added last, so that its group stands last.
  Root.require_subcommand(0, 1);
  Root.allow_extras();
  addEverything(Root);
  Commands[&Root] = Command::Check;

  addEverything(*addCommand(Root, Command::Check, "check",
                            "Report the findings (the default)"));
  CLI::App *Audit = addCommand(Root, Command::Audit, "audit",
                               "Every state object with its verdict");
  addCode(*Audit);
  addPolicy(*Audit, /*Findings=*/false);
  addOutput(*Audit, AuditFormats);
  addFix(*Audit);
  addWork(*Audit);
  addExplain();
  addRules();
  addDump();
  addCommand(Root, Command::Init, "init",
             "Write a starter .stateless-tidy.yaml here");
  addGeneral();
}

void CommandLineParser::addGeneral() {
  std::vector<CLI::App *> Apps{&Root};
  for (size_t I = 0; I < Apps.size(); ++I) { // Grows: breadth first.
    Apps[I]->set_help_flag("-h,--help", "Show this text")->group(help::General);
    llvm::append_range(Apps, Apps[I]->get_subcommands(nullptr));
  }
  Root.footer(help::checkFooter());
  Root.get_subcommand("check")->footer(help::checkFooter());
  Root.set_version_flag("--version", Context.Version,
                        "Show the version and LLVM's")
      ->group(help::General);
}

CLI::App *CommandLineParser::addCommand(CLI::App &Parent, Command Id,
                                        const char *Name,
                                        const char *Description) {
  CLI::App *App = Parent.add_subcommand(Name, Description);
  App->group("Commands")->allow_extras();
  Commands[App] = Id;
  return App;
}

void CommandLineParser::addEverything(CLI::App &App) {
  addCode(App);
  addPolicy(App, /*Findings=*/true);
  addOutput(App, Context.Formats);
  addFix(App);
  addWork(App);
}

void CommandLineParser::addCode(CLI::App &App) {
  Options &O = In.Opts;
  App.add_option("FILES", O.Files, help::wrap(help::FilesText));
  auto Add = [&](const char *Name, auto &Target, const char *Type,
                 const char *Text) {
    return App.add_option(Name, Target, help::wrap(Text))
        ->type_name(Type)
        ->group(help::Code);
  };
  single(Add("-p", O.BuildPath, "BUILD", help::BuildPathText));
  App.add_flag("--isolated", O.Isolated, help::wrap(help::IsolatedText))
      ->group(help::Code);
  repeatable(Add("--extra-arg", O.ExtraArgs, "ARG",
                 "Append ARG to every compiler command line"));
  repeatable(Add("--extra-arg-before", O.ExtraArgsBefore, "ARG",
                 "The same, in front of the other arguments"));
  single(Add("--resource-dir", O.ResourceDir, "DIR",
             "Clang's resource directory (holds include/stddef.h)"));
}

void CommandLineParser::addPolicy(CLI::App &App, bool Findings) {
  single(
      App.add_option("--rules", In.Opts.RuleFile, help::wrap(help::RulesText))
          ->type_name("FILE")
          ->group(help::Policy));
  repeatable(App.add_option("--checks", In.Checks, help::wrap(help::ChecksText))
                 ->type_name("GLOBS")
                 ->group(help::Policy));
  if (!Findings)
    return;
  single(
      App.add_option("--min-confidence", In.MinConfidence,
                     help::wrap("Leave out findings with weaker evidence: "
                                "possible, likely, proven (default: what the "
                                "rules say of each check)"))
          ->type_name("LEVEL")
          ->check(oneOf({"possible", "likely", "proven"}))
          ->group(help::Policy));
  single(App.add_option("--fail-on", In.FailOn,
                        help::wrap("Exit 1 on a finding at or above: error, "
                                   "warning (default), note; or never"))
             ->type_name("SEVERITY")
             ->check(oneOf({"error", "warning", "note", "never"}))
             ->group(help::Policy));
}

void CommandLineParser::addOutput(CLI::App &App,
                                  const std::vector<std::string> &Formats) {
  if (!Formats.empty())
    repeatable(App.add_option("--format", In.Formats,
                              help::wrap(help::formatText(Formats)))
                   ->type_name("F[:FILE]")
                   ->group(help::Output));
  single(App.add_option("-o,--output", In.OutputFile,
                        "Write the output to FILE instead of stdout")
             ->type_name("FILE")
             ->group(help::Output));
  single(App.add_option("--color", In.Color,
                        "Colour the text: auto (default), always, never")
             ->type_name("WHEN")
             ->check(oneOf({"auto", "always", "never"}))
             ->group(help::Output));
  App.add_flag("-q,--quiet", In.Opts.Quiet,
               help::wrap(
                   "Findings and problems only: no notes, summary or progress"))
      ->group(help::Output);
}

void CommandLineParser::addFix(CLI::App &App) {
  App.add_flag("--fix", In.Opts.Fix, help::wrap(help::FixText))
      ->group(help::Changes);
}

void CommandLineParser::addWork(CLI::App &App) {
  Options &O = In.Opts;
  auto Add = [&](const char *Name, unsigned &Target, const char *Type,
                 const char *Text) {
    single(App.add_option(Name, Target, help::wrap(Text))
               ->type_name(Type)
               ->check(CLI::Validator(notANumber, ""))
               ->group(help::Work));
  };
  Add("-j,--jobs", O.Jobs, "N",
      "Units analysed at a time (default: all cores)");
  Add("--timeout", O.TimeoutSeconds, "SECONDS",
      "Give up on a unit after this time (default 300; 0: never)");
  Add("--memory-limit", O.MemoryLimitMb, "MB",
      "Give up on a unit that needs more (default 8192; 0: no limit)");
}

void CommandLineParser::addExplain() {
  CLI::App *Explain =
      addCommand(Root, Command::ExplainCheck, "explain",
                 "A check, or one verdict with its whole story");
  Explain->add_option("ID", In.Opts.Subject, help::wrap(help::SubjectText))
      ->required();
  addCode(*Explain);
  addPolicy(*Explain, /*Findings=*/false);
  addOutput(*Explain, {});
  addWork(*Explain);
  Explain->footer(help::explainFooter());
}

void CommandLineParser::addRules() {
  CLI::App *Rules = Root.add_subcommand("rules", "Look at rule files");
  Rules->group("Commands")->require_subcommand(0, 1)->allow_extras();
  CLI::App *List = addCommand(*Rules, Command::RulesList, "list",
                              "List the checks as the rules set them");
  single(
      List->add_option("--rules", In.Opts.RuleFile, help::wrap(help::RulesText))
          ->type_name("FILE")
          ->group(help::Policy));
  addCommand(*Rules, Command::RulesCheck, "check",
             "Check a rule file; every mistake at once")
      ->add_option("FILE", In.Opts.Subject, "The rule file")
      ->required();
  addCommand(*Rules, Command::RulesSchema, "schema",
             "Print the JSON schema of a rule file");
}

void CommandLineParser::addDump() {
  CLI::App *Dump =
      Root.add_subcommand("dump", "Stop after a stage and print what it made");
  Dump->group("Commands")->require_subcommand(0, 1)->allow_extras();
  auto Add = [&](Command Id, const char *Name, const char *Text) {
    CLI::App *App = addCommand(*Dump, Id, Name, Text);
    addCode(*App);
    addPolicy(*App, /*Findings=*/false);
    addOutput(*App, {});
    addWork(*App);
  };
  Add(Command::DumpFacts, "facts", "What each translation unit says");
  Add(Command::DumpProgram, "program", "The linked whole");
  Add(Command::DumpObjects, "objects", "What may be state, with the evidence");
  Add(Command::DumpVerdicts, "verdicts", "What the checks and exceptions say");
  Add(Command::DumpRules, "rules", "The rules in force, compiled");
}
