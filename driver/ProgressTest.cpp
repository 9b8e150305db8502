//===- ProgressTest.cpp - Tests of the progress line ----------------------===//
//
// It never wraps, is taken away, and is not there without a terminal.
//
//===----------------------------------------------------------------------===//
#include "Progress.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Unicode.h"
#include "gtest/gtest.h"

using namespace stateless;

static int columns(const std::string &Line) {
  return llvm::sys::unicode::columnWidthUTF8(Line);
}

TEST(Progress, ShowsBarCountAndName) {
  EXPECT_EQ(Progress::line(80, 6, 12, "cart.cpp"),
            "[============            ] 6/12 cart.cpp");
  EXPECT_EQ(Progress::line(80, 12, 12, ""), "[========================] 12/12");
}

TEST(Progress, NeverFillsTheLastColumn) {
  std::string Long(300, 'x');
  for (unsigned Width = 0; Width < 200; ++Width) {
    std::string Line = Progress::line(Width, 999, 1000, Long);
    EXPECT_LT(Line.size(), std::max(1U, Width)) << Width;
  }
}

TEST(Progress, CutsNamesAtCharacters) {
  // Each letter is two bytes wide; a wide character takes two columns.
  std::string Greek, Wide;
  for (int I = 0; I < 50; ++I) {
    Greek += "\xCE\xB1";
    Wide += "\xE4\xB8\xAD";
  }
  for (unsigned Width = 10; Width < 60; ++Width)
    for (const std::string &Name : {Greek, Wide}) {
      std::string Line = Progress::line(Width, 1, 2, Name);
      EXPECT_GE(columns(Line), 0) << "broken UTF-8 at width " << Width;
      EXPECT_LT(columns(Line), static_cast<int>(Width));
    }
}

TEST(Progress, NothingWithoutATerminal) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  {
    Progress Bar(OS, 0, 3);
    Bar.update(1, "a.cpp");
    Bar.clear();
  }
  EXPECT_EQ(Text, "");
}

TEST(Progress, DrawsAtOnceThenRarelyAndGoesAway) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  {
    Progress Bar(OS, 40, 1000);
    for (int I = 0; I < 1000; ++I)
      Bar.update(I, "a.cpp");
  }
  EXPECT_EQ(Text.substr(0, 14), "\r0/1000 a.cpp\x1b");
  EXPECT_EQ(Text.substr(Text.size() - 4), "\r\x1b[K");
  EXPECT_LT(llvm::StringRef(Text).count('\r'), 100U);
  EXPECT_EQ(Text.find('\n'), std::string::npos);
}
