//===- Options.cpp - The command line, parsed -----------------------------===//
//
// Runs the grammar and adds what CLI11 lacks: compiler flags after "--", and
// suggestions for what is misspelt.
//
//===----------------------------------------------------------------------===//
#include "Options.h"
#include "CommandLineParser.h"
#include "Suggest.h"
#include "policy/Fingerprint.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace stateless;

//===-- What is wrong -----------------------------------------------------===//

static std::vector<std::string> optionNames(const CLI::App &App) {
  std::vector<std::string> Names;
  for (const CLI::Option *Opt : App.get_options())
    for (const std::string &Long : Opt->get_lnames())
      Names.push_back("--" + Long);
  return Names;
}

/// "rules list": without the program's own name.
static std::string fullName(const CLI::App &App) {
  const CLI::App *Parent = App.get_parent();
  bool Nested = Parent && Parent->get_parent();
  return Nested ? fullName(*Parent) + " " + App.get_name() : App.get_name();
}

static std::vector<std::string> commandNames(const CLI::App &App) {
  std::vector<std::string> Names;
  for (const CLI::App *Sub : App.get_subcommands(nullptr))
    Names.push_back(Sub->get_name());
  return Names;
}

const CLI::App &CommandLineParser::deepestChosen() const {
  const CLI::App *App = &Root;
  while (!App->get_subcommands().empty())
    App = App->get_subcommands().front();
  return *App;
}

/// The first word that \p App could not place, or "".
std::string CommandLineParser::complaintAbout(const CLI::App &App) const {
  std::vector<std::string> Rest = App.remaining();
  auto IsOption = [](const std::string &Word) { return Word[0] == '-'; };
  llvm::erase_if(Rest, [](const std::string &Word) { return Word.empty(); });
  if (auto It = llvm::find_if(Rest, IsOption); It != Rest.end()) {
    llvm::StringRef Name = llvm::StringRef(*It).split('=').first;
    std::string Spelt = Name.starts_with("--") ? Name.str() : "-" + Name.str();
    return "unknown option '" + Name.str() + "'" +
           didYouMean(Spelt, optionNames(App));
  }
  std::vector<std::string> Known = commandNames(App);
  if (!Known.empty() && &App != &Root) {
    if (!Rest.empty())
      return "unknown command '" + App.get_name() + " " + Rest.front() + "'" +
             didYouMean(Rest.front(), Known);
    return "'" + App.get_name() + "' needs one of: " + llvm::join(Known, ", ");
  }
  return Rest.empty() ? "" : "unexpected argument '" + Rest.front() + "'";
}

/// Without a command the first word is a file; it may have been meant as one.
std::string CommandLineParser::complaintAboutFiles() const {
  if (!Root.get_subcommands().empty() || In.Opts.Files.empty())
    return "";
  const std::string &Word = In.Opts.Files.front();
  if (llvm::StringRef(Word).find_first_of("./") != llvm::StringRef::npos ||
      llvm::sys::fs::exists(Word))
    return "";
  return "'" + Word + "' is neither a command nor a file" +
         didYouMean(Word, commandNames(Root));
}

/// Options before the command bind to `check`; not every command has them.
std::string CommandLineParser::misplacedOption(const CLI::App &Chosen) const {
  if (&Chosen == &Root)
    return "";
  std::vector<std::string> Known = optionNames(Chosen);
  for (const CLI::Option *Opt : Root.get_options()) {
    if (Opt->count() == 0)
      continue;
    if (Opt->get_positional())
      return "'" + Opt->results().front() + "' stands before the command '" +
             Chosen.get_name() + "'; files come after it";
    std::string Long =
        Opt->get_lnames().empty() ? "" : "--" + Opt->get_lnames().front();
    bool HasShort = Opt->get_lnames().empty() &&
                    Chosen.get_option_no_throw("-" + Opt->get_snames().front());
    if (!HasShort && !llvm::is_contained(Known, Long))
      return "option '" + Opt->get_name() + "' does not apply to '" +
             fullName(Chosen) + "'";
  }
  return "";
}

/// The text on a check needs no code: what would be ignored is refused.
std::string CommandLineParser::needlessForCheck(const CLI::App &Chosen) const {
  std::string Only = " goes with a fingerprint only, and '" + In.Opts.Subject +
                     "' is none (4 to 16 hexadecimal digits)";
  for (const CLI::App *App : {&static_cast<const CLI::App &>(Root), &Chosen})
    for (const CLI::Option *Opt : App->get_options()) {
      if (Opt->count() == 0 || Opt->get_name() == "ID")
        continue;
      return (Opt->get_positional() ? "'" + Opt->results().front() + "'"
                                    : "option '" + Opt->get_name() + "'") +
             Only;
    }
  return In.Opts.FixedFlags ? "'--'" + Only : "";
}

//===-- Parsing -----------------------------------------------------------===//

/// "--name value" becomes "--name=value" where the value may begin with '-'
/// (CLI11 would take it for an option); "-p=x" becomes "-p" "x", as Clang's
/// tools spell it.
static std::vector<std::string> joinValues(std::vector<std::string> Args) {
  std::vector<std::string> Joined;
  for (size_t I = 0; I < Args.size(); ++I) {
    llvm::StringRef Arg = Args[I];
    bool TakesAny = Arg == "--extra-arg" || Arg == "--extra-arg-before" ||
                    Arg == "--checks";
    if (TakesAny && I + 1 < Args.size()) {
      Joined.push_back(Args[I] + "=" + Args[I + 1]);
      ++I;
    } else if (Arg.starts_with("-p=")) {
      Joined.push_back("-p");
      Joined.push_back(Arg.drop_front(3).str());
    } else {
      Joined.push_back(Args[I]);
    }
  }
  return Joined;
}

static std::string quoted(llvm::ArrayRef<std::string> Args) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  llvm::interleave(
      Args, OS,
      [&](const std::string &Arg) {
        llvm::sys::printArg(OS, Arg, /*Quote=*/Arg.empty());
      },
      " ");
  return Text;
}

ParsedCommandLine CommandLineParser::parse(std::vector<std::string> Args) {
  In.Opts.CommandLine = quoted(Args);
  if (auto Dashes = llvm::find(Args, "--"); Dashes != Args.end()) {
    In.Opts.FixedFlags.emplace(Dashes + 1, Args.end());
    Args.erase(Dashes, Args.end());
  }
  std::vector<std::string> Words = joinValues(
      std::vector<std::string>(Args.begin() + !Args.empty(), Args.end()));
  std::reverse(Words.begin(), Words.end()); // CLI11 takes them from the back.
  try {
    Root.parse(std::move(Words));
  } catch (const CLI::CallForHelp &) {
    return CommandLineExit{0, Root.help("")};
  } catch (const CLI::CallForVersion &Asked) {
    return CommandLineExit{0, std::string(Asked.what()) + "\n"};
  } catch (const CLI::ParseError &E) {
    std::string Unknown = complaintAbout(deepestChosen());
    return CommandLineExit{2,
                           Unknown.empty() ? std::string(E.what()) : Unknown};
  }
  if (std::string Wrong = finish(); !Wrong.empty())
    return CommandLineExit{2, std::move(Wrong)};
  return std::move(In.Opts);
}

/// Checks and translates the draft; returns what is wrong, or "".
std::string CommandLineParser::finish() {
  const CLI::App &Chosen = deepestChosen();
  for (const CLI::App *App : {&static_cast<const CLI::App &>(Root), &Chosen})
    if (std::string Wrong = complaintAbout(*App); !Wrong.empty())
      return Wrong;
  if (std::string Wrong = complaintAboutFiles(); !Wrong.empty())
    return Wrong;
  if (std::string Wrong = misplacedOption(Chosen); !Wrong.empty())
    return Wrong;

  Options &O = In.Opts;
  O.Run = Commands.at(&Chosen);
  if (O.Run == Command::ExplainCheck) {
    if (looksLikeFingerprint(O.Subject))
      O.Run = Command::ExplainVerdict;
    else if (std::string Wrong = needlessForCheck(Chosen); !Wrong.empty())
      return Wrong;
  }
  if (O.FixedFlags && Chosen.get_option_no_throw("FILES") == nullptr)
    return "'" + Chosen.get_name() + "' takes no compiler flags after '--'";
  if (O.FixedFlags && !O.BuildPath.empty())
    return "-p and flags after '--' exclude each other";
  if (!In.MinConfidence.empty())
    O.MinConfidence = In.MinConfidence == "proven"   ? Confidence::Proven
                      : In.MinConfidence == "likely" ? Confidence::Likely
                                                     : Confidence::Possible;
  O.NeverFail = In.FailOn == "never";
  O.FailOn = In.FailOn == "error"  ? Severity::Error
             : In.FailOn == "note" ? Severity::Note
                                   : Severity::Warning;
  O.Color = In.Color == "always"  ? ColorMode::Always
            : In.Color == "never" ? ColorMode::Never
                                  : ColorMode::Auto;
  if (O.Jobs == 0)
    O.Jobs = Context.DefaultJobs;
  for (llvm::StringRef List : In.Checks)
    for (llvm::StringRef Glob : llvm::split(List, ','))
      if (!Glob.trim().empty())
        O.CheckGlobs.push_back(Glob.trim().str());
  return finishOutputs();
}

std::string CommandLineParser::finishOutputs() {
  std::vector<OutputRequest> &Outputs = In.Opts.Outputs;
  const std::vector<std::string> &Known =
      In.Opts.Run == Command::Audit ? AuditFormats : Context.Formats;
  if (In.Formats.empty())
    In.Formats.push_back(Known.front());
  for (llvm::StringRef Request : In.Formats) {
    auto [Format, File] = Request.split(':');
    if (!llvm::is_contained(Known, Format))
      return "unknown format '" + Format.str() + "'" +
             didYouMean(Format, Known) + " (there are " +
             llvm::join(Known, ", ") + ")";
    if (File.empty() && Request.contains(':'))
      return "no file name after '" + Request.str() + "'";
    Outputs.push_back({Format.str(), File.str()});
  }
  auto ToStdout = [](const OutputRequest &R) { return R.File.empty(); };
  size_t Bare = llvm::count_if(Outputs, ToStdout);
  if (Bare > 1)
    return "more than one report would go to the same place; name a file for "
           "the others, as in --format=sarif:out.sarif";
  if (In.OutputFile.empty())
    return "";
  if (Bare == 0)
    return "-o " + In.OutputFile +
           " is left without a report: every --format "
           "names its own file";
  llvm::find_if(Outputs, ToStdout)->File = In.OutputFile;
  return "";
}

ParsedCommandLine
stateless::parseCommandLine(std::vector<std::string> Args,
                            const CommandLineContext &Context) {
  return CommandLineParser(Context).parse(std::move(Args));
}
