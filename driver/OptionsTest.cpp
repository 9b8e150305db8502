//===- OptionsTest.cpp - Tests of the command line ------------------------===//
//
// What is accepted, what it means, and how mistakes are explained.
//
//===----------------------------------------------------------------------===//
#include "Options.h"
#include "llvm/ADT/ArrayRef.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

ParsedCommandLine parse(std::vector<std::string> Args) {
  Args.insert(Args.begin(), "stateless-tidy");
  return parseCommandLine(Args, {[] { return "stateless-tidy 1.2.3"; },
                                 {"text", "json", "sarif", "html"},
                                 6});
}

Options parsed(std::vector<std::string> Args) {
  ParsedCommandLine Result = parse(std::move(Args));
  if (auto *Exit = std::get_if<CommandLineExit>(&Result)) {
    ADD_FAILURE() << Exit->Text;
    return {};
  }
  return std::get<Options>(Result);
}

/// The complaint about a wrong command line.
std::string complaint(std::vector<std::string> Args) {
  ParsedCommandLine Result = parse(std::move(Args));
  auto *Exit = std::get_if<CommandLineExit>(&Result);
  if (!Exit)
    return "<accepted>";
  EXPECT_EQ(Exit->Code, 2);
  return Exit->Text;
}

std::string text(std::vector<std::string> Args) {
  ParsedCommandLine Result = parse(std::move(Args));
  auto *Exit = std::get_if<CommandLineExit>(&Result);
  EXPECT_TRUE(Exit && Exit->Code == 0);
  return Exit ? Exit->Text : "";
}

} // namespace

TEST(Options, Defaults) {
  Options O = parsed({});
  EXPECT_EQ(O.Run, Command::Check);
  EXPECT_TRUE(O.Files.empty());
  EXPECT_FALSE(O.FixedFlags);
  EXPECT_EQ(O.Jobs, 6U);
  EXPECT_EQ(O.TimeoutSeconds, 300U);
  EXPECT_EQ(O.MemoryLimitMb, 8192U);
  EXPECT_EQ(O.FailOn, Severity::Warning);
  EXPECT_FALSE(O.NeverFail);
  EXPECT_FALSE(O.MinConfidence) << "the rules say";
  ASSERT_EQ(O.Outputs.size(), 1U);
  EXPECT_EQ(O.Outputs[0].Format, "text");
  EXPECT_EQ(O.Outputs[0].File, "");
}

TEST(Options, CheckIsTheDefaultCommand) {
  for (std::vector<std::string> Args :
       {std::vector<std::string>{"-p", "b", "a.cpp"},
        {"check", "-p", "b", "a.cpp"},
        {"-p", "b", "check", "a.cpp"},
        {"-p=b", "a.cpp"},
        {"a.cpp", "-pb"}}) {
    Options O = parsed(Args);
    EXPECT_EQ(O.Run, Command::Check);
    EXPECT_EQ(O.BuildPath, "b");
    EXPECT_THAT(O.Files, ElementsAre("a.cpp"));
  }
}

TEST(Options, OnlyCommandsThatJudgeCanFix) {
  EXPECT_FALSE(parsed({}).Fix);
  EXPECT_TRUE(parsed({"--fix"}).Fix);
  EXPECT_TRUE(parsed({"check", "--fix"}).Fix);
  EXPECT_TRUE(parsed({"audit", "--fix"}).Fix);
  EXPECT_THAT(complaint({"dump", "verdicts", "--fix"}), HasSubstr("--fix"));
}

TEST(Options, EveryCommand) {
  EXPECT_EQ(parsed({"audit"}).Run, Command::Audit);
  EXPECT_EQ(parsed({"-p", "b", "audit"}).Run, Command::Audit);
  EXPECT_EQ(parsed({"dump", "facts", "a.cpp"}).Run, Command::DumpFacts);
  EXPECT_EQ(parsed({"dump", "program"}).Run, Command::DumpProgram);
  EXPECT_EQ(parsed({"dump", "objects"}).Run, Command::DumpObjects);
  EXPECT_EQ(parsed({"dump", "verdicts"}).Run, Command::DumpVerdicts);
  EXPECT_EQ(parsed({"dump", "rules"}).Run, Command::DumpRules);
  EXPECT_EQ(parsed({"rules", "list"}).Run, Command::RulesList);
  EXPECT_EQ(parsed({"rules", "schema"}).Run, Command::RulesSchema);
  EXPECT_EQ(parsed({"init"}).Run, Command::Init);
  Options Check = parsed({"rules", "check", "x.yaml"});
  EXPECT_EQ(Check.Run, Command::RulesCheck);
  EXPECT_EQ(Check.Subject, "x.yaml");
  Options Explain = parsed({"explain", "stateless-session-map"});
  EXPECT_EQ(Explain.Run, Command::ExplainCheck);
  EXPECT_EQ(Explain.Subject, "stateless-session-map");
}

TEST(Options, ExplainTellsChecksFromFingerprints) {
  for (const char *Print : {"3f2a", "3F2A9C1B", "3f2a9c1b00112233"})
    EXPECT_EQ(parsed({"explain", Print}).Run, Command::ExplainVerdict) << Print;
  for (const char *Other : {"3f2", "3f2a9c1b001122334", "session-map", "face!"})
    EXPECT_EQ(parsed({"explain", Other}).Run, Command::ExplainCheck) << Other;
  Options O = parsed(
      {"explain", "3f2a", "a.cpp", "-p", "b", "-j2", "--rules=r", "b.cpp"});
  EXPECT_EQ(O.Subject, "3f2a");
  EXPECT_THAT(O.Files, ElementsAre("a.cpp", "b.cpp"));
  EXPECT_EQ(O.BuildPath, "b");
  EXPECT_EQ(O.Jobs, 2U);
  EXPECT_EQ(O.RuleFile, "r");
  EXPECT_TRUE(parsed({"explain", "3f2a", "a.cpp", "--", "-w"}).FixedFlags);
}

TEST(Options, ACheckIsExplainedWithoutCode) {
  EXPECT_EQ(complaint({"explain", "session-map", "-p", "b"}),
            "option '-p' goes with a fingerprint only, and 'session-map' is "
            "none (4 to 16 hexadecimal digits)");
  for (const char *Needless : {"-j2", "--rules=r", "--color=never", "-q"})
    EXPECT_THAT(complaint({"explain", "session-map", Needless}),
                HasSubstr("goes with a fingerprint only"))
        << Needless;
  EXPECT_THAT(complaint({"-p", "b", "explain", "session-map"}),
              HasSubstr("option '-p' goes with"));
  EXPECT_THAT(complaint({"explain", "session-map", "--", "-w"}),
              HasSubstr("'--' goes with"));
}

TEST(Options, FlagsAfterTwoDashes) {
  Options O = parsed({"a.cpp", "b.cpp", "--", "-std=c++20", "-I", "x"});
  EXPECT_THAT(O.Files, ElementsAre("a.cpp", "b.cpp"));
  ASSERT_TRUE(O.FixedFlags);
  EXPECT_THAT(*O.FixedFlags, ElementsAre("-std=c++20", "-I", "x"));
  EXPECT_TRUE(parsed({"a.cpp", "--"}).FixedFlags.has_value());
  EXPECT_THAT(complaint({"-p", "b", "a.cpp", "--", "-c"}),
              HasSubstr("exclude each other"));
  EXPECT_THAT(complaint({"init", "--", "-c"}), HasSubstr("no compiler flags"));
}

TEST(Options, ValuesMayBeginWithADash) {
  Options O =
      parsed({"--extra-arg", "-DX=1", "--extra-arg=-DY", "--extra-arg-before",
              "-w", "--checks", "-*,a, b", "--checks=-c", "f.cpp"});
  EXPECT_THAT(O.ExtraArgs, ElementsAre("-DX=1", "-DY"));
  EXPECT_THAT(O.ExtraArgsBefore, ElementsAre("-w"));
  EXPECT_THAT(O.CheckGlobs, ElementsAre("-*", "a", "b", "-c"));
  EXPECT_THAT(O.Files, ElementsAre("f.cpp"));
}

TEST(Options, Outputs) {
  Options O = parsed({"--format=text", "--format=sarif:out.sarif"});
  ASSERT_EQ(O.Outputs.size(), 2U);
  EXPECT_EQ(O.Outputs[0].File, "");
  EXPECT_EQ(O.Outputs[1].Format, "sarif");
  EXPECT_EQ(O.Outputs[1].File, "out.sarif");
  O = parsed({"--format=json:a:b"}); // Only the first colon parts.
  EXPECT_EQ(O.Outputs[0].File, "a:b");
  O = parsed({"--format=sarif:s", "--format=json", "-o", "j"});
  EXPECT_EQ(O.Outputs[1].File, "j");
  EXPECT_THAT(complaint({"--format=text", "--format=json"}),
              HasSubstr("same place"));
  EXPECT_THAT(complaint({"--format=json:x", "-o", "y"}),
              HasSubstr("without a report"));
  EXPECT_THAT(complaint({"--format=json:"}), HasSubstr("no file name"));
  EXPECT_THAT(complaint({"--format=sarf"}), HasSubstr("did you mean 'sarif'"));
  EXPECT_THAT(complaint({"audit", "--format=sarif"}),
              HasSubstr("unknown format 'sarif'"));
}

TEST(Options, Levels) {
  EXPECT_EQ(parsed({"--fail-on=error"}).FailOn, Severity::Error);
  EXPECT_EQ(parsed({"--fail-on=note"}).FailOn, Severity::Note);
  EXPECT_TRUE(parsed({"--fail-on=never"}).NeverFail);
  EXPECT_EQ(parsed({"--min-confidence=likely"}).MinConfidence,
            Confidence::Likely);
  EXPECT_EQ(parsed({"--min-confidence=proven"}).MinConfidence,
            Confidence::Proven);
  EXPECT_EQ(parsed({"--color=always"}).Color, ColorMode::Always);
  EXPECT_EQ(parsed({"--color=never"}).Color, ColorMode::Never);
  EXPECT_EQ(complaint({"--fail-on=eror"}),
            "--fail-on: 'eror' is not one of error, warning, note, never; did "
            "you mean 'error'?");
  EXPECT_THAT(complaint({"--min-confidence=sure"}), HasSubstr("'sure'"));
}

TEST(Options, Numbers) {
  EXPECT_EQ(parsed({"-j4"}).Jobs, 4U);
  EXPECT_EQ(parsed({"-j", "3"}).Jobs, 3U);
  EXPECT_EQ(parsed({"-j0"}).Jobs, 6U);
  EXPECT_EQ(parsed({"--timeout=0"}).TimeoutSeconds, 0U);
  EXPECT_EQ(parsed({"--memory-limit=100"}).MemoryLimitMb, 100U);
  for (const char *Wrong : {"-jx", "-j=", "--timeout=1.5", "--timeout=-1",
                            "--memory-limit=99999999999"})
    EXPECT_NE(complaint({Wrong}), "<accepted>") << Wrong;
}

TEST(Options, TheLastValueCounts) {
  Options O = parsed({"-p", "a", "-j1", "-p", "b", "-j2"});
  EXPECT_EQ(O.BuildPath, "b");
  EXPECT_EQ(O.Jobs, 2U);
}

TEST(Options, UnknownWordsGetASuggestion) {
  EXPECT_EQ(complaint({"--fromat=json"}),
            "unknown option '--fromat'; did you mean '--format'?");
  EXPECT_EQ(complaint({"check", "--quite", "a.cpp"}),
            "unknown option '--quite'; did you mean '--quiet'?");
  EXPECT_EQ(complaint({"-checks=*"}),
            "unknown option '-checks'; did you mean '--checks'?");
  EXPECT_THAT(complaint({"chekc"}), HasSubstr("did you mean 'check'?"));
  EXPECT_THAT(complaint({"dump", "fatcs"}), HasSubstr("did you mean 'facts'?"));
  EXPECT_THAT(complaint({"rules", "lsit"}), HasSubstr("did you mean 'list'?"));
}

TEST(Options, WhatIsNotThereIsNotOffered) {
  for (const char *Later : {"baseline", "extract", "link"})
    EXPECT_THAT(complaint({Later}), HasSubstr("neither a command nor a file"));
  for (const char *Later : {"--staged", "--since=x", "--baseline=x"})
    EXPECT_THAT(complaint({Later}), HasSubstr("unknown option"));
}

TEST(Options, WhatDoesNotApplyIsRefused) {
  EXPECT_THAT(complaint({"--quiet", "rules", "list"}),
              HasSubstr("does not apply to 'rules list'"));
  EXPECT_THAT(complaint({"a.cpp", "audit"}), HasSubstr("files come after"));
  EXPECT_THAT(complaint({"audit", "--fail-on=error"}),
              HasSubstr("unknown option"));
  EXPECT_THAT(complaint({"explain"}), HasSubstr("ID is required"));
  EXPECT_THAT(complaint({"explain", "a", "b"}), HasSubstr("'b'"));
  EXPECT_THAT(complaint({"dump"}), HasSubstr("facts, program"));
  EXPECT_THAT(complaint({"rules"}), HasSubstr("list, check, schema"));
}

TEST(Options, HelpAndVersion) {
  EXPECT_EQ(text({"--version"}), "stateless-tidy 1.2.3\n");
  std::string Help = text({"--help"});
  for (const char *Word :
       {"Usage: stateless-tidy", "-p BUILD", "--fail-on", "Exit status",
        "For a header", "html", "audit", "-- COMPILER-FLAGS"})
    EXPECT_THAT(Help, HasSubstr(Word));
  EXPECT_EQ(text({"-h"}), Help);
  EXPECT_THAT(text({"check", "--help"}), HasSubstr("Exit status"));
  EXPECT_THAT(text({"rules", "--help"}), HasSubstr("schema"));
  EXPECT_THAT(text({"dump", "facts", "--help"}), HasSubstr("--timeout"));
  EXPECT_THAT(text({"explain", "--help"}),
              HasSubstr("explain [OPTIONS] ID [FILES...]"));
}

TEST(Options, HelpFitsEightyColumns) {
  for (std::vector<std::string> Args : {std::vector<std::string>{"--help"},
                                        {"audit", "--help"},
                                        {"explain", "--help"},
                                        {"dump", "facts", "--help"},
                                        {"rules", "list", "--help"}}) {
    std::string Help = text(Args);
    for (llvm::StringRef Rest = Help; !Rest.empty();) {
      auto [Line, More] = Rest.split('\n');
      EXPECT_LE(Line.size(), 80U) << Line.str();
      Rest = More;
    }
  }
}

TEST(Options, KeepsTheCommandLineQuoted) {
  EXPECT_EQ(parsed({"a b.cpp", "--", "-DX=\"y\""}).CommandLine,
            "stateless-tidy \"a b.cpp\" -- \"-DX=\\\"y\\\"\"");
}
