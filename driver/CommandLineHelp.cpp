//===- CommandLineHelp.cpp - The words of --help --------------------------===//
//
// CLI11 prints descriptions as they are, so they are wrapped here; and it does
// not know of a default command or of "--", so usage lines are our own.
//
//===----------------------------------------------------------------------===//
#include "CommandLineHelp.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace stateless;

static constexpr size_t NameColumn = 32;
static constexpr size_t TextColumn = 79 - NameColumn;

namespace {

class HelpFormatter : public CLI::Formatter {
public:
  HelpFormatter() {
    column_width(NameColumn);
    label("Positionals", "Arguments");
  }

  std::string make_usage(const CLI::App *App, std::string Name) const override {
    bool IsRoot = App->get_parent() == nullptr;
    std::string Line = "Usage: " + Name;
    if (IsRoot)
      Line += " [check]";
    else if (!App->get_subcommands(nullptr).empty())
      return Line + " COMMAND\n";
    if (App->get_options().size() > 1)
      Line += " [OPTIONS]";
    for (const CLI::Option *Opt : App->get_options())
      if (Opt->get_positional())
        Line += Opt->get_required() ? " " + Opt->get_name() : " [FILES...]";
    if (App->get_option_no_throw("FILES"))
      Line += " [-- COMPILER-FLAGS...]";
    Line += "\n";
    if (IsRoot)
      Line += "       " + App->get_name() + " COMMAND --help\n";
    return Line;
  }

  std::string make_option_opts(const CLI::Option *Opt) const override {
    return Opt->get_type_size() == 0 || Opt->get_positional()
               ? ""
               : " " + Opt->get_type_name();
  }

  std::string make_help(const CLI::App *App, std::string Name,
                        CLI::AppFormatMode Mode) const override {
    // The blank lines after a group and before the next are one.
    return CLI::detail::find_and_replace(
        CLI::Formatter::make_help(App, std::move(Name), Mode), "\n\n\n",
        "\n\n");
  }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> help::formatter() {
  return std::make_shared<HelpFormatter>();
}

std::string help::wrap(llvm::StringRef Text) {
  std::string Lines;
  size_t Column = 0;
  llvm::SmallVector<llvm::StringRef, 32> Words;
  Text.split(Words, ' ');
  for (llvm::StringRef Word : Words) {
    if (Column != 0 && Column + 1 + Word.size() > TextColumn) {
      Lines += '\n';
      Column = 0;
    } else if (Column != 0) {
      Lines += ' ';
      ++Column;
    }
    Lines += Word;
    Column += Word.size();
  }
  return Lines;
}

std::string help::formatText(llvm::ArrayRef<std::string> Formats) {
  return "Report format, repeatable with a file each: " +
         llvm::join(Formats, ", ") + " (default " + Formats.front() + ")";
}

std::string help::rootDescription() {
  return "Finds the state in a C or C++ service that is meant to be stateless.";
}

std::string help::explainFooter() {
  return R"(For a check nothing is analysed, and no option applies. For a fingerprint the
code is analysed as by `check`, with the same rules. Fingerprints stand in
brackets behind the findings of a text report and in `audit`; --format=json has
them in full. They survive line moves.

Exit status:
  0  explained
  2  bad usage, rules or database; or no verdict has that fingerprint

Examples:
  stateless-tidy explain stateless-session-map
  stateless-tidy explain 3f2a9c1b -p build)";
}

std::string help::checkFooter() {
  return R"(Which findings are shown:
  For a source file: all that its translation unit defines, project headers
  included. For a header: what is in that header; it is analysed through a unit
  of the database that includes it (first choice: the one of the same name).
  For a folder: as for every source of the database below it. Never: findings
  in system headers, or in what the rules exclude.

Exit status:
  0  clean
  1  findings at or above --fail-on that no exception covers
  2  bad usage, rules or database
  3  no such findings, but part of the program could not be analysed

Examples:
  stateless-tidy -p build                      the whole program
  stateless-tidy -p build src/cart.cpp         one file
  stateless-tidy cart.cpp -- -std=c++20        without a database
  stateless-tidy --format=text --format=sarif:out.sarif)";
}
