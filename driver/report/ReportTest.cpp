//===- ReportTest.cpp - What a report means -------------------------------===//
//
// What counts as a finding, exit codes, paths, and the rules of
// each format that a snapshot would not explain.
//
//===----------------------------------------------------------------------===//
#include "report/Report.h"
#include "report/Findings.h"
#include "report/SampleRun.h"
#include "report/SarifText.h"
#include "report/Xml.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace llvm;
using namespace stateless;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

RunResult runOf(std::vector<Verdict> Verdicts) {
  RunResult R;
  R.Root = "/r";
  R.Verdicts = std::move(Verdicts);
  giveFingerprints(R.Verdicts);
  return R;
}

Verdict at(unsigned Line, std::string Symbol = "A") {
  return sampleVerdict({"/r/a.cpp", Line, 1}, std::move(Symbol));
}

std::string written(StringRef Format, const RunResult &R,
                    TextStyle Style = {}) {
  std::string Text;
  raw_string_ostream OS(Text);
  EXPECT_TRUE(writeReport(Format, R, sampleRules(), Style, OS));
  return Text;
}

std::string problemsOf(const RunResult &R, TextStyle Style = {}) {
  std::string Text;
  raw_string_ostream OS(Text);
  writeProblems(R, Style, OS);
  return Text;
}

/// The first result of a SARIF report.
json::Object sarifResult(const RunResult &R) {
  auto Log = json::parse(written("sarif", R));
  if (!Log)
    return {};
  const json::Array &Runs = *Log->getAsObject()->getArray("runs");
  return *Runs[0].getAsObject()->getArray("results")->front().getAsObject();
}

} // namespace

//===-- Findings and exit codes -------------------------------------------===//

TEST(RunResult, FindingIsAViolationThatNothingCovers) {
  RunResult R;
  Verdict V = at(1);
  EXPECT_TRUE(R.isFinding(V));
  EXPECT_FALSE(R.isFinding(benign(V)));
  EXPECT_FALSE(R.isFinding(suppressed(V, {})));
  R.MinConfidence = Confidence::Proven;
  EXPECT_FALSE(R.isFinding(V));
  V.Level = Confidence::Proven;
  EXPECT_TRUE(R.isFinding(V));
}

TEST(RunResult, UnsettledStateIsCountedAndIsNoFinding) {
  Verdict V = at(1);
  V.Kind = VerdictKind::Unsettled;
  RunResult R = runOf({V, at(2, "B")});
  EXPECT_FALSE(R.isFinding(V));
  EXPECT_EQ(1U, tallyOf(R).Findings);
  EXPECT_EQ(1U, tallyOf(R).Unsettled);
  EXPECT_THAT(written("text", R),
              HasSubstr(", 1 unsettled (code that was not analysed may write "
                        "them), 0 benign"));
  EXPECT_THAT(written("json", R), Not(HasSubstr("\"unsettled\": [")));
  R.IncludeBenign = true;
  EXPECT_THAT(written("json", R), HasSubstr("\"kind\": \"unsettled\""));
  EXPECT_THAT(written("html", R), HasSubstr("Unsettled</h2>"));
}

TEST(RunResult, ExitCodeFollowsTheThreshold) {
  RunResult R = runOf({at(1)});
  EXPECT_EQ(1, R.exitCode());
  R.FailOn = Severity::Error;
  EXPECT_EQ(0, R.exitCode());
  R.Verdicts[0].Grade = Severity::Error;
  EXPECT_EQ(1, R.exitCode());
  R.FailOn = Severity::Note;
  R.Verdicts[0].Grade = Severity::Note;
  EXPECT_EQ(1, R.exitCode());
  R.NeverFail = true;
  EXPECT_EQ(0, R.exitCode());
}

TEST(RunResult, ExitCodeOfAnIncompleteRun) {
  RunResult R;
  EXPECT_EQ(0, R.exitCode());
  R.Problems = {{false, "/r/a.cpp", {}, "a flag was dropped"}};
  EXPECT_EQ(0, R.exitCode());
  R.Problems.push_back({true, "/r/a.cpp", {}, "syntax error"});
  EXPECT_EQ(3, R.exitCode());
  R.NeverFail = true;
  EXPECT_EQ(3, R.exitCode());
  R.Verdicts = {at(1)};
  EXPECT_EQ(3, R.exitCode());
  R.NeverFail = false;
  EXPECT_EQ(1, R.exitCode());
  R.Verdicts = {suppressed(at(1), {})};
  EXPECT_EQ(3, R.exitCode());
}

TEST(RunResult, DisplayPathIsRelativeBelowTheRoot) {
  RunResult R;
  EXPECT_EQ("/r/a.cpp", R.displayPath("/r/a.cpp"));
  R.Root = "/r";
  EXPECT_EQ("a.cpp", R.displayPath("/r/a.cpp"));
  EXPECT_EQ("/rr/a.cpp", R.displayPath("/rr/a.cpp"));
  EXPECT_EQ("/r", R.displayPath("/r"));
  EXPECT_EQ("<default>", R.displayPath("<default>"));
  R.Root = "/r/";
  EXPECT_EQ("b/a.cpp", R.displayPath("/r/b/a.cpp"));
  R.Root = "/";
  EXPECT_EQ("a.cpp", R.displayPath("/a.cpp"));
}

//===-- Formats -----------------------------------------------------------===//

TEST(WriteReport, KnowsItsFormats) {
  EXPECT_EQ("text, json, sarif, github, gitlab, junit, checkstyle, rdjson, "
            "html",
            join(reportFormats(), ", "));
  std::string Text;
  raw_string_ostream OS(Text);
  EXPECT_FALSE(writeReport("yaml", {}, {}, {}, OS));
  EXPECT_EQ("", Text);
}

TEST(WriteReport, OnlyFindingsCount) {
  Verdict Weak = at(2, "WeakSymbol");
  Weak.Level = Confidence::Possible;
  RunResult R = runOf({suppressed(at(1, "SuppressedSymbol"), {}), Weak,
                       benign(at(3, "BenignSymbol"))});
  R.MinConfidence = Confidence::Likely;
  for (StringRef Format :
       {"text", "github", "gitlab", "junit", "checkstyle", "rdjson"})
    EXPECT_THAT(written(Format, R), Not(HasSubstr("Symbol"))) << Format.str();
  EXPECT_THAT(written("sarif", R), HasSubstr("SuppressedSymbol"));
  EXPECT_THAT(written("sarif", R), Not(HasSubstr("WeakSymbol")));
  EXPECT_THAT(written("json", R), Not(HasSubstr("BenignSymbol")));
}

TEST(WriteReport, TheRulesSayHowSureAFindingIs) {
  Verdict Weak = at(1);
  Weak.Level = Confidence::Possible;
  Weak.Least = Confidence::Likely;
  Verdict OfFiles = at(2);
  OfFiles.Level = Confidence::Possible;
  RunResult R = runOf({Weak, OfFiles});
  EXPECT_FALSE(R.isFinding(R.Verdicts[0]));
  EXPECT_TRUE(R.isFinding(R.Verdicts[1]));
  EXPECT_THAT(written("text", R),
              HasSubstr("1 not shown (less than the rules ask; "
                        "--min-confidence=possible shows them)"));
  R.MinConfidence = Confidence::Possible;
  EXPECT_TRUE(R.isFinding(R.Verdicts[0])) << "the run asks for it";
}

TEST(WriteReport, NoFormatHidesAUnitThatWasNotAnalysed) {
  RunResult R;
  R.Problems = {{true, "/r/broken.cpp", {}, "too deep"}};
  for (StringRef Format : reportFormats())
    if (Format != "text") {
      EXPECT_THAT(written(Format, R), HasSubstr("broken.cpp")) << Format.str();
      EXPECT_THAT(written(Format, R), HasSubstr("too deep")) << Format.str();
    }
  EXPECT_THAT(written("text", R), HasSubstr("1 unit was not fully analysed"));
  EXPECT_EQ("/r/broken.cpp: error: not fully analysed: too deep\n",
            problemsOf(R));
}

TEST(WriteReport, TheFirstLineOfTextSaysThatSomethingIsMissing) {
  RunResult R = runOf({at(1)});
  R.Entries.Total = 4;
  R.Entries.Analysed = 3;
  R.Entries.NotAnalysed = {{ProblemReason::Header, 1}};
  EXPECT_THAT(written("text", R), Not(HasSubstr("incomplete")));
  EXPECT_THAT(written("text", R),
              HasSubstr("4 entries: 3 analysed, 1 not analysed (1 for a "
                        "header), 0 repeated, 0 left out\n"));
  R.Entries.NotAnalysed = {{ProblemReason::Cuda, 1}};
  R.Problems = {{true, "/r/k.cu", {}, "CUDA is not read", ProblemReason::Cuda}};
  StringRef First = "incomplete: 1 of 4 entries was not analysed\n";
  EXPECT_THAT(written("text", R), StartsWith(First.str()));
  EXPECT_EQ("k.cu: error: not analysed: CUDA is not read\n", problemsOf(R));
  TextStyle Quiet;
  Quiet.Quiet = true;
  EXPECT_THAT(problemsOf(R, Quiet), StartsWith(First.str()));
}

TEST(WriteReport, CompleteRunsHaveNoLineOnEntries) {
  RunResult R = runOf({at(1)});
  R.Entries.Total = R.Entries.Analysed = 4;
  EXPECT_THAT(written("text", R), Not(HasSubstr("entries")));
}

TEST(Fingerprint, ItsBeginningNamesIt) {
  RunResult R = runOf({at(1), at(2, "B"), benign(at(3))});
  EXPECT_EQ(2u, verdictsNamed(R, "fda27c8798f57b7c").size());
  EXPECT_EQ(2u, verdictsNamed(R, "FDA2").size());
  EXPECT_EQ(0u, verdictsNamed(R, "da27").size());
}

TEST(Text, FindingsCarryTheBeginningOfTheirFingerprint) {
  RunResult R = runOf({at(1)});
  EXPECT_THAT(written("text", R),
              HasSubstr("[stateless-mutable-global, fda27c87]\n"));
  EXPECT_THAT(written("text", R),
              HasSubstr("'stateless-tidy explain fda27c87'"));
  R.Verdicts[0].Level = Confidence::Possible;
  EXPECT_THAT(written("text", R),
              HasSubstr("[stateless-mutable-global, possible, fda27c87]\n"));
  EXPECT_THAT(written("text", runOf({})), Not(HasSubstr("explain")));
}

TEST(Text, AdviceIsGivenOncePerCheckAndText) {
  RunResult R = runOf({at(1), at(2), at(3), at(4)});
  R.Verdicts[2].Instead = R.Verdicts[3].Instead = "Do this.";
  std::string Text = written("text", R);
  EXPECT_EQ(1u, StringRef(Text).count(
                    "a.cpp:1:1: note: instead: Keep it in a backing service "
                    "such as Redis.\n"));
  EXPECT_EQ(1u, StringRef(Text).count("a.cpp:3:1: note: instead: Do this.\n"));
  EXPECT_EQ(2u, StringRef(Text).count("instead:"));
}

TEST(Text, QuietPrintsFindingsAlone) {
  SourceTree Tree;
  TextStyle Quiet;
  Quiet.Quiet = true;
  RunResult R = sampleRun(Tree);
  R.Verdicts = {R.Verdicts[1]};
  EXPECT_EQ("src/main.cpp:2:5: warning: 'Counter' is written after start-up "
            "[stateless-mutable-global]\n"
            "    2 | int Counter = 0;\n"
            "      |     ^\n",
            written("text", R, Quiet));
  // What is wrong is not quiet; what was merely noted is.
  EXPECT_THAT(problemsOf(R, Quiet), HasSubstr("broken.cpp"));
  EXPECT_THAT(problemsOf(R, Quiet), HasSubstr("not used"));
  EXPECT_THAT(problemsOf(R, Quiet), Not(HasSubstr("gcc-only")));
}

TEST(Text, ManyNotesAreCounted) {
  RunResult R = runOf({at(1)});
  for (unsigned I = 1; I <= 11; ++I)
    R.Verdicts[0].Notes.push_back({NoteRole::Write, {"/r/a.cpp", I, 1}, "w"});
  EXPECT_EQ(11u, StringRef(written("text", R)).count(": note: w\n"));
  R.Verdicts[0].Notes.push_back({NoteRole::Write, {"/r/a.cpp", 12, 1}, "w"});
  std::string Text = written("text", R);
  EXPECT_EQ(10u, StringRef(Text).count(": note: w\n"));
  EXPECT_THAT(Text,
              HasSubstr("and 2 more notes, which 'explain fda27c87' lists"));
  EXPECT_EQ(12u, StringRef(written("json", R)).count("\"text\": \"w\""));
}

TEST(Text, MessagesCannotMoveTheCursor) {
  RunResult R = runOf({at(1)});
  R.Verdicts[0].Message = "bad\x1B[2J\nline";
  EXPECT_THAT(written("text", R), HasSubstr("warning: bad<1B>[2J line ["));
}

TEST(Text, SummaryCountsEverything) {
  Verdict Weak = at(4);
  Weak.Level = Confidence::Possible;
  RunResult R =
      runOf({at(1), suppressed(at(2), {}),
             suppressed(at(3), {SuppressionKind::Baseline, "", "", "", {}}),
             Weak, benign(at(5))});
  R.MinConfidence = Confidence::Likely;
  R.Units = 1;
  EXPECT_THAT(written("text", R),
              HasSubstr("\n1 finding (1 stateless-mutable-global), 1 excepted, "
                        "1 in the baseline, 1 not shown (less than likely), "
                        "1 benign state object; 1 translation unit in "
                        "0.0 s\n"));
}

TEST(Sarif, UnreadableSourceHasNoColumn) {
  json::Object Result = sarifResult(runOf({at(7)}));
  const json::Object *Region = Result.getArray("locations")
                                   ->front()
                                   .getAsObject()
                                   ->getObject("physicalLocation")
                                   ->getObject("region");
  ASSERT_TRUE(Region);
  EXPECT_EQ(7, Region->getInteger("startLine"));
  EXPECT_FALSE(Region->get("startColumn"));
}

TEST(Json, EntryPointsAreAlwaysThere) {
  EXPECT_THAT(written("json", runOf({at(1)})),
              AllOf(HasSubstr("\"entryPoints\": []"),
                    HasSubstr("\"readEntryPoints\": []"),
                    Not(HasSubstr("grounds"))));
}

TEST(Sarif, EntryPointsAreProperties) {
  Verdict V = at(1);
  EXPECT_FALSE(
      sarifResult(runOf({V})).getObject("properties")->get("entryPoints"));
  V.EntryPoints = {"GET /a", "GET /b"};
  json::Object Result = sarifResult(runOf({V}));
  EXPECT_EQ(json::Value(json::Array(
                *Result.getObject("properties")->getArray("entryPoints"))),
            json::Value(json::Array{"GET /a", "GET /b"}));
}

TEST(Sarif, OneFlowPerWrite) {
  Verdict V = at(1);
  auto Add = [&](NoteRole Role, unsigned Line) {
    V.Notes.push_back({Role, {"/r/a.cpp", Line, 1}, "n"});
  };
  Add(NoteRole::Path, 2);
  Add(NoteRole::Write, 3);
  Add(NoteRole::Read, 4);
  Add(NoteRole::Write, 5);
  Add(NoteRole::Path, 6);
  json::Object Result = sarifResult(runOf({V}));
  std::vector<size_t> Steps;
  for (const json::Value &Flow : *Result.getArray("codeFlows"))
    Steps.push_back(Flow.getAsObject()
                        ->getArray("threadFlows")
                        ->front()
                        .getAsObject()
                        ->getArray("locations")
                        ->size());
  EXPECT_EQ((std::vector<size_t>{3, 2, 2}), Steps);
  EXPECT_EQ(5u, Result.getArray("relatedLocations")->size());
}

TEST(Sarif, HalfAFixIsNone) {
  SourceTree Tree;
  RunResult R = sampleRun(Tree);
  R.Verdicts = {R.Verdicts[1]};
  EXPECT_TRUE(sarifResult(R).get("fixes"));
  R.Verdicts[0].Fixes.push_back({{Tree.Root + "/gone.h", 1, 1}, 1, ""});
  EXPECT_FALSE(sarifResult(R).get("fixes"));
}

TEST(SarifText, Spelling) {
  EXPECT_EQ("a/caf%C3%A9%20%25%3A%23.cpp",
            percentEncoded("a/caf\xC3\xA9 %:#.cpp"));
  EXPECT_EQ("operator[\\](1)", withoutLinks("operator[](1)"));
  EXPECT_EQ("operator[\\](key)", withoutLinks("operator[](key)"));
  EXPECT_EQ("a.", sentence("a"));
  EXPECT_EQ("a!", sentence("a!"));
  EXPECT_EQ("MutableGlobal", friendlyName("stateless-mutable-global"));
  EXPECT_EQ("[x\\](javascript:y)", withoutLinks("[x](javascript:y)"));
  // Backslashes of the text's own do not undo ours.
  EXPECT_EQ("[x\\\\\\](y)", withoutLinks("[x\\](y)"));
  EXPECT_EQ("a[1] b\\c (d)", withoutLinks("a[1] b\\c (d)"));
}

TEST(Github, EscapesWhatEndsACommandOrAProperty) {
  RunResult R = runOf({at(1)});
  R.Verdicts[0].Loc.File = "/r/a,b:c%.cpp";
  R.Verdicts[0].Message = "50%, a:b\r\nc";
  R.Verdicts[0].Instead = "x";
  EXPECT_EQ("::warning file=a%2Cb%3Ac%25.cpp,line=1,col=1,"
            "title=stateless-mutable-global::"
            "50%25, a:b%0D%0Ac%0Ainstead: x\n",
            written("github", R));
}

TEST(Xml, SaysOnlyWhatXmlCanSay) {
  EXPECT_EQ("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;",
            xml("a<b> & \"c\" 'd'"));
  EXPECT_EQ("&#10;&#9;&#13;", xml("\n\t\r"));
  EXPECT_EQ("\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD",
            xml("\x1B|\xFF|\xEF\xBF\xBF"));
}

TEST(Sarif, MarkdownOfRulesShowsTheirText) {
  EXPECT_EQ("One\ntwo (x).\n\n- three",
            plainMarkdown("One\ntwo (x).\n\n- three"));
  EXPECT_EQ("!\\[x\\](javascript:y) \\<img\\> \\*b\\* \\&lt; \\@user",
            plainMarkdown("![x](javascript:y) <img> *b* &lt; @user"));
  EXPECT_EQ("https\\://a.b www\\.a.b", plainMarkdown("https://a.b www.a.b"));
}

/// What a fix inserts is code, not a message.
TEST(Sarif, FixesAreNotEscaped) {
  SourceTree Tree;
  RunResult R;
  R.Root = Tree.Root;
  std::string File = Tree.add("a.cpp", "int A;\n");
  Verdict V = sampleVerdict({File, 1, 5}, "A");
  V.Message = "[x](javascript:y)";
  V.Fixes = {{{File, 1, 1}, 3, "auto f = [](int) {};"}};
  R.Verdicts = {V};
  std::string Text;
  raw_string_ostream OS(Text);
  writeSarif(R, sampleRules(), OS);
  EXPECT_NE(Text.find("\"text\": \"auto f = [](int) {};\""), std::string::npos);
  EXPECT_NE(Text.find("[x\\\\](javascript:y)"), std::string::npos);
}
