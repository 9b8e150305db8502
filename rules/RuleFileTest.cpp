//===- RuleFileTest.cpp - YAML text to located syntax ---------------------===//
//
// Pins positions, which every later diagnostic stands on, and what is refused
// before any key is looked at.
//
//===----------------------------------------------------------------------===//
#include "RuleFile.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace stateless;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

std::string place(unsigned Line, unsigned Column) {
  return std::to_string(Line) + ":" + std::to_string(Column);
}

std::string at(const RuleNode &Node) { return place(Node.Line, Node.Column); }

/// "LINE:COL message" of the only diagnostic of \p Text.
std::string onlyError(llvm::StringRef Text) {
  RuleFile File = parseRuleFile(Text, "r.yaml");
  if (File.Found.count() != 1)
    return std::to_string(File.Found.count()) + " diagnostics";
  RuleDiagnostic D = File.Found.told(Quoting::Allowed)[0];
  EXPECT_EQ(D.Loc.File, "r.yaml");
  return place(D.Loc.Line, D.Loc.Column) + " " + D.Message;
}

TEST(RuleFile, KeysAndValuesKnowTheirPlace) {
  RuleFile File = parseRuleFile("checks:\n"
                                "  a: off\n"
                                "  b: {severity: \"note\"}\n"
                                "list:\n"
                                "  - x\n"
                                "  - |\n"
                                "    text\n",
                                "r.yaml");
  ASSERT_EQ(File.Found.count(), 0u);
  ASSERT_EQ(File.Root.Kind, RuleNode::Map);
  ASSERT_EQ(File.Root.Keys.size(), 2u);
  EXPECT_EQ(place(File.Root.Keys[1].Line, File.Root.Keys[1].Column), "4:1");
  const RuleNode &Checks = *File.Root.find("checks");
  EXPECT_EQ(at(*Checks.find("a")), "2:6");
  EXPECT_FALSE(Checks.find("a")->Quoted);
  const RuleNode &Severity = *Checks.find("b")->find("severity");
  EXPECT_EQ(at(Severity), "3:17");
  EXPECT_EQ(Severity.Text, "note");
  EXPECT_TRUE(Severity.Quoted);
  const RuleNode &List = *File.Root.find("list");
  ASSERT_EQ(List.Items.size(), 2u);
  EXPECT_EQ(at(List.Items[0]), "5:5");
  EXPECT_EQ(List.Items[1].Text, "text\n");
  EXPECT_EQ(File.Root.find("nothing"), nullptr);
}

TEST(RuleFile, AnEmptyValueStandsAtItsKey) {
  RuleFile File = parseRuleFile("a:\nb: ~\nc:", "r.yaml");
  ASSERT_EQ(File.Found.count(), 0u);
  EXPECT_EQ(File.Root.find("a")->Kind, RuleNode::Null);
  EXPECT_EQ(at(*File.Root.find("a")), "1:1");
  EXPECT_EQ(at(*File.Root.find("b")), "2:4");
  EXPECT_EQ(at(*File.Root.find("c")), "3:1");
}

TEST(RuleFile, EmptyFiles) {
  for (const char *Text : {"", "\n\n", "# only a comment\n", "---\n", "~\n"}) {
    RuleFile File = parseRuleFile(Text, "r.yaml");
    EXPECT_EQ(File.Found.count(), 0u) << Text;
    EXPECT_EQ(File.Root.Kind, RuleNode::Null) << Text;
  }
}

TEST(RuleFile, LineEndsByteOrderMarkAndUnicode) {
  RuleFile File = parseRuleFile("\xef\xbb\xbf"
                                "a: é b\r\nc: d\r\n",
                                "r.yaml");
  ASSERT_EQ(File.Found.count(), 0u);
  EXPECT_EQ(File.Root.find("a")->Text, "é b");
  EXPECT_EQ(at(*File.Root.find("c")), "2:4");
}

TEST(RuleFile, AliasesAreExpanded) {
  RuleFile File = parseRuleFile("a: &x [1, 2]\nb: *x\n", "r.yaml");
  ASSERT_EQ(File.Found.count(), 0u);
  EXPECT_EQ(File.Root.find("b")->Items.size(), 2u);
  EXPECT_EQ(File.Root.find("b")->Line, 2u);
}

TEST(RuleFile, AliasesOfAliasesAreBounded) {
  std::string Text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int I = 1; I < 12; ++I) {
    std::string Before = "*a" + std::to_string(I - 1), Name = std::to_string(I);
    Text += "a" + Name + ": &a" + Name + " [" + Before;
    for (int J = 0; J < 9; ++J)
      Text += ", " + Before;
    Text += "]\n";
  }
  EXPECT_THAT(onlyError(Text), HasSubstr("more than 200000 values"));
}

TEST(RuleFile, DuplicateKeys) {
  EXPECT_EQ(onlyError("a: 1\nb: 2\na: 3\n"),
            "3:1 duplicate key 'a'; the first is in line 1");
  RuleFile File = parseRuleFile("a: 1\na: 3\n", "r.yaml");
  EXPECT_EQ(File.Root.find("a")->Text, "1");
  EXPECT_EQ(File.Root.Keys.size(), File.Root.Items.size());
}

TEST(RuleFile, SyntaxErrorsHaveAPlace) {
  EXPECT_EQ(onlyError("a: b: c\n"), "1:5 not YAML: illegal map value");
  // Where the text ends.
  EXPECT_EQ(onlyError("a: [1,\nb"), "2:2 not YAML: end of sequence flow not "
                                    "found");
  EXPECT_EQ(onlyError("a: \"x\nb: c\n"), "1:4 missing closing \"");
  EXPECT_EQ(onlyError("a: 'it''s\n"), "1:4 missing closing '");
  EXPECT_EQ(onlyError("a: 'it''s'\nb: \"\\\"\"\nc: 'x\n"),
            "3:4 missing closing '");
  EXPECT_EQ(onlyError("a: \"x\\\"\n"), "1:4 missing closing \"");
  EXPECT_EQ(onlyError("a: *x\n"),
            "1:4 not YAML: the referenced anchor is not defined");
  EXPECT_EQ(onlyError("a: &x [*x]\n"), "1:8 this alias refers to itself");
  EXPECT_EQ(onlyError("? [a]\n: b\n"), "1:3 a key must be plain text");
  EXPECT_EQ(onlyError("~: b\n"), "1:1 a key must be plain text");
}

TEST(RuleFile, AfterASyntaxErrorThereIsNoTree) {
  EXPECT_EQ(parseRuleFile("a: b\nc: d: e\n", "r.yaml").Root.Kind,
            RuleNode::Null);
}

TEST(RuleFile, OneDocumentOnly) {
  EXPECT_EQ(onlyError("a: b\n---\nc: d\n"),
            "2:1 a rule file holds one document; expected the end of the file");
  EXPECT_EQ(onlyError("- a\nb: c\n"),
            "2:1 a rule file holds one document; expected the end of the file");
}

TEST(RuleFile, BytesThatAreNoText) {
  EXPECT_EQ(onlyError("a: \xff\n"), "1:4 not UTF-8 text: byte 0xff");
  EXPECT_EQ(onlyError(llvm::StringRef("a: b\nc: \0d\n", 11)),
            "2:4 not UTF-8 text: byte 0x00");
  EXPECT_EQ(onlyError("a: \x04\n"), "1:4 not UTF-8 text: byte 0x04");
}

//===-- Limits, at their edge ---------------------------------------------===//

std::string repeated(llvm::StringRef Text, size_t Times) {
  std::string All;
  for (size_t I = 0; I < Times; ++I)
    All += Text;
  return All;
}

TEST(RuleFileLimits, Depth) {
  auto Lists = [](size_t Depth) {
    return repeated("[", Depth) + repeated("]", Depth);
  };
  auto Block = [](size_t Depth) {
    std::string Text;
    for (size_t I = 0; I < Depth; ++I)
      Text += std::string(I, ' ') + "a:\n";
    return Text;
  };
  EXPECT_EQ(parseRuleFile(Lists(rulelimit::Depth), "r").Found.count(), 0u);
  EXPECT_EQ(parseRuleFile(Block(rulelimit::Depth), "r").Found.count(), 0u);
  std::string Deep = "nested deeper than 64 levels";
  EXPECT_EQ(onlyError(Lists(rulelimit::Depth + 1)), "1:65 " + Deep);
  EXPECT_EQ(onlyError(Block(rulelimit::Depth + 1)), "65:65 " + Deep);
  EXPECT_THAT(onlyError(Block(2000)), HasSubstr(Deep));
  for (const char *Open : {"[", "{a: ", "- ", "a: [", "[a, [", "!t [", "[? "})
    EXPECT_THAT(onlyError(repeated(Open, 100'000)), Not(HasSubstr("diagnos")))
        << Open;
}

TEST(RuleFileLimits, DepthByAliases) {
  auto Chain = [](size_t Length) {
    std::string Text = "- &a0 [x]\n";
    for (size_t I = 1; I < Length; ++I)
      Text +=
          "- &a" + std::to_string(I) + " [*a" + std::to_string(I - 1) + "]\n";
    return Text;
  };
  EXPECT_EQ(parseRuleFile(Chain(rulelimit::Depth - 1), "r").Found.count(), 0u);
  EXPECT_THAT(onlyError(Chain(rulelimit::Depth)), HasSubstr("nested deeper"));
}

TEST(RuleFileLimits, Values) {
  // The list is one, each item one.
  auto List = [](size_t Items) { return repeated("- x\n", Items); };
  EXPECT_EQ(parseRuleFile(List(rulelimit::Values - 1), "r").Found.count(), 0u);
  EXPECT_EQ(onlyError(List(rulelimit::Values)),
            "200000:3 more than 200000 values; do aliases repeat each other?");
}

TEST(RuleFileLimits, TextThatAliasesRepeat) {
  // The first copy is what the anchor keeps.
  auto Repeat = [](size_t Times) {
    std::string Text = "- &x " + std::string(1 << 20, 'x') + "\n";
    return Text + repeated("- *x\n", Times - 1);
  };
  EXPECT_EQ(parseRuleFile(Repeat(4), "r").Found.count(), 0u);
  EXPECT_EQ(onlyError(Repeat(5)), "5:3 aliases repeat more than 4 MB of text");
}

TEST(RuleFileLimits, NestedAnchorsCountAsCopies) {
  std::string Text;
  for (int I = 0; I < 50; ++I)
    Text += "[&a" + std::to_string(I) + " ";
  Text += "[" + repeated("x, ", 10'000) + "x]" + repeated("]", 50);
  EXPECT_THAT(onlyError(Text), HasSubstr("more than 200000 values"));
}

TEST(RuleFile, NestedLists) {
  RuleFile File = parseRuleFile("a: [[1, 2], [[3]]]\n", "r.yaml");
  ASSERT_EQ(File.Found.count(), 0u);
  EXPECT_EQ(File.Root.find("a")->Items[0].Items[1].Text, "2");
  EXPECT_EQ(at(File.Root.find("a")->Items[1].Items[0].Items[0]), "1:15");
}

} // namespace
