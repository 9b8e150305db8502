//===- FixTransactionTest.cpp - All files or none -------------------------===//
//
// What a killed run leaves is laid out by hand, at each of its stages, and
// given to the next one. That these are the stages shows the attack suite,
// which kills real runs.
//
//===----------------------------------------------------------------------===//
#include "FixTransaction.h"
#include "FixJournal.h"
#include "io/TempFolder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include "gmock/gmock.h"

using namespace stateless;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
namespace fs = llvm::sys::fs;

namespace {

constexpr llvm::StringLiteral RunId = "0123abcd";

class FixTransaction : public testing::Test {
protected:
  std::string contents(llvm::StringRef Name) const {
    auto Text = llvm::MemoryBuffer::getFile(Folder / Name);
    return Text ? (*Text)->getBuffer().str() : "<none>";
  }
  std::vector<std::string> names() const {
    std::vector<std::string> Result;
    std::error_code Error;
    for (fs::directory_iterator It(Folder.path(), Error), End;
         It != End && !Error; It.increment(Error))
      Result.push_back(llvm::sys::path::filename(It->path()).str());
    return Result;
  }

  /// "a" and "b" change from "old A" to "new A", and so on.
  static FixJournal journal() {
    FixJournal J;
    J.Run = RunId.str();
    for (const char *Name : {"a", "b"})
      J.Files.push_back({Name, llvm::xxh3_64bits(std::string("old ") + Name),
                         llvm::xxh3_64bits(std::string("new ") + Name)});
    return J;
  }
  void writeJournal(FixStage Stage, FixJournal J = journal()) const {
    std::string Text = journalText(J);
    if (Stage >= FixStage::Committed)
      Text += journalLine(FixStage::Committed);
    if (Stage == FixStage::Done)
      Text += journalLine(FixStage::Done);
    Folder.write(FixJournalName, Text);
  }
  /// One file and its copies; an empty text: there is no such file.
  void lay(std::string Name, std::string Text, std::string New,
           std::string Old) const {
    Folder.write(Name, Text);
    if (!New.empty())
      Folder.write(Name + "." + RunId.str() + ".new", New);
    if (!Old.empty())
      Folder.write(Name + "." + RunId.str() + ".old", Old);
  }
  void layUntouched(std::string Name) const {
    lay(Name, "old " + Name, "new " + Name, "old " + Name);
  }
  void layRenamed(std::string Name) const {
    lay(Name, "new " + Name, "", "old " + Name);
  }

  std::string recover(llvm::StringRef Closed = "<none>") const {
    llvm::Expected<FixRecovery> Ended =
        recoverFixes(Folder.path(), [&](llvm::StringRef File) {
          return !File.ends_with(Closed);
        });
    if (!Ended)
      return llvm::toString(Ended.takeError());
    return *Ended == FixRecovery::Nothing    ? "nothing"
           : *Ended == FixRecovery::Finished ? "finished"
                                             : "undone";
  }
  void expectAll(llvm::StringRef Age) const {
    EXPECT_EQ(contents("a"), (Age + " a").str());
    EXPECT_EQ(contents("b"), (Age + " b").str());
    EXPECT_THAT(names(), UnorderedElementsAre("a", "b"));
  }
  std::string replace(std::vector<ChangedFile> Files) const {
    return llvm::toString(replaceAll(Files, Folder.path()));
  }
  ChangedFile change(llvm::StringRef Name, llvm::StringRef Before,
                     std::string After) const {
    return {Folder / Name, Before, std::move(After)};
  }

  TempFolder Folder;
};

TEST_F(FixTransaction, ReplacesAll) {
  Folder.write("a", "old a");
  Folder.write("b", "old b");
  EXPECT_EQ(
      replace({change("a", "old a", "new a"), change("b", "old b", "new b")}),
      "");
  expectAll("new");
}

TEST_F(FixTransaction, AFileThatChangedKeepsAllAsTheyWere) {
  Folder.write("a", "old a");
  Folder.write("b", "old b");
  EXPECT_THAT(
      replace({change("a", "old a", "new a"), change("b", "another", "new b")}),
      HasSubstr("/b: this file has changed"));
  expectAll("old");
}

TEST_F(FixTransaction, AFileThatWasLinkedMeanwhileKeepsAllAsTheyWere) {
  Folder.write("a", "old a");
  Folder.write("b", "old b");
  ASSERT_FALSE(fs::create_hard_link(Folder / "b", Folder / "c"));
  EXPECT_THAT(
      replace({change("a", "old a", "new a"), change("b", "old b", "new b")}),
      HasSubstr("/b: this file has other names"));
  ASSERT_FALSE(fs::remove(Folder / "c"));
  expectAll("old");
}

TEST_F(FixTransaction, DoesNotBeginWhereAnotherRunEnded) {
  Folder.write("a", "old a");
  writeJournal(FixStage::Begun);
  EXPECT_THAT(replace({change("a", "old a", "new a")}),
              HasSubstr("interrupted"));
  EXPECT_EQ(contents("a"), "old a");
  EXPECT_TRUE(interruptedFix(Folder.path()));
}

//===-- The next run ------------------------------------------------------===//

TEST_F(FixTransaction, WithoutAJournalThereIsNothingToDo) {
  layUntouched("a");
  EXPECT_FALSE(interruptedFix(Folder.path()));
  EXPECT_EQ(recover(), "nothing");
  EXPECT_THAT(names(), testing::SizeIs(3));
}

TEST_F(FixTransaction, AJournalThatBreaksOffHasNothingBehindIt) {
  Folder.write("a", "old a");
  Folder.write("b", "old b");
  std::string Whole = journalText(journal());
  for (size_t Length = 0; Length != Whole.size(); ++Length) {
    Folder.write(FixJournalName, Whole.substr(0, Length));
    EXPECT_EQ(recover(), "undone") << Length;
    expectAll("old");
  }
}

TEST_F(FixTransaction, CopiesAloneAreRemoved) {
  lay("a", "old a", "new", "");
  layUntouched("b");
  writeJournal(FixStage::Begun);
  EXPECT_EQ(recover(), "undone");
  expectAll("old");
}

TEST_F(FixTransaction, WhatIsCommittedIsFinished) {
  for (int Renamed : {0, 1, 2}) {
    Renamed > 0 ? layRenamed("a") : layUntouched("a");
    Renamed > 1 ? layRenamed("b") : layUntouched("b");
    writeJournal(FixStage::Committed);
    EXPECT_EQ(recover(), "finished") << Renamed;
    expectAll("new");
  }
}

TEST_F(FixTransaction, AnEditedFileUndoesTheRest) {
  layRenamed("a");
  lay("b", "edited b", "new b", "old b");
  writeJournal(FixStage::Committed);
  EXPECT_EQ(recover(), "undone");
  EXPECT_EQ(contents("a"), "old a");
  EXPECT_EQ(contents("b"), "edited b");
  EXPECT_THAT(names(), UnorderedElementsAre("a", "b"));
}

TEST_F(FixTransaction, ADamagedCopyUndoesTheRest) {
  layRenamed("a");
  lay("b", "old b", "ne", "old b");
  writeJournal(FixStage::Committed);
  EXPECT_EQ(recover(), "undone");
  expectAll("old");
}

TEST_F(FixTransaction, AnUndoThatWasKilledIsUndone) {
  lay("a", "old a", "", "");
  layUntouched("b");
  writeJournal(FixStage::Committed);
  EXPECT_EQ(recover(), "undone");
  expectAll("old");
}

TEST_F(FixTransaction, WhatNeitherWayLeadsOutOfIsLeftAndSaid) {
  lay("a", "edited a", "", "old a");
  layUntouched("b");
  writeJournal(FixStage::Committed);
  std::vector<std::string> Before = names();
  EXPECT_THAT(recover(), HasSubstr("neither be finished nor undone"));
  EXPECT_EQ(contents("a"), "edited a");
  EXPECT_EQ(contents("b"), "old b");
  EXPECT_THAT(names(), testing::UnorderedElementsAreArray(Before));
}

TEST_F(FixTransaction, WhatIsDoneOnlyNeedsToBeCleanedUp) {
  lay("a", "edited a", "", "");
  layRenamed("b");
  writeJournal(FixStage::Done);
  EXPECT_EQ(recover(), "finished");
  EXPECT_EQ(contents("a"), "edited a");
  EXPECT_EQ(contents("b"), "new b");
  EXPECT_THAT(names(), UnorderedElementsAre("a", "b"));
}

//===-- Journals that nobody wrote ----------------------------------------===//

TEST_F(FixTransaction, AForeignFileIsNoJournal) {
  for (const char *Text :
       {"notes of mine", "stateless-tidy-fix 2 0123abcd\n",
        "stateless-tidy-fix 1 ../../..\n",
        "stateless-tidy-fix 1 0123abcd\nrm everything\n",
        "stateless-tidy-fix 1 0123abcd\nfile 1 2 ../a\nfiles 1\n",
        "stateless-tidy-fix 1 0123abcd\nfile 1 2 a%00b\nfiles 1\n",
        "stateless-tidy-fix 1 0123abcd\nfiles 0\ndone\n"}) {
    Folder.write(FixJournalName, Text);
    EXPECT_THAT(recover(), HasSubstr("is no journal of --fix")) << Text;
    EXPECT_THAT(names(), ElementsAre(FixJournalName)) << Text;
  }
}

TEST_F(FixTransaction, AJournalThatIsALinkIsNotFollowed) {
  writeJournal(FixStage::Begun);
  ASSERT_FALSE(fs::rename(Folder / FixJournalName, Folder / "elsewhere"));
  ASSERT_FALSE(fs::create_link(Folder / "elsewhere", Folder / FixJournalName));
  EXPECT_THAT(recover(), HasSubstr("is no journal of --fix"));
  EXPECT_THAT(names(), testing::SizeIs(2));
}

TEST_F(FixTransaction, FilesThatMustNotBeEditedAreNotTouched) {
  layUntouched("a");
  layUntouched("b");
  writeJournal(FixStage::Committed);
  EXPECT_THAT(recover(/*Closed=*/"/b"), HasSubstr("outside of the project"));
  EXPECT_EQ(contents("a"), "old a");
}

TEST_F(FixTransaction, FoldersThatAreLinksAreNotFollowed) {
  TempFolder Other;
  Other.write("a", "old a");
  Other.write("a." + RunId.str() + ".new", "new a");
  ASSERT_FALSE(fs::create_link(Other.path(), Folder / "sub"));
  FixJournal J = journal();
  J.Files.pop_back();
  J.Files[0].Path = "sub/a";
  writeJournal(FixStage::Committed, J);
  EXPECT_THAT(recover(), HasSubstr("outside of the project"));
  EXPECT_EQ(contents("sub/a"), "old a");
}

TEST(FixJournalText, KeepsAnyPath) {
  FixJournal J;
  J.Run = RunId.str();
  J.Files = {{"a b%\n\xc3\xa4/c.cpp", 1, 0xfedcba9876543210}};
  llvm::Expected<FixJournal> Read =
      parseJournal(journalText(J) + journalLine(FixStage::Committed).str());
  ASSERT_TRUE(static_cast<bool>(Read));
  EXPECT_EQ(Read->Run, J.Run);
  EXPECT_EQ(Read->Stage, FixStage::Committed);
  ASSERT_EQ(Read->Files.size(), 1U);
  EXPECT_EQ(Read->Files[0].Path, J.Files[0].Path);
  EXPECT_EQ(Read->Files[0].After, J.Files[0].After);
}

} // namespace
