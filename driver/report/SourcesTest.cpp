//===- SourcesTest.cpp - Lines, carets and columns ------------------------===//
//
// Tabs, Unicode, line ends and files that are gone or have changed.
//
//===----------------------------------------------------------------------===//
#include "report/Sources.h"
#include "io/Printable.h"
#include "report/SampleRun.h"
#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace llvm;
using namespace stateless;

namespace {

/// The line, and below it the caret.
std::string shown(StringRef Line, unsigned Column) {
  RenderedLine L = renderLine(Line, Column);
  return L.CaretColumn ? L.Text + "\n" + std::string(*L.CaretColumn, ' ') + "^"
                       : L.Text;
}

} // namespace

TEST(RenderLine, PutsTheCaretUnderTheByteColumn) {
  EXPECT_EQ("int A;\n    ^", shown("int A;", 5));
  EXPECT_EQ("int A;\n     ^", shown("int A;", 6));
  EXPECT_EQ("int A;", shown("int A;", 7));
  EXPECT_EQ("int A;", shown("int A;", 0));
  EXPECT_EQ("", shown("", 1));
}

TEST(RenderLine, ExpandsTabs) {
  EXPECT_EQ("        int A;\n        ^", shown("\tint A;", 2));
  EXPECT_EQ("a       b\n        ^", shown("a\tb", 3));
}

TEST(RenderLine, CountsCellsNotBytes) {
  // Two bytes and one cell; four bytes and two cells; a combining mark.
  EXPECT_EQ("\xC3\xA4 x\n  ^", shown("\xC3\xA4 x", 4));
  EXPECT_EQ("\xF0\x9F\x98\x80 x\n   ^", shown("\xF0\x9F\x98\x80 x", 6));
  EXPECT_EQ("e\xCC\x81 x\n  ^", shown("e\xCC\x81 x", 5));
  // A column inside a sequence means the whole of it.
  EXPECT_EQ("x\xC3\xA4\n ^", shown("x\xC3\xA4", 3));
}

TEST(RenderLine, SpellsOutWhatWouldDisturbATerminal) {
  EXPECT_EQ("<1B>[2J x\n        ^", shown("\x1B[2J x", 6));
  EXPECT_EQ("<FF>x\n    ^", shown("\xFFx", 2));
  EXPECT_EQ("x\n^", shown("\xEF\xBB\xBFx", 4));
  EXPECT_EQ("a <23>#[b] x\n           ^", shown("a ##[b] x", 9));
  EXPECT_EQ("<E2><80><AE>x\n            ^", shown("\xE2\x80\xAEx", 4));
}

TEST(RenderLine, ShowsAWindowOfALongLine) {
  std::string Line(1000, 'a');
  Line[500] = 'X';
  RenderedLine L = renderLine(Line, 501);
  EXPECT_EQ(166u, L.Text.size());
  EXPECT_TRUE(StringRef(L.Text).starts_with("...a"));
  EXPECT_TRUE(StringRef(L.Text).ends_with("a..."));
  ASSERT_TRUE(L.CaretColumn);
  EXPECT_EQ('X', L.Text[*L.CaretColumn]);
  RenderedLine Start = renderLine(Line, 1);
  EXPECT_EQ(0u, Start.CaretColumn);
  EXPECT_TRUE(StringRef(Start.Text).starts_with("aaa"));
}

/// Wherever the window begins, the caret stands below the code point that holds
/// the byte: tabs, wide and combining characters, foreign bytes.
TEST(RenderLine, TheCaretIsRightInEveryWindow) {
  std::string Line;
  for (int I = 0; I < 60; ++I)
    Line += "a\t\xC3\xA4\xF0\x9F\x98\x80 e\xCC\x81\xFF\x80\x80 ";
  for (size_t At = 0; At < Line.size(); ++At) {
    if ((Line[At] & 0xC0) == 0x80)
      continue; // Inside of a sequence: the test above.
    RenderedLine L = renderLine(Line, At + 1);
    ASSERT_TRUE(L.CaretColumn) << At;
    // As much of the text as stands left of the caret, with the marks on it.
    size_t Bytes = 0;
    for (unsigned Column = 0; Column < *L.CaretColumn;) {
      Cell C = cellOf(StringRef(L.Text).drop_front(Bytes), Column);
      Column += C.Width;
      Bytes += C.Bytes;
    }
    if (Line[At] != '\xCC' && L.Text[Bytes] == '\xCC')
      Bytes += 2;
    char Wanted = Line[At] == '\t' ? ' ' : Line[At] == '\xFF' ? '<' : Line[At];
    EXPECT_EQ(Wanted, L.Text[Bytes]) << At;
    EXPECT_LE(L.Text.size(), 800u);
  }
}

TEST(RenderLine, CombiningMarksHaveAnEnd) {
  std::string Line = "a";
  for (int I = 0; I < 100000; ++I)
    Line += "\xCC\x81";
  EXPECT_LE(renderLine(Line, 1).Text.size(), 2000u);
  EXPECT_LE(renderLine(Line, 100000).Text.size(), 2000u);
}

TEST(Sources, CountsLinesAsClangDoes) {
  SourceTree Tree;
  Sources Files(Tree.Root);
  std::string File = Tree.add("a.cpp", "one\rtwo\r\nthree\n\rfive\r\r\n");
  const char *Lines[] = {"one", "two", "three", "", "five", "", ""};
  for (unsigned I = 0; I < 7; ++I)
    EXPECT_EQ(Lines[I], Files.line({File, I + 1, 1})) << I;
  EXPECT_FALSE(Files.line({File, 8, 1}));
}

TEST(Sources, DoesNotWaitForAFifo) {
  SourceTree Tree;
  std::string Fifo = Tree.Root + "/fifo";
  ASSERT_EQ(0, ::mkfifo(Fifo.c_str(), 0600));
  EXPECT_FALSE(Sources(Tree.Root).line({Fifo, 1, 1}));
}

/// The index gives what counting from the start gives, at every byte.
TEST(Utf16Index, CountsAsFromTheStart) {
  std::string Text;
  for (int I = 0; I < 300; ++I)
    Text += std::string("\xF0\x9F\x98\x80") + "\xC3\xA4" +
            std::string(I % 7, 'a') + "\xFF\x80";
  Utf16Index Index(Text);
  uint64_t Units = 0;
  for (size_t At = 0; At < Text.size();) {
    EXPECT_EQ(Units, Index.at(Text, At));
    unsigned Size = sequenceSize(StringRef(Text).drop_front(At));
    Units += Size == 4 ? 2 : 1;
    At += std::max(Size, 1u);
  }
  EXPECT_EQ(Units, Index.at(Text, Text.size()));
}

TEST(Sources, ReadsLinesOfEveryKindOfFile) {
  SourceTree Tree;
  Sources Files(Tree.Root);
  std::string File = Tree.add("a.cpp", "one\r\n\ntwo");
  EXPECT_EQ("one", Files.line({File, 1, 1}));
  EXPECT_EQ("", Files.line({File, 2, 1}));
  EXPECT_EQ("two", Files.line({File, 3, 1}));
  EXPECT_EQ("two", Files.line({"a.cpp", 3, 1}));
}

TEST(Sources, HasNoAnswerForWhatIsNotThere) {
  SourceTree Tree;
  Sources Files(Tree.Root);
  std::string File = Tree.add("a.cpp", "one\n");
  EXPECT_FALSE(Files.line({File, 3, 1}));
  EXPECT_FALSE(Files.line({File, 0, 0}));
  EXPECT_FALSE(Files.line({Tree.Root + "/gone.cpp", 1, 1}));
  EXPECT_FALSE(Files.line({Tree.Root, 1, 1}));
  EXPECT_FALSE(Files.line({"", 1, 1}));
  EXPECT_FALSE(Files.token({File, 1, 4}));
  EXPECT_FALSE(Files.token({File, 1, 0}));
  EXPECT_FALSE(Files.range({File, 1, 1}, 5, false));
  EXPECT_FALSE(Files.range({File, 1, 5}, 0, false));
}

TEST(Sources, ConvertsColumns) {
  SourceTree Tree;
  Sources Files(Tree.Root);
  // U+1F600 is four bytes and two UTF-16 units, U+00E4 two and one.
  std::string File =
      Tree.add("a.cpp", "\xEF\xBB\xBF\xF0\x9F\x98\x80\xC3\xA4 abc;\nz");
  auto Token = Files.token({File, 1, 11});
  ASSERT_TRUE(Token);
  EXPECT_EQ(5u, Token->Column);
  EXPECT_EQ(8u, Token->EndColumn);
  auto Bytes = Files.range({File, 1, 11}, 3, /*Utf16=*/false);
  ASSERT_TRUE(Bytes);
  EXPECT_EQ(11u, Bytes->Column);
  EXPECT_EQ(14u, Bytes->EndColumn);
  auto Across = Files.range({File, 1, 11}, 6, /*Utf16=*/true);
  ASSERT_TRUE(Across);
  EXPECT_EQ(2u, Across->EndLine);
  EXPECT_EQ(2u, Across->EndColumn);
  auto Insertion = Files.range({File, 2, 2}, 0, /*Utf16=*/true);
  ASSERT_TRUE(Insertion);
  EXPECT_EQ(2u, Insertion->Column);
  EXPECT_EQ(2u, Insertion->EndColumn);
}
