//===- ShellCommandTest.cpp - What a command line writes ------------------===//
//
// Pins quoting, redirections, the operands of the usual commands and what is
// said of an unfinished text. It must not know findings.
//
//===----------------------------------------------------------------------===//
#include "ShellCommand.h"
#include "ShellTesting.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// "rm /x", with "..." behind a path that is not complete.
std::vector<std::string> targets(llvm::StringRef Text, bool Complete = true) {
  std::vector<std::string> Result;
  for (const ShellTarget &T : shellTargets(Text, Complete, shellForTests()))
    Result.push_back(T.Command + " " + T.Path + (T.Complete ? "" : "..."));
  return Result;
}
std::vector<std::string> unfinished(llvm::StringRef Text) {
  return targets(Text, /*Complete=*/false);
}

//===-- Redirections ------------------------------------------------------===//

TEST(ShellRedirect, EveryFormThatWrites) {
  for (const char *Text :
       {"a > /x", "a >/x", "a>/x", "a >> /x", "a>>/x", "a >| /x", "a &> /x",
        "a &>>/x", "a >& /x", "a 2>/x", "a 2> /x", "> /x a", "a <> /x"})
    EXPECT_THAT(targets(Text), ElementsAre("> /x")) << Text;
}

TEST(ShellRedirect, ReadingAndDescriptorsWriteNoFile) {
  for (const char *Text : {"a < /x", "a 2>&1", "a >&2", "a 2>&-", "a <&3",
                           "a >&\"$FD\"", "a <<< /x"})
    EXPECT_THAT(targets(Text), IsEmpty()) << Text;
}

TEST(ShellRedirect, SeveralInOneCommand) {
  EXPECT_THAT(targets("a </in >/out 2>/err 2>&1"),
              ElementsAre("> /out", "> /err"));
}

TEST(ShellRedirect, ANumberIsADescriptorOnlyRightBeforeTheSign) {
  EXPECT_THAT(targets("rm 2>/x"), ElementsAre("> /x"));
  EXPECT_THAT(targets("rm 2 >/x"), ElementsAre("> /x", "rm 2"));
  EXPECT_THAT(targets("rm a2>/x"), ElementsAre("> /x", "rm a2"));
}

TEST(ShellRedirect, QuotedOrEscapedSignsAreText) {
  EXPECT_THAT(targets("echo 'a > /x' \"b > /y\" c \\> /z"), IsEmpty());
}

TEST(ShellRedirect, WithoutATargetThereIsNone) {
  EXPECT_THAT(targets("a >"), IsEmpty());
  EXPECT_THAT(targets("a > ; rm /x"), ElementsAre("rm /x"));
}

//===-- Words -------------------------------------------------------------===//

TEST(ShellWords, QuotesJoinAndKeepBlanks) {
  EXPECT_THAT(targets("rm /a'b c'\"d e\"\\ f"), ElementsAre("rm /ab cd e f"));
  EXPECT_THAT(targets("rm ''"), ElementsAre("rm "));
}

TEST(ShellWords, EscapesInDoubleQuotesAreFew) {
  EXPECT_THAT(targets("rm \"/a\\\"b\\$c\\\\d\\e\""),
              ElementsAre("rm /a\"b$c\\d\\e"));
}

TEST(ShellWords, SingleQuotesKeepAll) {
  EXPECT_THAT(targets("rm '/$A\\*'"), ElementsAre("rm /$A\\*"));
}

TEST(ShellWords, AVariableOrWildcardLeavesThePathOpen) {
  EXPECT_THAT(targets("rm /a/$X/b"), ElementsAre("rm /a/..."));
  EXPECT_THAT(targets("rm \"/a/${X}/b\""), ElementsAre("rm /a/..."));
  EXPECT_THAT(targets("rm -rf /a/*"), ElementsAre("rm /a/..."));
}

TEST(ShellWords, WhatFollowsAVariableIsNoStart) {
  EXPECT_THAT(targets("rm $X'/etc' \"$Y\"/var $Z\\/opt"),
              ElementsAre("rm ...", "rm ...", "rm ..."));
}

TEST(ShellWords, ALineGoesOnAfterABackslash) {
  EXPECT_THAT(targets("rm \\\n /a \\\n/b"), ElementsAre("rm /a", "rm /b"));
}

TEST(ShellWords, CommentsSayNothing) {
  EXPECT_THAT(targets("# rm /x\nrm /a # > /y\nrm /b#c"),
              ElementsAre("rm /a", "rm /b#c"));
}

TEST(ShellWords, UnclosedQuotesEnd) {
  EXPECT_THAT(targets("rm '/a b"), ElementsAre("rm /a b"));
  EXPECT_THAT(targets("rm \"/a b"), ElementsAre("rm /a b"));
  EXPECT_THAT(targets("rm /a\\"), ElementsAre("rm /a\\"));
  EXPECT_THAT(targets(""), IsEmpty());
}

//===-- Several commands --------------------------------------------------===//

TEST(ShellList, EverySeparatorStartsACommand) {
  EXPECT_THAT(targets("rm /a;rm /b&&rm /c||rm /d|rm /e&rm /f\nrm /g"),
              ElementsAre("rm /a", "rm /b", "rm /c", "rm /d", "rm /e", "rm /f",
                          "rm /g"));
}

TEST(ShellList, APipeEndsInAFile) {
  EXPECT_THAT(targets("dump db | gzip | tee -a /x >/dev/null 2>&1"),
              ElementsAre("> /dev/null", "tee /x"));
}

TEST(ShellList, KeywordsAndBracketsRunWhatTheyHold) {
  EXPECT_THAT(targets("if true; then rm /a; else rm /b; fi"),
              ElementsAre("rm /a", "rm /b"));
  EXPECT_THAT(targets("{ rm /a; } && (cd /; rm /b) > /c"),
              ElementsAre("rm /a", "rm /b", "> /c"));
  EXPECT_THAT(targets("clean() { rm /a; }; for f in x; do rm /b; done"),
              ElementsAre("rm /a", "rm /b"));
}

TEST(ShellList, ASubstitutionIsRunAndIsNoEnd) {
  EXPECT_THAT(targets("echo $(rm /a)"), ElementsAre("rm /a"));
  EXPECT_THAT(targets("cp $(which a) /b"), ElementsAre("cp /b"));
  EXPECT_THAT(targets("cp `rm /a` /b"), ElementsAre("rm /a", "cp /b"));
  EXPECT_THAT(targets("rm /a/$(date +%F | tr - _).log /b"),
              ElementsAre("rm /a/...", "rm /b"));
  EXPECT_THAT(targets("echo $(cat $(rm /a)) > /b"),
              ElementsAre("rm /a", "> /b"));
}

TEST(ShellList, ASubstitutionMayNameTheTarget) {
  EXPECT_THAT(targets("a > /x/$(date).log"), ElementsAre("> /x/..."));
  EXPECT_THAT(targets("a > `mktemp`"), ElementsAre("> ..."));
}

TEST(ShellList, ArithmeticRedirectsNothing) {
  EXPECT_THAT(targets("echo $((a>b)) > /x"), ElementsAre("> /x"));
}

TEST(ShellList, ProcessSubstitutionIsNoFile) {
  EXPECT_THAT(targets("a | tee >(gzip > /x) /y"),
              ElementsAre("> /x", "tee /y"));
}

TEST(ShellList, StrayBracketsDoNoHarm) {
  EXPECT_THAT(targets("case $1 in a) rm /a;; esac"), ElementsAre("rm /a"));
  EXPECT_THAT(targets("rm /a $(rm /b"),
              ElementsAre("rm /b", "rm /a", "rm ..."));
}

TEST(ShellList, HereDocumentsAreText) {
  EXPECT_THAT(targets("cat <<EOF > /x\nrm /no > /no\nEOF\nrm /a"),
              ElementsAre("> /x", "rm /a"));
  EXPECT_THAT(targets("cat <<-'E F' <<B\nrm /no\n\tE F\nrm /no\nB\nrm /a"),
              ElementsAre("rm /a"));
  EXPECT_THAT(targets("cat <<EOF\nrm /no"), IsEmpty());
}

//===-- Commands ----------------------------------------------------------===//

TEST(ShellOperands, AllOperandsOfTheseChange) {
  for (const char *Name : {"rm", "rmdir", "unlink", "mkdir", "touch", "tee",
                           "shred", "mkfifo", "mv", "truncate"})
    EXPECT_THAT(
        targets(std::string(Name) + " -f /a -- -b"),
        ElementsAre(std::string(Name) + " /a", std::string(Name) + " -b"));
}

TEST(ShellOperands, TheLastOfACopyChanges) {
  for (const char *Name : {"cp", "install", "ln", "rsync", "scp"})
    EXPECT_THAT(targets(std::string(Name) + " -a /from /also /to"),
                ElementsAre(std::string(Name) + " /to"));
}

TEST(ShellOperands, TheModeIsNoFile) {
  EXPECT_THAT(targets("chmod -R 755 /a /b"),
              ElementsAre("chmod /a", "chmod /b"));
  EXPECT_THAT(targets("chown root:root /a"), ElementsAre("chown /a"));
}

TEST(ShellOperands, ValuesOfOptionsAreNoFiles) {
  EXPECT_THAT(targets("mkdir -p -m 0755 /a"), ElementsAre("mkdir /a"));
  EXPECT_THAT(targets("truncate -s 0 /a"), ElementsAre("truncate /a"));
  EXPECT_THAT(targets("truncate -s0 /a"), ElementsAre("truncate /a"));
  EXPECT_THAT(targets("touch -d yesterday /a"), ElementsAre("touch /a"));
}

TEST(ShellOperands, TheTargetMayComeFirst) {
  EXPECT_THAT(targets("cp -t /to /a /b"), ElementsAre("cp /to"));
  EXPECT_THAT(targets("mv -t /to /a"), ElementsAre("mv /to", "mv /a"));
}

TEST(ShellOperands, OtherMachinesFilesAreNotLocal) {
  EXPECT_THAT(targets("scp /a host:/b"), IsEmpty());
  EXPECT_THAT(targets("rsync -e ssh host:/a /b"), ElementsAre("rsync /b"));
  EXPECT_THAT(targets("cp /a /b:c"), ElementsAre("cp /b:c"));
}

TEST(ShellOperands, DdWritesItsOutput) {
  EXPECT_THAT(targets("dd if=/a of=/b bs=1M"), ElementsAre("dd /b"));
  EXPECT_THAT(targets("dd if=/a of=\"/b/$X\""), ElementsAre("dd /b/..."));
}

TEST(ShellOperands, SedWritesOnlyInPlace) {
  EXPECT_THAT(targets("sed s/a/b/ /x"), IsEmpty());
  EXPECT_THAT(targets("sed -e 's/i/j/' -n /x"), IsEmpty());
  EXPECT_THAT(targets("sed -i s/a/b/ /x /y"), ElementsAre("sed /x", "sed /y"));
  EXPECT_THAT(targets("sed -Ei.bak -e s/a/b/ -e s/c/d/ /x"),
              ElementsAre("sed /x"));
  EXPECT_THAT(targets("sed --in-place=.bak s/a/b/ /x"), ElementsAre("sed /x"));
}

TEST(ShellOperands, PrefixesAndDirectoriesOfACommandDoNotHideIt) {
  EXPECT_THAT(targets("LANG=C sudo /usr/bin/rm /a"), ElementsAre("rm /a"));
  EXPECT_THAT(targets("! nohup env X=1 rm /a"), ElementsAre("rm /a"));
}

TEST(ShellOperands, OtherCommandsAndNamesChangeNothing) {
  EXPECT_THAT(targets("echo rm /a"), IsEmpty());
  EXPECT_THAT(targets("rmx /a; cat /a; grep -r x /a"), IsEmpty());
  EXPECT_THAT(targets("rm"), IsEmpty());
}

//===-- Unfinished texts --------------------------------------------------===//

TEST(ShellUnfinished, TheLastWordMayGoOn) {
  EXPECT_THAT(unfinished("rm /a /b"), ElementsAre("rm /a", "rm /b..."));
  EXPECT_THAT(unfinished("a > /x"), ElementsAre("> /x..."));
}

TEST(ShellUnfinished, AfterABlankComesAnotherWord) {
  EXPECT_THAT(unfinished("rm /a "), ElementsAre("rm /a", "rm ..."));
  EXPECT_THAT(unfinished("cp /a "), ElementsAre("cp ..."));
  EXPECT_THAT(unfinished("a > "), ElementsAre("> ..."));
  EXPECT_THAT(unfinished("a >"), ElementsAre("> ..."));
}

TEST(ShellUnfinished, ABlankInQuotesBelongsToTheWord) {
  EXPECT_THAT(unfinished("rm \"/a b "), ElementsAre("rm /a b ..."));
}

TEST(ShellUnfinished, ANewCommandMayBeAnything) {
  EXPECT_THAT(unfinished("rm /a; "), ElementsAre("rm /a"));
  EXPECT_THAT(unfinished("rm /a &&"), ElementsAre("rm /a"));
  EXPECT_THAT(unfinished(""), IsEmpty());
}

TEST(ShellUnfinished, CommentsAndHereDocumentsGoOn) {
  EXPECT_THAT(unfinished("rm /a # "), ElementsAre("rm /a"));
  EXPECT_THAT(unfinished("rm /a # b"), ElementsAre("rm /a"));
  EXPECT_THAT(unfinished("cat > /a <<EOF\n"), ElementsAre("> /a"));
}

} // namespace
