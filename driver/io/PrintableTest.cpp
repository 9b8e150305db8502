//===- PrintableTest.cpp - Tests of the door for text ---------------------===//
//
// What is spelled out and how, in one piece or in many, and that nothing that
// shows is changed.
//
//===----------------------------------------------------------------------===//
#include "io/Printable.h"
#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace stateless;
using llvm::StringRef;

static std::string streamed(StringRef Text, Spelling How = Spelling::Text) {
  std::string Result;
  llvm::raw_string_ostream Under(Result);
  PeopleStream(Under, How) << Text;
  return Result;
}

TEST(Printable, LeavesWhatShowsAsItIs) {
  for (StringRef Text :
       {"", "int a::b = 3;", "a::b", "#define x y##z", "a ## [b]",
        "caf\xC3\xA9", "\xF0\x9F\x98\x80", "e\xCC\x81", "\xE4\xB8\xAD"}) {
    EXPECT_EQ(printable(Text), Text);
    EXPECT_EQ(streamed(Text), Text);
  }
  EXPECT_EQ(streamed("a\tb\nc"), "a\tb\nc");
}

TEST(Printable, SpellsOutWhatDoesNotShow) {
  const std::pair<StringRef, StringRef> Cases[] = {
      {"a\x1B[2Jb", "a<1B>[2Jb"}, // ANSI.
      {"a\x7F"
       "b",
       "a<7F>b"},         // Delete.
      {"a\rb", "a<0D>b"}, // Back to the start.
      {"a\xC2\x9B"
       "2J",
       "a<C2><9B>2J"}, // C1.
      {"a\xE2\x80\xAE"
       "b",
       "a<E2><80><AE>b"}, // Bidi override.
      {"a\xE2\x80\x8B"
       "b",
       "a<E2><80><8B>b"}, // Zero width space.
      {"a\xE2\x80\xA8"
       "b",
       "a<E2><80><A8>b"}, // Line separator.
      {"a\xEF\xBB\xBF"
       "b",
       "a<EF><BB><BF>b"},                         // Byte order mark.
      {"a\xF3\xA0\x81\x81", "a<F3><A0><81><81>"}, // A tag.
      {"a\xFF\xC3(", "a<FF><C3>("},               // No UTF-8.
      {"a\xED\xA0\x80", "a<ED><A0><80>"},         // A surrogate.
      {"x ##[error]y", "x <23>#[error]y"},        // Azure, GitHub.
      {"##vso[task.x]", "<23>#vso[task.x]"},      // Azure.
      {"a###teamcity[b]", "a#<23>#teamcity[b]"},  // TeamCity.
      {"::error::x", "<3A>:error::x"},            // GitHub.
      {" \xC2\xA0\xE3\x80\x80::x", " \xC2\xA0\xE3\x80\x80<3A>:x"},
  };
  for (const auto &[Text, Wanted] : Cases) {
    EXPECT_EQ(printable(Text), Wanted);
    EXPECT_EQ(streamed(Text), Wanted);
    EXPECT_EQ(printable(Wanted), Wanted) << "not stable";
  }
}

TEST(Printable, IsOneLine) {
  EXPECT_EQ(printable("a\n::error::b"), "a<0A>::error::b");
  EXPECT_EQ(printable(StringRef("a\0b", 3)), "a<00>b");
  EXPECT_EQ(printable("a\tb"), "a       b");
}

TEST(PeopleStream, KeepsOurLineEndsOnly) {
  EXPECT_EQ(streamed("a\n \t::error::b\n::x\nc"),
            "a\n \t<3A>:error::b\n<3A>:x\nc");
}

TEST(PeopleStream, JudgesLinesAndNotWrites) {
  StringRef Text =
      "\xE2\x80\xAE ::\n ::warning::\xF0\x9F\x98\x80 ##vso[x\n##[\n";
  std::string Result;
  llvm::raw_string_ostream Under(Result);
  {
    PeopleStream OS(Under);
    for (char C : Text)
      OS << C;
  }
  EXPECT_EQ(Result, streamed(Text));
  EXPECT_EQ(Result, "<E2><80><AE> ::\n <3A>:warning::\xF0\x9F\x98\x80 "
                    "<23>#vso[x\n<23>#[\n");
}

TEST(PeopleStream, ColoursAreOursAlone) {
  std::string Result;
  llvm::raw_string_ostream Under(Result);
  {
    PeopleStream OS(Under);
    OS << ' ';
    OS.changeColor(llvm::raw_ostream::RED, /*Bold=*/true);
    OS << "::a\x1B[0m"; // Behind a colour it is still the start of the line.
    OS.resetColor();
    OS << ":: #";
    OS.changeColor(llvm::raw_ostream::SAVEDCOLOR, /*Bold=*/true);
    OS << "#[x";
    OS.resetColor();
  }
  EXPECT_EQ(Result, " \x1B[0;1;31m<3A>:a<1B>[0m\x1B[0m:: <23>"
                    "\x1B[1m#[x\x1B[0m");
}

TEST(PeopleStream, WritesEachLineWhenItEnds) {
  std::string Result;
  llvm::raw_string_ostream Under(Result);
  PeopleStream OS(Under);
  OS << "a";
  EXPECT_EQ(Result, "");
  OS << "b\nc";
  EXPECT_EQ(Result, "ab\n");
}

TEST(PeopleStream, CommandsOfOursPass) {
  EXPECT_EQ(streamed("::error::a\x1B ##[x]\n", Spelling::Commands),
            "::error::a<1B> <23>#[x]\n");
}

TEST(PeopleStream, JsonKeepsItsMeaning) {
  // A byte order mark, a mark of music notation, C1, a line separator.
  StringRef Text = "\"\xEF\xBB\xBF \xF0\x9D\x85\xB3 \xC2\x9B \xE2\x80\xA8 "
                   "##[x\"";
  std::string Escaped = streamed(Text, Spelling::Json);
  EXPECT_EQ(Escaped, "\"\\uFEFF \\uD834\\uDD73 \\u009B \\u2028 \\u0023#[x\"");
  EXPECT_EQ(llvm::cantFail(llvm::json::parse(Escaped)),
            llvm::cantFail(llvm::json::parse(Text)));
  EXPECT_EQ(streamed("\"\xFF\xF3\xA0\x81\x81\"", Spelling::Json),
            "\"\\uFFFD\\uDB40\\uDC41\"");
}

TEST(PeopleStream, MarkupHasReferences) {
  EXPECT_EQ(streamed("<a>\xE2\x80\xAE \xC2\x9B ##[x</a>", Spelling::Markup),
            "<a>&#x202E; &#x9B; &#x23;#[x</a>");
  EXPECT_EQ(streamed("\x1B\xFF", Spelling::Markup), "&#xFFFD;&#xFFFD;");
}
