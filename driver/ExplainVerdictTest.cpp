//===- ExplainVerdictTest.cpp - Tests of finding a verdict ----------------===//
//
// Which verdicts a fingerprint names, and what is said when it names none.
//
//===----------------------------------------------------------------------===//
#include "ExplainVerdict.h"
#include "report/SampleRun.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

Verdict at(unsigned Line, std::string Symbol) {
  return sampleVerdict({"/r/a.cpp", Line, 1}, std::move(Symbol));
}

RunResult runOf(std::vector<Verdict> Verdicts) {
  RunResult R;
  R.Root = "/r";
  R.Verdicts = std::move(Verdicts);
  giveFingerprints(R.Verdicts);
  return R;
}

Options asking(std::string Subject) {
  Options Opts;
  Opts.Run = Command::ExplainVerdict;
  Opts.Subject = std::move(Subject);
  return Opts;
}

std::string complaint(const RunResult &R, const Options &Opts) {
  auto Found = namedVerdicts(R, Opts);
  return Found ? "<found>" : llvm::toString(Found.takeError());
}

} // namespace

TEST(NamedVerdicts, ByTheWholeOrTheBeginning) {
  RunResult R = runOf({at(1, "A"), at(2, "B"), benign(at(3, "C"))});
  for (size_t I = 0; I < 3; ++I) {
    std::string Print = fingerprint(R.Verdicts[I]);
    for (const std::string &Name :
         {Print, Print.substr(0, 8), llvm::StringRef(Print).upper()}) {
      auto Found = namedVerdicts(R, asking(Name));
      ASSERT_TRUE(bool(Found)) << llvm::toString(Found.takeError());
      ASSERT_EQ(Found->size(), 1u);
      EXPECT_EQ(Found->front(), &R.Verdicts[I]);
    }
  }
}

TEST(NamedVerdicts, ABenignOneAndAViolationMayShareIt) {
  RunResult R = runOf({at(1, "A"), benign(at(2, "A"))});
  auto Found = namedVerdicts(R, asking(fingerprint(R.Verdicts[0])));
  ASSERT_TRUE(bool(Found)) << llvm::toString(Found.takeError());
  EXPECT_EQ(Found->size(), 2u);
}

TEST(NamedVerdicts, AnUnknownOneTellsHowToListThem) {
  RunResult R = runOf({at(1, "A")});
  EXPECT_EQ(complaint(R, asking("00000000")),
            "no verdict has the fingerprint '00000000'; 'audit' and "
            "'--format=json' list them");
}

TEST(NamedVerdicts, AndWhatWasPartial) {
  RunResult R = runOf({});
  R.Problems = {{true, "/r/a.cpp", {}, "syntax"}, {false, "/r/b.cpp", {}, ""}};
  Options Opts = asking("00000000");
  EXPECT_THAT(complaint(R, Opts),
              AllOf(HasSubstr("\nthe run was partial: 1 unit was not fully "
                              "analysed"),
                    Not(HasSubstr("named files"))));
  Opts.Files = {"a.cpp"};
  Opts.CheckGlobs = {"-*map"};
  EXPECT_THAT(complaint(R, Opts),
              AllOf(HasSubstr("only the named files"), HasSubstr("--checks")));
  Opts.FixedFlags.emplace(); // Then the named files are the program.
  EXPECT_THAT(complaint(R, Opts), Not(HasSubstr("named files")));
}

TEST(NamedVerdicts, AnAmbiguousOneIsSpeltOut) {
  std::vector<Verdict> Many;
  for (unsigned I = 1; I <= 12; ++I)
    Many.push_back(at(I, "V" + std::to_string(I)));
  RunResult R = runOf(Many);
  std::string Text = complaint(R, asking(""));
  EXPECT_THAT(Text, HasSubstr("several fingerprints begin with ''"));
  EXPECT_THAT(Text, HasSubstr("\n" + fingerprint(Many[0]) +
                              " a.cpp:1:1: 'V1' is written after start-up\n"));
  EXPECT_THAT(Text, HasSubstr("\nand 2 more"));
}
