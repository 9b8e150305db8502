//===- SourcesTest.cpp - Lines, carets and columns ------------------------===//
//
// Tabs, Unicode, line ends and files that are gone or have changed.
//
//===----------------------------------------------------------------------===//
#include "report/Sources.h"
#include "report/SampleRun.h"
#include <gtest/gtest.h>

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
  EXPECT_EQ("a<07>b", printable("a\ab"));
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
