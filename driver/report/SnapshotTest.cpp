//===- SnapshotTest.cpp - Every format, to the byte -----------------------===//
//
// Writes the sample run in each format and compares with snapshots/, where
// every difference is a change that users' tools will see. It must not explain
// a format; ReportTest.cpp says what matters.
//
//===----------------------------------------------------------------------===//
#include "report/SampleRun.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace stateless;

namespace {

std::string replaced(std::string Text, StringRef From, StringRef To) {
  for (size_t At = Text.find(From); At != std::string::npos;
       At = Text.find(From, At + To.size()))
    Text.replace(At, From.size(), To);
  return Text;
}

/// \p Text without what differs between machines and releases.
std::string settled(std::string Text, const SourceTree &Tree) {
  return replaced(replaced(std::move(Text), Tree.Root, "/ROOT"),
                  STATELESS_VERSION, "VERSION");
}

void compare(StringRef Name, const std::string &Text) {
  std::string File = std::string(STATELESS_SNAPSHOTS "/") + Name.str();
  if (std::getenv("STATELESS_UPDATE_SNAPSHOTS")) {
    std::error_code Error;
    raw_fd_ostream(File, Error) << Text;
    ASSERT_FALSE(Error) << Error.message();
    return;
  }
  auto Expected = MemoryBuffer::getFile(File);
  ASSERT_TRUE(bool(Expected)) << File << ": " << Expected.getError().message();
  EXPECT_EQ((*Expected)->getBuffer().str(), Text);
}

std::vector<std::string> formats() {
  std::vector<std::string> Names;
  for (StringRef Name : reportFormats())
    Names.push_back(Name.str());
  return Names;
}

class Snapshot : public testing::TestWithParam<std::string> {};
class EmptySnapshot : public testing::TestWithParam<std::string> {};

} // namespace

TEST_P(Snapshot, IsExact) {
  SourceTree Tree;
  std::string Text;
  raw_string_ostream OS(Text);
  ASSERT_TRUE(writeReport(GetParam(), sampleRun(Tree), sampleRules(), {}, OS));
  compare("sample." + GetParam(), settled(Text, Tree));
}

INSTANTIATE_TEST_SUITE_P(Format, Snapshot, testing::ValuesIn(formats()),
                         [](const auto &Info) { return Info.param; });

TEST(TextSnapshot, InColour) {
  SourceTree Tree;
  std::string Text;
  raw_string_ostream OS(Text);
  TextStyle Style;
  Style.Color = true;
  {
    PeopleStream Colored(OS);
    writeText(sampleRun(Tree), sampleRules(), Style, Colored);
  }
  compare("sample.color", settled(replaced(Text, "\x1b", "ESC"), Tree));
}

TEST(TextSnapshot, Problems) {
  SourceTree Tree;
  std::string Text;
  raw_string_ostream OS(Text);
  writeProblems(sampleRun(Tree), {}, OS);
  compare("sample.problems", settled(Text, Tree));
}

/// Nothing found and nothing wrong: still a well-formed report.
TEST_P(EmptySnapshot, IsExact) {
  SourceTree Tree;
  RunResult R;
  R.Root = Tree.Root;
  std::string Text;
  raw_string_ostream OS(Text);
  ASSERT_TRUE(writeReport(GetParam(), R, RuleSet(), {}, OS));
  compare("empty." + GetParam(), settled(Text, Tree));
}

INSTANTIATE_TEST_SUITE_P(Format, EmptySnapshot, testing::ValuesIn(formats()),
                         [](const auto &Info) { return Info.param; });

/// Bytes that are no UTF-8, in every string: the writers of JSON must not meet
/// them, and the result must parse.
TEST(Encoding, ForeignBytesStillGiveJson) {
  const std::string Bad = "a\xFF\xC3(\x01";
  RunResult R;
  R.Root = "/r\xFF";
  R.CommandLine = Bad;
  R.IncludeBenign = true;
  Verdict V = sampleVerdict({"/r\xFF/" + Bad, 1, 1}, Bad);
  V.Check = V.Type = V.Function = V.Category = V.Path = V.Instead = Bad;
  V.Why = {ReasonKind::ExemptType, Bad};
  V.Annotations = V.EntryPoints = V.ReadEntryPoints = V.Programs = {Bad};
  V.Basis = {GroundsKind::UnseenWrite, Bad};
  V.Notes = {{NoteRole::Write, V.Loc, Bad}};
  V.Fixes = {{V.Loc, 1, Bad}};
  R.Verdicts = {
      V, suppressed(V, {SuppressionKind::Exception, Bad, Bad, Bad, V.Loc})};
  R.Problems = {{true, Bad, V.Loc, Bad}};
  R.RuleDiagnostics = {{RuleDiagnostic::Error, V.Loc, Bad}};
  for (StringRef Format : {"json", "sarif", "gitlab", "rdjson"}) {
    std::string Text;
    raw_string_ostream OS(Text);
    ASSERT_TRUE(writeReport(Format, R, sampleRules(), {}, OS));
    EXPECT_TRUE(bool(json::parse(Text))) << Format.str();
    EXPECT_TRUE(json::isUTF8(Text)) << Format.str();
  }
}
