//===- FixJournal.cpp - What an interrupted --fix leaves to know ----------===//
//
// One word at the start of each line says what it is. Paths come last, with
// the bytes that would break a line as %XX. The journal may come with a tree
// that nobody trusts, so what is odd is an error.
//
//===----------------------------------------------------------------------===//
#include "FixJournal.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace stateless;
using llvm::StringRef;

static constexpr llvm::StringLiteral Heading = "stateless-tidy-fix 1 ";

static std::string encoded(StringRef Path) {
  std::string Text;
  for (unsigned char C : Path)
    if (C > ' ' && C < 0x7f && C != '%')
      Text += static_cast<char>(C);
    else
      Text += "%" + llvm::toHex(StringRef(reinterpret_cast<char *>(&C), 1));
  return Text;
}

static bool decode(StringRef Text, std::string &Path) {
  while (!Text.empty()) {
    char C = Text.front();
    Text = Text.drop_front();
    if (C == '%') {
      std::string Byte;
      if (Text.size() < 2 || !llvm::tryGetFromHex(Text.take_front(2), Byte))
        return false;
      C = Byte.front();
      Text = Text.drop_front(2);
    }
    Path += C;
  }
  // A name ends at a zero; ".." could lead out of the root.
  namespace path = llvm::sys::path;
  return !Path.empty() && !StringRef(Path).contains('\0') &&
         std::find(path::begin(Path), path::end(Path), "..") == path::end(Path);
}

std::string stateless::journalText(const FixJournal &Journal) {
  std::string Text = (Heading + Journal.Run + "\n").str();
  for (const FixJournal::File &File : Journal.Files)
    Text += "file " + llvm::utohexstr(File.Before) + " " +
            llvm::utohexstr(File.After) + " " + encoded(File.Path) + "\n";
  return Text + "files " + std::to_string(Journal.Files.size()) + "\n";
}

StringRef stateless::journalLine(FixStage Stage) {
  switch (Stage) {
  case FixStage::Begun:
    return "";
  case FixStage::Committed:
    return "committed\n";
  case FixStage::Done:
    return "done\n";
  }
  return "";
}

static bool parseFile(StringRef Line, FixJournal::File &File) {
  llvm::SmallVector<StringRef, 4> Words;
  Line.split(Words, ' ');
  return Words.size() == 4 && Words[0] == "file" &&
         !Words[1].getAsInteger(16, File.Before) &&
         !Words[2].getAsInteger(16, File.After) && decode(Words[3], File.Path);
}

llvm::Expected<FixJournal> stateless::parseJournal(StringRef Text) {
  auto Odd = [] {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "is no journal of --fix");
  };
  FixJournal Journal, Nothing;
  StringRef Start = Text.take_front(Heading.size());
  if (!Heading.starts_with(Start))
    return Odd();
  if (!Text.contains('\n'))
    return Nothing;
  auto [First, Rest] = Text.split('\n');
  Journal.Run = First.drop_front(Heading.size()).str();
  if (Journal.Run.size() != 8 || !llvm::all_of(Journal.Run, llvm::isHexDigit))
    return Odd();
  bool AllNamed = false;
  while (Rest.contains('\n')) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    FixJournal::File File;
    if (AllNamed && Line == "committed" && Journal.Stage == FixStage::Begun)
      Journal.Stage = FixStage::Committed;
    else if (AllNamed && Line == "done" && Journal.Stage == FixStage::Committed)
      Journal.Stage = FixStage::Done;
    else if (!AllNamed && parseFile(Line, File))
      Journal.Files.push_back(std::move(File));
    else if (!AllNamed &&
             Line == "files " + std::to_string(Journal.Files.size()))
      AllNamed = true;
    else
      return Odd();
  }
  return AllNamed ? Journal : Nothing;
}
